// What an import must not do without a word: take a name for a file that is not there, take what a workbook hides, write
// beside another import, or leave a layer half put in its place.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { hiddenIn } from "../../src/import/layout.ts";
import { planImport } from "../../src/import/run.ts";
import { readSheets } from "../../src/import/sheet.ts";
import { lockLayer, recoverLayer } from "../../src/load/layer-swap.ts";
import { openLayers } from "../../src/load/layers.ts";
import { industryGraph } from "../support/command.ts";
import { writeFolder } from "../support/folder.ts";

const text = "企业名称,注册资本(万元)\n无锡甲乙精密机械有限公司,100\n无锡丙丁电子有限公司,200\n";

describe("a file that cannot be read is told for what it is", () => {
  const root = writeFolder({
    files: { "企业名单2023年.xlsx": "x", "名单.csv": text, "other.md": "x", "空.csv": "" },
  });
  test.each([
    ["企业名单.xlsx", /is not there: did you mean .*企业名单2023年\.xlsx/],
    ["企业名单2023年.csv", /is not there: did you mean .*企业名单2023年\.xlsx/],
    ["名單.csv", /is not there: did you mean .*名单\.csv\?/],
    ["zzzzzz.xlsx", /is not there: no file of that name is in /],
    ["nowhere/名单.csv", /is not there: there is no folder .*nowhere/],
    [".", /is a folder/],
    ["空.csv", /is empty \(0 bytes\)/],
  ])("%s", async (name, message) => {
    await expect(readSheets(join(root, name))).rejects.toThrow(message);
  });

  test("a mapping that is not there, too", async () => {
    writeFileSync(join(root, "mapping.json"), "{}");
    const args = [
      "import",
      join(root, "名单.csv"),
      "--into",
      join(root, "my-data"),
      "--mapping",
      join(root, "maping.json"),
    ];
    const command = industryGraph(args, { SEED_DIR: join(root, "my-data") });
    expect((await command.ended).code).not.toBe(0);
    expect(command.stderr()).toMatch(/maping\.json：找不到：您要的是不是 .*mapping\.json？/);
    expect(existsSync(join(root, "my-data"))).toBe(false);
  });
});

/** A workbook of two sheets: rows 3 and 4 and column B of the first are hidden, and the second as a whole. */
async function workbook(): Promise<string> {
  const cells = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => row.map((value) => ({ value, type: String })));
  const sheet = cells([
    ["企业名称", "备注说明", "成立日期"],
    ["无锡甲乙精密机械有限公司", "a", "2015-03"],
    ["无锡丙丁电子有限公司", "b", "2016-03"],
    ["无锡戊己材料有限公司", "c", "2017-03"],
  ]);
  const hide = (xml: string): string =>
    xml.includes("无锡甲乙") || xml.includes('r="C4"')
      ? xml
          .replace(/<row r="3"/, '<row r="3" hidden="1"')
          .replace(/<row r="4"/, '<row r="4" hidden="true"')
          .replace(/<cols>.*?<\/cols>/s, "")
          .replace(/<sheetData>/, '<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>')
      : xml;
  const feature = {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": { transform: hide },
        "xl/workbook.xml": {
          transform: (xml: string) => xml.replace(/(<sheet [^>]*name="旧名单")/, '$1 state="hidden"'),
        },
      },
    },
  };
  const bytes = await writeExcelFile(
    [
      { data: sheet, sheet: "名单" },
      {
        data: cells([
          ["企业名称", "成立日期"],
          ["无锡庚辛软件有限公司", "2010"],
        ]),
        sheet: "旧名单",
      },
    ] as never,
    { features: [feature] } as never,
  ).toBuffer();
  const file = join(writeFolder({}), "名单.xlsx");
  writeFileSync(file, bytes);
  return file;
}

describe("what a workbook hides", () => {
  test("is known by row, column and sheet", async () => {
    const sheets = await readSheets(await workbook());
    expect(
      sheets.map(({ name, hidden }) => [name, [...hidden.rows], [...hidden.columns], hidden.sheet]),
    ).toEqual([
      ["名单", [3, 4], [1], false],
      ["旧名单", [], [], true],
    ]);
  });

  test("is found without row numbers, with prefixes and quotes of either kind", () => {
    const xml = `<x:worksheet><x:cols><x:col min='3' max='4' hidden='1'/><x:col min="6" max="6"/></x:cols>
      <x:sheetData><x:row><x:c/></x:row><x:row hidden='1'/><x:row r="9" hidden="1" spans="1:2"/><x:row/></x:sheetData></x:worksheet>`;
    const { rows, columns } = hiddenIn(xml, false);
    expect([[...rows], [...columns]]).toEqual([
      [2, 9],
      [2, 3],
    ]);
  });

  test("is taken as the rest and told, or left out; a hidden sheet is passed over for one that is not", async () => {
    const file = await workbook();
    const given = { file, into: join(writeFolder({}), "my-data"), upon: [], kind: "Enterprise" } as const;
    const taken = await planImport(given);
    expect(taken.sheet.name).toBe("名单");
    expect(taken.otherSheets).toEqual([{ name: "旧名单", rows: 1, hidden: true }]);
    expect([taken.converted.counts.rows, taken.converted.hidden]).toEqual([3, [3, 4]]);
    const left = await planImport({ ...given, leaveHidden: true });
    expect([left.converted.counts.rows, left.converted.hidden]).toEqual([1, [3, 4]]);
    const named = await planImport({ ...given, sheet: "旧名单" });
    expect(named.converted.counts.rows).toBe(1);
  });
});

describe("an import on the command line", () => {
  const run = async (args: readonly string[], root: string) => {
    const command = industryGraph(["import", ...args, "--into", join(root, "my-data")], {
      SEED_DIR: join(root, "my-data"),
      DATA_DIR: join(root, "data"),
    });
    const { code } = await command.ended;
    return { code, out: command.stdout(), err: command.stderr() };
  };

  test("speaks Chinese or English throughout", async () => {
    const file = await workbook();
    const root = writeFolder({});
    const zh = await run([file, "--lang", "zh"], root);
    expect(zh.out).toContain("2 个隐藏的行（被隐藏或被筛选掉）与其他行一样导入：3, 4");
    expect(zh.out).toContain("只读取了工作表 名单；未读取：旧名单 (隐藏，1 行)");
    expect(zh.out).toContain("隐藏的列，与其他列一样处理：B 备注说明");
    expect(zh.out).toContain("共 3 行：0 行是已知的");
    expect(zh.out).not.toMatch(/rows|Written|taken/);
    const en = await run([file, "--lang", "en", "--hidden", "leave"], root);
    expect(en.out).toContain("2 hidden rows were left out (--hidden leave): 3, 4.");
    expect(en.out).toContain("1 rows: ");
    expect(en.out).not.toMatch(/共|已写入|隐藏/);
  });

  test("is refused while another writes the layer, and changes nothing", async () => {
    const root = writeFolder({ files: { "名单.csv": text } });
    const into = join(root, "my-data");
    const unlock = lockLayer(into);
    try {
      const second = await run([join(root, "名单.csv")], root);
      expect(second.code).not.toBe(0);
      expect(second.err).toMatch(new RegExp(`my-data 正由另一次导入写入（process ${process.pid}, since`));
      expect(existsSync(into)).toBe(false);
      const decided = industryGraph(["review", root, "--list"], { SEED_DIR: root });
      expect((await decided.ended).code).toBe(0);
    } finally {
      unlock();
    }
    expect((await run([join(root, "名单.csv")], root)).code).toBe(0);
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("a layer that a killed import was putting in its place", () => {
  const half = async () => {
    const root = writeFolder({ files: { "名单.csv": text } });
    const into = join(root, "my-data");
    (await planImport({ file: join(root, "名单.csv"), into, upon: [], kind: "Enterprise" })).write(new Map());
    // Killed between the two renames, with the next one written beside it and the lock of a process that is gone.
    renameSync(into, join(root, ".my-data.before"));
    mkdirSync(join(root, ".my-data.next/entities"), { recursive: true });
    writeFileSync(join(root, ".my-data.lock"), '{"pid":2147483646,"since":"2024-01-01T00:00:00Z"}');
    return { root, into };
  };

  test("is put back by whoever reads it next: a load", async () => {
    const { root, into } = await half();
    const { folder } = await openLayers(into, join(root, "work"));
    expect(readFileSync(join(folder, "entities/Enterprise.csv"), "utf8")).toContain("无锡甲乙");
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("and a check", async () => {
    const { root, into } = await half();
    const command = industryGraph(["check", into], { DATA_DIR: join(root, "data") });
    expect((await command.ended).code).toBe(0);
    expect(existsSync(into)).toBe(true);
  });

  test("is left alone while that import still runs", async () => {
    const { root, into } = await half();
    renameSync(join(root, ".my-data.before"), into);
    const other = industryGraph(["check", into], { DATA_DIR: join(root, "data") });
    writeFileSync(join(root, ".my-data.lock"), JSON.stringify({ pid: other.child.pid, since: "now" }));
    recoverLayer(into);
    expect(existsSync(join(root, ".my-data.next"))).toBe(true);
    other.child.kill("SIGKILL");
    await other.ended;
    recoverLayer(into);
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
