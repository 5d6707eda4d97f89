// Answers that are kept: given again only where the very load that they were read from still answers.
import { type DocumentNode, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCache } from "../../src/cache/cache.ts";
import { createKeptAnswers, type KeptAnswers } from "../../src/http/kept-answers.ts";
import { loadFolder } from "../../src/load/load.ts";
import { createVersions, type Versions } from "../../src/load/versions.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";
import { serve } from "../support/server.ts";

/** The fixture with one more enterprise. */
function withOneMore(id: string): FolderContent {
  const { entities = {} } = fixture;
  const [first] = entities.Enterprise ?? [];
  const blank = Object.fromEntries(Object.keys(first ?? {}).map((name) => [name, ""]));
  const added = { ...blank, id, name: id.replace(":", " "), sources: first?.sources ?? "" };
  return {
    ...fixture,
    entities: { ...entities, Enterprise: [...(entities.Enterprise ?? []), added] } as never,
  };
}

describeEachEngine("an answer", (open) => {
  let store: GraphStore;
  let versions: Versions;
  let kept: KeptAnswers;
  let made = 0;
  const document = parse("{ enterprises { totalCount } }");
  const other = parse("{ enterprises { totalCount } }");

  beforeAll(async () => {
    store = await open();
    await loadFolder(store, writeFolder(fixture));
    versions = createVersions(store);
    kept = createKeptAnswers(createCache(1), versions);
  });
  afterAll(() => store.close());

  const count = async (): Promise<string> => {
    made += 1;
    const [row] = await store.read("MATCH (n:Enterprise) RETURN count(n) AS count");
    return String(row?.count);
  };
  /** Asks; the store names its load anew, as it does once a second. */
  async function ask(
    about: { document?: DocumentNode; operationName?: string; variables?: Record<string, unknown> } = {},
    make: () => Promise<string | { errors: [] }> = count,
  ) {
    versions.forget();
    let again = false;
    const answer = await kept.answer({ document, ...about }, make, () => {
      again = true;
    });
    return { answer, again };
  }

  test("is given again where the load is named once more, and not before", async () => {
    const first = await ask();
    expect(first.again).toBe(false);
    // What the store said before the answer was made tells nothing of a load since.
    let again = false;
    const soon = await kept.answer({ document }, count, () => {
      again = true;
    });
    // Where nobody else may write, it is known that there has been none.
    expect([soon, again]).toEqual([first.answer, !store.shared]);
    expect(await ask()).toEqual({ answer: first.answer, again: true });
    expect(made).toBe(store.shared ? 2 : 1);
  });

  test("is another's where anything that is asked differs", async () => {
    await ask();
    for (const about of [
      { document: other },
      { operationName: "A" },
      { variables: { first: 1 } },
      { variables: { first: null } },
    ]) {
      expect((await ask(about)).again).toBe(false);
      expect((await ask(about)).again).toBe(true);
    }
  });

  test("is not kept where it has errors, is long or is asked with much", async () => {
    const failing = async () => ({ errors: [] as [] });
    for (const [about, make] of [
      [{ operationName: "fails" }, failing],
      [{ operationName: "long" }, async () => "x".repeat(600_000)],
      [{ variables: { ids: "x".repeat(5_000) } }, count],
    ] as const) {
      expect((await ask(about, make)).again).toBe(false);
      expect((await ask(about, make)).again).toBe(false);
    }
  });

  test("goes with its load, also where another came while it was made, and where the same data are loaded anew", async () => {
    const before = (await ask()).answer;
    await loadFolder(store, writeFolder(withOneMore("enterprise:new-1")));
    const after = await ask();
    expect(after).toEqual({ answer: String(Number(before) + 1), again: false });
    const caught = { operationName: "caught" };
    await ask(caught, async () => {
      const old = await count();
      await loadFolder(store, writeFolder(withOneMore("enterprise:new-2")));
      return old;
    });
    expect((await ask(caught)).again).toBe(false);
    await loadFolder(store, writeFolder(fixture));
    expect(await ask()).toEqual({ answer: before, again: false });
    expect(await ask()).toEqual({ answer: before, again: true });
  });

  test("is not kept while data are loaded", async () => {
    const state = (value: string) =>
      store.write("UNWIND $rows AS row MATCH (d:Dataset {id: 'dataset'}) SET d.state = row.state", [
        { state: value },
      ]);
    const about = { operationName: "loading" };
    await state("LOADING");
    expect((await ask(about)).again).toBe(false);
    expect((await ask(about)).again).toBe(false);
    await state("READY");
    expect((await ask(about)).again).toBe(false);
    expect((await ask(about)).again).toBe(true);
  });
});

describe("a server", () => {
  const keptOf = async (url: string): Promise<number> => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(/^industry_graph_kept_answers_total (\d+)$/m.exec(text)?.[1]);
  };
  const query = "query Ask($name: String!) { enterprise(name: $name) { id } }";

  test("gives answers again, counts them, and takes a changed store up within a second or so", async () => {
    const store = openEmbedded();
    const server = await serve(fixture, {}, store);
    const first = await server.ask(query, { name: "鑫宏业" });
    expect(first.errors).toBeUndefined();
    await expect
      .poll(
        async () => {
          expect((await server.ask(query, { name: "鑫宏业" })).text).toBe(first.text);
          return keptOf(server.url);
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    // As another process does that loads into the same store.
    await loadFolder(store, writeFolder(withOneMore("enterprise:new")));
    await expect
      .poll(async () => (await server.ask("{ enterprises { totalCount } }")).text, { timeout: 20_000 })
      .toContain(String((fixture.entities?.Enterprise ?? []).length + 1));
    await server.close();
    await store.close();
  });

  test("makes each answer where none is to be kept", async () => {
    const server = await serve(fixture, { KEEP_ANSWERS: "off" });
    for (let time = 0; time < 3; time++) {
      await server.ask(query, { name: "鑫宏业" });
      await new Promise((resolve) => setTimeout(resolve, 1_100));
    }
    expect(await keptOf(server.url)).toBe(0);
    await server.close();
  });
});
