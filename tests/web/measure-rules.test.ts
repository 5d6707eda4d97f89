// The rules of a measure on its page, on "policies look for enterprises" and on an enterprise's page, as of a day.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CsvRecord } from "../support/folder.ts";
import { serve, type TestServer } from "../support/server.ts";

const sources = "d:1";
const row = (id: string, more: CsvRecord = {}): CsvRecord => ({
  id,
  name: `名称${id.split(":")[1]}`,
  sources,
  ...more,
});
const offer = (to: string, key: string, more: CsvRecord): CsvRecord => ({
  ...{ from: "policy:p", to: `measure:${to}`, key, amount: "", amountKind: "", since: "", until: "" },
  ...{ opens: "", closes: "", ...more },
});

let server: TestServer;
beforeAll(async () => {
  server = await serve({
    entities: {
      Document: [{ id: "document:d", name: "文件", stem: "d", lines: 9, sources: "" }],
      Policy: [row("policy:p")],
      Enterprise: [
        row("enterprise:a", { capital: 30_000_000 }),
        row("enterprise:b", { capital: 15_000_000 }),
      ],
      Measure: [
        row("measure:award", { amount: 100_000, amountKind: "FLAT" }),
        row("measure:loan", { amount: 400_000, amountKind: "FLAT" }),
        row("measure:plain", { amount: "", amountKind: "" }),
      ],
      Condition: [
        row("condition:10m", { predicate: "CAPITAL", atLeast: 10_000_000, unit: "yuan" }),
        row("condition:20m", { predicate: "CAPITAL", atLeast: 20_000_000, unit: "yuan" }),
      ],
    },
    relations: {
      HAS_CONDITION: [
        { from: "measure:award", to: "condition:10m", since: "2021", until: "2022", sources },
        { from: "measure:award", to: "condition:20m", since: "2023", until: "", sources: "d:4" },
        { from: "measure:loan", to: "condition:10m", since: "", until: "", sources },
      ],
      OFFERS: [
        offer("award", "2021", {
          ...{ amount: 300_000, amountKind: "FLAT", since: "2021", until: "2022" },
          ...{ opens: "2021-03", closes: "2021-04-15", sources: "d:2" },
        }),
        offer("award", "2023", {
          ...{ amount: 500_000, amountKind: "CEILING", since: "2023" },
          ...{ opens: "2023-03", closes: "2023-04", sources: "d:3" },
        }),
        offer("plain", "", { sources }),
      ],
      EXCLUDES: [{ from: "measure:loan", to: "measure:award", sources: "d:7" }],
    },
  });
}, 120_000);
afterAll(() => server?.close());

/** A page's words and links, without its markup. */
async function shown(
  path: string,
): Promise<{ readonly text: string; readonly html: string; status: number }> {
  const response = await fetch(`${server.url}${path}`, { headers: { accept: "text/html" } });
  const html = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "");
  return { status: response.status, html, text: html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ") };
}

const lines = (html: string): Set<string> =>
  new Set([...html.matchAll(/document:d#line-(\d+)/g)].map(([, line]) => line ?? ""));

describe.each(["/entity/measure:award?on=", "/policies?measure=measure:award&on="])("%s", (path) => {
  test.each([
    ["2021-03-20", "申报中", "2021-03 – 2021-04-15", "2", "30万元"],
    ["2022-06-01", "尚未开始申报", "2023-03 – 2023-04", "3", "30万元"],
    ["2023-04-30", "申报中", "2023-03 – 2023-04", "3", "最高 50万元"],
    ["2024-01-01", "已截止申报", "2023-03 – 2023-04", "3", "最高 50万元"],
  ])("on %s: %s", async (day, status, window, line, amount) => {
    const { html } = await shown(`${path}${day}`);
    const told = /<p class="on-day">[\s\S]*?<\/p>/.exec(html)?.[0] ?? "";
    const text = told.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    for (const words of [day, status, window, amount]) expect(text).toContain(words);
    expect(lines(told)).toEqual(new Set([line]));
  });

  test("sums and windows of all years, conditions of a period, what is excluded: each with its line", async () => {
    const { html, text } = await shown(`${path}2024-01-01`);
    for (const words of ["30万元", "2021-03 – 2021-04-15", "最高 50万元", "2023-03 – 2023-04", "自 2023"])
      expect(text).toContain(words);
    expect(text).toContain("不可兼得");
    expect(html).toMatch(/data-exclusive="1"[\s\S]*?entity\/measure:loan[\s\S]*?line-7/);
    for (const line of ["2", "3", "4", "7"]) expect(lines(html)).toContain(line);
  });

  test("a day that is none is told", async () => {
    const { status, text } = await shown(`${path}someday`);
    expect([status, text]).toEqual([400, expect.stringContaining("someday")]);
  });
});

describe("policies look for enterprises, as of a day", () => {
  const counts = async (day: string): Promise<Record<string, string>> => {
    const { html } = await shown(`/policies?measure=measure:award&on=${day}`);
    return Object.fromEntries(
      [...html.matchAll(/data-status="(\w+)">(\d+)/g)].map(([, s = "", n = ""]) => [s, n]),
    );
  };

  test("who is eligible is judged by the conditions of that day", async () => {
    expect(await counts("2022-01-01")).toMatchObject({ ELIGIBLE: "2", NEARLY: "0" });
    expect(await counts("2023-05-01")).toMatchObject({ ELIGIBLE: "1", NEARLY: "1" });
  });

  test("links to places, measures and statuses keep the day; only conditions of that day can be moved", async () => {
    const { html } = await shown("/policies?measure=measure:award&on=2023-05-01");
    const links = [...html.matchAll(/href="(\/policies\?[^"]*)"/g)].map(([, link]) => link ?? "");
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(link).toContain("on=2023-05-01");
    const form = /<section class="what-if[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
    expect(form).toContain("名称20m");
    expect(form).not.toContain("名称10m");
  });
});

describe("an enterprise's page", () => {
  test("tells of each measure whether it can be applied for, and which better one it excludes", async () => {
    const { html, text } = await shown("/entity/enterprise:a?on=2023-03-20");
    const award =
      /<li><details><summary>(?:(?!<\/summary>)[\s\S])*名称award[\s\S]*?<\/details>/.exec(html)?.[0] ?? "";
    expect(award).toContain('data-window="ACCEPTING"');
    expect(lines(award)).toContain("3");
    expect(text).toContain("另有更优且不可兼得的措施");
    expect(html).toMatch(/class="exclusions"[\s\S]*?entity\/measure:award[\s\S]*?更优[\s\S]*?line-7/);
  });
});

describe("a measure without dates", () => {
  test("says that none are known, and makes no table of nothing", async () => {
    const { html, text } = await shown("/entity/measure:plain");
    expect(text).toContain("图谱里没有申报时间");
    expect(/<section id="application">[\s\S]*?<\/section>/.exec(html)?.[0]).not.toContain("<table");
  });
});
