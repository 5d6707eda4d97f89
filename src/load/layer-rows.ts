// Rows of several layers about one thing as one row; what they say differently goes to the ledger of conflicts.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import Papa from "papaparse";
import { readCell } from "../ontology/cells.ts";
import { listProperties } from "../ontology/model.ts";
import { readUnit, scale } from "../ontology/units.ts";
import { columnsOfFile, type Placed, type Row } from "./layer-files.ts";

/** Columns in which layers may word things differently without contradicting each other. */
const wordings = new Set([
  "name",
  "aliases",
  "products",
  "sources",
  "summary",
  "summaryZh",
  "note",
  "status",
  "layer",
  "lines",
]);

const parts = (cell: string | undefined): string[] => (cell ?? "").split("|").filter((part) => part !== "");

interface Difference {
  readonly id: string;
  readonly column: string;
  readonly said: readonly { readonly layer: string; readonly value: string; readonly sources: string }[];
}

/** What layers say differently, found while rows are merged. */
export interface Differences {
  readonly add: (difference: Difference) => void;
  /** Adds a conflict for each to the composed folder. */
  readonly append: (folder: string) => Promise<void>;
}

const conflictId = ({ id, column }: Difference): string =>
  `conflict:layers-${createHash("sha256").update(`${id} ${column}`).digest("hex").slice(0, 10)}`;

/** Adds rows to a CSV file, which is made where no layer has one. */
async function appended(path: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (!existsSync(path)) await appendFile(path, `${Papa.unparse([columns], { newline: "\n" })}\n`);
  const [header] = Papa.parse<string[]>(await readFile(path, "utf8"), { preview: 1 }).data;
  const known = header ?? [];
  const text = Papa.unparse(
    rows.map((row) => known.map((column) => row[column] ?? "")),
    { newline: "\n" },
  );
  await appendFile(path, `${text}\n`);
}

export function newDifferences(): Differences {
  const found: Difference[] = [];
  return {
    add: (difference) => void found.push(difference),
    async append(folder) {
      if (found.length === 0) return;
      const conflicts = found.map((one): Row => {
        const said = one.said.map(({ layer, value }) => `${layer}: ${value}`).join("; ");
        const sources = [...new Set(one.said.flatMap((each) => parts(each.sources)))].join("|");
        return {
          id: conflictId(one),
          name: `${one.id} ${one.column}: ${one.said.map(({ value }) => value).join(" / ")}`,
          conflictType: "CONTRADICTION",
          reason: `Layers say differently of ${one.column}: ${said}.`,
          resolution: `The value of ${one.said[0]?.layer} stands.`,
          sources,
        };
      });
      await appended(join(folder, "entities/Conflict.csv"), conflicts);
      const ties = found.map(
        (one, index): Row => ({
          from: conflictId(one),
          to: one.id,
          sources: conflicts[index]?.sources ?? "",
        }),
      );
      await appended(join(folder, "relations/CONCERNS.csv"), ties);
    },
  };
}

/** What a cell says, however it is written: 2015/3/1 and 2015-03-01 are one day. */
function meant(file: string, column: string, cell: string): string {
  const property = columnsOfFile(file)[column];
  const read = property === undefined ? undefined : readCell(column, property, cell);
  return read === undefined || "problem" in read ? cell : JSON.stringify(read.value);
}

/** What a figure is worth, in whatever unit it is said: 1 亿元 and 10000 万元 are the same. */
function worthOf(value: string, unit: string): string {
  const read = readUnit(unit);
  const number = Number(value.replaceAll(",", ""));
  if (read === undefined || !Number.isFinite(number)) return `${value} ${unit}`;
  return `${scale(number, read.factor)} ${read.normal}`;
}

/**
 * One row of several: lists are joined, what is empty is filled, the lowest layer's value stands. A name of a higher
 * layer becomes an alias.
 */
export function mergedRow(
  file: string,
  rows: readonly Placed[],
  layers: readonly string[],
  differences: Differences,
): Row {
  const [first, ...others] = rows;
  if (first === undefined) return {};
  if (others.length === 0) return first.row;
  const merged: Row = { ...first.row };
  for (const { row } of others) {
    for (const [column, cell] of Object.entries(row)) {
      if (listProperties.has(column))
        merged[column] = [...new Set([...parts(merged[column]), ...parts(cell)])].join("|");
      else if ((merged[column] ?? "") === "") merged[column] = cell;
    }
    if (file.startsWith("entities/") && row.name !== undefined && row.name !== "" && row.name !== merged.name)
      merged.aliases = [...new Set([...parts(merged.aliases), row.name])].join("|");
  }
  const id = merged.id;
  const ofFigures = file === "observations.csv";
  if (id === undefined || !(ofFigures || file.startsWith("entities/"))) return merged;
  for (const column of Object.keys(merged)) {
    if (wordings.has(column) || column === "id" || (ofFigures && column !== "value")) continue;
    const said = rows
      .map(({ row, layer }) => ({
        layer: basename(resolve(layers[layer] ?? "")),
        value: row[column] ?? "",
        unit: row.unit ?? "",
        sources: row.sources ?? "",
      }))
      .filter(({ value }) => value !== "");
    const told = ofFigures
      ? said.map(({ value, unit, ...one }) => ({ ...one, value: `${value} ${unit}`.trim() }))
      : said;
    // A layer that names no unit says the number alone.
    const united = said.every(({ unit }) => unit !== "");
    const worth = said.map(({ value, unit }) =>
      ofFigures ? worthOf(value, united ? unit : "") : meant(file, column, value),
    );
    if (new Set(worth).size > 1) differences.add({ id, column, said: told });
  }
  return merged;
}
