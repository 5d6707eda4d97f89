// The commands `check` and `coverage` on small folders, and what is refused of reading/lines-without-facts.csv.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/load/check.ts";
import { formatProblem } from "../../src/load/problems.ts";
import { industryGraph } from "../support/command.ts";
import { writeFolder } from "../support/folder.ts";
import { ledgerFolder } from "../support/ledger-folder.ts";

async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const command = industryGraph(args, {});
  const { code } = await command.ended;
  return { code, out: command.stdout(), err: command.stderr() };
}

const folder = writeFolder(ledgerFolder);

describe("check", () => {
  test("prints the ledger and ends with 0: a check that fails is a finding, no error", async () => {
    const { code, out } = await run("check", folder);
    expect(code).toBe(0);
    expect(out).toContain("Checks: 6 in all: 3 FAILS, 1 NOT_COMPARABLE, 1 UNDECIDED, 1 HOLDS");
    expect(out).toContain("Conflicts: 3 in all: 1 LIST_SHORTER, 1 PART_EXCEEDS_WHOLE, 1 UNDATED");
    const loans = out.slice(out.indexOf("check:loans"), out.indexOf("check:partners"));
    expect(loans).toContain("专利数 (50 笔) exceeds the whole, 专利数 (33 笔), by 17 笔.");
    expect(loans).toMatch(/WHOLE +专利数 33 笔, 2021; said in doc-a:10 \(observations\.csv:11\)/);
    expect(loans).toMatch(/PART +专利数 50 笔, 2021; said in doc-a:10 \(observations\.csv:12\)/);
    expect(loans).toContain("explained by conflict:loans");
    expect(out).toContain("concerns 东区 (region:east)");
    expect(out).toContain("resolution: Only the named.");
  });

  test("--strict ends with 1 and names the failing checks that no conflict explains", async () => {
    const { code, err } = await run("check", "--strict", folder);
    expect(code).toBe(1);
    expect(err).toContain("1 failing without a conflict that explains it: check:wrong.");
  });

  test("--strict ends with 0 where each failing check is explained", async () => {
    const CONCERNS = [
      ...(ledgerFolder.relations?.CONCERNS ?? []),
      { from: "conflict:list", to: "check:wrong", sources: "doc-a:12" },
    ];
    const explained = writeFolder({ ...ledgerFolder, relations: { ...ledgerFolder.relations, CONCERNS } });
    expect((await run("check", "--strict", explained)).code).toBe(0);
  });

  test("--json tells the same for scripts", async () => {
    const { code, out } = await run("check", "--json", folder);
    const found = JSON.parse(out) as {
      sound: boolean;
      summary: unknown;
      checks: { id: string; figures: { role: string; row: string; sources: string[] }[] }[];
      conflicts: { id: string }[];
    };
    expect([code, found.sound]).toEqual([0, true]);
    expect(found.summary).toEqual({
      checks: { FAILS: 3, NOT_COMPARABLE: 1, UNDECIDED: 1, HOLDS: 1 },
      conflicts: { LIST_SHORTER: 1, PART_EXCEEDS_WHOLE: 1, UNDATED: 1 },
      unexplained: ["check:wrong"],
    });
    const loans = found.checks.find((check) => check.id === "check:loans");
    expect(loans?.figures.map(({ role, row, sources }) => [role, row, sources])).toEqual([
      ["WHOLE", "observations.csv:11", ["doc-a:10"]],
      ["PART", "observations.csv:12", ["doc-a:10"]],
    ]);
    expect(found.conflicts.map(({ id }) => id)).toEqual([
      "conflict:list",
      "conflict:loans",
      "conflict:undated",
    ]);
  });

  test("a folder with problems has no ledger and ends with 1", async () => {
    const CHECKS = [{ from: "check:loans", to: "region:east", checkRole: "PART", sources: "doc-a:10" }];
    const broken = writeFolder({ ...ledgerFolder, relations: { ...ledgerFolder.relations, CHECKS } });
    const [text, json] = [await run("check", broken), await run("check", "--json", broken)];
    expect([text.code, json.code]).toEqual([1, 1]);
    expect(text.err).toContain(
      "relations/CHECKS.csv:2 checkRole: region:east is no figure: an entity enters a check as ITEM only",
    );
    expect(JSON.parse(json.out)).toMatchObject({ sound: false, problemCount: 1 });
    expect(JSON.parse(json.out)).not.toHaveProperty("checks");
  });
});

describe("coverage", () => {
  test("prints each line: how many facts, the reason for none, or open", async () => {
    const { code, out } = await run("coverage", folder);
    expect(code).toBe(0);
    const [first = "", second = ""] = out.split("dir:doc-b");
    expect(first).toMatch(/40 lines: 6 with facts, 2 with a reason for having none, 32 open/);
    expect(first).toMatch(/^ +3 {2}- heading$/m);
    expect(first).toMatch(/^ +4 {2}OPEN: neither a fact nor a reason$/m);
    expect(first).toMatch(/^ +12 {2}2 entities, 1 relations, 1 observations$/m);
    expect(second).toContain("an unknown number of lines: 3 with facts");
    expect(out).toContain("2 documents, 32 open lines.");
    expect(out).toContain("1 without a number of lines");
  });

  test("--strict ends with 1 while a line is open", async () => {
    expect((await run("coverage", "--strict", folder)).code).toBe(1);
  });

  test("--sources shows the lines without facts that hold a figure or a name, in either script", async () => {
    const sources = mkdtempSync(join(tmpdir(), "industry-graph-sources-"));
    const lines = Array.from({ length: 40 }, () => "");
    lines[2] = "標題一";
    lines[3] = "投資了 1,200 亿元，增長6.5%";
    lines[4] = "無錫鑫宏業線纜科技股份有限公司";
    lines[5] = "没有什么";
    writeFileSync(join(sources, "doc-a.txt"), `${lines.join("\r\n")}\r\n`);
    const { code, out } = await run("coverage", folder, "--sources", sources);
    expect(code).toBe(0);
    expect(out).toMatch(/ 4 {2}OPEN \(figures 1,200 6\.5%\)\n +> 投資了/);
    expect(out).toMatch(/ 5 {2}OPEN \(names 无锡鑫宏业线缆科技股份有限公司\)\n +> 無錫鑫宏業/);
    expect(out).not.toContain("> 没有什么");
    expect(out).not.toContain("> 標題一");
    expect(out).toContain("no text: there is no dir:doc-b.txt");
    const json = JSON.parse((await run("coverage", folder, "--sources", sources, "--json")).out) as {
      stem: string;
      open: number[];
      uncovered?: { line: number; text: string; figures: string[]; names: string[] }[];
    }[];
    const document = json.find(({ stem }) => stem === "doc-a");
    expect(document?.open).toEqual([4, 5, 6]);
    expect(document?.uncovered?.map(({ line, figures, names }) => [line, figures, names])).toEqual([
      [4, ["1,200", "6.5%"], []],
      [5, [], ["无锡鑫宏业线缆科技股份有限公司"]],
    ]);
  });

  test("refuses a folder of sources that is none", async () => {
    expect((await run("coverage", folder, "--sources", join(folder, "nowhere"))).code).toBe(2);
  });
});

describe("reading/lines-without-facts.csv", () => {
  test.each<[string, string, RegExp]>([
    [
      "an unknown stem",
      "doc-z,3,heading",
      /lines-without-facts\.csv:2 source: doc-z is no stem of a document/,
    ],
    ["a line beyond the end", "doc-a,41,heading", /:2 line: 41 is no line of doc-a, which has 40/],
    ["line 0", "doc-a,0,heading", /:2 line: 0 is no line of doc-a/],
    [
      "a line that has facts",
      "doc-a,12,heading",
      /:2 line: doc-a:12 is cited by 4 facts: take it off the list/,
    ],
    ["a line listed twice", "doc-a,3,heading\ndoc-a,3,again", /:3 line: doc-a:3 stands at .*:2 already/],
    ["no reason", "doc-a,3,", /:2 reason: is empty/],
    ["what is no number", "doc-a,three,heading", /:2 line: "three" is no whole number/],
  ])("with %s is refused", async (_, rows, expected) => {
    const files = { "reading/lines-without-facts.csv": `source,line,reason\n${rows}\n` };
    const { problems } = await checkFolder(writeFolder({ ...ledgerFolder, files }));
    expect(problems.list.map(formatProblem)).toEqual([expect.stringMatching(expected)]);
  });

  test("under a misspelt name is refused; other notes beside it are not read", async () => {
    const files = {
      "reading/line-without-facts.csv": "source,line,reason\n",
      "reading/words.csv": "anything\n",
    };
    const { problems } = await checkFolder(writeFolder({ ...ledgerFolder, files }));
    expect(problems.list.map(formatProblem)).toEqual([
      "reading/line-without-facts.csv: is not read: did you mean reading/lines-without-facts.csv?",
    ]);
  });
});
