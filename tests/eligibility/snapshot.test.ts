// Fields that are answered by a statement of their own: the same wherever their measure is found, and never from data
// that no longer answer.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCache } from "../../src/cache/cache.ts";
import { createSteps } from "../../src/eligibility/steps.ts";
import { loadFolder } from "../../src/load/load.ts";
import { createKeep } from "../../src/run/keep.ts";
import type { Arguments, CodeRequest } from "../../src/run/step.ts";
import type { GraphStore, ReadOptions } from "../../src/store/port.ts";
import { loadedEngines } from "../support/answers.ts";
import { type Ask, asking } from "../support/asking.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type CsvRecord, writeFolder } from "../support/folder.ts";
import { all, patient } from "../support/policy-asking.ts";
import { policyWorld } from "../support/policy-world.ts";

const engines = loadedEngines(policyWorld);
const list = "totalCount edges { status amount lacks node { id } }";

interface Candidates {
  readonly totalCount: number;
  readonly edges: readonly { readonly status: string; readonly node: { readonly id: string } }[];
}

describe("wherever the measure is found", () => {
  test(
    "by id, in a list, among nodes of several kinds, and behind an enterprise that is a candidate itself",
    async () => {
      const { data } = engines;
      const direct = await data<{ measure: { candidates: Candidates } }>(
        `{ measure(id: "measure:first") { candidates(asOf: "2023", first: 50) { ${list} } } }`,
      );
      const expected = direct.measure.candidates;
      expect(expected.totalCount).toBeGreaterThan(5);
      const listed = await data<{ measures: { nodes: { id: string; candidates: Candidates }[] } }>(
        `{ measures(first: 50) { nodes { id candidates(asOf: "2023", first: 50) { ${list} } } } }`,
      );
      const { nodes } = listed.measures;
      expect(nodes.length).toBeGreaterThan(5);
      expect(nodes.find(({ id }) => id === "measure:first")?.candidates).toEqual(expected);
      // Each measure has its own: not all are alike.
      expect(new Set(nodes.map((one) => JSON.stringify(one.candidates))).size).toBeGreaterThan(4);
      const mixed = await data<{ nodes: unknown[] }>(
        `{ nodes(ids: ["enterprise:two", "measure:first", "measure:absent"]) { id ... on Measure { candidates(asOf: "2023", first: 50) { ${list} } } } }`,
      );
      expect(mixed.nodes).toEqual([
        { id: "enterprise:two" },
        { id: "measure:first", candidates: expected },
        null,
      ]);
      const behind = await data<{
        measure: {
          candidates: {
            edges: { node: { policyMatches: { nodes: { id: string; candidates: Candidates }[] } } }[];
          };
        };
      }>(
        `{ measure(id: "measure:first") { candidates(asOf: "2023", first: 2) { edges { node {
          policyMatches(asOf: "2023", first: 50) { nodes { id candidates(asOf: "2023", first: 50) { ${list} } } } } } } } }`,
      );
      const found = behind.measure.candidates.edges.flatMap(({ node }) => node.policyMatches.nodes);
      expect(found.find(({ id }) => id === "measure:first")?.candidates).toEqual(expected);
    },
    patient,
  );

  test(
    "twice under other names and with other arguments; no status gives none",
    async () => {
      const answer = await engines.data<{
        measure: Record<"every" | "eligible" | "none" | "short", Candidates>;
      }>(
        `query ($all: [MatchStatus!]) { measure(id: "measure:first") {
          every: candidates(asOf: "2023", status: $all, first: 50) { ${list} }
          eligible: candidates(asOf: "2023", status: [ELIGIBLE], first: 50) { ${list} }
          none: candidates(status: []) { ${list} }
          short: candidates(asOf: "2023", status: $all, first: 1) { ${list} } } }`,
        { all },
      );
      const { every, eligible, none, short } = answer.measure;
      expect(eligible.edges).toEqual(every.edges.filter(({ status }) => status === "ELIGIBLE"));
      expect(eligible.totalCount).toBe(eligible.edges.length);
      expect(none).toEqual({ totalCount: 0, edges: [] });
      expect(short).toEqual({ totalCount: every.totalCount, edges: every.edges.slice(0, 1) });
    },
    patient,
  );

  test("a cursor of another list is refused; a measure that is not there is an error", async () => {
    const wrong = await engines.ask(
      `{ measure(id: "measure:first") { candidates(after: "nonsense") { totalCount } } }`,
    );
    expect(wrong.errors.map(({ code }) => code)).toEqual(["BAD_CURSOR"]);
    const absent = await engines.ask(`{ measure(id: "measure:absent") { candidates { totalCount } } }`);
    expect(absent.data).toEqual({ measure: null });
    expect(absent.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["measure"] }]);
  });
});

const newcomer = "enterprise:newcomer";

/** The folder with one enterprise more, placed as told. */
function withNewcomer(located: readonly CsvRecord[] = []): string {
  const { entities, relations } = policyWorld;
  const [one] = entities?.Enterprise ?? [];
  const more = { ...one, id: newcomer, name: "新来的企业" };
  return writeFolder({
    ...policyWorld,
    entities: { ...entities, Enterprise: [...(entities?.Enterprise ?? []), more] },
    relations: { ...relations, LOCATED_IN: [...(relations?.LOCATED_IN ?? []), ...located] },
  });
}

/** What a step in code is asked about one parent, while a dataset version answers or none does. */
const request = (version: string | undefined, parent: string, args: Arguments): CodeRequest => ({
  parents: [parent],
  args,
  read: {},
  version: async () => version,
});

describeEachEngine("what is kept", (open, engine) => {
  // Which data answer is asked of a store that others may write to; of the embedded engine it is known.
  const record = engine.name === "neo4j" ? 1 : 0;
  let store: GraphStore;
  let ask: Ask;
  beforeAll(async () => {
    store = await open();
    await loadFolder(store, writeFolder(policyWorld));
    ask = asking(store);
  });
  afterAll(() => store.close());
  const query = `{ measure(id: "measure:first") { candidates(asOf: "2023", status: [ELIGIBLE, NEARLY, UNKNOWN, INELIGIBLE]) { totalCount } } }`;
  const totalOf = async () => {
    const { data, later } = await ask(query);
    const { measure } = data as { measure: { candidates: { totalCount: number } } };
    return { total: measure.candidates.totalCount, later };
  };

  test(
    "is asked for once, and anew when other data have been loaded",
    async () => {
      const first = await totalOf();
      const again = await totalOf();
      // The record of the dataset, the conditions, and the field's own statement; each request is asked in two forms.
      expect(again).toEqual({ total: first.total, later: record + 2 });
      expect(first.later).toBeGreaterThan(again.later);
      await loadFolder(store, withNewcomer());
      expect((await totalOf()).total).toBe(first.total + 1);
    },
    patient,
  );

  test(
    "facets of a list are counted once, whatever page of it is asked for, and anew when other data have been loaded",
    async () => {
      await loadFolder(store, writeFolder(policyWorld));
      const facetsOf = async (first: number) => {
        const { data, statements, later } = await ask(
          `query ($first: Int) { enterprises(first: $first) { totalCount nodes { id }
            facets { regions { key count } certifications { key count } } } }`,
          { first },
        );
        const { facets, nodes, totalCount } = (data as { enterprises: Record<string, unknown[]> })
          .enterprises;
        return { facets, rows: nodes?.length, totalCount, statements, later };
      };
      const first = await facetsOf(1);
      // The record of the dataset and, the first time, the count of each facet.
      expect([first.statements, first.later, first.rows]).toEqual([1, 3, 1]);
      const again = await facetsOf(3);
      expect([again.statements, again.later, again.rows]).toEqual([1, record, 3]);
      expect(again.facets).toEqual(first.facets);
      const [located] =
        policyWorld.relations?.LOCATED_IN?.filter(({ to }) => String(to).startsWith("region:")) ?? [];
      const moved = { ...located, from: newcomer, to: String(located?.to), key: "new" };
      await loadFolder(store, withNewcomer([moved]));
      const renewed = await facetsOf(1);
      expect(renewed.later).toBe(3);
      expect(renewed.totalCount).toBe(Number(first.totalCount) + 1);
      const countOf = (facets: unknown): number =>
        (facets as { regions: { key: string; count: number }[] }).regions.find(
          ({ key }) => key === located?.to,
        )?.count ?? 0;
      expect(countOf(renewed.facets)).toBe(countOf(first.facets) + 1);
    },
    patient,
  );

  test(
    "what nobody waits for any more is cancelled; who comes then has it asked anew",
    async () => {
      const asked: string[] = [];
      const held: GraphStore = {
        ...store,
        read(statement, parameters, options) {
          asked.push(statement);
          if (asked.length > 1) return store.read(statement, parameters, options);
          return new Promise((_, reject) => {
            options?.signal?.addEventListener("abort", () => reject(new Error("cancelled")));
          });
        },
      };
      const keep = createKeep(held, createCache(8));
      const one = (options: ReadOptions) => keep("one version", "RETURN 1 AS one", {}, options);
      const first = one({ timeoutMs: 40 });
      const second = one({ timeoutMs: 80 });
      await expect(first).rejects.toMatchObject({ code: "TIMEOUT" });
      await expect(second).rejects.toMatchObject({ code: "TIMEOUT" });
      expect(asked).toHaveLength(1);
      expect(await one({})).toEqual([{ one: 1 }]);
      await one({});
      await one({});
      // The one that was cancelled, and one or two after it: what is asked in the same moment is not kept.
      expect(asked.length).toBeLessThanOrEqual(3);
    },
    patient,
  );

  test(
    "goes on being found out where the request that asked first has run out of time",
    async () => {
      let rosters = 0;
      let finished: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        finished = resolve;
      });
      const slow: GraphStore = {
        ...store,
        async read(...asked) {
          const rows = await store.read(...asked);
          if (!asked[0].includes("// Every enterprise, by name.")) return rows;
          rosters += 1;
          await held;
          return rows;
        },
      };
      const { candidates } = createSteps(slow, createCache(8));
      const args = { asOf: "2023", status: all, first: 50 };
      const asked = request("one version", "measure:first", args);
      await expect(candidates({ ...asked, read: { timeoutMs: 50 } })).rejects.toMatchObject({
        code: "TIMEOUT",
      });
      finished();
      const [found] = (await candidates(asked)) as { total: number }[];
      expect(found?.total).toBeGreaterThan(5);
      expect(rosters).toBe(1);
    },
    patient,
  );

  test(
    "is nothing while no finished dataset answers",
    async () => {
      const { rungs, candidates } = createSteps(store, createCache(8));
      const asked = request(undefined, "measure:first", { asOf: "2023", status: all, first: 50 });
      const known = await candidates(asked);
      await store.write("MATCH (e:Enterprise {id: 'enterprise:newcomer'}) DETACH DELETE e");
      const [before] = known as { total: number }[];
      const [after] = (await candidates(asked)) as { total: number }[];
      expect(after?.total).toBe((before?.total ?? 0) - 1);
      // The place of a cursor is found by name and id where its enterprise is gone.
      const rest = await candidates({ ...asked, after: [0, "", "enterprise:newcomer"] });
      expect((rest as { rows: unknown[] }[])[0]?.rows).toHaveLength(after?.total ?? -1);
      expect(await rungs(request(undefined, "certification:absent", {}))).toEqual([]);
    },
    patient,
  );
});
