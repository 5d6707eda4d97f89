// How the pages look in a real Chromium: what is in sight is kept in the address, light and dark are chosen and stay,
// and what is printed can be read.
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { packView, unpackView } from "../../web/src/explore/address.ts";
import { emptyView, withNodes } from "../../web/src/explore/view.ts";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, visit } from "../support/chromium.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

const pages = browsing(seed);

const waiting = { timeout: 60_000 };

/** Waits until entities are laid out: a view with places is in the address, and all of it is in sight. */
async function laidOut(page: Page, atLeast: number): Promise<void> {
  await page.waitForFunction((least) => {
    const drawn = document.querySelector<HTMLElement>(".canvas");
    return Number(drawn?.dataset.nodes) >= least && drawn?.dataset.sight !== undefined;
  }, atLeast);
  await page.waitForFunction(() => location.hash.startsWith("#v="));
}

const sightOf = (page: Page): Promise<string | null> => page.locator(".canvas").getAttribute("data-sight");

/** The colour behind the page, as red, green, blue. */
const back = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const [light, dark] = ["rgb(255, 255, 255)", "rgb(20, 24, 31)"];

describe.skipIf(chromiumPath === undefined)("the part of a picture that is in sight", () => {
  test("is kept in the address: a link opened elsewhere shows the same part, fitting shows all again", async () => {
    const first = await visit(pages.browser);
    const { page } = first;
    await page.goto(`${pages.server.url}/explore#open=cluster:xishan-new-energy`);
    await laidOut(page, 10);
    await page.getByRole("tab", { name: "视图" }).click();
    const box = await page.locator(".canvas").boundingBox();
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
    // The layout may still be on its way, and shows all when it comes: turned until the part is in the address.
    const whole = await sightOf(page);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, -300);
        await page.waitForTimeout(400);
        return Number((await sightOf(page))?.split(" ")[2]) < Number(whole?.split(" ")[2]) / 2;
      }, waiting)
      .toBe(true);
    let link = "";
    await expect
      .poll(async () => {
        const before = link;
        link = page.url();
        await page.waitForTimeout(300);
        return link === before && link === page.url();
      }, waiting)
      .toBe(true);
    const view = await unpackView(new URL(link).hash.replace("#v=", ""));
    const sight = view?.sight;
    if (sight == null) throw new Error("No part in sight is in the address.");
    const seen = `${sight.x} ${sight.y} ${sight.across}`;

    const second = await visit(pages.browser);
    await second.page.goto(link);
    await expect.poll(() => sightOf(second.page), waiting).toBe(seen);
    expect(second.page.url()).toBe(link);
    await second.page.getByRole("button", { name: "适应窗口" }).click();
    await expect.poll(() => second.page.url(), waiting).not.toBe(link);
    await expect
      .poll(async () => Number((await sightOf(second.page))?.split(" ")[2]), waiting)
      .toBeGreaterThan(sight.across);
    expect([...first.complaints, ...second.complaints]).toEqual([]);
    await second.close();
    await first.close();
  });

  test("of one entity alone has it in the middle", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    // The other is hidden: an entity that is alone in the view stands among its counts.
    const two = withNodes(emptyView, ["region:wuzhong", "enterprise:weichuang"]);
    const view = await packView({ ...two, hiddenKinds: new Set(["ENTERPRISE"]) });
    await page.goto(`${pages.server.url}/explore#v=${view}`);
    await laidOut(page, 1);
    const middle = async (): Promise<number> => {
      const view = await unpackView(new URL(page.url()).hash.replace("#v=", ""));
      const place = view?.nodes.get("region:wuzhong");
      const [x, , across] = ((await sightOf(page)) ?? "").split(" ").map(Number);
      if (place === undefined || x === undefined || across === undefined) return Number.POSITIVE_INFINITY;
      return Math.abs(place.x - x) / across;
    };
    await expect.poll(middle, waiting).toBeLessThan(0.05);
    expect(complaints).toEqual([]);
    await close();
  });

  test("stays, with the whole view, when the language is changed", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/explore#path=institution:everbright,park:xishan-development-zone`);
    await laidOut(page, 3);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("tab", { name: "Paths", selected: true }).waitFor();
    await laidOut(page, 3);
    await page.getByText("Shortest way (2 steps)").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.skipIf(chromiumPath === undefined)("light and dark", () => {
  test("follow the system until one is chosen, which stays on every page, from the server on", async () => {
    const { page, complaints, close } = await visit(pages.browser, { colorScheme: "dark" });
    await page.goto(pages.server.url);
    expect(await back(page)).toBe(dark);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await page.getByRole("combobox", { name: "外观" }).selectOption("浅色");
    expect(await back(page)).toBe(light);
    for (const path of ["/entity/park:xishan-development-zone", "/explore", "/policies", "/nowhere"]) {
      await page.goto(pages.server.url + path);
      expect([path, await back(page)]).toEqual([path, light]);
      expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
    }
    await page.goto(`${pages.server.url}/?lang=en`);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    const english = page.getByRole("combobox", { name: "Appearance" });
    expect(await english.inputValue()).toBe("light");
    await english.selectOption("System");
    expect(await back(page)).toBe(dark);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await back(page)).toBe(light);
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    await close();
  });

  test("of the explorer's picture change while it is open", async () => {
    const { page, complaints, close } = await visit(pages.browser, { colorScheme: "light" });
    await page.goto(`${pages.server.url}/explore#path=institution:everbright,park:xishan-development-zone`);
    await laidOut(page, 3);
    await page.getByRole("combobox", { name: "外观" }).selectOption("深色");
    expect(await page.locator(".canvas").evaluate((drawn) => getComputedStyle(drawn).backgroundColor)).toBe(
      dark,
    );
    await laidOut(page, 3);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.skipIf(chromiumPath === undefined)("on paper", () => {
  /** What can be pressed or filled in and is seen. */
  const pressed = (page: Page): Promise<number> =>
    page
      .locator("button:not(.legend *):not(.sort):not(.link), input, select, .top")
      .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length);

  test("the graph is a picture with all its entities, light, without buttons", async () => {
    const { page, complaints, close } = await visit(pages.browser, { colorScheme: "dark" });
    await page.goto(`${pages.server.url}/explore#path=institution:everbright,park:xishan-development-zone`);
    await laidOut(page, 3);
    expect(await pressed(page)).toBeGreaterThan(5);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    // As a browser says before it prints.
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.locator(".printed svg").waitFor();
    expect(await page.locator(".printed circle").count()).toBe(3);
    expect(await page.locator(".canvas").isVisible()).toBe(false);
    expect(await pressed(page)).toBe(0);
    expect(await back(page)).toBe(light);
    expect(complaints).toEqual([]);
    await close();
  });

  test("what is folded is open, and folded again afterwards", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(
      `${pages.server.url}/policies?measure=measure:xishan-srdi-national-first&region=region:xishan`,
    );
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    const folded = page.locator("details:not([open])");
    const before = await folded.count();
    expect(before).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect([await folded.count(), await pressed(page)]).toEqual([0, 0]);
    const chosen = page.locator(".chips [aria-current]").first();
    expect(await chosen.evaluate((chip) => getComputedStyle(chip).color)).toBe("rgb(0, 0, 0)");
    expect(await page.locator(".chips a:not([aria-current])").first().isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await folded.count()).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });
});
