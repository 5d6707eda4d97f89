// Walks through the pages in a real Chromium, on the data of seed/: what a person does without a manual.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, visit } from "../support/chromium.ts";
import { serve } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

const pages = browsing(seed);

describe.skipIf(chromiumPath === undefined)("in a browser", () => {
  test("an enterprise is found by typing, and its page tells customers and certifications", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(pages.server.url);
    await page.getByRole("combobox", { name: "搜企业" }).fill("zkwz");
    const option = page.getByRole("option", { name: "中科微至" }).first();
    await option.waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "无锡中科微至科技股份有限公司" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/entity/enterprise:zhongke-weizhi");
    for (const name of ["顺丰", "京东", "中国邮政", "专精特新企业"])
      expect(await page.getByRole("link", { name, exact: true }).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Waits until the picture holds so many entities, and has come to rest. */
async function settled(page: Page, atLeast: number): Promise<number> {
  await page.waitForFunction(
    (least) => Number(document.querySelector(".canvas")?.getAttribute("data-nodes") ?? 0) >= least,
    atLeast,
  );
  let before = "";
  for (;;) {
    await page.waitForTimeout(400);
    const now = page.url();
    if (now === before) break;
    before = now;
  }
  return Number(await page.locator(".canvas").getAttribute("data-nodes"));
}

/** Where entities lie in a picture. */
function placesIn(svg: string): (readonly [x: number, y: number])[] {
  return [...svg.matchAll(/<circle cx="([^"]+)" cy="([^"]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
}

/** The picture as SVG: every entity, its place, what is hidden and what stands out. */
async function pictureOf(page: Page): Promise<string> {
  await page.getByRole("tab", { name: "视图" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "SVG" }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

describe.skipIf(chromiumPath === undefined)("the explorer in a browser", () => {
  test("from an enterprise to its cluster, to how a bank and a park relate; the link shows a fresh profile the same", async () => {
    const first = await visit(pages.browser);
    const { page } = first;
    await page.goto(`${pages.server.url}/entity/enterprise:zhongke-weizhi`);
    await page.getByRole("link", { name: "在关系图中打开" }).click();
    expect(await settled(page, 5)).toBeGreaterThan(5);
    // The counts are those of its relations: five customers.
    const panel = page.getByRole("tabpanel");
    await panel.getByText("已显示 5，共 5").waitFor();
    await page.getByRole("tab", { name: "表格" }).click();
    for (const name of ["顺丰", "专精特新企业", "高端装备（锡山）"])
      expect(await panel.getByRole("button", { name, exact: true }).count()).toBe(1);
    await panel.getByRole("button", { name: "高端装备（锡山）" }).click();
    await page.getByRole("tab", { name: "实体" }).click();
    await panel.getByRole("link", { name: "高端装备（锡山）" }).waitFor();
    const before = Number(await page.locator(".canvas").getAttribute("data-nodes"));
    // Its only member here is the enterprise itself, and the picture says so.
    await panel.getByText("已显示 1，共 1").first().waitFor();
    await page.getByRole("tab", { name: "路径" }).click();
    for (const [label, typed, name] of [
      ["路径起点", "光大", "光大银行"],
      ["路径终点", "xsjjjskfq", "锡山经济技术开发区"],
    ] as const) {
      await panel.getByRole("combobox", { name: label }).fill(typed);
      await panel.getByRole("option", { name }).first().click();
      await panel.locator(".end b", { hasText: name }).waitFor();
    }
    await panel.getByText("最短路径（2 步）").waitFor();
    expect(await panel.getByRole("link", { name: "无锡鑫宏业线缆科技股份有限公司" }).count()).toBeGreaterThan(
      0,
    );
    const shown = await settled(page, before + 2);
    const link = page.url();

    const second = await visit(pages.browser);
    await second.page.goto(link);
    expect(await settled(second.page, shown)).toBe(shown);
    expect(second.page.url()).toBe(link);
    await second.page.getByText("最短路径（2 步）").waitFor();
    expect(await second.page.getByRole("tab", { selected: true }).textContent()).toBe("路径");
    expect(await pictureOf(second.page)).toBe(await pictureOf(page));
    expect([...first.complaints, ...second.complaints]).toEqual([]);
    await second.close();
    await first.close();
  });

  test("the shortest way opens with its entities apart", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/explore#path=institution:everbright,park:xishan-development-zone`);
    expect(await settled(page, 3)).toBe(3);
    const places = placesIn(await pictureOf(page));
    for (const [index, [x, y]] of places.entries())
      for (const [otherX, otherY] of places.slice(index + 1))
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
    await close();
  });

  test("hiding, pinning, removing and clearing are undone by going back", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/explore#open=cluster:xishan-new-energy`);
    const all = await settled(page, 10);
    const drawn = async (): Promise<number> =>
      Number(await page.locator(".canvas").getAttribute("data-nodes"));
    const opened = page.url();
    const redo = page.getByRole("button", { name: "重做" });
    expect(await redo.isDisabled()).toBe(true);
    await page.getByRole("button", { name: /^企业 \d/ }).click();
    // Going back before the step is in the history would leave the page.
    await page.waitForFunction((before) => location.href !== before, opened);
    await settled(page, 1);
    const without = await drawn();
    expect(without).toBeLessThan(all);
    await page.goBack();
    expect(await settled(page, all)).toBe(all);
    await redo.click();
    await expect.poll(drawn, { timeout: 20_000 }).toBe(without);
    await expect.poll(() => redo.isDisabled()).toBe(true);
    const hidden = page.url();
    await page.getByRole("button", { name: "撤销" }).click();
    await page.waitForFunction((before) => location.href !== before, hidden);
    expect(await settled(page, all)).toBe(all);
    const back = page.url();
    await page.getByRole("button", { name: "分层布局" }).click();
    await page.waitForFunction((before) => location.href !== before, back);
    await settled(page, all);
    const layered = page.url();
    await page.getByRole("button", { name: "清空" }).click();
    await page.waitForFunction((before) => location.href !== before, layered);
    await page.getByText("搜索一个企业、园区、政策或集群").waitFor();
    await page.goBack();
    expect(await settled(page, all)).toBe(all);
    expect(complaints).toEqual([]);
    await close();
  });

  test("the picture, the table and the graph are saved as files; a view is kept by name", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/explore#open=enterprise:zhongke-weizhi`);
    await settled(page, 5);
    await page.getByRole("tab", { name: "视图" }).click();
    const starts: Record<string, string> = {
      PNG: "\u0089PNG",
      SVG: "<svg",
      GEXF: "<?xml",
      GraphML: "<?xml",
      HTML: "<!doctype html>",
    };
    for (const [name, start] of Object.entries(starts)) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      const content = readFileSync(await download.path());
      expect([name, content.toString("latin1").slice(0, start.length)]).toEqual([name, start]);
      expect(content.length).toBeGreaterThan(1_000);
      if (name !== "PNG") expect(content.toString("utf8")).toContain("顺丰");
    }
    await page.getByRole("textbox", { name: "视图名称" }).fill("微至的客户");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.goto(`${pages.server.url}/explore`);
    await page.getByRole("tab", { name: "视图" }).click();
    await page.getByRole("link", { name: "微至的客户" }).click();
    await settled(page, 5);
    await page.getByRole("tab", { name: "表格" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("顺丰");
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.skipIf(chromiumPath === undefined)("policies look for enterprises in a browser", () => {
  test("who in Wuzhong could get a measure, and what each lacks, in four clicks", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(pages.server.url);
    await page.getByRole("link", { name: "政策找企业" }).click();
    await page.getByRole("link", { name: "锡山区国家级专精特新企业认定奖励" }).click();
    await page.getByRole("link", { name: /^吴中区 \d/ }).click();
    const candidates = page.locator(".candidates > li");
    const { data } = await pages.server.ask(`{ measure(id: "measure:xishan-srdi-national-first") {
      candidates(region: "region:wuzhong", status: [ELIGIBLE, NEARLY, UNKNOWN, INELIGIBLE], first: 50) {
        totalCount edges { status lacks node { name } }
      } } }`);
    const measure = data?.measure as { candidates: Candidates };
    const { edges, totalCount } = measure.candidates;
    expect(totalCount).toBeGreaterThan(0);
    expect(await candidates.count()).toBe(edges.length);
    for (const { node, lacks } of edges) {
      const candidate = candidates.filter({ has: page.locator("summary b", { hasText: node.name }) });
      await candidate.waitFor();
      // What it lacks stands beside it, or above it and others who lack the same.
      const together = candidate.locator("xpath=ancestor::section[1]");
      expect(await together.locator(":scope > .lacks, summary .lacks").allTextContents()).toContainEqual(
        expect.stringContaining(lacks),
      );
    }
    await candidates.first().locator("summary").click();
    await candidates.first().getByText("位于锡山区").first().waitFor();
    await page.getByRole("button", { name: "取消这一条" }).last().click();
    // What comes of it stands beside the condition.
    const last = page.locator(".what-if li").last();
    await last.getByRole("columnheader", { name: "改动后" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

interface Candidates {
  readonly totalCount: number;
  readonly edges: readonly { readonly lacks: string; readonly node: { readonly name: string } }[];
}

describe.skipIf(chromiumPath === undefined)("a region with two thousand enterprises in a browser", () => {
  test("opens as counts, not as a knot; twenty are opened at a press, one is picked by name", async () => {
    const many = 2_000;
    const names = Array.from({ length: many }, (_, number) => ({
      id: `enterprise:e${number}`,
      name: `第${number}号企业`,
      sources: "doc-a:1",
    }));
    const hub = await serve({
      entities: {
        Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
        Region: [{ id: "region:hub", name: "大区", regionLevel: "DISTRICT", sources: "doc-a:1" }],
        Enterprise: names,
      },
      relations: {
        LOCATED_IN: names.map(({ id }) => ({ from: id, to: "region:hub", sources: "doc-a:1" })),
      },
    });
    const { page, complaints, close } = await visit(pages.browser);
    try {
      await page.goto(`${hub.url}/explore#open=region:hub`);
      expect(await settled(page, 1)).toBe(1);
      const panel = page.getByRole("tabpanel");
      await panel.locator(`[data-count="${many}"]`).waitFor();
      await panel.getByRole("button", { name: /^\+20/ }).click();
      await panel.getByText("已显示 20，共 2,000").waitFor();
      expect(await settled(page, 21)).toBe(21);
      await panel.getByRole("button", { name: /再展开 20 个/ }).click();
      await panel.getByText("已显示 40，共 2,000").waitFor();
      await panel.getByRole("textbox").fill("第1999号");
      await page.keyboard.press("Enter");
      await panel.getByText("已显示 41，共 2,000").waitFor();
      expect(complaints).toEqual([]);
    } finally {
      await close();
      await hub.close();
    }
  });
});
