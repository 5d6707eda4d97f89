// The pictures of docs/pictures: pages as a real Chromium draws them, on the data of seed/. `npm run screenshots` takes
// all, `npm run screenshots -- home explorer` those. A picture that fails on a busy machine is tried again.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { startChromium, visit } from "../tests/support/chromium.ts";
import { serveFolder } from "../tests/support/server.ts";

const root = new URL("../", import.meta.url);
const folder = fileURLToPath(new URL("docs/pictures/", root));

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly scheme?: "dark";
}

const measure = "/policies?measure=measure:xishan-srdi-national-first&region=region:xishan";

const pictures: readonly Picture[] = [
  { name: "home", path: "/", width: 1280 },
  { name: "home-390", path: "/", width: 390 },
  { name: "entity", path: "/entity/enterprise:weichuang", width: 1280 },
  { name: "entity-390", path: "/entity/enterprise:weichuang", width: 390 },
  { name: "region", path: "/entity/region:xishan", width: 1280 },
  { name: "policies", path: measure, width: 1280 },
  { name: "policies-390", path: measure, width: 390 },
  { name: "explorer", path: "/explore#open=cluster:xishan-new-energy", width: 1280 },
  {
    name: "explorer-dark",
    path: "/explore#path=institution:everbright,park:xishan-development-zone",
    width: 1280,
    scheme: "dark",
  },
  { name: "counts", path: "/explore#open=region:xishan", width: 1280 },
  { name: "explorer-390", path: "/explore#open=enterprise:zhongke-weizhi", width: 390 },
];

/** Milliseconds for one picture at the most, and for a view to stand still. */
const [patience, still] = [120_000, 4_000];
const tries = 3;

/** Waits until several entities are laid out, or one has its counts, and the view, which the address has, stands still. */
async function laidOut(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const drawn = document.querySelector<HTMLElement>(".canvas[data-names]");
    const there = Number(drawn?.dataset.nodes) > 1 || document.querySelector(".around button") !== null;
    return there && location.hash.startsWith("#v=");
  });
  for (let before = ""; before !== page.url(); ) {
    before = page.url();
    await page.waitForTimeout(still);
  }
}

async function take(
  browser: Browser,
  address: string,
  { name, path, width, scheme }: Picture,
): Promise<void> {
  const { page, close } = await visit(browser, {
    viewport: { width, height: width > 800 ? 800 : 844 },
    colorScheme: scheme,
  });
  page.setDefaultTimeout(patience);
  try {
    await page.goto(address + path, { timeout: patience });
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    if (path.startsWith("/explore")) await laidOut(page);
    await page.screenshot({ path: `${folder}${name}.png`, timeout: patience });
  } finally {
    await close();
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !pictures.some((one) => one.name === name));
if (unknown.length > 0)
  throw new Error(
    `No picture is called ${unknown.join(", ")}: there are ${pictures.map(({ name }) => name).join(", ")}.`,
  );

mkdirSync(folder, { recursive: true });
const server = await serveFolder(fileURLToPath(new URL("seed", root)));
const browser = await startChromium();
try {
  for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (let turn = 1; ; turn += 1) {
      try {
        await take(browser, server.url, picture);
        break;
      } catch (error) {
        if (turn === tries) throw error;
        console.error(`${picture.name}: ${(error as Error).message.split("\n")[0]} Tried again.`);
      }
    }
    console.log(`docs/pictures/${picture.name}.png`);
  }
} finally {
  await browser.close();
  await server.close();
}
