// An entity that is alone in the picture: the counts of its relations stand about it, and each sort is opened by a
// press, by mouse or keys, with WebGL and without, on paper too.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Count } from "../../web/src/explore/documents.ts";
import { fanOf } from "../../web/src/explore/fan.ts";
import { violations } from "../support/axe.ts";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, startChromium, visit } from "../support/chromium.ts";
import { writeFolder } from "../support/folder.ts";

const many = 2_000;
const enterprises = Array.from({ length: many }, (_, number) => ({
  id: `enterprise:e${number}`,
  name: `第${number}号企业`,
  sources: "doc-a:1",
}));
const hub = writeFolder({
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
    Region: [
      { id: "region:hub", name: "大区", regionLevel: "DISTRICT", sources: "doc-a:1" },
      { id: "region:city", name: "大市", regionLevel: "CITY", sources: "doc-a:1" },
    ],
    Park: [
      { id: "park:a", name: "甲园", sources: "doc-a:1" },
      { id: "park:b", name: "乙园", sources: "doc-a:1" },
    ],
    Enterprise: enterprises,
  },
  relations: {
    LOCATED_IN: [...enterprises.map(({ id }) => id), "park:a", "park:b"].map((from) => ({
      from,
      to: "region:hub",
      sources: "doc-a:1",
    })),
    PART_OF: [{ from: "region:hub", to: "region:city", sources: "doc-a:1" }],
  },
});

const pages = browsing(hub);
const opened = "/explore#open=region:hub";

const one = (direction: Count["direction"], count: number): Count => ({
  type: "LOCATED_IN",
  direction,
  kind: "PARK",
  count,
});

test("what leads to an entity stands at its left, all else at its right, in the middle of the height", () => {
  const fan = fanOf([one("IN", 100), one("IN", 1), one("OUT", 25), one("BOTH", 4)]);
  expect(fan.height).toBe(20);
  expect(fan.incoming.map(({ count, line, width }) => [count.count, line, width])).toEqual([
    [100, "M50 10 C44 10 44 5 38 5", 9.5],
    [1, "M50 10 C44 10 44 15 38 15", 2.3],
  ]);
  expect(fan.outgoing.map(({ count, line, width }) => [count.count, line, width])).toEqual([
    [25, "M50 10 C56 10 56 5 62 5", 5.5],
    [4, "M50 10 C56 10 56 15 62 15", 3.1],
  ]);
  expect(fanOf([one("OUT", 3)]).outgoing[0]?.line).toBe("M50 5 C56 5 56 5 62 5");
  expect(fanOf([])).toEqual({ incoming: [], outgoing: [], height: 10 });
});

describe.skipIf(chromiumPath === undefined)("a region with two thousand enterprises", () => {
  test("opens as counts on both sides of it; its link shows them elsewhere; a press opens twenty", async () => {
    const first = await visit(pages.browser);
    const { page } = first;
    await page.goto(pages.server.url + opened);
    const sides = page.locator(".around");
    await sides.getByRole("button").first().waitFor();
    const words = async (name: string): Promise<string[]> =>
      (await sides.getByRole("list", { name }).getByRole("button").allTextContents()).map((text) =>
        text.trim(),
      );
    expect(await words("指向它的")).toEqual(["企业 入驻 2,000", "园区 入驻 2"]);
    expect(await words("它指向的")).toEqual(["地区 属于 1"]);
    await page.getByText("共 2,003 条关系").waitFor();
    // No canvas is needed for it, nor loaded.
    expect(await page.locator("canvas").count()).toBe(0);
    await page.waitForFunction(() => location.hash.startsWith("#v="));

    const second = await visit(pages.browser);
    await second.page.goto(page.url());
    await second.page.locator(".around").getByRole("button", { name: "企业 入驻 2,000" }).click();
    await second.page.locator('.canvas[data-nodes="21"]').waitFor();
    await second.page.getByText("已显示 20，共 2,000").waitFor();
    // Back to the counts by one press.
    await second.page.getByRole("button", { name: "撤销" }).click();
    await second.page.locator(".around").getByRole("button").first().waitFor();
    expect([...first.complaints, ...second.complaints]).toEqual([]);
    await second.close();
    await first.close();
  });

  test("by keys alone: a sort is reached, opened, and what is left of it is told next", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(pages.server.url + opened);
    await page.locator(".around button").first().waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");
    for (let turn = 0; turn < 40 && !(await focused()).startsWith("企业 入驻"); turn += 1)
      await page.keyboard.press("Tab");
    expect(await focused()).toBe("企业 入驻 2,000");
    await page.keyboard.press("Enter");
    await page.getByText("已显示 20，共 2,000").waitFor();
    expect(await focused()).toBe("panel");
    expect(complaints).toEqual([]);
    await close();
  });

  test("is saved as it is seen: SVG, PNG and the page of HTML have the counts", async () => {
    const { page, complaints, close } = await visit(pages.browser, { acceptDownloads: true });
    await page.goto(pages.server.url + opened);
    await page.locator(".around button").first().waitFor();
    await page.getByRole("tab", { name: "视图" }).click();
    const saved = async (form: string): Promise<Buffer> => {
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: form, exact: true }).click();
      return readFileSync(await (await coming).path());
    };
    const svg = String(await saved("SVG"));
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said]) => said);
    for (const said of ["大区", "关系 2,003", "企业 入驻", "2,000", "园区 入驻", "2", "地区 属于", "1"])
      expect(words).toContain(said);
    expect(svg.match(/<path /g)).toHaveLength(3);
    expect(String(await saved("HTML"))).toContain(">2,000</text>");
    const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const png = await saved("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("axe finds nothing serious in it, light or dark; at 390 pixels nothing is cut off", async () => {
    const { page, close } = await visit(pages.browser, { bypassCSP: true });
    await page.goto(pages.server.url + opened);
    await page.locator(".around button").first().waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    for (const button of await page.locator(".around button").all()) {
      const beyond = await button.evaluate((drawn) => drawn.scrollWidth - drawn.clientWidth);
      expect(beyond).toBeLessThanOrEqual(0);
    }
    await close();
  });

  test("the same without WebGL, and on paper", async () => {
    const plain = await startChromium(["--disable-3d-apis"]);
    try {
      const { page, complaints, close } = await visit(plain);
      await page.goto(pages.server.url + opened);
      const sort = page.locator(".around").getByText("2,000", { exact: true });
      await sort.waitFor();
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      expect(await sort.isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      await close();
    } finally {
      await plain.close();
    }
  });
});
