// How the pages behave in a real Chromium on software rendering: first paint of each page on loopback, and frames a
// second while a picture of 5,000 entities and 10,000 relations is panned, and while it is zoomed. node --import tsx bench/pages/frames.ts
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

interface Frames {
  readonly perSecond: number;
  readonly worst: number;
}

type Box = NonNullable<Awaited<ReturnType<ReturnType<Page["locator"]>["boundingBox"]>>>;

/** Frames while something is done over the canvas. */
async function framesWhile(page: Page, act: (box: Box) => Promise<void>): Promise<Frames> {
  const box = await page.locator(".canvas").boundingBox();
  if (box === null) throw new Error("There is no canvas.");
  await page.evaluate(
    `window.turn = (window.turn ?? 0) + 1; window.times = [];
     (function tick(turn) { return (now) => { if (turn !== window.turn) return; window.times.push(now); requestAnimationFrame(tick(turn)); }; })(window.turn)(0)`,
  );
  await act(box);
  const times = (await page.evaluate("window.times")) as number[];
  const gaps = times.slice(2).map((time, index) => time - (times[index + 1] ?? time));
  return {
    perSecond: (1_000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0),
    worst: Math.max(...gaps),
  };
}

/** A hand that drags the picture about. */
const pan =
  (page: Page) =>
  async ({ x, y }: Box): Promise<void> => {
    await page.mouse.move(x + 300, y + 300);
    await page.mouse.down();
    for (let step = 0; step < 60; step++)
      await page.mouse.move(x + 300 + (step % 40) * 5, y + 300 + (step % 25) * 4);
    await page.mouse.up();
  };

/** A wheel turned towards a place and back again, as fast as a finger does. */
const zoom =
  (page: Page) =>
  async ({ x, y }: Box): Promise<void> => {
    await page.mouse.move(x + 400, y + 300);
    for (let step = 0; step < 40; step++) {
      await page.mouse.wheel(0, step % 20 < 10 ? -120 : 120);
      await page.waitForTimeout(50);
    }
  };

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
for (const [name, act] of [
  ["panned", pan(page)],
  ["zoomed", zoom(page)],
] as const) {
  const { perSecond, worst } = await framesWhile(page, act);
  console.log(
    `${entities} entities, ${relations} relations, ${name}: ${perSecond.toFixed(1)} frames a second, the longest ${Math.round(worst)} ms`,
  );
  await page.waitForTimeout(1_000);
}
const picture = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
if (picture !== undefined) await page.screenshot({ path: picture });
await browser.close();
await server.close();
