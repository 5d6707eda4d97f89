// Own data with a measure that asks for figures: its threshold is moved by the slider and as a number, on a wide screen and
// on a phone, and what comes of it is what the API says.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, visit } from "../support/chromium.ts";
import { writeFolder } from "../support/folder.ts";

const sources = "list:1";
const numbers = Array.from({ length: 20 }, (_, number) => number);

const seed = writeFolder({
  entities: {
    Document: [{ id: "document:list", name: "名单", stem: "list", sources }],
    Region: [{ id: "region:a", name: "东区", nameEn: 'East "End" <b>', regionLevel: "DISTRICT", sources }],
    Enterprise: numbers.map((number) => ({
      id: `enterprise:n${number}`,
      name: `第${number}号"<i>公司`,
      sources,
    })),
    Policy: [{ id: "policy:p", name: "扶持办法", sources }],
    Measure: [{ id: "measure:m", name: "高研发投入奖励", amount: 500_000, amountKind: "FLAT", sources }],
    Metric: [
      {
        id: "metric:rd-share",
        name: "研发投入占比",
        nameEn: "R&D share of sales",
        normalUnit: "per cent",
        sources,
      },
    ],
    Condition: [
      {
        id: "condition:rd",
        name: "研发投入占比不低于60%",
        predicate: "FIGURE",
        metric: "rd-share",
        atLeast: 60,
        unit: "per cent",
        sources,
      },
    ],
  },
  relations: {
    OFFERS: [{ from: "policy:p", to: "measure:m", sources }],
    HAS_CONDITION: [{ from: "measure:m", to: "condition:rd", sources }],
    LOCATED_IN: numbers.map((number) => ({ from: `enterprise:n${number}`, to: "region:a", sources })),
  },
  observations: numbers
    .filter((number) => number % 4 !== 0)
    .map((number) => ({
      id: `observation:o${number}`,
      subject: `enterprise:n${number}`,
      metric: "rd-share",
      value: number * 5,
      unit: "%",
      period: "2023",
      sources,
    })),
});

const pages = browsing(seed);
const address = "/policies?measure=measure:m&region=region:a";

/** Eligible before and after, as the page says. */
async function outcome(page: Page, cells: readonly string[]): Promise<void> {
  const row = page.locator(".what-if .outcome tbody tr").first().locator("td");
  await expect.poll(() => row.allTextContents(), { timeout: 30_000 }).toEqual(cells);
}

async function eligibleAt(atLeast: number): Promise<string> {
  const { data } = await pages.server.ask(
    `query($at: Float) { measure(id: "measure:m") { whatIf(condition: "condition:rd", atLeast: $at, region: "region:a") { after { eligible } } } }`,
    { at: atLeast },
  );
  const measure = (data?.measure ?? undefined) as { whatIf: { after: { eligible: number } } } | undefined;
  return String(measure?.whatIf.after.eligible);
}

describe.skipIf(chromiumPath === undefined)("a threshold of own data", () => {
  test.each([1280, 390])("is moved by the slider and as a number, at %d pixels", async (width) => {
    const { page, complaints, close } = await visit(pages.browser, { viewport: { width, height: 844 } });
    await page.goto(pages.server.url + address);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    const slider = page.locator('.what-if input[type="range"]');
    expect(await slider.getAttribute("max")).toBe("100");
    const now = await eligibleAt(60);
    expect(Number(now)).toBeGreaterThan(0);
    await slider.focus();
    await page.keyboard.press("End");
    await outcome(page, [now, await eligibleAt(100)]);
    await page.locator('.what-if input[type="number"]').fill("12.5");
    await outcome(page, [now, await eligibleAt(12.5)]);
    expect(await eligibleAt(12.5)).not.toBe(now);
    // What is moved stands above whom it is about.
    const [form, list] = [page.locator(".what-if"), page.locator(".candidates").first()];
    expect((await form.boundingBox())?.y).toBeLessThan((await list.boundingBox())?.y ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(complaints).toEqual([]);
    await close();
  });

  test("in English the condition is told by the English name of its metric, the place by its own", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}${address}&lang=en`);
    await page.locator(".what-if").getByText("R&D share of sales: at least 60 per cent").waitFor();
    await page.getByRole("link", { name: 'East "End" <b> 东区 20' }).waitFor();
    await page.goto(`${pages.server.url}/explore#open=region:a`);
    await page.locator(".canvas[data-names]").waitFor();
    await page.getByRole("heading", { name: 'East "End" <b> 东区' }).waitFor();
    await page.getByRole("tab", { name: "Table" }).click();
    await page.locator("table").getByRole("button", { name: 'East "End" <b> 东区' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
