// Codes in filters: found however they are written, and where the data have no such code an error that tells those near.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const sources = "doc-a:1";
const enterprise = (id: string, industryCode: string, stockCode: string) => ({
  id: `enterprise:${id}`,
  name: `代码企业${id}`,
  industryCode,
  stockCode,
  sources,
});

const folder = writeFolder({
  ...fixture,
  entities: {
    ...fixture.entities,
    Enterprise: [
      ...(fixture.entities?.Enterprise ?? []),
      enterprise("c1", "C3831", "688211"),
      enterprise("c2", "C3824", "600001"),
      enterprise("c3", "I6513", "300750"),
    ],
  },
});

const { data, ask } = loadedEngines(folder);

const idsOf = async (filter: string): Promise<string[]> => {
  const { enterprises } = await data<{ enterprises: { nodes: { id: string }[] } }>(
    `{ enterprises(filter: ${filter}) { nodes { id } } }`,
  );
  return enterprises.nodes.map(({ id }) => id.replace("enterprise:", ""));
};

test.each([
  ['{industryCode: "C38"}', ["c1", "c2"]],
  ['{industryCode: "383"}', ["c1"]],
  ['{industryCode: "c3831"}', ["c1"]],
  ['{industryCode: "I"}', ["c3"]],
  ['{industryCodeIn: ["3831", "I6513"]}', ["c1", "c3"]],
  ['{stockCode: "688211.SH"}', ["c1"]],
  ['{stockCodeIn: ["SZ300750", "600001"]}', ["c2", "c3"]],
  ['{industryCode: "C38", not: {stockCode: "688211"}}', ["c2"]],
])("%s finds those of that code", async (filter, expected) => {
  expect((await idsOf(filter)).sort()).toEqual(expected);
});

test.each([
  ['enterprises(filter: {industryCode: "C39"})', /begins with "C39".*Near it: "C38/],
  ['enterprises(filter: {industryCode: "Z99"})', /no code of GB\/T 4754/],
  ['enterprises(filter: {industryCodeIn: ["C3831", "C3832"]})', /industryCode "C3832".*"C3831"/],
  ['enterprises(filter: {not: {stockCode: "688212"}})', /stockCode "688212".*"688211"/],
  ['enterprises(filter: {or: [{stockCode: "999999"}, {listed: true}]})', /stockCode "999999"/],
  ['observations(filter: {unit: "斗"})', /comparedUnit "斗"/],
  ['documents(filter: {stem: "doc-z"})', /stem "doc-z".*"doc-a"/],
  ['parks(filter: {enterprises: {some: {node: {industryCode: "A01"}}}})', /begins with "A01".*Near it: "C38/],
])("%s asks for a code that is not there", async (list, expected) => {
  const { errors, messages } = await ask(`{ ${list} { totalCount } }`);
  expect(errors.map(({ code }) => code)).toEqual(["UNKNOWN_NAME"]);
  expect(messages[0]).toMatch(expected);
});

test.each([
  ['enterprise(stockCode: "688212")', /with the stockCode "688212".*Near it: "688211"/],
  ['enterprise(stockCode: "C3831")', /"C3831" is no stock code: write its digits/],
  ['enterprise(creditCode: "123")', /"123" is no unified social credit code: write its 18 digits/],
  [
    'enterprise(name: "688211.SH")',
    /It is the stockCode of Enterprise enterprise:c1 \(代码企业c1\): ask by stockCode/,
  ],
  ['enterprise(creditCode: "688211")', /It is the stockCode of Enterprise enterprise:c1/],
  ['region(name: "300750")', /It is the stockCode of Enterprise enterprise:c3/],
  [
    'node(id: "600001")',
    /is the id or name of nothing here. It is the stockCode of Enterprise enterprise:c2/,
  ],
])("%s tells what is wrong and what is near", async (lookup, expected) => {
  const { errors, messages } = await ask(`{ ${lookup} { id } }`);
  expect(errors.map(({ code }) => code)).toEqual(["UNKNOWN_NAME"]);
  expect(messages[0]).toMatch(expected);
});

test.each([
  ['enterprise(stockCode: "SZ300750")', "enterprise:c3"],
  ['enterprise(stockCode: "688211.SH")', "enterprise:c1"],
])("%s looks up whose it is", async (lookup, id) => {
  expect(await data(`{ one: ${lookup} { id } }`)).toEqual({ one: { id } });
});

test("where nothing has such a code at all, that is said", async () => {
  const { errors, messages } = await ask(
    '{ policies(filter: {documentNumber: "工信部企业〔2022〕63号"}) { totalCount } }',
  );
  expect(errors.map(({ code }) => code)).toEqual(["UNKNOWN_NAME"]);
  expect(messages[0]).toContain("None here has any documentNumber.");
});
