// What ends an import is said in the language that was asked for, as its report is.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { industryGraph } from "../support/command.ts";
import { writeFolder } from "../support/folder.ts";

const root = writeFolder({ files: { "seed/entities/Park.csv": "id,name,sources\n" } });
writeFileSync(join(root, "名单.csv"), "一,二\n1,2\n");
writeFileSync(join(root, "旧表.xls"), "x");
writeFileSync(join(root, "表.ods"), "x");
writeFileSync(join(root, "坏.xlsx"), "x");
writeFileSync(join(root, "空.csv"), "");
writeFileSync(join(root, "引号.csv"), '企业名称,备注\n甲,"乙\n');
writeFileSync(join(root, "一个文件"), "x");
mkdirSync(join(root, "夹.csv"));

const imported = async (file: string, lang: string, ...more: string[]) => {
  const command = industryGraph(
    ["import", join(root, file), "--into", join(root, "my-data"), "--lang", lang, ...more],
    { SEED_DIR: join(root, "seed") },
  );
  const { code } = await command.ended;
  const err = command.stderr();
  return { code, said: err.trim().split("\n").at(-1)?.replaceAll(`${root}/`, "") };
};

describe("an import that cannot begin", () => {
  const cases: readonly [string, readonly string[], RegExp, RegExp][] = [
    ["名单.csv", [], /前几行中没有含名称的表头/, /no row looks like headings/],
    ["旧表.xls", [], /\.xls 是旧格式的工作簿.*另存为 \.xlsx/, /\.xls is the old form of workbooks/],
    ["表.ods", [], /\.ods 是 LibreOffice 自己的格式/, /\.ods is LibreOffice's own form/],
    ["坏.xlsx", [], /无法作为工作簿读取/, /cannot be read as a workbook/],
    ["空.csv", [], /是空文件（0 字节）/, /is empty \(0 bytes\)/],
    ["引号.csv", [], /第 \d+ 行：引号没有成对/, /a quote is not closed/],
    ["夹.csv", [], /是文件夹/, /is a folder/],
    ["名单", [], /您要的是不是 名单\.csv？/, /did you mean 名单\.csv\?/],
    ["甲.pdf", [], /找不到/, /is not there/],
    ["名单.csv", ["--into", join(root, "一个文件")], /一个文件 是文件：请给一个文件夹/, /一个文件 is a file/],
    ["名单.csv", ["--upon", join(root, "无")], /无 不是文件夹/, /无 is no folder/],
  ];
  test.each(cases)("with %s %j says why in Chinese and in English", async (file, more, zh, en) => {
    const [inChinese, inEnglish] = [await imported(file, "zh", ...more), await imported(file, "en", ...more)];
    expect([inChinese.said, inEnglish.said]).toEqual([expect.stringMatching(zh), expect.stringMatching(en)]);
    expect([inChinese.code, inEnglish.code]).toEqual([2, 2]);
  });
});

test("check tells problems in the language that is asked for", async () => {
  const folder = writeFolder({
    files: {
      "entities/Document.csv": "id,name,stem,lines,sources\ndocument:a,甲报告,doc-a,10,\n",
      "entities/Park.csv": "id,name,area,sources\npark:one,一号园,很大,doc-a:1\npark:two,,1,doc-a:99\n",
    },
  });
  const checked = async (lang: string) => {
    const command = industryGraph(["check", folder, "--lang", lang], {});
    const { code } = await command.ended;
    return { code, err: command.stderr() };
  };
  const zh = await checked("zh");
  expect(zh.code).toBe(1);
  for (const said of [
    "entities/Park.csv:2 area：“很大”不是数字",
    "entities/Park.csv:3 name：是空的：此列必填",
    "entities/Park.csv:3 sources：doc-a:99 超出了最后一行（10）",
    `${folder} 中有 3 个问题。`,
  ])
    expect(zh.err).toContain(said);
  expect((await checked("en")).err).toContain("is empty: it is required");
});
