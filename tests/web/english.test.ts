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

  test("calls what has an English name by it, with its own behind; by its own alone in Chinese", async () => {
    const kinds = kindNames.filter((kind) => Object.hasOwn(kindOf(kind).properties, "nameEn"));
    const fields = kinds.map(
      (kind) => `${kind}: ${kindOf(kind).plural}(first: 1000) { nodes { id name nameEn } }`,
    );
    const { data } = await server.ask(`{ ${fields.join(" ")} }`);
    type Lists = Record<string, { nodes: { id: string; name: string; nameEn: string | null }[] }>;
    const english = new Map(
      Object.values(data as Lists).flatMap(({ nodes }) =>
        nodes.flatMap(({ id, name, nameEn }) => (nameEn === null ? [] : [[name, { id, nameEn }] as const])),
      ),
    );
    expect(english.size).toBeGreaterThan(100);
    let called = 0;
    for (const path of [
      "/",
      "/search?q=锡山",
      "/list?kind=PARK",
      "/list?kind=ENTERPRISE",
      "/policies?measure=measure:xishan-srdi-national-first&region=region:xishan",
      "/entity/region:xishan",
      "/entity/cluster:xishan-new-energy",
      "/entity/enterprise:weichuang",
      "/entity/measure:xishan-srdi-national-first",
    ]) {
      const html = (await read(path))
        .replace(/<script[\s\S]*?<\/script>/g, "")
        .replaceAll('<span class="own">', "");
      for (const { 0: whole, 1: name = "", index } of html.matchAll(
        /<span lang="zh-Hans">([^<]*)<\/span>/g,
      )) {
        const wanted = english.get(name);
        // Others may bear the same name: a document is called as the district that it is about.
        const link = /<a [^>]*href="\/entity\/([^"#?]*)[^>]*>(?:(?!<\/a>)[\s\S])*$/.exec(
          html.slice(0, index),
        );
        if (wanted === undefined || (link !== null && link[1] !== wanted.id)) continue;
        // By which name a hit was found is told as it was found.
        if (html.slice(0, index).endsWith('class="why">matches ')) continue;
        const before = html.slice(0, index).replaceAll("&amp;", "&").replaceAll("<!-- -->", "");
        expect([path, whole, before.slice(-wanted.nameEn.length - 1)]).toEqual([
          path,
          whole,
          `${wanted.nameEn} `,
        ]);
        called += 1;
      }
    }
    expect(called).toBeGreaterThan(60);
    const chinese = await fetch(`${server.url}/entity/region:xishan?lang=zh`, {
      headers: { accept: "text/html" },
    });
    const title = /<title>([^<]*)/.exec(await chinese.text())?.[1];
    expect(title).toBe("锡山区 · 产业图谱");
  }, 60_000);

  test("calls a figure by what it is about, what it measures and when, in English", async () => {
    const html = await read("/entity/measure:xishan-srdi-national-first");
    expect(html).toMatch(/<span>Xishan District · Rewards paid · 2022<\/span>/);
    const chinese = await fetch(`${server.url}/entity/measure:xishan-srdi-national-first?lang=zh`, {
      headers: { accept: "text/html" },
    });
    expect(await chinese.text()).toContain("锡山区 · 奖励资金合计 · 2022");
  });

  test("says in English what a measure lacks, of whom, and what to find out", async () => {
    const html = await read("/policies?measure=measure:xishan-srdi-national-first&region=region:xishan");
    const text = html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, "");
    expect(text).toContain("to find out: whether and when it was recognised as");
    expect(text).not.toMatch(/需核实|尚缺|图中无据/);
    const enterprise = (await read("/entity/enterprise:weichuang")).replace(/<[^>]*>/g, "");
    expect(enterprise).not.toMatch(/>[^<]*(?:需核实|尚缺|图中无据|有效期未知)/);
  });
});
