// Pages for everyone: axe finds nothing serious, light or dark; without WebGL and at 390 pixels they stay usable.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import { violations } from "../support/axe.ts";
import { browsing } from "../support/browsing.ts";
import { chromiumPath, startChromium, visit } from "../support/chromium.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

const paths = [
  "/",
  "/search?q=xhy",
  "/list?kind=ENTERPRISE",
  "/entity/enterprise:xinhongye",
  "/entity/region:wuzhong",
  "/entity/cluster:xishan-new-energy",
  "/entity/document:xishan-2022-h1",
  "/policies?measure=measure:xishan-srdi-national-first&region=region:xishan",
  "/explore#open=enterprise:zhongke-weizhi",
  "/nowhere",
];

const pages = browsing(seed);

describe.skipIf(chromiumPath === undefined)("pages for everyone", () => {
  test.each(paths)(
    "%s: axe finds nothing serious, light or dark; nothing is cut off at 390 pixels",
    async (path) => {
      const { page, close } = await visit(pages.browser, { bypassCSP: true });
      await page.goto(pages.server.url + path);
      if (path.startsWith("/explore")) await page.locator(".canvas").waitFor();
      await page.waitForTimeout(300);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await close();
    },
  );

  test("of every kind of entity, and in English: axe finds nothing serious", {
    timeout: 480_000,
  }, async () => {
    const fields = kindNames.map((kind) => `${kind}: ${kindOf(kind).plural}(first: 1) { nodes { id } }`);
    const { data, errors } = await pages.server.ask(`{ ${fields.join(" ")} }`);
    expect(errors).toBeUndefined();
    const first = Object.values(data ?? {}) as { nodes: { id: string }[] }[];
    const entities = first.flatMap(({ nodes }) => nodes.map(({ id }) => `/entity/${id}`));
    expect(entities.length).toBeGreaterThan(15);
    const { page, close } = await visit(pages.browser, { bypassCSP: true });
    const others = ["/?lang=en", "/list?kind=OBSERVATION&lang=en", "/policies?lang=en", "/search?lang=en"];
    for (const path of [...entities, ...others]) {
      await page.goto(pages.server.url + path);
      await page.locator("h1").first().waitFor();
      expect([path, await violations(page)]).toEqual([path, []]);
    }
    await close();
  });

  test("without script, links lead from the opening page to an enterprise", async () => {
    const { page, complaints, close } = await visit(pages.browser, { javaScriptEnabled: false });
    await page.goto(pages.server.url);
    await page.locator('input[name="q"]').fill("中科微至");
    await page.locator('input[name="q"]').press("Enter");
    await page.getByRole("link", { name: "无锡中科微至科技股份有限公司" }).click();
    await page.getByRole("heading", { level: 1, name: "无锡中科微至科技股份有限公司" }).waitFor();
    expect(await page.getByRole("link", { name: "顺丰", exact: true }).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("without WebGL there are a still picture, the panel and the table", async () => {
    const plain = await startChromium(["--disable-3d-apis"]);
    try {
      const { page, complaints, close } = await visit(plain);
      await page.goto(`${pages.server.url}/explore#open=enterprise:zhongke-weizhi`);
      await page.getByText("浏览器不支持 WebGL").waitFor();
      await page.getByRole("img", { name: "关系图" }).waitFor();
      // Beside it, within the window, is what it is filtered by.
      const legend = page.locator(".legend");
      await legend.waitFor();
      const box = await legend.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
      await page.getByRole("tab", { name: "表格" }).click();
      await page.getByRole("button", { name: "顺丰", exact: true }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    } finally {
      await plain.close();
    }
  });

  test("an API that fails is told, and asked again by a press", async () => {
    const { page, close } = await visit(pages.browser);
    let broken = true;
    let lost = true;
    await page.route("**/graphql", (route) =>
      lost
        ? route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" })
        : broken
          ? route.fulfill({
              contentType: "application/json",
              body: '{"errors":[{"message":"out of order"}]}',
            })
          : route.continue(),
    );
    await page.goto(`${pages.server.url}/explore#open=enterprise:zhongke-weizhi`);
    // What stands before the server says what is no answer of it.
    await page
      .getByRole("alert")
      .filter({ hasText: "服务器没有正常回答，请稍后重试。 (HTTP 502" })
      .first()
      .waitFor();
    lost = false;
    await page.getByRole("button", { name: "重试" }).first().click();
    await page.getByRole("alert").filter({ hasText: "out of order" }).first().waitFor();
    broken = false;
    await page.getByRole("button", { name: "重试" }).first().click();
    await page.locator('.canvas[data-nodes="1"]').waitFor();
    await close();
  });
});
