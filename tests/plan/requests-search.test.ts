// Search, and entities by id or name; equal on both engines.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";

const { ask, data } = loadedEngines(fixture);

interface Hit {
  readonly score: number;
  readonly matched: string;
  readonly entity: { readonly id: string };
}

async function search(text: string, more = ""): Promise<Hit[]> {
  const answer = await data<{ search: Hit[] }>(
    `query($text: String!) { search(text: $text ${more}) { score matched entity { id } } }`,
    { text },
  );
  return answer.search;
}

describe("search", () => {
  test.each([
    ["鑫宏业", "鑫宏业"],
    ["鑫宏業", "鑫宏业"],
    ["鑫宏業公司", "鑫宏業公司"],
    [" 鑫 宏 业 ", "鑫宏业"],
    ["xhy", "鑫宏业"],
    ["XHY", "鑫宏业"],
    ["ｘｈｙ", "鑫宏业"],
    ["xinhongye", "鑫宏业"],
    ["xinhong", "鑫宏业"],
    ["无锡鑫宏业线缆科技股份有限公司", "无锡鑫宏业线缆科技股份有限公司"],
    ["無錫鑫宏業線纜科技股份有限公司", "无锡鑫宏业线缆科技股份有限公司"],
    ["线缆", "无锡鑫宏业线缆科技股份有限公司"],
    ["鑫", "鑫宏业"],
  ])("%s finds 鑫宏业 first", async (text, matched) => {
    const [first] = await search(text);
    expect(first?.entity.id).toBe("enterprise:xinhongye");
    expect(first?.matched).toBe(matched);
  });

  test("the closer the match the higher the score, and an exact one is 1", async () => {
    const scores: number[] = [];
    for (const text of ["鑫宏业", "鑫宏", "线缆", "xinhongye", "xhy"])
      scores.push((await search(text))[0]?.score ?? 0);
    expect(scores[0]).toBe(1);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
  });

  test("words apart must all be there; of two the one that is nowhere is told", async () => {
    expect((await search("东方 有限")).map((hit) => hit.entity.id)).toEqual(["enterprise:battery"]);
    expect((await search("abc wuxi")).map((hit) => hit.entity.id)).toEqual(["enterprise:latin"]);
    const answer = await data<{ search: { missing: string[]; entity: { id: string } }[] }>(
      `{ search(text: "东方 没有") { missing entity { id } } }`,
    );
    expect(answer.search).toContainEqual({ missing: ["没有"], entity: { id: "enterprise:battery" } });
    for (const { missing } of answer.search) expect(missing).toEqual(["没有"]);
  });

  test.each([
    "(",
    ")",
    '"',
    "~",
    "*",
    "?",
    "/",
    "\\",
    "AND",
    "NOT",
    "a AND",
    "-",
    "+xhy -",
    "[1 TO 2]",
    "xhy^",
    "name:",
    "{",
    "龘",
    "\u0000",
    "😀",
  ])("the text %j is no instruction to an engine", async (text) => {
    for (const hit of await search(text)) expect(hit.score).toBeGreaterThan(0);
  });

  test.each(["", " ", "　\n"])("the blank text %j is refused: it looks for nothing", async (text) => {
    const { messages, errors } = await ask("query($text: String!) { search(text: $text) { score } }", {
      text,
    });
    expect([errors[0]?.code, messages]).toEqual(["BAD_ARGUMENT", [expect.stringContaining("blank")]]);
  });

  test("what is a word of the query language elsewhere is a name here", async () => {
    expect((await search("OR")).map((hit) => hit.entity.id)).toEqual(["enterprise:lonely"]);
    expect((await search('"引号"')).map((hit) => hit.entity.id)).toEqual(["enterprise:lonely"]);
    expect((await search("(wuxi)"))[0]?.entity.id).toBe("enterprise:latin");
  });

  test.each([
    ..."abcdefghijklmnopqrstuvwxyz",
    "an",
    "as",
    "be",
    "bu",
    "he",
    "in",
    "is",
    "it",
    "no",
    "on",
    "to",
    "the",
  ])("pinyin and initials are words, even %s, which English search leaves out", async (text) => {
    const ids = (await search(text, "first: 100")).map((hit) => hit.entity.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.includes("certification:prov")).toBe(["s", "z"].includes(text));
  });

  test("kinds and first narrow it", async () => {
    const all = await search("东");
    expect(new Set(all.map((hit) => hit.entity.id))).toEqual(
      new Set(["region:east", "park:big", "enterprise:battery"]),
    );
    expect((await search("东", "kinds: [PARK]")).map((hit) => hit.entity.id)).toEqual(["park:big"]);
    expect((await search("东", "kinds: [PARK, REGION]")).length).toBe(2);
    expect(await search("东", "kinds: []")).toEqual([]);
    expect(await search("东", "first: 1")).toEqual(all.slice(0, 1));
    expect(await search("东", "first: 0")).toEqual([]);
    expect(await search("东", "first: null, kinds: null")).toEqual(all);
  });

  test("hits are entities with everything around them, in the order of their score", async () => {
    const answer = await data(
      `{ search(text: "同名企业") { score entity { id ... on Enterprise { park { name } relations(types: [LOCATED_IN]) { totalCount } } } } }`,
    );
    expect(answer).toEqual({
      search: [
        {
          score: 1,
          entity: { id: "enterprise:same-a", park: { name: "东方开发区" }, relations: { totalCount: 1 } },
        },
        {
          score: 1,
          entity: { id: "enterprise:same-b", park: { name: "西部科技城" }, relations: { totalCount: 1 } },
        },
      ],
    });
  });

  test("two searches and a list in one request are one statement after the search", async () => {
    const answer = await data<{ a: Hit[]; b: Hit[] }>(
      `{ a: search(text: "xhy") { entity { id } } b: search(text: "锂电") { entity { id } } parks { totalCount } }`,
    );
    expect(answer.a.map((hit) => hit.entity.id)).toEqual(["enterprise:xinhongye"]);
    expect(answer.b.map((hit) => hit.entity.id).sort()).toEqual(["cluster:battery", "enterprise:battery"]);
  });
});

describe("one entity by id or name", () => {
  test.each([
    "鑫宏业",
    "鑫宏業",
    "鑫宏业公司",
    "無錫鑫宏業線纜科技股份有限公司",
    "无锡鑫宏业线缆科技股份有限公司",
    "  鑫-宏-业  ",
  ])("%s", async (name) => {
    expect(await data("query($name: String!) { enterprise(name: $name) { id } }", { name })).toEqual({
      enterprise: { id: "enterprise:xinhongye" },
    });
  });

  test("a name is not a search: parts of names, pinyin and names of other kinds find nothing, and are told", async () => {
    const answer = await ask(
      `{ a: enterprise(name: "鑫宏") { id } b: enterprise(name: "xhy") { id } c: enterprise(name: "东方开发区") { id }
        d: park(name: "东方开发区") { id } e: enterprise(id: "park:big") { id } }`,
    );
    expect(answer.data).toEqual({ a: null, b: null, c: null, d: { id: "park:big" }, e: null });
    expect(answer.errors).toEqual(
      ["a", "b", "c", "e"].map((field) => ({ code: "UNKNOWN_NAME", path: [field] })),
    );
    expect(answer.messages[0]).toContain("Near it: enterprise:xinhongye");
  });

  test("several arguments must all hold", async () => {
    const answer =
      await ask(`{ a: enterprise(id: "enterprise:same-b", name: "同名企业") { id } b: enterprise(id: "enterprise:self", name: "鑫宏业") { id }
        c: document(stem: "dir:doc-b") { id name lines } d: document(stem: "doc-a", name: "甲报告") { id published } }`);
    expect(answer.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["b"] }]);
    expect(answer.messages).toEqual([
      'No Enterprise has id "enterprise:self" and name "鑫宏业": give one of them.',
    ]);
    expect(answer.data).toEqual({
      a: { id: "enterprise:same-b" },
      b: null,
      c: { id: "document:b", name: "乙:报告", lines: null },
      d: { id: "document:a", published: "2023" },
    });
  });

  test("nodes keeps the order asked, repeats what is repeated, and has null for what is not there", async () => {
    expect(
      await data(
        `{ nodes(ids: ["park:big", "park:nothing", "enterprise:self", "park:big", "enterprise:", "observation:1"]) { id name } none: nodes(ids: []) { id } }`,
      ),
    ).toEqual({
      nodes: [
        { id: "park:big", name: "东方开发区" },
        null,
        { id: "enterprise:self", name: "自供集团" },
        { id: "park:big", name: "东方开发区" },
        null,
        { id: "observation:1", name: "无锡鑫宏业线缆科技股份有限公司 · 产值 · 2022" },
      ],
      none: [],
    });
    const one = await ask(`{ node(id: "park:nothing") { id } region(id: "region:east") { id } }`);
    expect(one.data).toEqual({ node: null, region: { id: "region:east" } });
    expect(one.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["node"] }]);
    // What is no id is a name, and a name that nothing has is an error.
    expect((await ask('{ nodes(ids: ["park:big", "nothing"]) { id } }')).errors).toEqual([
      { code: "UNKNOWN_NAME", path: ["nodes"] },
    ]);
  });

  test("the region of an enterprise is the smallest it is in, directly or through a park", async () => {
    const { nodes } = await data<{ nodes: { region: unknown }[] }>(
      `{ nodes(ids: ["enterprise:battery", "enterprise:direct", "enterprise:latin", "enterprise:drug", "enterprise:self"]) { ... on Enterprise { region { id } } } }`,
    );
    expect(nodes.map((node) => node.region)).toEqual([
      { id: "region:east" },
      { id: "region:east" },
      { id: "region:city" },
      { id: "region:west" },
      null,
    ]);
  });
});
