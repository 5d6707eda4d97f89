// Filters of lists, alone and combined: the rows by hand from the fixture, equal on both engines.
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from "graphql";
import { describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";
import { type Page, short } from "../support/page.ts";

const { ask, data } = loadedEngines(fixture);
const schema = buildSchema();

async function enterprises(filter: string): Promise<{ readonly total: number; readonly ids: string[] }> {
  const { enterprises: page } = await data<{ enterprises: Page }>(
    `{ enterprises(filter: {${filter}}) { totalCount nodes { id } } }`,
  );
  return { total: page.totalCount, ids: short(page).sort() };
}

describe("filters of enterprises, alone and combined", () => {
  test.each<[string, string[]]>([
    [`region: "region:east"`, ["battery", "direct", "same-a", "weizhi", "xinhongye"]],
    [`region: "region:west"`, ["drug", "same-b", "xinhongye"]],
    [
      `region: "region:city"`,
      ["battery", "direct", "drug", "latin", "same-a", "same-b", "weizhi", "xinhongye"],
    ],
    [
      `region: "region:province"`,
      ["battery", "direct", "drug", "latin", "same-a", "same-b", "weizhi", "xinhongye"],
    ],
    [`region: "region:empty"`, []],
    [`park: "park:big"`, ["battery", "same-a", "weizhi", "xinhongye"]],
    [`park: "park:inner"`, ["battery"]],
    [`cluster: "cluster:energy"`, ["battery", "xinhongye"]],
    [`cluster: "cluster:system"`, ["battery", "xinhongye"]],
    [`cluster: "cluster:battery"`, ["battery"]],
    [`certifiedAs: "certification:prov"`, ["weizhi", "xinhongye"]],
    [`certificationLevel: NATIONAL`, ["battery", "drug", "xinhongye"]],
    [`certificationLevel: DISTRICT`, []],
    [`certifiedAs: "certification:prov", certificationLevel: PROVINCIAL`, ["weizhi", "xinhongye"]],
    [`listed: true`, ["direct", "weizhi", "xinhongye"]],
    [`listed: false`, ["battery", "drug"]],
    [`capitalAtLeast: 97000000`, ["direct", "same-a", "weizhi", "xinhongye"]],
    [`capitalAtLeast: 131608698.5`, ["weizhi"]],
    [`capitalAtMost: 1`, ["self"]],
    [`capitalAtLeast: 2, capitalAtMost: 96999999.5`, ["battery"]],
    [
      `capitalAtLeast: 50000000, cluster: "cluster:energy", certificationLevel: NATIONAL`,
      ["battery", "xinhongye"],
    ],
    [`text: "鑫宏業"`, ["xinhongye"]],
    [`text: "ＡＢＣ"`, ["latin"]],
    [`text: "同名"`, ["same-a", "same-b"]],
    [`text: "xhy"`, ["xinhongye"]],
    [`region: "region:east", certificationLevel: NATIONAL`, ["battery", "xinhongye"]],
    [`region: "region:west", certificationLevel: NATIONAL, listed: true`, ["xinhongye"]],
    [`region: "region:city", park: "park:big", cluster: "cluster:energy", listed: false`, ["battery"]],
    [`park: "park:west", text: "有限公司", certifiedAs: "certification:nat"`, ["drug", "xinhongye"]],
    [
      `region: "region:city", park: "park:big", cluster: "cluster:system", certifiedAs: "certification:nat",
        certificationLevel: NATIONAL, text: "线缆", listed: true`,
      ["xinhongye"],
    ],
    [`region: null, park: null, listed: true, text: null`, ["direct", "weizhi", "xinhongye"]],
  ])("%s", async (filter, expected) => {
    expect(await enterprises(filter)).toEqual({ total: expected.length, ids: expected });
  });

  test("an empty filter and none list everything", async () => {
    expect((await enterprises("")).total).toBe(10);
    const answer = await data("{ enterprises(filter: null) { totalCount } }");
    expect(answer).toEqual({ enterprises: { totalCount: 10 } });
  });

  test("a text without letter or digit is refused, and the rest of the request answered", async () => {
    const answer = await ask(`{
      enterprises(filter: { text: "（）" }) { totalCount }
      parks { totalCount }
    }`);
    expect(answer.errors).toEqual([{ code: "BAD_ARGUMENT", path: ["enterprises"] }]);
    // The list may not be null: the whole data is.
    expect(answer.data).toBeNull();
  });

  test("lists along a relation take the same filters and orders", async () => {
    const answer = await data(`{
      region(id: "region:city") {
        enterprises(filter: { listed: true }, orderBy: [{ field: CAPITAL, direction: DESC }]) { totalCount nodes { id } facets { parks { key count } } }
      }
      park(id: "park:big") { enterprises(filter: { certificationLevel: PROVINCIAL }) { totalCount nodes { id } } }
    }`);
    expect(answer).toEqual({
      region: {
        enterprises: {
          totalCount: 3,
          nodes: ["weizhi", "direct", "xinhongye"].map((id) => ({ id: `enterprise:${id}` })),
          facets: {
            parks: [
              { key: "park:big", count: 2 },
              { key: "park:west", count: 1 },
            ],
          },
        },
      },
      park: {
        enterprises: {
          totalCount: 2,
          nodes: [{ id: "enterprise:xinhongye" }, { id: "enterprise:weizhi" }],
        },
      },
    });
  });
});

/** Values to try for a filter field: every one that the fixture or the enumeration has. */
function valuesOf(input: string, field: string): unknown[] {
  const type = schema.getType(input);
  if (!isInputObjectType(type)) throw new Error(`${input} is no input`);
  const declared = type.getFields()[field]?.type;
  return declared === undefined ? [] : valuesOfType(declared, field, 0);
}

/** How deep conditions stand in conditions. */
const deepest = 2;

function valuesOfType(declared: GraphQLInputType, field: string, depth: number): unknown[] {
  if (isNonNullType(declared)) return valuesOfType(declared.ofType as GraphQLInputType, field, depth);
  if (isListType(declared)) {
    const values = valuesOfType(declared.ofType as GraphQLInputType, field, depth);
    return [[], values.slice(0, 2), ...values.slice(0, 1).map((one) => [one])];
  }
  if (isInputObjectType(declared)) {
    const fields = Object.values(declared.getFields());
    const required = Object.fromEntries(
      fields
        .filter((one) => isNonNullType(one.type))
        .map((one) => [one.name, valuesOfType(one.type, one.name, depth)[0]]),
    );
    // One condition at a time: what they are together is asked in tests/plan/filters.test.ts.
    const narrow = depth === 0 ? fields : fields.slice(0, 4);
    return depth === deepest
      ? [required]
      : narrow.flatMap((one) =>
          valuesOfType(one.type, one.name, depth + 1)
            .slice(0, 1)
            .map((value) => ({ ...required, [one.name]: value })),
        );
  }
  if (isEnumType(declared)) return declared.getValues().map((value) => value.name);
  if (String(declared) === "Boolean") return [true, false];
  if (String(declared) === "Date") return ["2022", "2021-12", "1999-01-31"];
  if (String(declared) === "Period") return ["2022", "2022-H1", "2021年", "2021-06/2022-06"];
  if (String(declared) === "ID") {
    const ids = Object.values(fixture.entities ?? {}).flatMap((rows) => rows.map((row) => row.id));
    return [...ids, "enterprise:none", ""];
  }
  if (String(declared) === "Float") return [0, 97_000_000, 97_000_000.5];
  if (String(declared) === "Int") return [0, 2, 2021];
  if (String(declared) === "Date" || /^founded/.test(field)) return ["2004", "2016-05", "2019-01-31"];
  return ["srdi", "output", "2022", "2021", "企业", "东", "a", "电池"];
}

/** A value may be wrong for its field, or name nothing, or several. */
const refusals = new Set(["BAD_ARGUMENT", "UNKNOWN_NAME", "AMBIGUOUS_NAME"]);

const listed = kindNames.filter((kind) => schema.getQueryType()?.getFields()[kindOf(kind).plural]);

describe("every filter of every list gives the same on both engines", () => {
  const filters = listed.flatMap((kind) => {
    const input = schema.getType(`${kind}Filter`);
    return isInputObjectType(input)
      ? Object.keys(input.getFields()).map((field) => [kind, field] as const)
      : [];
  });
  test.each(filters)("%s by %s", async (kind, field) => {
    const { plural } = kindOf(kind);
    for (const value of valuesOf(`${kind}Filter`, field)) {
      const answer = await ask(
        `query($filter: ${kind}Filter) { ${plural}(filter: $filter) { totalCount nodes { id name } } }`,
        { filter: { [field]: value } },
      );
      expect(answer.errors.filter((error) => !refusals.has(error.code))).toEqual([]);
      const page = answer.data?.[plural] as Page | undefined;
      if (page !== undefined) expect(page.nodes.length).toBe(page.totalCount);
    }
  });
});
