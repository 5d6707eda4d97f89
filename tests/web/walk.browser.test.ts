// Walks through the pages in a real Chromium, on the data of seed/: what a person does without a manual.

import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, startChromium, visit } from "../support/chromium.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [server, browser] = await Promise.all([serveFolder(seed), startChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.skipIf(chromiumPath === undefined)("in a browser", () => {
  test("an enterprise is found by typing, and its page tells customers and certifications", async () => {
    const { page, complaints, close } = await visit(browser);
    await page.goto(server.url);
    await page.getByRole("combobox").fill("zkwz");
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
