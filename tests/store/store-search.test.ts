// Full text at the store port, on each engine: what is found, and texts that mean something to a query language.
import { beforeAll, expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

describeEachEngine("full text", (open) => {
  let store: GraphStore;
  const ids = async (text: string, options = {}): Promise<string[]> =>
    (await store.search(text, { limit: 100, ...options })).map(({ id }) => id).sort();

  beforeAll(async () => {
    store = await open();
    expect(await store.search("鑫宏", { limit: 10 })).toEqual([]);
    await loadFolder(store, writeFolder(fixture));
  });

  test.each([
    ["鑫宏", ["enterprise:xinhongye"]],
    ["鑫宏業", ["enterprise:xinhongye"]],
    ["xhy", ["enterprise:xinhongye"]],
    ["线缆 鑫", ["enterprise:xinhongye"]],
    ["鑫 锂电", []],
    ["ＡＢＣ", ["enterprise:latin"]],
    ["(Wuxi)", ["enterprise:latin", "enterprise:xinhongye", "region:city"]],
    ["TO", ["enterprise:same-a", "enterprise:same-b"]],
    ["abc~", ["enterprise:latin"]],
    ["a/b", ["enterprise:latin"]],
    ["OR", ["enterprise:lonely"]],
    ['"引号"', ["enterprise:lonely"]],
    ["园", ["enterprise:lonely", "park:inner"]],
  ])("finds by %s", async (text, expected) => {
    expect(await ids(text)).toEqual(expected);
  });

  test.each([
    ...[
      "",
      " ",
      "　",
      "(",
      ")",
      '"',
      "'",
      "/",
      "\\",
      "~",
      "*",
      "?",
      ":",
      "[",
      "{",
      "&&",
      "||",
      "!",
      "^",
      "+",
      "-",
    ],
    ...["AND", "NOT", "[a TO z]", "AND AND", "searchText:*", "😀", "\u0000", "鑫".repeat(3_000)],
  ])("finds nothing by %j, and says so without an error", async (text) => {
    expect(await ids(text)).toEqual([]);
  });

  test("keeps to the kinds asked for and to the limit", async () => {
    expect(await ids("园", { kinds: ["Park"] })).toEqual(["park:inner"]);
    expect(await ids("园", { kinds: ["Fund"] })).toEqual([]);
    expect(await ids("园", { kinds: [] })).toEqual([]);
    expect((await store.search("园", { limit: 1 })).map(({ id }) => id)).toEqual(["enterprise:lonely"]);
    expect(await store.search("园", { limit: 0 })).toEqual([]);
  });

  test("gives the kind, the name and the aliases of what it found", async () => {
    expect(await store.search("鑫宏", { limit: 10 })).toEqual([
      {
        id: "enterprise:xinhongye",
        kind: "Enterprise",
        name: "无锡鑫宏业线缆科技股份有限公司",
        aliases: ["鑫宏业", "鑫宏業公司"],
      },
    ]);
  });
});
