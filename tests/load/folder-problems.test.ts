// Folders whose files are not named, placed or made as they must be: the cause is told, and nothing waits for ever.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/load/check.ts";
import { inLayers, openLayers } from "../../src/load/layers.ts";
import { formatProblem, type Problem } from "../../src/load/problems.ts";
import { inChinese } from "../../src/load/problems-zh.ts";
import { writeFolder } from "../support/folder.ts";

const sound = {
  "entities/Document.csv": "id,name,stem,lines,sources\ndocument:a,甲报告,doc-a,10,\n",
  "entities/Enterprise.csv": "id,name,sources\nenterprise:a,甲公司,doc-a:1\n",
};

/** Whoever reads Chinese is told as much. */
function expectChinese(problems: readonly Problem[]): void {
  expect(problems.filter(({ message }) => inChinese(message) === message)).toEqual([]);
}

async function told(folder: string): Promise<{ problems: string[]; notes: string[] }> {
  const { problems, notes } = await checkFolder(folder);
  expectChinese([...problems.list, ...notes.list]);
  return { problems: problems.list.map(formatProblem), notes: notes.list.map(formatProblem) };
}

const withFiles = (files: Readonly<Record<string, string>>) =>
  told(writeFolder({ files: { ...sound, ...files } }));

describe("a name that is not quite right", () => {
  test.each([
    ["entities/Park.CSV", /^entities\/Park\.CSV: is not read: rename it to Park\.csv, with small letters$/],
    ["entities/park.csv", /rename it to Park\.csv: upper and lower case matter/],
    [
      "entities/企业.csv",
      /rename it to Enterprise\.csv, with the columns of `industry-graph template Enterprise`.*import/,
    ],
    ["entities/园区.csv", /rename it to Park\.csv/],
    ["entities/公司名单.csv", /it may be one of .*Enterprise \(企业\)/],
    ["entities/Enterprise (1).csv", /did you mean Enterprise\.csv\?/],
    [
      "entities/Park.xlsx",
      /is a workbook: `npx industry-graph import entities\/Park\.xlsx` makes CSV files of it/,
    ],
    ["entities/Park.tsv", /save it as CSV with commas/],
    ["relations/located_in.csv", /rename it to LOCATED_IN\.csv: upper and lower case matter/],
    ["relations/位于.csv", /rename it to LOCATED_IN\.csv/],
    ["entity/Park.csv", /^entity\/: is not read: rename the folder to entities\/$/],
    ["Entities/Park.csv", /^Entities\/: is not read: rename the folder to entities\/$/],
    ["relation/LOCATED_IN.csv", /^relation\/: is not read: rename the folder to relations\/$/],
    ["实体/Park.csv", /rename the folder to entities\//],
    ["observation.csv", /is not read: rename it to observations\.csv/],
    ["Observations.csv", /is not read: rename it to observations\.csv/],
  ])("%s", async (file, says) => {
    expect(await withFiles({ [file]: "id,name,sources\n" })).toEqual({
      problems: [expect.stringMatching(says)],
      notes: [],
    });
  });

  test("what programs leave beside files is left out with a note", async () => {
    const { problems, notes } = await withFiles({
      "entities/._Enterprise.csv": "\u0000\u0005",
      "entities/~$Enterprise.csv": "x",
      "entities/.DS_Store": "x",
      "table.xlsx": "PK",
      "refused-名单.xlsx": "PK",
      "README.md": "x",
    });
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/^entities\/\._Enterprise\.csv: was left out/),
      expect.stringMatching(/^entities\/~\$Enterprise\.csv: was left out/),
      expect.stringMatching(/^table\.xlsx: is a workbook/),
    ]);
  });
});

describe("what is no file", () => {
  test("pipes, devices, folders and links to nothing", async () => {
    const folder = writeFolder({ files: sound });
    execFileSync("mkfifo", [join(folder, "entities/Park.csv")]);
    symlinkSync("/dev/zero", join(folder, "entities/Region.csv"));
    mkdirSync(join(folder, "entities/Fund.csv"));
    symlinkSync(join(folder, "nowhere"), join(folder, "entities/Policy.csv"));
    symlinkSync("/dev/zero", join(folder, "observations.csv"));
    expect((await told(folder)).problems.sort()).toEqual([
      "entities/Fund.csv: is a folder: it must be a CSV file",
      "entities/Park.csv: is no file but a pipe, a device or a socket: put a CSV file in its place",
      "entities/Policy.csv: cannot be read: ENOENT",
      "entities/Region.csv: is no file but a pipe, a device or a socket: put a CSV file in its place",
      "observations.csv: is no file but a pipe, a device or a socket: put a CSV file in its place",
    ]);
  });

  test("a file in the place of entities", async () => {
    const folder = mkdtempSync(join(tmpdir(), "industry-graph-"));
    writeFileSync(join(folder, "entities"), "x");
    expect((await told(folder)).problems).toEqual(["entities: is a file: it must be a folder of CSV files"]);
  });
});

test("a file that a layer has under a wrong name is a problem of the layers together", async () => {
  const layers = [
    writeFolder({ files: sound }),
    writeFolder({ files: { ...sound, "entities/Park.CSV": "id\n", "entities/._Park.csv": "" } }),
  ];
  const layered = await openLayers(layers.join(","), mkdtempSync(join(tmpdir(), "industry-graph-")));
  const { problems, notes } = inLayers(layered, await checkFolder(layered.folder));
  expect(problems.list.map(formatProblem)).toEqual([
    `${layers[1]}/entities/Park.CSV: is not read: rename it to Park.csv, with small letters`,
  ]);
  expect(notes.list.map(formatProblem)).toEqual([
    expect.stringMatching(/entities\/\._Park\.csv: was left out/),
  ]);
});
