// Pages from the end: `last` and `before` give on every list what the same rows in the same order give from the front.
import { fileURLToPath } from "node:url";
import {
  type GraphQLField,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { kindNames, kindOf, relationTypes } from "../../src/ontology/model.ts";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";
import { patient } from "../support/policy-asking.ts";
import { policyWorld } from "../support/policy-world.ts";

const schema = buildSchema();

interface Edges {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const page = "{ totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
const cursorsOf = (list: Edges | undefined): string[] => (list?.edges ?? []).map(({ cursor }) => cursor);

/** What a list must be from the end, given all its rows from the front. */
function expectFromTheEnd(
  where: string,
  whole: readonly string[],
  asked: Readonly<Record<string, Edges>>,
): void {
  const total = whole.length;
  const told = Object.fromEntries(Object.entries(asked).map(([name, list]) => [name, cursorsOf(list)]));
  expect([where, told]).toEqual([
    where,
    {
      end: whole.slice(-2),
      none: [],
      ahead: whole.slice(0, -1).slice(-2),
      head: whole.slice(0, -1).slice(0, 1),
      within: whole.slice(1, -1),
      endWithin: whole.slice(1, -1).slice(-1),
    },
  ]);
  const info = (name: string) => [where, name, asked[name]?.pageInfo];
  const pageInfo = (rows: readonly string[], hasPreviousPage: boolean, hasNextPage: boolean) => ({
    hasNextPage,
    hasPreviousPage,
    startCursor: rows[0] ?? null,
    endCursor: rows.at(-1) ?? null,
  });
  expect(info("end")).toEqual([where, "end", pageInfo(whole.slice(-2), total > 2, false)]);
  expect(info("none")).toEqual([where, "none", pageInfo([], total > 0, false)]);
  const ahead = whole.slice(0, -1).slice(-2);
  expect(info("ahead")).toEqual([where, "ahead", pageInfo(ahead, total > 3, true)]);
  expect(info("head")).toEqual([where, "head", pageInfo(whole.slice(0, -1).slice(0, 1), false, true)]);
  for (const list of Object.values(asked)) expect([where, list.totalCount]).toEqual([where, total]);
}

const questions = (field: string, more: string): string => {
  const list = (args: string): string => `${field}(${more}${args}) ${page}`;
  return `end: ${list("last: 2")} none: ${list("last: 0")} ahead: ${list("last: 2, before: $behind")}
    head: ${list("first: 1, before: $behind")} within: ${list("first: 1000, after: $front, before: $behind")}
    endWithin: ${list("last: 1, after: $front, before: $behind")}`;
};

/** What a list that cannot do without is asked; `related` beside it for a type of relation that its holder has. */
const needed: Readonly<Record<string, string>> = {
  "overdueTargets.asOf": 'asOf: "2024", ',
  "targets.asOf": 'asOf: "2024", ',
};

const argumentsOf = ({ name, args }: GraphQLField<unknown, unknown>, relation: string): string =>
  args
    .filter(isRequiredArgument)
    .map((argument) => {
      const asked = `${name}.${argument.name}`;
      const given = asked === "related.type" ? `type: ${relation}, ` : needed[asked];
      if (given === undefined) throw new Error(`say in the test what ${name} is asked for ${argument.name}`);
      return given;
    })
    .join("");

function listsOf(type: string): GraphQLField<unknown, unknown>[] {
  const of = schema.getType(type);
  return isObjectType(of) || isInterfaceType(of)
    ? Object.values(of.getFields()).filter(({ type: own }) => getNamedType(own).name.endsWith("Connection"))
    : [];
}

describe("every list of the schema, in the data that are shipped", () => {
  const { data, stores } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

  test("takes last and before", () => {
    for (const type of Object.keys(schema.getTypeMap()))
      for (const field of listsOf(type))
        expect([type, field.name, field.args.slice(-2).map((one) => `${one.name}: ${one.type}`)]).toEqual([
          type,
          field.name,
          ["last: Int", "before: String"],
        ]);
  });

  /** Asks all lists of a holder from the front, then from the end; gives how many had three rows and more. */
  async function look(holder: string | undefined, type: string, relation = ""): Promise<number> {
    let long = 0;
    for (const field of listsOf(type)) {
      const more = argumentsOf(field, relation);
      const within = (text: string): string =>
        holder === undefined ? text : `holder: ${holder} { ${text} }`;
      const found = (answer: Record<string, unknown>): Record<string, Edges> =>
        (holder === undefined ? answer : answer.holder) as Record<string, Edges>;
      const whole = found(await data(`{ ${within(`all: ${field.name}(${more}first: 1000) ${page}`)} }`)).all;
      const cursors = cursorsOf(whole);
      if (whole === undefined || whole.totalCount > cursors.length || cursors.length === 0) continue;
      const asked = `query($front: String, $behind: String) { ${within(questions(field.name, more))} }`;
      const answer = await data(asked, { front: cursors[0], behind: cursors.at(-1) });
      expectFromTheEnd(`${type}.${field.name}`, cursors, found(answer));
      if (cursors.length > 2) long += 1;
    }
    return long;
  }

  test("gives from the end what it gives from the front: those of the root", {
    timeout: patient,
  }, async () => {
    expect(await look(undefined, "Query")).toBeGreaterThan(15);
    expect(await look("dataQuality", "DataQuality")).toBeGreaterThan(3);
  });

  test.each(kindNames)(
    "gives from the end what it gives from the front: %s",
    { timeout: 120_000 },
    async (kind) => {
      const [busiest] =
        (await stores[0]?.read(
          `MATCH (n:${kind})--(m) WITH n, count(m) AS relations RETURN n.id AS id ORDER BY relations DESC, id LIMIT 1`,
        )) ?? [];
      if (busiest === undefined) throw new Error(`there is no ${kind}`);
      const [most] =
        (await stores[0]?.read(
          "MATCH (n:Entity {id: $id})-[r]-() WHERE type(r) IN $types RETURN type(r) AS type, count(r) AS many ORDER BY many DESC, type LIMIT 1",
          { id: busiest.id ?? null, types: [...relationTypes] },
        )) ?? [];
      const holder = `${kindOf(kind).field}(id: ${JSON.stringify(busiest.id)})`;
      expect(await look(holder, kind, String(most?.type))).toBeGreaterThan(0);
    },
  );
});

describe("orders, absent values included", () => {
  const { data, ask } = loadedEngines(fixture);

  const orders = kindNames.flatMap((kind) => {
    const fields = schema.getType(`${kind}OrderField`);
    if (!isEnumType(fields)) return [];
    return fields
      .getValues()
      .flatMap(({ name }) => ["ASC", "DESC"].map((direction) => [kind, name, direction] as const));
  });

  test.each(orders)("%s by %s %s: pages from the end to the front", async (kind, field, direction) => {
    const { plural } = kindOf(kind);
    const query = `query($first: Int, $last: Int, $before: String) {
      list: ${plural}(orderBy: [{field: ${field}, direction: ${direction}}], first: $first, last: $last, before: $before) ${page}
    }`;
    const pages = async (variables: Record<string, unknown>): Promise<Edges> =>
      (await data<{ list: Edges }>(query, variables)).list;
    const whole = cursorsOf(await pages({ first: 1000 }));
    for (const last of [1, 3]) {
      const seen: string[] = [];
      let before: string | null = null;
      do {
        const one: Edges = await pages({ last, before });
        expect(one.pageInfo.hasNextPage).toBe(before !== null);
        seen.unshift(...cursorsOf(one));
        before = one.pageInfo.hasPreviousPage ? one.pageInfo.startCursor : null;
      } while (before !== null && seen.length <= whole.length);
      expect(seen).toEqual(whole);
    }
  });

  test("the default of first is for who says nothing of how many", async () => {
    const list = "enterprises(first: $first, last: $last) { nodes { id } }";
    const query = `query($first: Int, $last: Int) { ${list} }`;
    const sizes = async (variables: Record<string, unknown>): Promise<number> =>
      (await data<{ enterprises: { nodes: unknown[] } }>(query, variables)).enterprises.nodes.length;
    expect(await sizes({})).toBe(10);
    expect(await sizes({ last: 3 })).toBe(3);
    expect(await sizes({ last: 3, first: null })).toBe(3);
    expect(await sizes({ last: null, first: 2 })).toBe(2);
  });

  test("first and last together are refused, wherever they come from", async () => {
    for (const [args, variables] of [
      ["first: $n, last: $n", { n: 2 }],
      ["first: $n, last: 2", { n: 2 }],
      ["first: 0, last: $n", { n: 0 }],
    ] as const) {
      const answer = await ask(
        `query($n: Int) { list: enterprises(${args}) { nodes { id } totalCount } }`,
        variables,
      );
      expect([args, answer.errors]).toEqual([args, [{ code: "BAD_ARGUMENT", path: ["list"] }]]);
      expect(answer.messages.join()).toContain("first");
    }
  });

  test("before is bound to list, filter and order as after is", async () => {
    const from = await data<{ list: Edges }>(
      `{ list: enterprises(orderBy: [{field: CAPITAL}], last: 1) ${page} }`,
    );
    const before = JSON.stringify(cursorsOf(from.list)[0]);
    for (const field of [
      `enterprises(last: 1, before: ${before}) { nodes { id } }`,
      `enterprises(last: 1, orderBy: [{field: CAPITAL, direction: DESC}], before: ${before}) { nodes { id } }`,
      `enterprises(last: 1, orderBy: [{field: CAPITAL}], filter: {listed: true}, before: ${before}) { totalCount }`,
      `parks(first: 1, before: ${before}) { nodes { id } }`,
      `enterprises(last: 2, before: "nonsense") { nodes { id } }`,
    ]) {
      const answer = await ask(`{ list: ${field} }`);
      expect([field, answer.errors]).toEqual([field, [{ code: "BAD_CURSOR", path: ["list"] }]]);
      expect(answer.messages.join()).toMatch(/^`before` is/);
    }
  });
});

describe("lists that code finds", () => {
  const { data } = loadedEngines(policyWorld);

  test.each([
    [
      "measure",
      "measure:first",
      'candidates(asOf: "2023", status: [ELIGIBLE, NEARLY, UNKNOWN, INELIGIBLE], ',
    ],
    ["certification", "", "candidates("],
  ])("%s: from the end what they give from the front", { timeout: patient }, async (field, asked, list) => {
    const all = await data<Record<string, { nodes: { id: string }[] }>>(
      `{ ${field}s(first: 100) { nodes { id } } }`,
    );
    const ids = asked === "" ? (all[`${field}s`]?.nodes ?? []).map(({ id }) => id) : [asked];
    let long = 0;
    for (const id of ids) {
      const [name, more] = list.split("(");
      const holder = `holder: ${field}(id: ${JSON.stringify(id)})`;
      const answer = await data<{ holder: { all: Edges } }>(
        `{ ${holder} { all: ${list}first: 1000) ${page} } }`,
      );
      const cursors = cursorsOf(answer.holder.all);
      const query = `query($front: String, $behind: String) { ${holder} { ${questions(name ?? "", more ?? "")} } }`;
      if (cursors.length === 0) continue;
      const found = await data<{ holder: Record<string, Edges> }>(query, {
        front: cursors[0],
        behind: cursors.at(-1),
      });
      expectFromTheEnd(id, cursors, found.holder);
      if (cursors.length > 3) long += 1;
    }
    expect(long).toBeGreaterThan(0);
  });
});
