// The first pass over the files of relations: both ends are there, and each relation is there once.
import { kindOfId, type RelationType, relationColumnsOf, relationOf } from "../../ontology/model.ts";
import { placeOf } from "../ledger/collect.ts";
import type { CsvFile, CsvRow } from "../read.ts";
import type { Stored } from "../rows.ts";
import { noteRelation } from "./conditions.ts";
import { newCycles } from "./cycles.ts";
import { checkCited, eachRow, type Pass } from "./pass.ts";
import { checkReference } from "./references.ts";

function keep(pass: Pass, type: RelationType, from: string, to: string, row: CsvRow, values: Stored): void {
  if (type === "CONCERNS") pass.collected.concerns.push({ from, to });
  if (type !== "CHECKS") return;
  pass.collected.uses.push({ from, to, values, row: placeOf(row) });
  if (values.checkRole === "ITEM" || values.checkRole === undefined || kindOfId(to) === "Observation") return;
  const message = `${to} is no figure: an entity enters a check as ITEM only`;
  pass.problems.add({ file: row.file, line: row.line, column: "checkRole", message });
}

/** Checks the rows of a type's file and gives their number. */
export async function checkRelations(pass: Pass, type: RelationType, file: CsvFile): Promise<number> {
  const { from, to, acyclic, title } = relationOf(type);
  const { places } = pass;
  places.clear();
  places.reserve(pass.lines.get(file.file) ?? 0);
  const cycles = acyclic === true ? newCycles() : undefined;
  const rows = await eachRow(pass, file, relationColumnsOf(type), (row, values) => {
    checkCited(pass, row, values, type, "relations");
    if (typeof values.from !== "string" || typeof values.to !== "string") return;
    const start = checkReference(pass, row, "from", values.from, from);
    const end = checkReference(pass, row, "to", values.to, to);
    if (start === undefined || end === undefined) return;
    noteRelation(pass.conditions, type, row, { from: start, to: end }, values);
    const identity = `${start}|${end}|${String(values.key ?? "")}`;
    const first = places.add(identity, row.line);
    if (first === undefined) {
      keep(pass, type, start, end, row, values);
      cycles?.add(start, end, row.line);
    } else {
      const message = `the same relation stands at ${row.file}:${first} already: drop one, or tell them apart by key`;
      pass.problems.add({ file: row.file, line: row.line, column: "key", message });
    }
  });
  for (const lines of cycles?.found() ?? []) {
    const [line = 0, ...others] = lines;
    const message =
      others.length === 0
        ? `nothing can be ${title.en} itself: correct one of the ends`
        : `makes a circle with line${others.length === 1 ? "" : "s"} ${others.slice(0, 8).join(", ")}: nothing can be ${title.en} itself; drop or turn one of them`;
    pass.problems.add({ file: file.file, line, column: "to", message });
  }
  return rows;
}
