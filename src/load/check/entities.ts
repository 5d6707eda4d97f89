// The first pass over the files of entities: ids, unique values and names.
import { type Kind, kindOf, propertiesOf } from "../../ontology/model.ts";
import { type Fingerprints, newFingerprints } from "../../packed/fingerprints.ts";
import { nameKey } from "../../text/normalise.ts";
import { placeOf } from "../ledger/collect.ts";
import type { CsvFile, CsvRow } from "../read.ts";
import { checkId, formerNamesOf, type Stored } from "../rows.ts";
import { noteEntity } from "./conditions.ts";
import { checkCited, eachRow, type Pass } from "./pass.ts";

/** The lines at which the ids and the unique values of a file stand. */
interface Lines {
  readonly ids: Fingerprints;
  readonly unique: ReadonlyMap<string, Fingerprints>;
}

function keep({ collected }: Pass, kind: Kind, id: string, row: CsvRow, values: Stored): void {
  if (kind === "Metric" && typeof values.normalUnit === "string")
    collected.metricUnits.set(id, values.normalUnit);
  const kept = { values, row: placeOf(row) };
  if (kind === "Check") collected.checks.set(id, kept);
  if (kind === "Conflict") collected.conflicts.set(id, kept);
  if (kind === "Document") collected.documents.set(id, kept);
}

/** Kinds of which two of one name are rather one thing twice. */
const distinctByName: ReadonlySet<Kind> = new Set(["Enterprise", "Park", "Region", "Institution", "Product"]);

function noteNamesake(pass: Pass, kind: Kind, row: CsvRow, id: string, name: string): void {
  if (!distinctByName.has(kind)) return;
  const other = pass.directory
    .named(name, [kind])
    .find((one) => one !== id && nameKey(pass.directory.nameOf(one) ?? "") === nameKey(name));
  if (other === undefined) return;
  const message = `${JSON.stringify(name)} is the name of ${other} too: if they are one, keep one row; if not, tell them apart by their names`;
  pass.notes.add({ file: row.file, line: row.line, column: "name", message });
}

function checkEntity(pass: Pass, kind: Kind, lines: Lines, row: CsvRow, values: Stored): void {
  const { problems } = pass;
  const place = { file: row.file, line: row.line };
  checkCited(pass, row, values, kind, "entities");
  for (const [column, known] of lines.unique) {
    if (values[column] === undefined) continue;
    const value = String(values[column]);
    const first = known.add(value, row.line);
    if (first === undefined) continue;
    const message = `${value} stands at ${row.file}:${first} already: it must be unique`;
    problems.add({ ...place, column, message });
  }
  if (typeof values.id !== "string") return;
  checkId(row, kind, values.id, problems);
  const first = lines.ids.add(values.id, row.line);
  if (first !== undefined) {
    const message = `${values.id} stands at ${row.file}:${first} already: keep one row an entity`;
    problems.add({ ...place, column: "id", message });
    return;
  }
  noteEntity(pass.conditions, row, values.id, values);
  pass.directory.add(values.id, String(values.name ?? values.id));
  keep(pass, kind, values.id, row, values);
  if (typeof values.name === "string" && pass.directory.addName(values.id, values.name))
    noteNamesake(pass, kind, row, values.id, values.name);
  for (const alias of (values.aliases ?? []) as string[]) pass.directory.addName(values.id, alias);
  for (const { name } of formerNamesOf(values)) pass.directory.addName(values.id, name);
}

/** Checks the rows of a kind's file and gives their number. */
export async function checkEntities(pass: Pass, kind: Kind, file: CsvFile): Promise<number> {
  const unique = Object.entries(kindOf(kind).properties).filter(
    ([, property]) => property.unique === true || property.distinct === true,
  );
  const lines: Lines = {
    ids: pass.places,
    unique: new Map(unique.map(([column]) => [column, newFingerprints()])),
  };
  pass.places.clear();
  const rows = pass.lines.get(file.file) ?? 0;
  for (const table of [lines.ids, ...lines.unique.values()]) table.reserve(rows);
  return eachRow(pass, file, propertiesOf(kind), (row, values) =>
    checkEntity(pass, kind, lines, row, values),
  );
}
