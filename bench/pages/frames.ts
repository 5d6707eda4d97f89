// How the pages behave in a real Chromium on software rendering: first paint of each page on loopback, and frames a
// second while a picture of 5,000 entities and 10,000 relations is panned. node --import tsx bench/pages/frames.ts
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { startChromium, visit } from "../../tests/support/chromium.ts";
import { serveFolder } from "../../tests/support/server.ts";
import { packView } from "../../web/src/explore/address.ts";
import { emptyView, withNodes } from "../../web/src/explore/view.ts";

const [entities, relations] = [5_000, 10_000];
const id = (number: number): string => `enterprise:e${number % entities}`;
const named = (number: number) => ({ id: id(number), kind: "ENTERPRISE", name: `企业${number % entities}` });

/** Answers for a made-up graph, in place of the API's. */
function answerTo(query: string, ids: readonly string[]): unknown {
  if (query.includes("relationsAmong")) {
    const ties = Array.from({ length: relations }, (_, number) => ({
      id: `SUPPLIES|${number}`,
      type: "SUPPLIES",
      status: "STATED",
      since: null,
      until: null,
      properties: {},
      from: named(number * 7),
      to: named(number * 13 + 1),
      sources: [],
    }));
    return { relationsAmong: ties };
  }
  if (query.includes("nodes(ids"))
    return { nodes: ids.map((one) => ({ ...named(Number(one.slice(12))), summary: null })) };
  return { node: { ...named(0), summary: null, relationCounts: [] } };
}

async function framesWhilePanning(page: Page): Promise<{ perSecond: number; worst: number }> {
  const box = await page.locator(".canvas").boundingBox();
  if (box === null) throw new Error("There is no canvas.");
  await page.evaluate(
    `window.times = []; (function tick(now) { window.times.push(now); requestAnimationFrame(tick); })(0)`,
  );
  await page.mouse.move(box.x + 300, box.y + 300);
  await page.mouse.down();
  for (let step = 0; step < 60; step++)
    await page.mouse.move(box.x + 300 + (step % 40) * 5, box.y + 300 + (step % 25) * 4);
  await page.mouse.up();
  const times = (await page.evaluate("window.times")) as number[];
  const gaps = times.slice(2).map((time, index) => time - (times[index + 1] ?? time));
  return {
    perSecond: (1_000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0),
    worst: Math.max(...gaps),
  };
}

const server = await serveFolder(fileURLToPath(new URL("../../seed", import.meta.url)));
const browser = await startChromium();
const paths = process.argv.includes("--frames")
  ? []
  : ["/", "/entity/enterprise:xinhongye", "/entity/region:xishan", "/policies", "/explore"];
for (const path of paths) {
  const paints: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const { page, close } = await visit(browser);
    await page.goto(server.url + path, { waitUntil: "load" });
    await page.waitForTimeout(300);
    paints.push(
      Number(await page.evaluate(`performance.getEntriesByName("first-contentful-paint")[0]?.startTime`)),
    );
    await close();
  }
  console.log(`${path}: first paint ${paints.map((paint) => `${Math.round(paint)} ms`).join(", ")}`);
}
const { page } = await visit(browser);
await page.route("**/graphql", async (route) => {
  const { query, variables } = route.request().postDataJSON() as {
    query: string;
    variables: { ids?: string[] };
  };
  await route.fulfill({ json: { data: answerTo(query, variables.ids ?? []) } });
});
const all = Array.from({ length: entities }, (_, number) => id(number));
await page.goto(`${server.url}/explore#v=${await packView(withNodes(emptyView, all))}`);
await page.locator(`.canvas[data-nodes="${entities}"]`).waitFor({ timeout: 120_000 });
await page.waitForTimeout(3_000);
const { perSecond, worst } = await framesWhilePanning(page);
console.log(
  `${entities} entities, ${relations} relations: ${perSecond.toFixed(1)} frames a second, the longest ${Math.round(worst)} ms`,
);
const picture = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
if (picture !== undefined) await page.screenshot({ path: picture });
await browser.close();
await server.close();
