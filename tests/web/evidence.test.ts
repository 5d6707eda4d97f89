// Pages of what tells of things (figures, metrics, checks, conflicts, conditions) say what it is about, in words.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FigureRow, RelationRow } from "../../web/src/entity/documents.ts";
import { factsOf } from "../../web/src/entity/facts.tsx";
import { figureOf, groupsOf } from "../../web/src/entity/relations.tsx";
import { mutualAsOne } from "../../web/src/explore/documents.ts";
import { placeFor } from "../../web/src/home/examples.ts";
import { failureIn } from "../../web/src/text/failure.ts";
import { speechOf } from "../../web/src/text/language.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serveFolder(fileURLToPath(new URL("../../seed", import.meta.url)));
});
afterAll(() => server.close());

/** What a page shows, without tags and without its data for the browser. */
async function shown(path: string): Promise<string> {
  const response = await fetch(server.url + path, { headers: { accept: "text/html" } });
  const html = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "");
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

interface Listed {
  readonly nodes: readonly Readonly<Record<string, never>>[];
}

/** The first of each list, as the API tells it. */
async function asked(query: string): Promise<Readonly<Record<string, Listed>>> {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: Record<string, Listed> }).data;
}

describe("the page of", () => {
  test("what figures of others tell of says whose they are; one with its own alone has no such column", async () => {
    const figures = async (id: string): Promise<string> => {
      const response = await fetch(`${server.url}/entity/${id}`, { headers: { accept: "text/html" } });
      return /<section id="figures">[\s\S]*?<\/section>/.exec(await response.text())?.[0] ?? "";
    };
    // Nine figures of the seed tell of the national little giants: eight of Xishan, one of Wuzhong.
    const giants = await figures("certification:srdi-little-giant-national");
    expect(giants).toContain(">主体</th>");
    expect(giants.match(/href="\/entity\/region:xishan"/g)).toHaveLength(8);
    expect(giants.match(/href="\/entity\/region:wuzhong"/g)).toHaveLength(1);
    const own = await figures("enterprise:zhongke-weizhi");
    expect(own).toContain("企业年产值");
    expect(own).not.toContain(">主体</th>");
  });

  test("a figure leads to its subject and names its metric, not by its code", async () => {
    const { observations } = await asked(
      "{ observations(first: 5) { nodes { id metric subject { name } definition { name } } } }",
    );
    const nodes = (observations?.nodes ?? []) as unknown as {
      id: string;
      metric: string;
      subject: { name: string };
      definition: { name: string };
    }[];
    expect(nodes).toHaveLength(5);
    for (const { id, metric, subject, definition } of nodes) {
      const page = await shown(`/entity/${id}`);
      const [, relations = ""] = page.split(" 关系 ");
      expect([id, relations.includes(subject.name)]).toEqual([id, true]);
      expect([id, page.includes(` 指标 ${definition.name} `)]).toEqual([id, true]);
      expect([id, page.includes(` 指标 ${metric} `)]).toEqual([id, false]);
    }
  });

  test("a metric lists its figures with what each is about, its unit in words", async () => {
    const { metric } = (await asked(
      `{ metric(id: "metric:accuracy") { normalUnit figures { totalCount nodes { value subject { name } } } } }`,
    )) as unknown as {
      metric: { normalUnit: string; figures: { totalCount: number; nodes: { subject: { name: string } }[] } };
    };
    expect([metric.normalUnit, metric.figures.totalCount]).toEqual(["per cent", 2]);
    const page = await shown("/entity/metric:accuracy");
    const [head = "", figures = ""] = page.split(" 主体 ");
    for (const { subject } of metric.figures.nodes) expect(figures).toContain(subject.name);
    expect(head).toContain("标准单位 %");
  });

  test("a check tells what came of it, in the words of a check", async () => {
    const page = await shown("/entity/check:autumn-investment");
    expect(page).toMatch(/校验结果 相符 .*原文所述 553亿元 算得 553亿元 相差 0元/);
    expect(page).toMatch(/校验对象 3 .*203 亿元 · 作用 部分/);
    expect(await shown("/entity/check:autumn-investment?lang=en")).toMatch(
      /What came of it holds .*as stated/,
    );
  });

  test("a conflict leads to what it concerns", async () => {
    expect(await shown("/entity/conflict:actions-list")).toMatch(
      /涉及 2 .*7 个 .*智能化改造数字化转型绿色化7大行动/,
    );
  });
});

describe("the opening page", () => {
  test("asks who could get a measure where the measure is for, and leads to all documents", async () => {
    const response = await fetch(server.url, { headers: { accept: "text/html" } });
    const html = await response.text();
    const [, query = ""] = /href="\/policies\?(measure=[^"]*region=[^"]*)"/.exec(html) ?? [];
    const chosen = new URLSearchParams(query.replaceAll("&amp;", "&"));
    const { measure } = (await asked(
      `{ measure(id: "${chosen.get("measure")}") { regions { nodes { id } } } }`,
    )) as unknown as { measure: { regions: { nodes: { id: string }[] } } };
    expect(measure.regions.nodes.map(({ id }) => id)).toContain(chosen.get("region"));
    expect(html).toContain('href="/list?kind=DOCUMENT"');
  });

  test("asks of no measure whose places have no enterprises", () => {
    const regions = [
      { key: "region:a", name: "甲", count: 5 },
      { key: "region:b", name: "乙", count: 2 },
    ];
    const measure = (...ids: string[]) => ({
      id: "measure:m",
      kind: "MEASURE",
      name: "m",
      amount: 1,
      conditions: { totalCount: 1 },
      regions: { nodes: ids.map((id) => ({ id, kind: "REGION", name: id })) },
    });
    expect(placeFor(measure("region:b"), regions)?.key).toBe("region:b");
    expect(placeFor(measure("region:c"), regions)).toBeUndefined();
    expect(placeFor(measure(), regions)).toBeDefined();
  });
});

describe("in words", () => {
  const row = (type: string, from: string, to: string): RelationRow => {
    const end = (id: string) => ({ id, kind: "OBSERVATION", name: id });
    return {
      id: `${type}:${from}:${to}`,
      type,
      status: "STATED",
      since: null,
      until: null,
      properties: {},
      from: end(from),
      to: end(to),
      sources: [],
    };
  };

  test.each(["OBSERVES", "MEASURED_AS", "CONCERNS"])(
    "%s is told where it starts; where it ends, a section of its own has it",
    (type) => {
      const rows = [row(type, "a", "b")];
      expect(groupsOf("a", rows).map(({ inverse }) => inverse)).toEqual([false]);
      expect(groupsOf("b", rows)).toEqual([]);
    },
  );

  test("checks are told from both ends", () => {
    const rows = [row("CHECKS", "a", "b")];
    expect([groupsOf("a", rows).length, groupsOf("b", rows).length]).toEqual([1, 1]);
  });

  test("what says the same of both ends is one group and one count, whichever end it starts at", () => {
    const rows = [
      row("COOPERATES_WITH", "a", "b"),
      row("COOPERATES_WITH", "c", "a"),
      row("SUPPLIES", "a", "b"),
    ];
    expect(groupsOf("a", rows).map(({ type, rows: { length } }) => [type, length])).toEqual([
      ["COOPERATES_WITH", 2],
      ["SUPPLIES", 1],
    ]);
    const count = (type: string, direction: "OUT" | "IN", many: number) => ({
      ...{ type, direction, kind: "PARK", count: many },
    });
    const counts = [
      ...[count("COOPERATES_WITH", "OUT", 2), count("SUPPLIES", "OUT", 1)],
      ...[count("COOPERATES_WITH", "IN", 3), count("SUPPLIES", "IN", 4)],
    ];
    expect(mutualAsOne(counts).map(({ direction, count: many }) => [direction, many])).toEqual([
      ["BOTH", 5],
      ["OUT", 1],
      ["IN", 4],
    ]);
  });

  test("a figure among relations says its value; what is none says nothing", () => {
    const figure: Pick<FigureRow, "bound" | "value" | "unit" | "normalisedValue" | "normalisedUnit"> = {
      bound: "AT_LEAST",
      value: 20,
      unit: "亿元",
      normalisedValue: 2e9,
      normalisedUnit: "yuan",
    };
    const end = { id: "observation:x", kind: "OBSERVATION", name: "x" };
    expect(figureOf({ ...end, ...figure }, speechOf("zh"))).toBe("不少于 20 亿元");
    expect(figureOf({ ...end, ...figure }, speechOf("en"))).toBe("at least 2,000 million yuan");
    expect(figureOf(end, speechOf("zh"))).toBeUndefined();
  });

  test("a value is told as its own enumeration means it", () => {
    const { value } = speechOf("zh");
    expect([value("HOLDS", "CheckOutcome"), value("HOLDS", "Predicate"), value("HOLDS")]).toEqual([
      "相符",
      "具备资质",
      "具备资质",
    ]);
  });

  test("hints of terms are in the language of the page", () => {
    const node = { id: "enterprise:a", kind: "ENTERPRISE", name: "A", capital: 1e7, listed: true } as never;
    const hints = (language: "zh" | "en") => factsOf(node, speechOf(language)).map(({ hint }) => hint);
    expect(hints("zh").filter((hint) => /[a-z]{3}/.test(hint))).toEqual([]);
    expect(hints("zh").join()).toContain("（元）");
    expect(hints("en").filter((hint) => /\p{Script=Han}/u.test(hint))).toEqual([]);
  });

  test("failures are told in Chinese by their code, with what the API said", () => {
    expect(failureIn("zh", "UNKNOWN_NAME", '"x" is nothing.')).toBe(
      '图谱里没有这个编号或名称。 ("x" is nothing.)',
    );
    expect(failureIn("en", "UNKNOWN_NAME", '"x" is nothing.')).toBe('"x" is nothing.');
    expect(failureIn("zh", "SOMETHING_ELSE", "As said.")).toBe("As said.");
  });
});
