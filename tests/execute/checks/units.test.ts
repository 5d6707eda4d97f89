// Units of figures in a filter, on data in which one metric is said in several.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../../support/answers.ts";
import { writeFolder } from "../../support/folder.ts";

const enterprise = (id: string) => ({ id: `enterprise:${id}`, name: `${id}公司`, sources: "list:2" });
const figure = (id: string, subject: string, metric: string, value: number, unit: string) => ({
  ...{ id: `observation:${id}`, subject: `enterprise:${subject}`, metric, value, unit },
  ...{ period: "2023", sources: "list:2" },
});

const folder = writeFolder({
  entities: {
    Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
    Enterprise: ["a", "b", "c"].map(enterprise),
    Metric: [
      { id: "metric:exports", name: "出口额", sources: "list:1" },
      { id: "metric:staff", name: "职工", normalUnit: "count", sources: "list:1" },
      { id: "metric:place", name: "排名", normalUnit: "rank", sources: "list:1" },
      { id: "metric:unseen", name: "未见", normalUnit: "yuan", sources: "list:1" },
    ],
  },
  observations: [
    figure("1", "a", "exports", 3, "亿元"),
    figure("2", "b", "exports", 4, "亿美元"),
    { ...figure("3", "a", "staff", 300, "名"), normalisedValue: 300, normalisedUnit: "count" },
    figure("4", "c", "place", 3, "名"),
  ],
});

const { ask } = loadedEngines(folder);

const found = async (condition: string): Promise<unknown> => {
  const { data, messages } = await ask(`{ enterprises(filter: {figure: {${condition}}}) { nodes { id } } }`);
  const { enterprises } = (data ?? {}) as { enterprises?: { nodes: { id: string }[] } };
  return messages.length > 0 ? messages : enterprises?.nodes.map(({ id }) => id);
};

describe("bounds of a figure", () => {
  test("are those of one unit, where the metric's figures are in several", async () => {
    expect(await found('metric: "出口额", atLeast: 2, unit: "亿元"')).toEqual(["enterprise:a"]);
    expect(await found('metric: "出口额", atLeast: 2, unit: "亿美元"')).toEqual(["enterprise:b"]);
  });

  test("need their unit then", async () => {
    expect(await found('metric: "出口额", atLeast: 2')).toEqual([
      'filter.figure.unit is needed: figures of "exports" are in several units, US dollar (美元), yuan (元); say in which the bounds are.',
    ]);
  });

  test("without bounds need none", async () => {
    expect(await found('metric: "出口额"')).toEqual(["enterprise:a", "enterprise:b"]);
  });

  test("in a unit that no figure can be in are refused", async () => {
    expect(await found('metric: "出口额", atLeast: 2, unit: "亩"')).toEqual([
      'filter.figure.unit: no figure of "exports" can be in "亩": its figures are in US dollar (美元), yuan (元). Give a unit of that kind, or leave it out.',
    ]);
  });

  test("may be in a unit that stands for two things", async () => {
    expect(await found('metric: "职工", atLeast: 200, unit: "名"')).toEqual(["enterprise:a"]);
    expect(await found('metric: "排名", atMost: 3, unit: "名"')).toEqual(["enterprise:c"]);
  });

  test("of a metric without figures find nothing, whatever the unit", async () => {
    expect(await found('metric: "未见", atLeast: 1, unit: "亿元"')).toEqual([]);
  });
});
