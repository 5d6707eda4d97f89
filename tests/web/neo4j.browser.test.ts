// The real Neo4j Browser, served by the Neo4j of the tests: the style, the saved questions and the guide that the project
// generates are taken, and give pictures with captions.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type BrowserFiles, serveBrowserFiles } from "../../src/cli/neo4j-browser-files.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { chromiumPath, startChromium, visit } from "../support/chromium.ts";
import { engines, testNeo4j } from "../support/engines.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const possible = chromiumPath !== undefined && inject("neo4jBroker") !== null;

/** Connects without a password, as `npm run neo4j` says. */
async function connect(page: Page, address: string, user: string, password: string): Promise<void> {
  // Where no password is asked for, Neo4j Browser connects by itself too: whichever is first, each in words of its own.
  const connected = page.getByText(/You are connected|You have a working connection/).first();
  const wait = { timeout: 20_000 };
  const press = async (): Promise<void> => {
    if (password === "") await page.getByTestId("authenticationMethod").selectOption("NO_AUTH", wait);
    else {
      await page.getByTestId("username").fill(user, wait);
      await page.getByTestId("password").fill(password, wait);
    }
    await page.getByTestId("connect").click(wait);
    await connected.waitFor(wait);
  };
  await page.goto(address);
  await page.getByTestId("boltaddress").or(connected).first().waitFor();
  // On a busy machine Neo4j Browser gives up a connection that opens slowly, and a user presses again.
  for (let left = 4; ; left--) {
    const failure = await press().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure === undefined || (await connected.isVisible())) return;
    if (left === 0) throw failure;
  }
}

async function enter(page: Page, text: string): Promise<void> {
  await page.getByTestId("activeEditor").locator(".monaco-editor").first().click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
  await page.getByTestId("editor-Run").click();
}

/** Pastes into the editor, runs it, and gives the frame that answers. */
async function run(page: Page, text: string): Promise<Locator> {
  await enter(page, text);
  const frame = page.getByTestId("frame").first();
  await frame
    .getByTestId("frameCommand")
    .filter({ hasText: text.trim().slice(0, 25) })
    .waitFor();
  return frame;
}

/** Waits until a picture has these captions, whose lines are put together. */
async function captions(frame: Locator, expected: readonly string[]): Promise<void> {
  await frame.locator("g.node text").first().waitFor();
  const names = await frame
    .locator("g.node")
    .evaluateAll((nodes) => nodes.map((node) => node.textContent?.replaceAll(/\s/g, "") ?? ""));
  for (const name of expected)
    expect(
      names.filter((one) => one.includes(name)),
      names.join(" "),
    ).toHaveLength(1);
}

async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  const given = { name, base64: content.toString("base64") };
  await page.evaluate((one) => {
    const bytes = Uint8Array.from(atob(one.base64), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], one.name));
    const target = document.querySelector(".filedrop");
    for (const type of ["dragenter", "dragover", "drop"])
      target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }, given);
}

describe.skipIf(!possible)("Neo4j Browser", () => {
  let store: GraphStore;
  let files: BrowserFiles;
  let browser: Browser;
  beforeAll(async () => {
    const neo4j = engines.find(({ name }) => name === "neo4j");
    if (neo4j === undefined) throw new Error("There is no engine neo4j.");
    store = await neo4j.open();
    await loadFolder(store, file("seed"));
    [files, browser] = await Promise.all([serveBrowserFiles(0), startChromium()]);
  });
  afterAll(async () => {
    files?.close();
    await browser?.close();
    await store?.close();
  });

  test("takes the style, the guide and the saved questions; these and a pasted file give captioned pictures", async (context) => {
    const { browser: address, user, password } = await testNeo4j();
    context.skip(address === undefined, "TEST_NEO4J_URI says nothing of a Neo4j Browser");
    const { page, close } = await visit(browser, { viewport: { width: 1400, height: 1000 } });
    await connect(page, address ?? "", user, password);

    const style = await run(page, `:style ${files.url}/neo4j.grass`);
    await style.getByText("node.Enterprise").waitFor();

    // A question file as it stands: its `:param` lines first, then the whole of it.
    const question = readFileSync(file("cypher/enterprise.neighbours.cypher"), "utf8");
    const [line = ""] = /^:param .*$/m.exec(question) ?? [];
    await run(page, line);
    const pasted = await run(page, question);
    await captions(pasted, ["极电光能", "盘古钠祥", "奥威超级电容"]);
    const fills = await pasted
      .locator("g.node circle.b-outline")
      .evaluateAll((all) => all.map((one) => one.getAttribute("fill")));
    expect(new Set(fills.map((fill) => fill?.toUpperCase()))).toEqual(new Set(["#4C8EDA"]));

    // A saved question gives the entity asked about too, so that the picture hangs together.
    await drop(page, "neo4j-questions.zip", readFileSync(file("docs/neo4j-questions.zip")));
    await page.getByTestId("navigationFavorites").locator("button").click();
    await page.getByText("任意实体 Any entity").click();
    await page.getByText("Entity.related").first().click();
    await page.getByTestId("editor-Run").click();
    const saved = page.getByTestId("frame").first();
    await saved.getByTestId("frameCommand").filter({ hasText: "Entity.related" }).waitFor();
    await saved.locator("g.node text").first().waitFor();
    await saved.locator("g.relationship").first().waitFor({ state: "attached" });

    await enter(page, `:guide ${files.url}/neo4j-guide.html`);
    await page.getByText("每种实体各有多少").waitFor();
    await page.getByText("Next", { exact: true }).click();
    await page.getByText("展开之前先看数量").waitFor();
    await page.getByText("Next", { exact: true }).click();
    await page.getByText("同一园区的其他企业").waitFor();
    await page.locator("pre.runnable").first().click();
    await page.getByTestId("editor-Run").click();
    const guided = page.getByTestId("frame").first();
    await guided.getByTestId("frameCommand").filter({ hasText: "enterprise:enjie" }).waitFor();
    await captions(guided, ["恩捷", "极电光能"]);
    await close();
  });
});
