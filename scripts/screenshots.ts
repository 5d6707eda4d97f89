// The pictures of docs/pictures: pages as a real Chromium draws them, on the data of seed/. npm run screenshots
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startChromium, visit } from "../tests/support/chromium.ts";
import { serveFolder } from "../tests/support/server.ts";

const root = new URL("../", import.meta.url);
const folder = fileURLToPath(new URL("docs/pictures/", root));

const pictures: readonly (readonly [name: string, path: string, width: number, scheme?: "dark"])[] = [
  ["home", "/", 1280],
  ["home-390", "/", 390],
  ["entity", "/entity/enterprise:weichuang", 1280],
  ["entity-390", "/entity/enterprise:weichuang", 390],
  ["region", "/entity/region:xishan", 1280],
  ["policies", "/policies?measure=measure:xishan-srdi-national-first&region=region:xishan", 1280],
  ["policies-390", "/policies?measure=measure:xishan-srdi-national-first&region=region:xishan", 390],
  ["explorer", "/explore#open=cluster:xishan-new-energy", 1280],
  ["explorer-dark", "/explore#path=institution:everbright,park:xishan-development-zone", 1280, "dark"],
  ["explorer-390", "/explore#open=enterprise:zhongke-weizhi", 390],
];

mkdirSync(folder, { recursive: true });
const server = await serveFolder(fileURLToPath(new URL("seed", root)));
const browser = await startChromium();
for (const [name, path, width, colorScheme] of pictures) {
  const { page, close } = await visit(browser, {
    viewport: { width, height: width > 800 ? 800 : 844 },
    colorScheme,
  });
  await page.goto(server.url + path);
  if (path.startsWith("/explore")) {
    // Laid out: the view of the address stands still.
    await page.locator(".canvas[data-names]").waitFor();
    for (let before = ""; before !== page.url(); ) {
      before = page.url();
      await page.waitForTimeout(3_000);
    }
  } else await page.waitForTimeout(800);
  await page.screenshot({ path: `${folder}${name}.png` });
  await close();
}
await browser.close();
await server.close();
