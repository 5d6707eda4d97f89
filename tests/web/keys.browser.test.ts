// By keys alone, in a fresh profile: from the opening page to how a bank and a park relate, without a mouse.
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, visit } from "../support/chromium.ts";

const pages = browsing(fileURLToPath(new URL("../../seed", import.meta.url)));

/** What has the focus: its name or its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement === document.body ? null : document.activeElement;
    return (one?.getAttribute("aria-label") ?? one?.textContent ?? "").trim();
  });

/** Presses a key until what is wanted has the focus. */
async function reach(page: Page, wanted: string, key = "Tab"): Promise<void> {
  for (let turn = 0; turn < 80; turn += 1) {
    if ((await focused(page)).startsWith(wanted)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} is not reached by keys; at ${await focused(page)}`);
}

/** Types into a search box and takes the first suggestion. */
async function choose(page: Page, typed: string): Promise<void> {
  await page.keyboard.type(typed);
  await page.locator('[role="option"]:not([aria-disabled])').first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

describe.skipIf(chromiumPath === undefined)("by keys alone", () => {
  test("an enterprise is found, its picture opened, and a bank and a park are told to relate", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(pages.server.url);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await reach(page, "搜企业");
    await choose(page, "zkwz");
    await page.getByRole("heading", { level: 1, name: "无锡中科微至科技股份有限公司" }).waitFor();
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await reach(page, "在关系图中打开");
    await page.keyboard.press("Enter");
    await page.locator(".canvas[data-names]").waitFor();

    await reach(page, "实体");
    for (const name of ["表格", "路径"]) {
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).toBe(name);
      await page.getByRole("tab", { name, selected: true }).waitFor();
    }
    await reach(page, "路径起点");
    await choose(page, "光大");
    // The box that was typed into is gone; the next has the focus.
    await expect.poll(() => focused(page)).toBe("路径终点");
    await choose(page, "xsjjjskfq");
    await page.getByText("最短路径（2 步）").waitFor();
    await expect.poll(() => focused(page)).toBe("更换: 路径起点");
    expect(complaints).toEqual([]);
    await close();
  });

  test("the link that skips to the content leaves the view as it is", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/explore#open=region:xishan`);
    await page.locator(".around button").first().waitFor();
    await page.waitForFunction(() => location.hash.startsWith("#v="));
    const before = page.url();
    await reach(page, "跳到正文");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(page.url()).toBe(before);
    expect(await page.locator(".around button").count()).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
    await close();
  });
});
