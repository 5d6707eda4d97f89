// Next month's list: rows that are as they were are not matched anew, and all comes out as if they were.
import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planImport } from "../../src/import/run.ts";
import { readTables, type TableRow } from "../../src/import/tables.ts";
import { readMatches } from "../../src/load/merges.ts";
import { pairKey } from "../../src/match/decisions.ts";
import { decide, readPairs } from "../../src/review/pairs.ts";
import { writeFolder } from "../support/folder.ts";

const brands = "恒昌 瑞丰 金鼎 华泰 中兴 宏远 德力 东升 鑫源 天工 远景 国盛".split(" ");
const trades = "精密机械 电子科技 新材料 环保设备 生物医药".split(" ");
const nameOf = (at: number): string =>
  `无锡${at % 3 === 0 ? "市" : ""}${brands[at % 12]}${trades[at % 5]}有限公司`;

const heading = "企业名称,所在地区,2024年营业收入(万元),主要客户";
const rowOf = (at: number, revenue = at): string =>
  `${nameOf(at)},${at % 2 === 0 ? "锡山区" : "惠山区"},${revenue},${at % 7 === 0 ? nameOf(at + 11) : ""}`;

function start() {
  const places = writeFolder({
    entities: {
      Document: [{ id: "document:known", name: "known", stem: "known", sources: "known:1" }],
      Enterprise: [1, 8, 13, 22, 31].map((at) => ({
        id: `enterprise:k${at}`,
        name: nameOf(at).replace("有限公司", at % 2 === 0 ? "股份有限公司" : "有限公司"),
        sources: "known:1",
      })),
    },
  });
  const folder = writeFolder({});
  const into = join(folder, "layer");
  const write = (name: string, rows: readonly string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, `${[heading, ...rows].join("\n")}\n`);
    return file;
  };
  const plan = (file: string, to = into, anew = false) =>
    planImport({ file, into: to, upon: [places], kind: "Enterprise", series: "名单", anew });
  return { known: places, folder, into, write, plan };
}

/** All that a layer says, without the order; of two that are the same it does not matter which a third is like. */
function saidBy(layer: string) {
  const sorted = (rows: readonly TableRow[]): string[] =>
    rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  const lines = readMatches(layer);
  const same = new Map(lines.filter(({ verdict }) => verdict === "SAME").map(({ id, other }) => [id, other]));
  const rootOf = (id: string): string => (same.has(id) ? rootOf(same.get(id) ?? "") : id);
  const doubtful = lines.filter(({ verdict }) => verdict === "REVIEW");
  return {
    tables: Object.fromEntries([...readTables(layer)].map(([file, rows]) => [file, sorted(rows)])),
    same: [...same].sort(),
    doubtful: [...new Set(doubtful.map(({ id, other }) => pairKey(rootOf(id), rootOf(other))))].sort(),
  };
}

const first = Array.from({ length: 40 }, (_, at) => rowOf(at));
const months: readonly (readonly [string, readonly string[]])[] = [
  ["the same", first],
  ["rows moved", [...first].reverse()],
  ["a figure changed", first.map((row, at) => (at === 5 ? rowOf(5, 777) : row))],
  ["rows gone", first.filter((_, at) => at % 9 !== 1)],
  ["rows new", [rowOf(47), ...first.slice(0, 20), rowOf(52), rowOf(59), ...first.slice(20)]],
  ["a name changed", first.map((row, at) => (at === 12 ? row.replace("有限公司", "集团有限公司") : row))],
  ["a region changed", first.map((row, at) => (at === 8 ? row.replace("锡山区", "惠山区") : row))],
];

describe("next month's list", () => {
  test.each(months)("%s: comes out as if all of it were matched anew", async (_, rows) => {
    const { folder, into, write, plan } = start();
    (await plan(write("名单1.csv", first))).write(new Map());
    const other = join(folder, "other");
    cpSync(into, other, { recursive: true });
    const next = write("名单2.csv", rows);
    const kept = await plan(next);
    kept.write(new Map());
    const anew = await plan(next, other, true);
    anew.write(new Map());
    expect(anew.converted.asBefore).toBe(0);
    expect(kept.converted.asBefore).toBeGreaterThan(20);
    expect(kept.changes).toEqual(anew.changes);
    expect(saidBy(into)).toEqual(saidBy(other));
  });

  test("all is matched anew once something else is known", async () => {
    const { known, write, plan } = start();
    const file = write("名单1.csv", first);
    (await plan(file)).write(new Map());
    expect((await plan(file)).converted.asBefore).toBe(40);
    appendFileSync(join(known, "entities", "Enterprise.csv"), `enterprise:k2,${nameOf(2)},known:1\n`);
    const again = await plan(file);
    expect(again.converted.asBefore).toBe(0);
    expect([...again.converted.matches].some(({ other }) => other === "enterprise:k2")).toBe(true);
  });

  test("what a person decided holds, and its taking back too", async () => {
    const { into, write, plan } = start();
    const file = write("名单1.csv", first);
    (await plan(file)).write(new Map());
    const before = saidBy(into);
    const [pair] = readPairs(into);
    if (pair === undefined) throw new Error("no pair");
    decide(into, pair, "different", { by: "李", why: "", at: "2024-01-01" });
    const decided = await plan(file);
    expect(decided.converted.asBefore).toBeGreaterThan(20);
    expect(decided.converted.asBefore).toBeLessThan(40);
    decided.write(new Map());
    const { id, other } = pair;
    expect(readFileSync(join(into, ".matched-名单"), "utf8")).not.toContain(`${id},same,${other}`);
    decide(into, pair, "later", { by: "李", why: "", at: "2024-01-02" });
    (await plan(file)).write(new Map());
    expect(saidBy(into)).toEqual(before);
  });
});
