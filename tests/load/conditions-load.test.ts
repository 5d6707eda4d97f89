// Conditions in a folder: what each predicate needs is checked, and what a measure's relations say follows from them.
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/load/check.ts";
import { loadedEngines } from "../support/answers.ts";
import type { CsvRecord, FolderContent } from "../support/folder.ts";
import { writeFolder } from "../support/folder.ts";
import { policyWorld } from "../support/policy-world.ts";

const columns = ["orHigher", "level", "track", "metric", "atLeast", "atMost", "unit", "earliest", "latest"];

/** The world with one more condition, and perhaps what it tests. */
function withCondition(more: CsvRecord, relations: FolderContent["relations"] = {}): FolderContent {
  const empty = Object.fromEntries(columns.map((column) => [column, ""]));
  const row = { id: "condition:new", name: "新条件", negated: "", sources: "law:1", ...empty, ...more };
  const before = (policyWorld.entities?.Condition ?? []).map((one) => ({ ...empty, ...one }));
  return {
    ...policyWorld,
    entities: { ...policyWorld.entities, Condition: [row, ...before] },
    relations: Object.fromEntries(
      Object.entries(policyWorld.relations ?? {}).map(([type, rows]) => [
        type,
        [...(relations[type] ?? []), ...rows],
      ]),
    ),
  };
}

async function problems(content: FolderContent): Promise<string[]> {
  const { problems: found } = await checkFolder(writeFolder(content));
  return found.list.map(({ file, line, column, message }) => `${file}:${line} ${column}: ${message}`);
}

const tests = (to: string): FolderContent["relations"] => ({
  TESTS: [{ from: "condition:new", to, status: "", sources: "law:1" }],
});
const at = "entities/Condition.csv:2";

describe("a condition that cannot be answered is refused", () => {
  test.each<[string, CsvRecord, FolderContent["relations"], string]>([
    ["an unknown predicate", { predicate: "OWNS" }, {}, `${at} predicate: "OWNS" must be one of HOLDS`],
    [
      "no target",
      { predicate: "IN_REGION" },
      {},
      `${at} predicate: IN_REGION needs a Region: add a row to relations/TESTS.csv`,
    ],
    [
      "a target of another kind",
      { predicate: "IN_REGION" },
      tests("park:a"),
      "relations/TESTS.csv:2 to: IN_REGION tests a Region, not a Park",
    ],
    [
      "a target that is not wanted",
      { predicate: "LISTED" },
      tests("park:a"),
      "relations/TESTS.csv:2 from: LISTED tests nothing: drop this row",
    ],
    [
      "no threshold",
      { predicate: "CAPITAL", unit: "yuan" },
      {},
      `${at} atLeast: is empty: CAPITAL needs atLeast or atMost`,
    ],
    ["no unit", { predicate: "CAPITAL", atLeast: 1 }, {}, `${at} unit: is empty: CAPITAL needs it`],
    [
      "an unknown metric",
      { predicate: "FIGURE", metric: "nope", atLeast: 1, unit: "yuan" },
      {},
      `${at} metric: there is no metric:nope`,
    ],
    [
      "another unit than the metric's",
      { predicate: "FIGURE", metric: "revenue", atLeast: 1, unit: "万元" },
      {},
      `${at} unit: must be the normal unit of metric:revenue, yuan`,
    ],
    [
      "thresholds that cross",
      { predicate: "CAPITAL", atLeast: 2, atMost: 1, unit: "yuan" },
      {},
      `${at} atMost: is below atLeast`,
    ],
    [
      "dates that cross",
      { predicate: "FOUNDED", earliest: "2020", latest: "2019" },
      {},
      `${at} latest: is below earliest`,
    ],
    [
      "a column of another predicate",
      { predicate: "LISTED", atLeast: 3 },
      {},
      `${at} atLeast: has no meaning for LISTED: leave it empty`,
    ],
  ])("%s", async (_, row, relations, expected) => {
    const found = await problems(withCondition(row, relations));
    expect(found.some((problem) => problem.startsWith(expected))).toBe(true);
    expect(
      found.every((problem) => problem.includes("Condition.csv:2") || problem.includes("TESTS.csv:2")),
    ).toBe(true);
  });

  test("one that tests two things, a group below 1, and what follows from conditions said again", async () => {
    const found = await problems({
      ...policyWorld,
      relations: {
        ...policyWorld.relations,
        TESTS: [
          ...(policyWorld.relations?.TESTS ?? []),
          { from: "condition:east", to: "region:west", status: "", sources: "law:1" },
        ],
        HAS_CONDITION: [
          {
            from: "measure:first",
            to: "condition:listed",
            alternative: 0,
            clause: "",
            status: "",
            sources: "law:1",
          },
          ...(policyWorld.relations?.HAS_CONDITION ?? []),
        ],
        REQUIRES: [{ from: "measure:first", to: "certification:provincial", status: "", sources: "law:1" }],
      },
    });
    expect(found).toEqual([
      "relations/TESTS.csv:11 to: condition:east tests region:east already: a condition tests one thing; make another condition of it",
      "relations/HAS_CONDITION.csv:2 alternative: must be 1 or more, or empty",
      "relations/REQUIRES.csv:2 from: measure:first has conditions, and REQUIRES follows from those: drop this row, or say it by HAS_CONDITION",
    ]);
  });

  test("the world itself is sound", async () => {
    expect(await problems(policyWorld)).toEqual([]);
  });
});

describe("what a measure requires and where it applies", () => {
  const { data } = loadedEngines(policyWorld);

  test("follows from its conditions, with their sources; a negated one requires nothing", async () => {
    const measure = (id: string) =>
      data<{ measure: Record<string, unknown> }>(
        `query ($id: ID!) { measure(id: $id) {
          requires { nodes { id } edges { sources { line } } } regions { nodes { id } }
          conditions { edges { clause alternative node { id predicate target { id } } } } } }`,
        { id },
      );
    expect((await measure("measure:first")).measure).toEqual({
      requires: { nodes: [{ id: "certification:provincial" }], edges: [{ sources: [{ line: 7 }] }] },
      regions: { nodes: [{ id: "region:east" }] },
      conditions: {
        edges: [
          {
            clause: "第first条",
            alternative: null,
            node: { id: "condition:east", predicate: "IN_REGION", target: { id: "region:east" } },
          },
          {
            clause: "第first条",
            alternative: null,
            node: {
              id: "condition:first",
              predicate: "FIRST_RECOGNITION",
              target: { id: "certification:provincial" },
            },
          },
        ],
      },
    });
    expect((await measure("measure:not")).measure).toMatchObject({
      requires: { nodes: [] },
      regions: { nodes: [{ id: "region:east" }] },
    });
    expect((await measure("measure:none")).measure).toMatchObject({
      regions: { nodes: [{ id: "region:east" }] },
    });
  }, 600_000);
});
