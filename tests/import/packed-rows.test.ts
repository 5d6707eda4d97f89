// Rows kept as bytes are what they were, however many, and one where they have one key.
import { describe, expect, test } from "vitest";
import { changesBetween } from "../../src/import/layer.ts";
import { newKeyedRows, newPackedRows } from "../../src/import/packed-rows.ts";
import { csvPieces, type TableRow } from "../../src/import/tables.ts";

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
