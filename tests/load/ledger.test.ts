// The ledger as the graph answers it: outcomes of checks, conflicts, and the filters over them.
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { loadedEngines } from "../support/answers.ts";
import { asking } from "../support/asking.ts";
import { writeFolder } from "../support/folder.ts";
import { ledgerFolder } from "../support/ledger-folder.ts";

const { data } = loadedEngines(ledgerFolder);

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
}

const ids = (page: Listed | undefined): string[] =>
  (page?.nodes ?? []).map(({ id }) => id.replace(/^\w+:/, "")).sort();

describe("a check", () => {
  test("tells its outcome, expected, actual, difference, reason, and figures with their sources", async () => {
    const answer = await data(`{ check(id: "check:loans") {
      outcome expected actual difference checkedUnit reason explained
      figures { edges { checkRole node { value unit sources { line document { id } } } } }
      explanations { totalCount nodes { id reason } } items { totalCount }
    } }`);
    const source = [{ line: 10, document: { id: "document:a" } }];
    expect(answer).toEqual({
      check: {
        outcome: "FAILS",
        expected: 33,
        actual: 50,
        difference: 17,
        checkedUnit: "count",
        reason: "专利数 (50 笔) exceeds the whole, 专利数 (33 笔), by 17 笔.",
        explained: true,
        figures: {
          edges: expect.arrayContaining([
            { checkRole: "WHOLE", node: { value: 33, unit: "笔", sources: source } },
            { checkRole: "PART", node: { value: 50, unit: "笔", sources: source } },
          ]),
        },
        explanations: { totalCount: 1, nodes: [{ id: "conflict:loans", reason: "Fifty of 33." }] },
        items: { totalCount: 0 },
      },
    });
  });

  test("that compares nothing has a reason and no numbers", async () => {
    expect(
      await data(
        `{ check(id: "check:times") { outcome expected actual difference checkedUnit reason chinese: reason(lang: ZH) } }`,
      ),
    ).toEqual({
      check: {
        outcome: "NOT_COMPARABLE",
        expected: null,
        actual: null,
        difference: null,
        checkedUnit: null,
        reason: "One counts occasions, the other things: 专利数 (155 个) and 专利数 (155 家次).",
        chinese: "一个计次数，一个计个数：专利数（155个）与专利数（155家次）。",
      },
    });
  });

  test("of a list names its items, and a conflict about its only figure explains it", async () => {
    expect(
      await data(
        `{ check(id: "check:partners") { outcome expected actual reason explained items { nodes { id } } explanations { nodes { id } } } }`,
      ),
    ).toEqual({
      check: {
        outcome: "FAILS",
        expected: 3,
        actual: 2,
        reason: "The list names 2, but stated is 3 家: 1 less.",
        explained: true,
        items: { nodes: [{ id: "institution:bank" }, { id: "institution:uni" }] },
        explanations: { nodes: [{ id: "conflict:list" }] },
      },
    });
  });

  test.each<[string, string[]]>([
    ["{ outcome: HOLDS }", ["benchmarks"]],
    ["{ outcome: FAILS }", ["loans", "partners", "wrong"]],
    ["{ outcome: FAILS, explained: false }", ["wrong"]],
    ["{ outcome: FAILS, checkType: SUM }", ["wrong"]],
    ["{ outcome: UNDECIDED }", ["open"]],
    ["{ outcome: NOT_COMPARABLE }", ["times"]],
    [`{ subject: "institution:bank" }`, ["loans"]],
    [`{ subject: "region:east" }`, ["benchmarks", "open", "times", "wrong"]],
    [`{ document: "document:b" }`, ["wrong"]],
    [`{ document: "document:a", outcome: FAILS }`, ["loans", "partners"]],
  ])("is found by %s", async (filter, expected) => {
    const { checks } = await data<{ checks: Listed }>(
      `{ checks(filter: ${filter}) { totalCount nodes { id } } }`,
    );
    expect([ids(checks), checks.totalCount]).toEqual([expected, expected.length]);
  });

  test("follows the figures: a folder with a corrected figure changes the outcome, and nothing else", async () => {
    const store = openEmbedded({ shuffleUnordered: true });
    const ask = asking(store);
    const outcome = async () => (await ask(`{ check(id: "check:loans") { outcome reason } }`)).data?.check;
    await loadFolder(store, writeFolder(ledgerFolder));
    expect(await outcome()).toMatchObject({ outcome: "FAILS" });
    const corrected = (ledgerFolder.observations ?? []).map((row) =>
      row.id === "observation:loans" ? { ...row, value: 30 } : row,
    );
    const folder = writeFolder({ ...ledgerFolder, observations: corrected });
    expect((await loadFolder(store, folder)).nodes).toMatchObject({ created: 0, updated: 2, deleted: 0 });
    expect(await outcome()).toEqual({
      outcome: "HOLDS",
      reason: "专利数 (30 笔) is within the whole, 专利数 (33 笔).",
    });
    expect((await loadFolder(store, folder)).nodes).toMatchObject({ created: 0, updated: 0, deleted: 0 });
    await store.close();
  });
});

describe("a conflict", () => {
  test("has both places: what it concerns, and where it was said", async () => {
    expect(
      await data(
        `{ conflict(id: "conflict:list") { conflictType reason resolution concerns { nodes { id kind } } sources { line document { stem } } } }`,
      ),
    ).toEqual({
      conflict: {
        conflictType: "LIST_SHORTER",
        reason: "Three counted, two named.",
        resolution: "Only the named.",
        concerns: { nodes: [{ id: "observation:partners", kind: "OBSERVATION" }] },
        sources: [
          { line: 12, document: { stem: "doc-a" } },
          { line: 4, document: { stem: "dir:doc-b" } },
        ],
      },
    });
  });

  test.each<[string, string[]]>([
    ["{ conflictType: UNDATED }", ["undated"]],
    [`{ concerns: "region:east" }`, ["undated"]],
    [`{ document: "document:b" }`, ["list", "undated"]],
    [`{ document: "document:b", conflictType: LIST_SHORTER }`, ["list"]],
    [`{ text: "放贷" }`, ["loans"]],
  ])("is found by %s", async (filter, expected) => {
    const { conflicts } = await data<{ conflicts: Listed }>(
      `{ conflicts(filter: ${filter}) { totalCount nodes { id } } }`,
    );
    expect([ids(conflicts), conflicts.totalCount]).toEqual([expected, expected.length]);
  });

  test("is told beside what it concerns, of any kind", async () => {
    expect(
      await data(
        `{ region(id: "region:east") { own: conflicts(direct: true) { nodes { id } } conflicts { nodes { id } } } node(id: "observation:loans") { conflicts { totalCount } } }`,
      ),
    ).toEqual({
      region: {
        own: { nodes: [{ id: "conflict:undated" }] },
        // That the list of partners is short concerns a figure of an enterprise there.
        conflicts: { nodes: [{ id: "conflict:list" }, { id: "conflict:undated" }] },
      },
      node: { conflicts: { totalCount: 1 } },
    });
  });
});
