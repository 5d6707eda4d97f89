// Rows kept as bytes are what they were, however many, and one where they have one key.
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newEntityIndex } from "../../src/import/entity-index.ts";
import { changesBetween } from "../../src/import/layer.ts";
import { csvPieces, type TableRow } from "../../src/import/tables.ts";
import { newKeyedRows, newPackedRows } from "../../src/packed/packed-rows.ts";
import { newTemporaryFile } from "../../src/packed/temporary-file.ts";

describe("packed rows", () => {
  test("come back as they were added, with columns that only some have", () => {
    const rows: TableRow[] = [
      { id: "1", name: '甲"乙\n丙, 丁' },
      { id: "2", note: "", name: "戊" },
      { late: "x", id: "3" },
    ];
    const packed = newPackedRows<TableRow>();
    for (const row of rows) packed.add(row);
    expect([...packed]).toEqual(rows);
    packed.replace(0, { id: "1", name: "己" });
    expect(packed.at(0)).toEqual({ id: "1", name: "己" });
    expect([...packed].map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(packed.length).toBe(3);
  });

  test("keep numbers apart from texts", () => {
    const packed = newPackedRows<{ score: number; name: string }>();
    packed.add({ score: 0.5, name: "0.5" });
    expect(packed.at(0)).toEqual({ score: 0.5, name: "0.5" });
  });

  test("of one key are one, at the place of the first", () => {
    const keyed = newKeyedRows<TableRow>(
      ({ id = "" }) => id,
      (before, row) => ({ ...row, ...before }),
    );
    for (let index = 0; index < 5_000; index++) keyed.add({ id: String(index), name: `甲${index}` });
    keyed.add({ id: "7", name: "other", note: "more" });
    expect(keyed.length).toBe(5_000);
    expect([...keyed][7]).toEqual({ id: "7", name: "甲7", note: "more" });
  });
});

describe("rows that are too many for memory", () => {
  test("lie in a file without a name, and come back in whatever order", () => {
    const folder = mkdtempSync(join(tmpdir(), "packed-"));
    const file = newTemporaryFile(folder);
    const [one, other] = [newPackedRows<TableRow>(file), newPackedRows<TableRow>(file)];
    const rowOf = (index: number): TableRow => ({
      id: String(index),
      name: `甲${index}`.repeat(1 + (index % 60)),
    });
    for (let index = 0; index < 60_000; index++) (index % 3 === 0 ? other : one).add(rowOf(index));
    // Longer than a piece, between others.
    other.add({ id: "long", name: "长".repeat(2_000_000) });
    other.add({ id: "last" });
    expect(readdirSync(folder)).toEqual([]);
    let at = 0;
    for (const row of one) {
      if (at % 3 === 0) at += 1;
      expect(row).toEqual(rowOf(at));
      at += 1;
    }
    expect(at).toBe(60_000);
    for (const place of [19_999, 0, 12_345, 7]) expect(other.at(place)).toEqual(rowOf(place * 3));
    expect(other.at(20_000).name?.length).toBe(2_000_000);
    expect(other.at(20_001)).toEqual({ id: "last" });
    one.replace(5, { id: "5", name: "other" });
    expect(one.at(5)).toEqual({ id: "5", name: "other" });
    file.close();
  });

  test("are refused with what to do where the folder takes none", () => {
    const file = newTemporaryFile(join(tmpdir(), "packed-nowhere", "not-there"));
    expect(() => file.append(Buffer.from("x"))).toThrow(/cannot be written \(ENOENT\).*TMPDIR/);
  });
});

describe("entities by their keys", () => {
  test("are found by each, one of an id under a key, the first of an id by it", () => {
    const index = newEntityIndex<{ readonly id: string; readonly name: string }>();
    for (let at = 0; at < 3_000; at++) index.add({ id: `e${at}`, name: `甲${at}` }, [`k${at}`, `m${at % 7}`]);
    index.add({ id: "e5", name: "again" }, ["k5", "new"]);
    expect(index.get("e5")).toEqual({ id: "e5", name: "甲5" });
    expect(index.withKey("k5").map(({ name }) => name)).toEqual(["甲5"]);
    expect(index.withKey("new").map(({ name }) => name)).toEqual(["again"]);
    expect(index.withKey("m3").map(({ id }) => id)).toEqual(
      Array.from({ length: 3_000 }, (_, at) => at)
        .filter((at) => at % 7 === 3)
        .map((at) => `e${at}`),
    );
    expect(index.withKey("nothing")).toEqual([]);
    expect([index.has("e2999"), index.has("e3000")]).toEqual([true, false]);
  });
});

describe("a table", () => {
  test("is written in pieces as it would be at once", () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => ({ id: String(index), name: `甲,${index}` }));
    const pieces = [...csvPieces(rows, ["id", "name"])];
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join("")).toBe(`id,name\n${rows.map(({ id, name }) => `${id},"${name}"\n`).join("")}`);
    expect([...csvPieces([], ["id"])].join("")).toBe("id\n");
  });

  test("tells what another version of it adds, changes, takes away and leaves", () => {
    const file = "entities/Enterprise.csv";
    const before = new Map<string, TableRow[]>([
      [
        file,
        [
          { id: "1", name: "甲" },
          { id: "2", name: "乙" },
          { id: "3", name: "丙" },
          { id: "5", name: "己", sources: "list:5" },
        ],
      ],
    ]);
    const after = new Map<string, TableRow[]>([
      [
        file,
        [
          { name: "甲", id: "1", note: "" },
          { id: "2", name: "丁" },
          { id: "4", name: "戊" },
          { id: "5", name: "己", sources: "list:6" },
        ],
      ],
      ["observations.csv", [{ id: "o" }]],
    ]);
    expect(changesBetween(before, after)).toEqual({ added: 2, changed: 1, removed: 1, kept: 2, cited: 1 });
  });
});
