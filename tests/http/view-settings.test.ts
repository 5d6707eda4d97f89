// Views of the data by role: which there are, what is refused at the start, and what a running server does with them.
import { existsSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scopesOf } from "../../src/access/scopes.ts";
import { newToken } from "../../src/access/token.ts";
import { changeTokens } from "../../src/access/token-file.ts";
import { readSettings } from "../../src/config.ts";
import { viewsOf } from "../../src/http/views.ts";
import { ensureSeed } from "../../src/load/start.ts";
import { startServer } from "../../src/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { secretLayer } from "../support/secret-layer.ts";

const settingsOf = (roles: string, more: Readonly<Record<string, string>> = {}) =>
  readSettings({ SEED_DIR: "/data/seed,/data/a,/data/b", LAYER_ROLES: roles, ...more });

describe("the views of the settings", () => {
  const asker = (...roles: string[]) => ({ roles, scopes: scopesOf(["read"]) });

  test("are one for each list of layers that some roles see", () => {
    const views = viewsOf(settingsOf("a=office,audit; b=audit"));
    expect(views.all.map(({ name, settings }) => [name, settings.SEED_DIR])).toEqual([
      ["whole", "/data/seed,/data/a,/data/b"],
      ["public", "/data/seed"],
      ["a", "/data/seed,/data/a"],
    ]);
    const seen = (...roles: string[]) => views.of(asker(...roles)).name;
    expect([seen(), seen("other"), seen("office"), seen("audit"), seen("office", "audit")]).toEqual([
      "public",
      "public",
      "a",
      "whole",
      "whole",
    ]);
    expect(views.of({ roles: [], scopes: scopesOf(["admin"]) }).name).toBe("whole");
    // Each has a place of its own, and shares what is not data.
    expect(new Set(views.all.map(({ settings }) => settings.DATA_DIR)).size).toBe(3);
    expect(new Set(views.all.map(({ settings }) => settings.AUDIT_FILE || "data/audit.jsonl")).size).toBe(1);
  });

  test("are those of roles together, too", () => {
    const views = viewsOf(settingsOf("a=one; b=two"));
    expect(views.all.map(({ name }) => name)).toEqual(["whole", "public", "a", "b"]);
    expect(views.of(asker("one", "two")).name).toBe("whole");
  });

  test("are one where no layer is hidden", () => {
    const views = viewsOf(settingsOf(""));
    expect(views.all).toHaveLength(1);
    expect(views.of(asker()).name).toBe("whole");
  });

  const neo4j = { NEO4J_URI: "bolt://127.0.0.1:1" };
  test.each<[string, Record<string, string>, RegExp]>([
    ["c=office", {}, /there is no layer c in SEED_DIR; there are seed, a, b/],
    ["seed=x; a=x; b=x", {}, /hides all layers/],
    ["a", {}, /LAYER_ROLES="a": takes layer=role,role/],
    ["a=", {}, /takes layer=role,role/],
    ["a=x=y", {}, /takes layer=role,role/],
    ["a=x; a=y", {}, /names the layer a twice/],
    ["a=x", { VIEW_STORES: "public=embedded" }, /VIEW_STORES is for Neo4j/],
    ["a=x", neo4j, /VIEW_STORES does not say where the view public is.*public=embedded/],
    ["a=x; b=y", { ...neo4j, VIEW_STORES: "public=embedded; a=embedded" }, /where the view b is/],
    ["a=x", { ...neo4j, VIEW_STORES: "public=embedded; b=embedded" }, /there is no view b; there are public/],
    ["", { ...neo4j, VIEW_STORES: "public=embedded" }, /without LAYER_ROLES there is none/],
    ["a=x", { ...neo4j, VIEW_STORES: "public=bolt://127.0.0.1:1" }, /is the store of the view whole/],
    ["a=x", { ...neo4j, NEO4J_DATABASE: "main", VIEW_STORES: "public=main" }, /store of the view whole/],
    [
      "a=x; b=y",
      { ...neo4j, VIEW_STORES: "public=one; a=one; b=two" },
      /a=one is the store of the view public/,
    ],
    ["a=x", { ...neo4j, VIEW_STORES: "public=http://x" }, /neither "embedded" nor/],
    ["a=x", { ...neo4j, VIEW_STORES: "public" }, /takes view=place/],
  ])("%s with %o is refused", (roles, more, why) => {
    expect(() => viewsOf(settingsOf(roles, more))).toThrow(why);
  });

  test("have the stores that VIEW_STORES names", () => {
    const stores = "public=embedded; a=parts; b=neo4j://other:7687";
    const [, ...views] = viewsOf(settingsOf("a=x; b=y", { ...neo4j, VIEW_STORES: stores })).all;
    expect(views.map(({ settings }) => [settings.NEO4J_URI, settings.NEO4J_DATABASE])).toEqual([
      ["", ""],
      ["bolt://127.0.0.1:1", "parts"],
      ["neo4j://other:7687", ""],
    ]);
  });

  test("are no more than can be loaded", () => {
    const layers = ["a", "b", "c", "d"];
    const SEED_DIR = ["seed", ...layers].map((name) => `/data/${name}`).join(",");
    const roles = layers.map((name) => `${name}=role-${name}`).join("; ");
    expect(() => viewsOf(readSettings({ SEED_DIR, LAYER_ROLES: roles }))).toThrow(/more than 8 views/);
  });
});

/** A world and a layer above it that the role `office` sees, and a server over them in a folder of data. */
async function world(layer = secretLayer) {
  const place = mkdtempSync(join(tmpdir(), "industry-graph-view-"));
  const [seed, secret, tokens] = ["seed", "secret", "tokens.json"].map((name) => join(place, name));
  if (seed === undefined || secret === undefined || tokens === undefined) throw new Error("no place");
  writeFolder(fixture, seed);
  writeFolder(layer, secret);
  const { kept, text } = newToken({ name: "o", scopes: ["read"], roles: ["office"], expires: null });
  await changeTokens(tokens, (all) => [...all, kept]);
  const settings = (more: Readonly<Record<string, string>> = {}) =>
    readSettings({
      PORT: "0",
      LOG_LEVEL: "silent",
      PUBLIC: "read",
      SEED_DIR: `${seed},${secret}`,
      DATA_DIR: join(place, "data"),
      TOKENS_FILE: tokens,
      LAYER_ROLES: "secret=office",
      FOLLOW_SECONDS: "1",
      // What is written on a busy machine is waited for as well.
      TIMEOUT_MS: "250000",
      ...more,
    });
  return {
    seed,
    secret,
    settings,
    office: { authorization: `Bearer ${text}` },
    views: join(place, "data/views"),
  };
}

const parks = "{ parks { nodes { id name } } }";

async function ask(url: string, headers: Readonly<Record<string, string>> = {}, query = parks) {
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: "application/json", ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

type Answer = Awaited<ReturnType<typeof ask>>;

async function until(look: () => Promise<Answer>, wanted: (found: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const found = await look();
    if (wanted(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Puts a file in its place as editors do: at once. */
function save(folder: string, file: string, text: string): void {
  writeFileSync(join(folder, "part"), text);
  renameSync(join(folder, "part"), join(folder, file));
}

const region = (id: string, name: string, source: string) =>
  `id,name,level,sources\npark:${id},${name},NATIONAL,${source}\n`;

describe("a running server with a layer for a role", () => {
  test("takes up what has changed in each view that shows it, and in no other", async () => {
    const { seed, secret, settings, office } = await world();
    writeFolder({ files: { "entities/Platform.csv": "id,name,sources\nplatform:p,平台,doc-a:1\n" } }, seed);
    const server = await startServer(settings());
    try {
      await server.seeded;
      const platforms = "{ platforms { nodes { name } } parks { nodes { name } } }";
      const open = () => ask(server.url, {}, platforms);
      const own = () => ask(server.url, office, platforms);
      const versioned = ({ headers }: Answer) => headers.get("x-dataset-version") !== null;
      const before = await until(open, versioned);
      expect(before.text).toContain("平台");
      save(secret, "entities/Park.csv", region("secret", "另一机密园", "doc-s:1"));
      await until(own, ({ text }) => text.includes("另一机密园"));
      // On a busy machine an answer may come without its version.
      const after = await until(open, versioned);
      expect(after.text).toBe(before.text);
      expect(after.headers.get("x-dataset-version")).toBe(before.headers.get("x-dataset-version"));
      save(seed, "entities/Platform.csv", "id,name,sources\nplatform:p,新平台,doc-a:1\n");
      for (const look of [open, own]) await until(look, ({ text }) => text.includes("新平台"));
      expect((await open()).text).not.toContain("机密");
    } finally {
      await server.close();
    }
  });

  test("gives nobody the answer kept for another", async () => {
    const { settings, office } = await world();
    const server = await startServer(settings());
    try {
      await server.seeded;
      // On a busy machine an answer may come without its tag.
      const seen = await until(
        () => ask(server.url, office),
        ({ headers }) => headers.has("etag"),
      );
      const tag = seen.headers.get("etag") ?? "";
      expect(seen.headers.get("cache-control")).toContain("private");
      for (const name of ["authorization", "cookie", "accept"])
        expect(seen.headers.get("vary")?.toLowerCase()).toContain(name);
      const again = () => ask(server.url, { ...office, "if-none-match": tag });
      expect((await until(again, ({ headers }) => headers.has("etag"))).status).toBe(304);
      expect((await ask(server.url, { "if-none-match": tag })).status).toBe(200);
      // What is open to all without a token is told of the view of whoever shows one.
      const ready = async (headers = {}) =>
        ((await (await fetch(`${server.url}/ready`, { headers })).json()) as { dataset: string }).dataset;
      expect(await ready(office)).toBe(seen.headers.get("x-dataset-version"));
      expect(await ready()).not.toBe(await ready(office));
      expect(await ready({ authorization: "Bearer ig_none" })).toBe(await ready());
    } finally {
      await server.close();
    }
  });

  test("says which view cannot be loaded on its own, and answers nobody from it", async () => {
    const { seed, settings, office } = await world();
    // A visible layer that cites what only the hidden one has.
    writeFolder({ files: { "entities/Platform.csv": "id,name,sources\nplatform:p,平台,doc-s:1\n" } }, seed);
    const server = await startServer(settings());
    try {
      await expect(server.seeded).rejects.toThrow(/The view public .*cannot be loaded on its own.*doc-s/s);
      expect((await ask(server.url)).text).toContain("NOT_READY");
      expect((await ask(server.url, office)).text).toContain("机密产业园");
    } finally {
      await server.close();
    }
  });

  test("does not answer from a store of a view that holds anything else", async () => {
    const { settings, office } = await world();
    const view = viewsOf(settings()).all[1];
    if (view === undefined) throw new Error("there is no view");
    const store = openEmbedded({ path: view.settings.DATA_DIR });
    await ensureSeed(store, settings().SEED_DIR, `${view.settings.DATA_DIR}.layers`);
    await store.close();
    const server = await startServer(settings());
    try {
      await expect(server.seeded).rejects.toThrow(/store of the view public .*may hold nothing but/s);
      const refused = await ask(server.url);
      expect(refused.text).toContain("NOT_READY");
      expect(refused.text).not.toContain("机密");
      expect((await ask(server.url, office)).text).toContain("机密产业园");
    } finally {
      await server.close();
    }
  });

  test("keeps views, and takes away what is left of those that there are no more", async () => {
    const { settings, views } = await world();
    for (const [more, left] of [
      [{}, 1],
      [{}, 1],
      [{ LAYER_ROLES: "" }, 0],
    ] as const) {
      const server = await startServer(settings(more));
      await server.seeded;
      await server.close();
      const found = existsSync(views) ? readdirSync(views).filter((name) => !name.endsWith(".layers")) : [];
      expect(found).toHaveLength(left);
    }
  });
});
