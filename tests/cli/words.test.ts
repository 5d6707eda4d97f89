// What commands say of data in Chinese: the ledger and cases of check, what a load will change and has changed.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { casesText } from "../../src/cli/cases-text.ts";
import { industryGraph } from "../support/command.ts";
import { writeFolder } from "../support/folder.ts";
import { ledgerFolder } from "../support/ledger-folder.ts";

const run = async (args: readonly string[], settings: Readonly<Record<string, string>> = {}) => {
  const command = industryGraph(args, settings);
  const { code } = await command.ended;
  return { code, out: command.stdout(), err: command.stderr() };
};

const folder = writeFolder(ledgerFolder);

describe("check", () => {
  test("tells the ledger in Chinese: outcomes, reasons, figures, conflicts", async () => {
    const { out } = await run(["check", folder, "--lang", "zh"]);
    expect(out).toContain("不相符 FAILS");
    expect(out).toContain("(部分不超整体 PART_OF_WHOLE, ");
    expect(out).toContain("    专利数（50笔）超过整体专利数（33笔），多17笔。");
    expect(out).toMatch(/ {4}整体 专利数 33笔，2021；出处 doc-a:10（observations\.csv:\d+）/);
    expect(out).toContain("    由 conflict:loans 说明");
    expect(out).toMatch(/矛盾：共 \d+ 项：/);
    expect(out).not.toMatch(/said in|explained by|concerns|in all/);
  });

  test("ends with 1 and says which checks nothing explains, in either language", async () => {
    const [zh, en] = await Promise.all(
      ["zh", "en"].map((lang) => run(["check", folder, "--strict", "--lang", lang])),
    );
    expect([zh?.code, en?.code]).toEqual([1, 1]);
    expect(zh?.err).toMatch(/\d+ 项校验不相符且没有矛盾说明：check:/);
    expect(en?.err).toMatch(/\d+ failing without a conflict that explains it: check:/);
  });

  test("tells what of cases came out otherwise in Chinese", () => {
    const outcome = { file: "cases/a.yaml", line: 3, case: "甲", measure: "measure:a", asOf: "2024-01-01" };
    const differences = [
      { of: "status", expected: "MET", got: "UNMET", why: "缺少资质" },
      { of: "amount", expected: "100", got: "none" },
    ];
    const told = casesText({ outcomes: [{ ...outcome, differences }], problems: [] } as never, "zh");
    expect(told).toEqual([
      "cases/a.yaml:3 甲 (measure:a, 2024-01-01)",
      "  结论：应为 MET，得出 UNMET（缺少资质）",
      "  金额：应为 100，得出 没有",
      "用例：1 个中 0 个与预期一致，1 个不一致。",
    ]);
  });
});

test("load says in Chinese what it will change, has changed, and why it does not", async () => {
  const settings = { DATA_DIR: mkdtempSync(join(tmpdir(), "words-")) };
  const dry = await run(["load", folder, "--dry-run", "--lang", "zh"], settings);
  expect(dry.out).toMatch(/^实体：将新增 \d+，更改 0，去掉 0，不变 0\n关系：将新增 \d+，/);
  expect(dry.out).toContain("没有写入（--dry-run）。");
  const loaded = await run(["load", folder, "--lang", "zh"], settings);
  expect(loaded.out).toMatch(/实体：新增 \d+，更改 0，去掉 0，不变 0\n/);
  expect(loaded.out).toMatch(/已载入 .+，数据集 \w+，用时 [\d.]+ 秒。/);
  const nothing = writeFolder({ files: { "entities/Park.csv": "id,name,sources\n" } });
  const refused = await run(["load", nothing, "--lang", "zh"], settings);
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain("将去掉现有数据的十分之一以上：没有写入。若确实如此，请加 --yes。");
});

test("start says in Chinese what it will change, that it does not, and what it serves", async () => {
  const data = mkdtempSync(join(tmpdir(), "words-"));
  const layer = writeFolder(ledgerFolder);
  const settings = { DATA_DIR: data, SEED_DIR: layer, PORT: "0" };
  const first = industryGraph(["start", "--lang", "zh"], settings);
  await first.waitFor(/按 Ctrl-C 停止。/);
  first.child.kill("SIGTERM");
  await first.ended;
  expect(first.stdout()).toMatch(/已载入 .+：\d+ 个实体，\d+ 条关系，用时 [\d.]+ 秒。\n数据集 \w+：/);
  for (const file of readdirSync(join(layer, "entities")))
    if (file !== "Document.csv") rmSync(join(layer, "entities", file));
  for (const file of ["relations", "observations.csv"])
    rmSync(join(layer, file), { recursive: true, force: true });
  const again = industryGraph(["start", "--lang", "zh"], settings);
  await again.waitFor(/按 Ctrl-C 停止。/);
  again.child.kill("SIGTERM");
  await again.ended;
  expect(again.stderr()).toMatch(/实体：将新增 \d+，更改 \d+，去掉 [1-9]/);
  expect(again.stdout()).toMatch(
    /将去掉现有数据的十分之一以上：没有写入。若确实如此，请加 --yes。仍提供 .+ 原有的数据。/,
  );
});
