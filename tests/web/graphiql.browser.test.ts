// GraphiQL in a real Chromium on a first visit: tabs open by one press, an address is opened again, narrow screens.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, visit } from "../support/chromium.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

const pages = browsing(seed);

const waiting = { timeout: 60_000, interval: 250 };

describe.skipIf(chromiumPath === undefined)("GraphiQL on a first visit", () => {
  test("each tab in sight opens by one press of the mouse", async () => {
    const { page, complaints, close } = await visit(pages.browser, {
      viewport: { width: 1800, height: 900 },
    });
    await page.goto(`${pages.server.url}/graphql`);
    const tabs = page.locator(".graphiql-tab");
    await tabs.nth(5).waitFor();
    // The tabs get their widths once fonts are there: pressed when they stand still.
    let before = "";
    await expect
      .poll(async () => {
        const now = JSON.stringify(
          await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect())),
        );
        const still = now === before;
        before = now;
        return still;
      }, waiting)
      .toBe(true);
    for (const index of [3, 1, 5, 2]) {
      const tab = tabs.nth(index);
      const box = await tab.boundingBox();
      await page.mouse.click((box?.x ?? 0) + 25, (box?.y ?? 0) + 12);
      await page.locator(`.graphiql-tab:nth-child(${index + 1}).graphiql-tab-active`).waitFor();
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test("the first tab and another are answered at a press, with their values under Variables", async () => {
    const { page, complaints, close } = await visit(pages.browser, {
      viewport: { width: 1800, height: 900 },
    });
    await page.goto(`${pages.server.url}/graphql`);
    const answer = page.locator(".graphiql-response");
    await page
      .locator(".graphiql-editor-tools, .graphiql-editors")
      .getByText("enterprise:xinhongye")
      .first()
      .waitFor();
    await page.locator(".graphiql-execute-button").click();
    await answer.getByText("无锡鑫宏业线缆科技股份有限公司").first().waitFor();
    await page.locator(".graphiql-tab").nth(2).click();
    await page.locator(".graphiql-tab:nth-child(3).graphiql-tab-active").waitFor();
    await page.locator(".graphiql-execute-button").click();
    await answer.getByText("宛山湖科技城").first().waitFor();
    await page.reload();
    await page.locator(".graphiql-execute-button").click();
    await answer.getByText("宛山湖科技城").first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("the tabs fit one row; any question of the list opens as one more, with its values, and is answered", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/graphql`);
    const tabs = page.locator(".graphiql-tab");
    await tabs.nth(5).waitFor();
    const before = await tabs.count();
    expect(before).toBeLessThanOrEqual(6);
    const row = page.locator(".graphiql-tabs");
    await expect
      .poll(() => row.evaluate((all) => all.scrollWidth - all.clientWidth), waiting)
      .toBeLessThanOrEqual(0);
    const list = page.getByRole("combobox", { name: "更多问题" });
    expect(await list.locator("optgroup").count()).toBeGreaterThan(8);
    await list.selectOption({ label: "园区里有哪些企业" });
    await page.locator(`.graphiql-tab:nth-child(${before + 1}).graphiql-tab-active`).waitFor();
    await page.locator(".graphiql-execute-button").click();
    await page.locator(".graphiql-response").getByText("totalCount").first().waitFor();
    await page.getByRole("link", { name: "关系图" }).click();
    await page.waitForURL(/\/explore$/);
    expect(complaints).toEqual([]);
    await close();
  });

  test("from an entity's page the same question opens, is answered, and survives F5", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/entity/enterprise:zhongke-weizhi`);
    await page.getByRole("link", { name: "在 GraphiQL 中问同样的问题" }).click();
    // On a first visit too it has a tab of its own, by its own name, beside the samples.
    const open = page.locator(".graphiql-tab-active");
    await open.getByText("Entity", { exact: true }).waitFor();
    await page.locator(".graphiql-tab").first().getByText("EnterpriseCard").waitFor();
    for (const again of [false, true]) {
      if (again) await page.reload();
      await page.locator(".graphiql-execute-button").click();
      await page.locator(".graphiql-response").getByText("无锡中科微至科技股份有限公司").first().waitFor();
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test("a question of an address without values has none of another's", async () => {
    const { page, complaints, close } = await visit(pages.browser);
    await page.goto(`${pages.server.url}/graphql`);
    await page.getByText("enterprise:xinhongye").first().waitFor();
    const query =
      'query Other($enterprise: ID! = "enterprise:weichuang") { enterprise(id: $enterprise) { name } }';
    await page.goto(`${pages.server.url}/graphql?${new URLSearchParams({ query })}`);
    await page.locator(".graphiql-tab-active").getByText("Other", { exact: true }).waitFor();
    await page.locator(".graphiql-execute-button").click();
    await page.locator(".graphiql-response").getByText("伟创电气").first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("is light or dark as chosen on the other pages", async () => {
    const { page, complaints, close } = await visit(pages.browser, { colorScheme: "light" });
    await page.goto(pages.server.url);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await page.getByRole("combobox", { name: "外观" }).selectOption("深色");
    await page.goto(`${pages.server.url}/graphql`);
    await page.locator("body.graphiql-dark").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("has the switch itself, which the other pages follow", async () => {
    const { page, complaints, close } = await visit(pages.browser, { colorScheme: "light" });
    await page.goto(`${pages.server.url}/graphql`);
    await page.locator(".graphiql-tab").nth(1).waitFor();
    await page.getByRole("combobox", { name: "外观" }).selectOption("深色");
    await page.locator("body.graphiql-dark").waitFor();
    await page.goto(`${pages.server.url}/policies`);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.goto(`${pages.server.url}/graphql`);
    await page.locator("body.graphiql-dark").waitFor();
    await page.getByRole("combobox", { name: "外观" }).selectOption("系统");
    await page.locator("body:not(.graphiql-dark) .graphiql-tab").first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test.each(["light", "dark"] as const)("axe finds nothing serious, %s as the system is", async (scheme) => {
    const { page, close } = await visit(pages.browser, { colorScheme: scheme, bypassCSP: true });
    await page.goto(`${pages.server.url}/graphql`);
    await page.getByText("enterprise:xinhongye").first().waitFor();
    await page.locator('.graphiql-tab button[aria-current="true"]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator(".graphiql-tab").nth(2).click();
    await page.locator('.graphiql-tab:nth-child(3) button[aria-current="true"]').waitFor();
    expect(await page.locator('.graphiql-tab button[aria-current="true"]').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  test("at 390 pixels question and answer stand one above the other, each as wide as the screen allows", async () => {
    const { page, close } = await visit(pages.browser, { viewport: { width: 390, height: 844 } });
    await page.goto(`${pages.server.url}/graphql`);
    const [question, answer] = [page.locator(".graphiql-editors"), page.locator(".graphiql-response")];
    await answer.waitFor();
    await expect
      .poll(async () => {
        const boxes = await Promise.all([question.boundingBox(), answer.boundingBox()]);
        const [above, below] = boxes.map((box) => box?.y ?? 0);
        return boxes.every((box) => (box?.width ?? 0) > 280) && (below ?? 0) > (above ?? 0) + 100;
      }, waiting)
      .toBe(true);
    await close();
  });
});
