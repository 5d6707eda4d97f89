// Pages in English: what is Chinese on them came with the data, and is marked as Chinese.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serveFolder(fileURLToPath(new URL("../../seed", import.meta.url)));
}, 120_000);
afterAll(() => server?.close());

const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|rect|circle|path|line)$/;

/** Texts of a page that are Chinese and stand in no element that says so. */
function unmarked(html: string): string[] {
  const found: string[] = [];
  const open: { readonly tag: string; readonly chinese: boolean }[] = [];
  const page = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  for (const [, closing, tag = "", attributes = "", text] of page.matchAll(
    /<(\/?)([a-z][\w-]*)((?:[^<>"]|"[^"]*")*)>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      if (/\p{Script=Han}/u.test(text) && open.at(-1)?.chinese !== true && open.at(-1)?.tag !== "title")
        found.push(text.trim());
    } else if (closing === "/") {
      while (open.length > 0 && open.pop()?.tag !== tag);
    } else if (!empty.test(tag) && !attributes.endsWith("/")) {
      const said = / lang="([^"]*)"/.exec(attributes)?.[1];
      open.push({ tag, chinese: said === undefined ? open.at(-1)?.chinese === true : said.startsWith("zh") });
    }
  }
  return found;
}

const read = async (path: string): Promise<string> => {
  const address = `${server.url}${path}${path.includes("?") ? "&" : "?"}lang=en`;
  return (await fetch(address, { headers: { accept: "text/html" } })).text();
};

describe("a page in English", () => {
  test("marks Chinese where the marks are looked for", () => {
    expect(unmarked('<p>a 企业 <b lang="zh-Hans">园区<i>区</i></b><br>b</p>')).toEqual(["a 企业"]);
    expect(unmarked('<p lang="zh">企业<input name="x"> <span lang="en">园</span></p>')).toEqual(["园"]);
  });

  test.each([
    "/",
    "/search?q=zkwz",
    "/search?q=没有这个",
    "/list?kind=ENTERPRISE",
    "/list?kind=MEASURE",
    "/policies",
    "/policies?measure=measure:xishan-srdi-national-first&region=region:xishan",
    "/entity/enterprise:nobody",
    "/没有这一页",
  ])("%s", async (path) => {
    const html = await read(path);
    expect(html).toContain('<html lang="en"');
    expect(unmarked(html)).toEqual([]);
  });

  test("of each kind: ten entities", async () => {
    const fields = kindNames.map((kind) => `${kind}: ${kindOf(kind).plural}(first: 10) { nodes { id } }`);
    const { data } = await server.ask(`{ ${fields.join(" ")} }`);
    const lists = Object.values(data as Record<string, { nodes: { id: string }[] }>);
    const ids = lists.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(100);
    for (const id of ids) expect([id, unmarked(await read(`/entity/${id}`))]).toEqual([id, []]);
  }, 240_000);

  test("says in English what a measure lacks, of whom, and what to find out", async () => {
    const html = await read("/policies?measure=measure:xishan-srdi-national-first&region=region:xishan");
    const text = html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, "");
    expect(text).toContain("to find out: whether and when it was recognised as");
    expect(text).not.toMatch(/需核实|尚缺|图中无据/);
    const enterprise = (await read("/entity/enterprise:weichuang")).replace(/<[^>]*>/g, "");
    expect(enterprise).not.toMatch(/>[^<]*(?:需核实|尚缺|图中无据|有效期未知)/);
  });
});
