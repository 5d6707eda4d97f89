// Names that a picture letter by letter would take apart or turn round (Arabic, Hebrew, Uyghur, Tibetan) are written by
// the browser over the canvas, whole, beside their entities, and move with them; letters are not drawn twice.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, visit } from "../support/chromium.ts";
import { writeFolder } from "../support/folder.ts";

const names = ["شركة الصناعات", "חברת מנועים 2024", "شىنجاڭ شىركىتى", "བོད་ལྗོངས་ཚོང་ལས།"];
const waiting = { timeout: 60_000, interval: 250 };

const pages = browsing(
  writeFolder({
    entities: {
      Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
      Region: [{ id: "region:r", name: "大区", regionLevel: "DISTRICT", sources: "doc-a:1" }],
      Enterprise: ["普通企业", ...names].map((name, number) => ({
        id: `enterprise:e${number}`,
        name,
        sources: "doc-a:1",
      })),
    },
    relations: {
      LOCATED_IN: ["普通企业", ...names].map((_, number) => ({
        from: `enterprise:e${number}`,
        to: "region:r",
        sources: "doc-a:1",
      })),
    },
  }),
);

/** How many pixels of a part of the page are dark. */
async function ink(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const png = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100) dark += 1;
    return dark;
  }, png);
}

describe.skipIf(chromiumPath === undefined)("names from right to left and of letters that join", () => {
  test("are written whole beside their entities, by the browser alone, and move with the picture", async () => {
    const { page, complaints, close } = await visit(pages.browser, { colorScheme: "light" });
    await page.goto(`${pages.server.url}/explore#open=region:r`);
    await page.locator('.canvas[data-nodes="6"][data-names="6"]').waitFor();
    await page.waitForFunction(() => location.hash.startsWith("#v="));
    const written = page.locator(".whole-names span");
    await expect
      .poll(() => written.allTextContents().then((all) => all.sort()), waiting)
      .toEqual([...names].sort());
    const name = written.filter({ hasText: "חברת מנועים 2024" });
    expect(await name.evaluate((span) => getComputedStyle(span).direction)).toBe("rtl");
    const box = async () => {
      const found = await name.boundingBox();
      if (found === null) throw new Error("the name is not to be seen");
      return found;
    };
    const before = await box();
    expect(await ink(page, before)).toBeGreaterThan(20);
    await page.evaluate(() => {
      const sheet = document.querySelector<HTMLElement>(".whole-names");
      if (sheet !== null) sheet.style.visibility = "hidden";
    });
    expect(await ink(page, before)).toBeLessThan(10);
    const canvas = await page.locator(".canvas").boundingBox();
    if (canvas === null) throw new Error("no canvas");
    const sight = async (): Promise<readonly number[]> =>
      ((await page.locator(".canvas").getAttribute("data-sight")) ?? "").split(" ").map(Number);
    const [x, y] = [canvas.x + 12, canvas.y + 12];
    const [left = 0, top = 0, across = 1] = await sight();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 6 });
    await page.mouse.up();
    // As far as what is in sight has moved, which may be further than the mouse: the picture rolls on.
    const pixels = Math.min(canvas.width, canvas.height) / across;
    await expect
      .poll(async () => {
        const [after, [x = 0, y = 0]] = [await box(), await sight()];
        const [across, down] = [(left - x) * pixels, (y - top) * pixels];
        const off = Math.hypot(after.x - before.x - across, after.y - before.y - down);
        return across > 30 && down > 20 && off < 2;
      }, waiting)
      .toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});
