// Names where ids are taken, and nothing answered with zero for what is not there.
import { fileURLToPath } from "node:url";
import { getNamedType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { references } from "../../src/api/references.ts";
import { buildSchema } from "../../src/api/schema.ts";
import { loadedEngines } from "../support/answers.ts";

const { ask } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

async function answered(
  query: string,
  variables?: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const answer = await ask(query, variables);
  expect(answer.messages).toEqual([]);
  return answer.data as Record<string, unknown>;
}

describe("every argument and field of an input that takes an id", () => {
  test("takes a name as well", () => {
    const types = Object.values(buildSchema().getTypeMap()).filter(({ name }) => !name.startsWith("__"));
    const taken = types.flatMap((type) => {
      if (isInputObjectType(type))
        return Object.values(type.getFields()).map((one) => [`${type.name}.${one.name}`, one] as const);
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      return Object.values(type.getFields()).flatMap((field) =>
        field.args.map((one) => [`${type.name}.${field.name}(${one.name})`, one] as const),
      );
    });
    const open = taken.filter(
      ([, { name, type }]) => getNamedType(type).name === "ID" && !Object.hasOwn(references, name),
    );
    expect(open.map(([where]) => where)).toEqual([]);
  });
});

describe("a name where an id is taken", () => {
  const pairs: readonly [string, string, string][] = [
    [
      "a filter",
      `{ enterprises(filter: {region: "锡山区"}) { totalCount } }`,
      `{ enterprises(filter: {region: "region:xishan"}) { totalCount } }`,
    ],
    [
      "a park by its full name",
      `{ enterprises(filter: {park: "无锡锡山经济技术开发区"}) { totalCount } }`,
      `{ enterprises(filter: {park: "park:xishan-development-zone"}) { totalCount } }`,
    ],
    [
      "within or and not",
      `{ enterprises(filter: {or: [{region: "吴中区"}, {not: {region: "锡山区"}}]}) { totalCount } }`,
      `{ enterprises(filter: {or: [{region: "region:wuzhong"}, {not: {region: "region:xishan"}}]}) { totalCount } }`,
    ],
    [
      "a filter of a far end",
      `{ enterprises(filter: {parks: {some: {node: {region: "锡山区"}}}}) { totalCount } }`,
      `{ enterprises(filter: {parks: {some: {node: {region: "region:xishan"}}}}) { totalCount } }`,
    ],
    [
      "a certification",
      `{ enterprises(filter: {certifiedAs: "国家级专精特新小巨人"}) { totalCount } }`,
      `{ enterprises(filter: {certifiedAs: "certification:srdi-little-giant-national"}) { totalCount } }`,
    ],
    [
      "a metric",
      `{ observations(filter: {metric: "规上工业总产值"}) { totalCount } }`,
      `{ observations(filter: {metric: "industrial-output"}) { totalCount } }`,
    ],
    [
      "an operand of a calculation",
      `{ towards(target: {subject: "吴中区", metric: "规上工业总产值", status: TARGET}) { formula inputs { entity { id } } } }`,
      `{ towards(target: {subject: "region:wuzhong", metric: "industrial-output", status: TARGET}) { formula inputs { entity { id } } } }`,
    ],
    [
      "a measure that is multiplied",
      `{ multiplied(figure: {measure: "锡山区国家级专精特新企业认定奖励"}, times: {number: 3}) { value formula } }`,
      `{ multiplied(figure: {measure: "measure:xishan-srdi-national-first"}, times: {number: 3}) { value formula } }`,
    ],
    [
      "the maker of a product",
      `{ products(filter: {maker: "鑫宏业"}) { totalCount } }`,
      `{ products(filter: {maker: "enterprise:xinhongye"}) { totalCount } }`,
    ],
    [
      "a metric by its own id",
      `{ observations(filter: {metric: "metric:industrial-output"}) { totalCount } }`,
      `{ observations(filter: {metric: "industrial-output"}) { totalCount } }`,
    ],
    [
      "the ends of a path",
      `{ path(from: "光大银行", to: "锡山经济技术开发区") { length nodes { id } } }`,
      `{ path(from: "institution:everbright", to: "park:xishan-development-zone") { length nodes { id } } }`,
    ],
    [
      "several subjects",
      `{ comparison(metrics: ["规上工业总产值"], subjects: ["锡山区", "吴中区"]) { periodStart figures { subject { id } } } }`,
      `{ comparison(metrics: ["industrial-output"], subjects: ["region:xishan", "region:wuzhong"]) { periodStart figures { subject { id } } } }`,
    ],
    [
      "what code looks into",
      `{ measure(id: "measure:xishan-srdi-national-first") { candidates(park: "宛山湖科技城") { totalCount } } }`,
      `{ measure(id: "measure:xishan-srdi-national-first") { candidates(park: "park:wanshanhu-science-city") { totalCount } } }`,
    ],
    [
      "a lookup by id",
      `{ park(id: "宛山湖科技城") { id } }`,
      `{ park(id: "park:wanshanhu-science-city") { id } }`,
    ],
    [
      "any entity",
      `{ node(id: "中科微至") { id kind } }`,
      `{ node(id: "enterprise:zhongke-weizhi") { id kind } }`,
    ],
    [
      "an argument deep within",
      `{ cluster(id: "cluster:wuzhong-3-3-3") { gaps(region: "吴中区") { missing } } }`,
      `{ cluster(id: "cluster:wuzhong-3-3-3") { gaps(region: "region:wuzhong") { missing } } }`,
    ],
  ];
  test.each(pairs)("in %s means the same as the id", async (_, named, byId) => {
    expect(await answered(named)).toEqual(await answered(byId));
  });

  test("may come in a variable", async () => {
    const document =
      'query Q($f: EnterpriseFilter, $to: ID!) { enterprises(filter: $f) { totalCount } path(from: "中科微至", to: $to) { length } }';
    const one = await answered(document, { f: { region: "锡山区" }, to: "锡山区" });
    const other = await answered(document, { f: { region: "region:xishan" }, to: "region:xishan" });
    expect(one).toEqual(other);
  });

  test("and its id share the cursors of a list", async () => {
    const first = (await answered(
      `{ enterprises(filter: {region: "锡山区"}, first: 2) { pageInfo { endCursor } } }`,
    )) as { enterprises: { pageInfo: { endCursor: string } } };
    const after = first.enterprises.pageInfo.endCursor;
    const rest = (region: string) =>
      answered(
        `{ enterprises(filter: {region: "${region}"}, first: 2, after: "${after}") { nodes { id } } }`,
      );
    expect(await rest("region:xishan")).toEqual(await rest("锡山区"));
    const other = await ask(
      `{ enterprises(filter: {region: "吴中区"}, after: "${after}") { nodes { id } } }`,
    );
    expect(other.errors).toEqual([{ code: "BAD_CURSOR", path: ["enterprises"] }]);
  });
});

describe("what is not there", () => {
  const wrong: readonly [string, string, RegExp][] = [
    [
      `{ enterprises(filter: {region: "region:nope"}) { totalCount } }`,
      "UNKNOWN_NAME",
      /"region:nope" is the id or name of no Region here/,
    ],
    [
      `{ enterprises(filter: {park: "x"}) { totalCount } }`,
      "UNKNOWN_NAME",
      /"x" is the id or name of no Park/,
    ],
    [
      `{ enterprises(filter: {region: "park:wanshanhu-science-city"}) { totalCount } }`,
      "UNKNOWN_NAME",
      /of no Region/,
    ],
    [`{ enterprises(filter: {not: {region: "不存在区"}}) { totalCount } }`, "UNKNOWN_NAME", /不存在区/],
    [`{ observations(filter: {metric: "没有的指标"}) { totalCount } }`, "UNKNOWN_NAME", /of no Metric/],
    [
      `{ observations(filter: {subject: "enterprise:nope"}) { totalCount } }`,
      "UNKNOWN_NAME",
      /enterprise:nope/,
    ],
    [
      `{ path(from: "光大银行", to: "nobody") { length } }`,
      "UNKNOWN_NAME",
      /"nobody" is the id or name of nothing here/,
    ],
    [
      `{ series(metric: "srdi-output", subjects: ["region:xishan", "region:nope"]) { subject { id } } }`,
      "UNKNOWN_NAME",
      /region:nope/,
    ],
    [
      `{ enterprises(filter: {cluster: "新能源"}) { totalCount } }`,
      "AMBIGUOUS_NAME",
      /stands for \d+ entities/,
    ],
    [
      `{ enterprises(filter: {idIn: ["enterprise:xinhongye", "enterprise:nope"]}) { totalCount } }`,
      "UNKNOWN_NAME",
      /enterprise:nope/,
    ],
    [`{ enterprises(filter: {figure: {metric: "无此指标"}}) { totalCount } }`, "UNKNOWN_NAME", /无此指标/],
    [`{ park(id: "没有这个园区") { id } }`, "UNKNOWN_NAME", /没有这个园区/],
    [
      `{ regions(filter: {figure: {metric: "规上工业总产值", atLeast: 100, unit: "公里"}}) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter\.figure\.unit: no figure of "industrial-output" can be in "公里": its figures are in yuan \(元\)\. /,
    ],
    [
      `{ enterprises(filter: {or: [{region: "锡山区"}, {not: {figure: {metric: "industrial-output", atMost: 1, unit: "mu"}}}]}) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter\.or\.1\.not\.figure\.unit: no figure /,
    ],
    [
      `{ observations(filter: {metric: "规上工业总产值", unit: "mu"}) { totalCount } }`,
      "BAD_ARGUMENT",
      /^filter\.unit: no figure of "industrial-output" can be in "mu"/,
    ],
  ];
  test.each(wrong)("%s is an error that says so", async (query, code, message) => {
    const answer = await ask(query);
    expect(answer.messages.join("\n")).toMatch(message);
    expect(answer.errors.map((one) => one.code)).toEqual([code]);
  });

  test("says what is near", async () => {
    const answer = await ask(`{ enterprises(filter: {park: "宛山湖科技"}) { totalCount } }`);
    if (answer.messages.length > 0) expect(answer.messages.join("\n")).toContain("宛山湖科技城");
  });

  test("of several names is told of the first, for each root field", async () => {
    const answer = await ask(
      `{ a: enterprises(filter: {idIn: ["没有一", "没有二"]}) { totalCount } b: parks(filter: {idIn: ["没有三", "没有四"]}) { totalCount } }`,
    );
    expect(answer.errors.map(({ path }) => path)).toEqual([["a"], ["b"]]);
    expect(answer.messages).toEqual([
      expect.stringMatching(/^"没有一" is the id or name of no Enterprise here/),
      expect.stringMatching(/^"没有三" is the id or name of no Park here/),
    ]);
  });

  test("leaves the other root fields their answers", async () => {
    const answer = await ask(
      `{ wrong: path(from: "nobody", to: "锡山区") { length } right: enterprises(filter: {region: "锡山区"}) { totalCount } }`,
    );
    expect(answer.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["wrong"] }]);
    expect((answer.data as { right: { totalCount: number } }).right.totalCount).toBeGreaterThan(0);
  });

  test("is told where one entity is looked up, with what is near, beside null for that field alone", async () => {
    const answer = await ask(
      `{ enterprise(id: "enterprise:xinhongy") { id } node(id: "park:nope") { id } region(name: "锡山") { id } named: enterprise(name: "鑫洪业") { id } stock: enterprise(stockCode: "999999") { id } nodes(ids: ["park:nope"]) { id } }`,
    );
    expect(answer.data).toEqual({
      enterprise: null,
      node: null,
      region: { id: "region:xishan" },
      named: null,
      stock: null,
      nodes: [null],
    });
    expect(answer.errors).toEqual(
      ["enterprise", "node", "named", "stock"].map((field) => ({ code: "UNKNOWN_NAME", path: [field] })),
    );
    const [byId, , byName, byCode] = answer.messages;
    expect(byId).toContain("Near it: enterprise:xinhongye (");
    expect(byName).toContain("Near it: enterprise:xinhongye (");
    expect(byCode).toMatch(/^There is no Enterprise with the stockCode "999999"\./);
  });
});
