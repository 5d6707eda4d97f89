// The pages without script: what the server renders, how it is served, and that names are never markup.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import { fixture } from "../support/fixture.ts";
import { enterprise, s } from "../support/fixture-rows.ts";
import { serve, type TestServer } from "../support/server.ts";

const evil = `<img src=x onerror=alert(1)></script>"'&$&$'`;

let server: TestServer;
beforeAll(async () => {
  const entities = fixture.entities ?? {};
  server = await serve({
    ...fixture,
    entities: {
      ...entities,
      Enterprise: [
        ...(entities.Enterprise ?? []),
        enterprise("evil", evil, { summary: evil, industry: evil, sources: s }),
      ],
    },
  });
});
afterAll(() => server.close());

const read = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers: { accept: "text/html", ...headers } });

/** The page without its data for the browser: what can be read without script. */
async function shown(path: string): Promise<string> {
  const html = await (await read(path)).text();
  return html.replace(/<script[\s\S]*?<\/script>/g, "");
}

describe("pages are served", () => {
  const paths = [
    "/",
    "/search?q=x",
    "/list?kind=PARK",
    "/policies",
    "/explore",
    "/entity/park:big",
    "/nowhere",
  ];
  test.each(paths)("%s is HTML under a policy without inline script or evaluation", async (path) => {
    const response = await read(path);
    expect(response.headers.get("content-type")).toContain("text/html");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const html = await response.text();
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g))
      expect(tag).toMatch(/src="\/|type="application\/json"/);
    expect(html).not.toMatch(/<[a-z][^<>]*\s(?:on\w+|style)=/);
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^[/#?]|^$/);
  });

  test("compressed, with an ETag, and not again to who has it", async () => {
    for (const path of [
      "/entity/park:big",
      (/src="([^"]+)"/.exec(await (await read("/")).text()) ?? [])[1] ?? "",
    ]) {
      for (const encoding of ["br", "gzip", "identity"]) {
        const response = await read(path, { "accept-encoding": encoding });
        expect([path, response.status]).toEqual([path, 200]);
        expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
        const etag = response.headers.get("etag") ?? "";
        const again = await read(path, { "accept-encoding": encoding, "if-none-match": etag });
        expect([again.status, await again.text()]).toEqual([304, ""]);
      }
    }
  });

  test("an address where nothing is answers 404, as a page to a browser and as JSON to others", async () => {
    for (const path of [
      "/nowhere",
      "/entity/park:none",
      "/entity/nothing",
      "/entity/%E0%A4%A",
      "/assets/none.js",
    ]) {
      const response = await read(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get("content-type")).toContain("text/html");
    }
    const json = await fetch(`${server.url}/nowhere`);
    expect([json.status, json.headers.get("content-type")]).toEqual([404, "application/json; charset=utf-8"]);
  });

  test("a kind by any of its names leads to the one address of its list; what names none is refused", async () => {
    const to = async (path: string) => {
      const response = await fetch(`${server.url}${path}`, {
        redirect: "manual",
        headers: { accept: "text/html" },
      });
      return [response.status, response.headers.get("location")];
    };
    for (const kind of kindNames) {
      const { title, field, plural } = kindOf(kind);
      const own = kind.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
      for (const name of [kind, title.zh, title.en, field, plural, own.toLowerCase(), title.en.toUpperCase()])
        if (name !== own) {
          const path = `/list?${new URLSearchParams({ kind: name, after: "x" })}`;
          expect([name, await to(path)]).toEqual([name, [302, `/list?kind=${own}&after=x`]]);
        }
    }
    expect(await to("/search?q=x&kind=park")).toEqual([302, "/search?q=x&kind=PARK"]);
    expect((await read("/list?kind=Firm")).status).toBe(400);
    expect((await read("/list?kind=Enterprise")).status).toBe(200);
  });

  test("the language is the one asked for, and stays", async () => {
    expect(await shown("/")).toContain("可以这样问");
    const english = await read("/?lang=en");
    expect(english.headers.get("content-language") ?? "en").toBe("en");
    expect(await english.text()).toContain("Questions to begin with");
    const cookie = english.headers.get("set-cookie")?.split(";")[0] ?? "";
    const html = await (await read("/", { cookie })).text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("Questions to begin with");
  });
});

describe("an entity's page can be read without script", () => {
  test("there is one for every kind that the data hold", async () => {
    const fields = kindNames.map((kind) => `${kind}: ${kindOf(kind).plural}(first: 1) { nodes { id } }`);
    const { data } = await server.ask(`{ ${fields.join(" ")} }`);
    const found = Object.values(data as Record<string, { nodes: { id: string }[] }>).flatMap(
      ({ nodes }) => nodes,
    );
    expect(found.length).toBeGreaterThan(10);
    for (const { id } of found) {
      const response = await read(`/entity/${id}`);
      expect([id, response.status]).toEqual([id, 200]);
      expect(await response.text()).toContain("<article>");
    }
  });

  test("name, facts, relations both ways, and the document and line of each", async () => {
    const html = await shown("/entity/park:big");
    for (const words of ["东方开发区", "国家级", "1,500.5", "甲报告", "第 1 行"])
      expect(html).toContain(words);
    const { data } = await server.ask(
      `{ node(id: "park:big") { relations { nodes { from { id } to { id } } } } }`,
    );
    interface Ends {
      readonly from: { readonly id: string };
      readonly to: { readonly id: string };
    }
    const node = data?.node as { relations: { nodes: readonly Ends[] } };
    const { nodes } = node.relations;
    expect(nodes.length).toBeGreaterThan(2);
    for (const { from, to } of nodes) {
      const other = from.id === "park:big" ? to : from;
      if (!/^(observation|check|conflict):/.test(other.id))
        expect(html).toContain(`href="/entity/${other.id}"`);
    }
  });

  test("names from data are text, never markup", async () => {
    const paths = [
      "/entity/enterprise:evil",
      `/search?q=${encodeURIComponent(evil)}`,
      "/list?kind=ENTERPRISE",
      `/${evil}`,
    ];
    for (const path of paths) {
      const html = await (await read(path)).text();
      expect([path, html.includes("<img")]).toEqual([path, false]);
      expect(html.match(/<\/script>/g)?.length).toBe(html.match(/<script\b/g)?.length);
    }
    expect(await shown("/entity/enterprise:evil")).toContain("&lt;img src=x onerror=alert(1)>");
  });

  test("every question of the opening page leads to a part that is there", async () => {
    const questions = /<ul class="questions">([\s\S]*?)<\/ul>/.exec(await shown("/"))?.[1] ?? "";
    const links = [...questions.matchAll(/href="(\/entity\/[^"#]*)#([\w-]+)"/g)];
    expect(links.length).toBeGreaterThan(5);
    for (const [, path = "", part = ""] of links)
      expect([path, part, (await shown(path)).includes(` id="${part}"`)]).toEqual([path, part, true]);
  });

  test("every link of the opening page leads to a page", async () => {
    const links = [...(await shown("/")).matchAll(/href="(\/[^"#]*)/g)].map(([, path]) => path ?? "");
    for (const path of new Set(links.map((link) => link.replaceAll("&amp;", "&")))) {
      expect([path, (await read(path)).status]).toEqual([path, 200]);
    }
  });
});
