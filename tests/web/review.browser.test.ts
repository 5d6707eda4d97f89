// Reviews in a real Chromium: keys answer as the buttons do, and so does a page without script.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, visit } from "../support/chromium.ts";
import { writeFolder } from "../support/folder.ts";

const names = ["甲公司", "乙公司", "丙公司"];
const seed = writeFolder({
  entities: {
    Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
    Enterprise: [...names, "已知公司"].map((name, index) => ({
      id: `enterprise:e${index}`,
      name,
      sources: "list:2",
    })),
  },
  files: {
    "matches.csv": `source,id,name,other,otherName,verdict,score,features\n${names
      .map(
        (name, index) =>
          `list:2,enterprise:e${index},${name},enterprise:e3,已知公司,REVIEW,0.${7 - index},SPELLING +0.66 a / b\n`,
      )
      .join("")}`,
  },
});

const pages = browsing(seed);

const decisions = (): string => readFileSync(join(seed, "decisions.csv"), "utf8");

describe.skipIf(chromiumPath === undefined)("in a browser", () => {
  test("axe finds nothing serious, light or dark; nothing is cut off at 390 pixels", async () => {
    const { page, close } = await visit(pages.browser, { bypassCSP: true });
    await page.goto(`${pages.server.url}/review`);
    await page.getByRole("heading", { name: "核对 1 / 3" }).waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(390);
    await close();
  });

  test("is light or dark as chosen at its top, from then on and on other pages", async () => {
    const { page, complaints, close } = await visit(pages.browser, { colorScheme: "light" });
    await page.goto(`${pages.server.url}/review`);
    await page.getByRole("combobox", { name: "外观" }).selectOption("深色");
    const theme = () => page.locator("html").getAttribute("data-theme");
    expect(await theme()).toBe("dark");
    for (const path of ["/review", "/review?layer=none", "/"]) {
      await page.goto(pages.server.url + path);
      expect([path, await theme()]).toEqual([path, "dark"]);
      await expect.poll(() => page.getByRole("combobox", { name: "外观" }).inputValue()).toBe("dark");
    }
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    await close();
  });

  test("a key answers, but not while something is being written; without script the buttons do", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/review`);
    await page.getByRole("heading", { name: "核对 1 / 3" }).waitFor();
    await page.getByLabel("理由").fill("s d");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("s");
    await page.getByRole("heading", { name: "核对 1 / 2" }).waitFor();
    expect(decisions()).toMatch(/甲公司,.*,same,.*,s d/);
    await page.keyboard.press("l");
    await page.getByRole("heading", { name: "核对 2 / 2" }).waitFor();
    await page.keyboard.press("b");
    await page.getByRole("heading", { name: "核对 1 / 2" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
    const plain = await visit(pages.browser, { javaScriptEnabled: false });
    await plain.page.goto(`${pages.server.url}/review`);
    await plain.page.getByRole("button", { name: "不同" }).click();
    await plain.page.getByRole("heading", { name: "核对 1 / 1" }).waitFor();
    expect(decisions()).toMatch(/乙公司,.*,different,/);
    await plain.page.screenshot({ path: process.env.REVIEW_SHOT ?? join(seed, "review.png") });
    await plain.close();
  });
});
