// Long pages: what is beyond the first few is folded on the screen, there without script, and open on paper.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, visit } from "../support/chromium.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const pages = browsing(seed);
const region = "/entity/region:xishan";

const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(`${seed}/${file}`, "utf8"), { columns: true, bom: true });

/** Relations of the region by type and direction, as the page groups them. */
const located = rowsOf("relations/LOCATED_IN.csv").filter(({ to }) => to === "region:xishan").length;
const figures = rowsOf("observations.csv").filter(({ subject }) => subject === "region:xishan").length;

const group = (page: Page, name: string) =>
  page.locator("#relations > details.group").filter({ has: page.locator(`h3:text-matches("^${name} ")`) });

describe.skipIf(chromiumPath === undefined)("a page of a region with two hundred relations", () => {
  test("shows the first groups and a few of each list, tells how many there are, and opens the rest", async () => {
    expect([located > 60, figures > 20]).toEqual([true, true]);
    const { page, complaints, close } = await visit(pages.browser, { viewport: { width: 390, height: 844 } });
    await page.goto(pages.server.url + region);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    const open = await page
      .locator("#relations > details.group")
      .evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open));
    expect(open.length).toBeGreaterThan(6);
    expect(open).toEqual(open.map((_, index) => index < 3));

    const where = group(page, "入驻");
    expect(await where.locator("h3 .count").textContent()).toBe(String(located));
    expect(await where.locator("li").count()).toBe(located);
    await where.locator("h3").click();
    expect(await where.locator("li:visible").count()).toBe(8);
    await where.getByText(`其余 ${located - 8} 条`).click();
    expect(await where.locator("li:visible").count()).toBe(located);

    expect(await page.locator("#figures h2 .count").textContent()).toBe(String(figures));
    expect(await page.locator("#figures tbody tr:visible").count()).toBe(10);
    expect(await page.locator("#figures tbody tr").count()).toBe(figures);
    expect(complaints).toEqual([]);
    await close();
  });

  test("is a page of ten screens at 390 pixels, not of twenty", async () => {
    const { page, close } = await visit(pages.browser, { viewport: { width: 390, height: 844 } });
    await page.goto(pages.server.url + region);
    const [scrollHeight, scrollWidth] = await page.evaluate(() => {
      const { scrollHeight: height, scrollWidth: width } = document.documentElement;
      return [height, width] as const;
    });
    expect(scrollHeight).toBeLessThan(10 * 844);
    expect(scrollWidth).toBeLessThanOrEqual(390);
    // Name and value of a figure stand side by side, each on its line.
    for (const row of await page.locator("#figures tbody tr:visible").all())
      expect((await row.boundingBox())?.height).toBeLessThan(130);
    await close();
  });

  test("has all of it on paper, without script too", async () => {
    const { page, close } = await visit(pages.browser, { javaScriptEnabled: false });
    await page.goto(pages.server.url + region);
    const last = group(page, "入驻").locator("li").last();
    expect(await last.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await last.isVisible()).toBe(true);
    await close();
  });

  test("what a list is narrowed down by stands beside it where there is room, else folded above it", async () => {
    const { page, close } = await visit(pages.browser, { javaScriptEnabled: false });
    await page.goto(`${pages.server.url}/list?kind=ENTERPRISE`);
    const region = page.locator(".facets a").first();
    expect(await region.isVisible()).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await region.isVisible()).toBe(false);
    expect((await page.locator(".hits li").first().boundingBox())?.y).toBeLessThan(600);
    await page.locator(".facets summary").click();
    expect(await region.isVisible()).toBe(true);
    await region.click();
    // What is chosen is seen on the page that it leads to.
    expect(await page.locator('.facets [aria-current="true"]').isVisible()).toBe(true);
    await close();
  });

  test("is whole where there is little: a page with few relations folds none", async () => {
    const { page, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/entity/enterprise:zhongke-weizhi`);
    const groups = page.locator("#relations > details.group");
    expect(await groups.count()).toBeGreaterThan(3);
    expect(await page.locator("#relations > details.group:not([open])").count()).toBe(0);
    await close();
  });
});
