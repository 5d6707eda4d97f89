// Names that stand for nothing: what is near is told for short names too, and what they stand for among other kinds.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { ask } = loadedEngines("seed");

const told = async (question: string): Promise<string> => {
  const { errors, messages } = await ask(`{ ${question} }`);
  expect(errors.map(({ code }) => code)).toEqual(["UNKNOWN_NAME"]);
  return messages.join();
};

describe("a short name with one wrong character", () => {
  test.each([
    ['region(name: "无钖市") { id }', "region:wuxi"],
    ['enterprises(filter: {region: "无钖市"}) { totalCount }', "region:wuxi"],
    ['region(name: "锡山曲") { id }', "region:xishan"],
    ['certification(name: "小具人") { id }', "certification:srdi-little-giant"],
    ['enterprises(filter: {certifiedAs: "专精特薪"}) { totalCount }', "certification:"],
  ])("%s: what is near is named", async (question, near) => {
    expect(await told(question)).toMatch(new RegExp(`Near it: .*${near}`));
  });

  test("of nothing that is there has nothing near", async () => {
    expect(await told('region(name: "囧囧囧") { id }')).toBe('"囧囧囧" is the id or name of no Region here.');
  });
});

describe("a name of another kind than is taken", () => {
  test.each([
    [
      'enterprises(filter: {region: "锡山经济技术开发区"}) { totalCount }',
      /no Region here\. It is Park park:xishan-development-zone \(锡山经济技术开发区\)/,
    ],
    ['enterprises(filter: {park: "锡山区"}) { totalCount }', /no Park here\. It is Region region:xishan/],
    [
      'enterprises(filter: {cluster: "region:xishan"}) { totalCount }',
      /It is Region region:xishan \(锡山区\)/,
    ],
    ['enterprise(name: "锡山区") { id }', /no Enterprise here\. It is Region region:xishan/],
  ])("%s: the kind that it is of is told", async (question, message) => {
    expect(await told(question)).toMatch(message);
  });
});

describe("a text that all of a property is to be", () => {
  test.each([
    [
      'platforms(filter: {functions: "政策"}) { totalCount }',
      /functions "政策".*"政策订阅".*ask functionsContains/,
    ],
    ['platforms(filter: {functionsIn: ["政策订阅", "不存在"]}) { totalCount }', /functions "不存在"/],
    ['enterprises(filter: {name: "鑫宏业"}) { totalCount }', /name "鑫宏业".*鑫宏业.*ask nameContains/],
    ['enterprises(filter: {aliases: "没有这家公司"}) { totalCount }', /aliases "没有这家公司"/],
    ['observations(filter: {subject: "锡山区", counts: "飞机"}) { totalCount }', /counts "飞机"/],
    ['enterprises(filter: {not: {name: " "}}) { totalCount }', /name " "/],
    ['enterprises(filter: {products: "芯片组件"}) { totalCount }', /products "芯片组件"/],
  ])("%s is refused where nothing has it, with what is near", async (question, message) => {
    expect(await told(question)).toMatch(message);
  });

  test("is found where something has it, and for a part of it", async () => {
    const { data, messages } = await ask(`{
      a: platforms(filter: {functions: "政策订阅"}) { totalCount }
      b: platforms(filter: {functionsContains: "政策"}) { totalCount }
      c: platforms(filter: {functionsIn: []}) { totalCount } }`);
    expect(messages).toEqual([]);
    expect(data).toMatchObject({ a: { totalCount: 1 }, c: { totalCount: 0 } });
  });
});
