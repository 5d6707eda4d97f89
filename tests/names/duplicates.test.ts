// What doctor calls duplicates: one name twice once what may be left off is, an alias that is another's name; and what
// only looks like it.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { type Findings, fields, rows } from "../support/findings.ts";

const sources = "doc-a:1";
const enterprise = (id: string, name: string, aliases = "") => ({
  id: `enterprise:${id}`,
  name,
  aliases,
  sources,
});

const { data } = loadedEngines({
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
    Enterprise: [
      ...["工商", "农业", "建设", "交通", "招商", "光大", "中信", "民生"].map((word, index) =>
        enterprise(`bank${index}`, `中国${word}银行股份有限公司`),
      ),
      enterprise("bank-js", "江苏银行股份有限公司"),
      enterprise("bank-nj", "南京银行股份有限公司"),
      enterprise("branch", "中国工商银行股份有限公司无锡分行"),
      enterprise("wuxi", "无锡甲乙科技有限公司"),
      enterprise("suzhou", "苏州甲乙科技有限公司"),
      enterprise("group", "丙丁集团有限公司"),
      enterprise("company", "丙丁有限公司"),
      enterprise("twice-a", "无锡戊己科技有限公司"),
      enterprise("twice-b", "无锡市戊己科技股份有限公司"),
      enterprise("unplaced", "庚辛科技有限公司"),
      enterprise("placed", "常州庚辛科技有限公司"),
      enterprise("owner", "壬癸机械有限公司", "子丑动力"),
      enterprise("bearer", "子丑动力"),
      enterprise("one", "寅卯电子有限公司", "共用"),
      enterprise("two", "辰巳食品有限公司", "共用"),
    ],
  },
});

const found = async (field: string) => {
  const { dataQuality } = await data<{ dataQuality: { found: Findings } }>(
    `{ dataQuality { found: ${field} ${fields} } }`,
  );
  return rows(dataQuality.found)?.map(([id, , ...related]) => [
    String(id).slice(11),
    ...related.map((one) => String(one).slice(11)),
  ]);
};

test("eight banks, two cities, a branch, a group and its company are no duplicates", async () => {
  const all = (await found("duplicates(first: 100)"))?.sort();
  expect(all).toEqual([
    ["bearer", "owner"],
    ["owner", "bearer"],
    ["placed", "unplaced"],
    ["twice-a", "twice-b"],
    ["twice-b", "twice-a"],
    ["unplaced", "placed"],
  ]);
});

test("an alias of two is told as shared", async () => {
  expect((await found("sharedNames"))?.sort()).toEqual([
    ["one", "two"],
    ["two", "one"],
  ]);
});
