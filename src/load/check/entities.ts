// The first pass over the files of entities: ids, unique values and names.
import { type Kind, kindOf, propertiesOf } from "../../ontology/model.ts";
import type { CsvFile, CsvRow } from "../read.ts";
import { checkId, checkSources, type Stored } from "../rows.ts";
import { eachRow, type Pass } from "./pass.ts";
import { addName } from "./references.ts";

function checkEntity(pass: Pass, kind: Kind, places: Map<string, number>, row: CsvRow, values: Stored): void {
  const { problems } = pass;
  const place = { file: row.file, line: row.line };
  checkSources(row, values, kind, pass.documents, problems);
  for (const [column, property] of Object.entries(kindOf(kind).properties)) {
    if (property.unique !== true || values[column] === undefined) continue;
    const key = `${kind} ${column} ${String(values[column])}`;
    const first = pass.unique.get(key);
    if (first === undefined) pass.unique.set(key, `${row.file}:${row.line}`);
    else
      problems.add({
        ...place,
        column,
        message: `${String(values[column])} stands at ${first} already: it must be unique`,
      });
  }
  if (typeof values.id !== "string") return;
  checkId(row, kind, values.id, problems);
  const first = places.get(values.id);
  if (first !== undefined) {
    problems.add({
      ...place,
      column: "id",
      message: `${values.id} stands at ${row.file}:${first} already: keep one row an entity`,
    });
    return;
  }
  places.set(values.id, row.line);
  pass.names.set(values.id, String(values.name ?? values.id));
  for (const name of [values.name, ...((values.aliases ?? []) as string[])]) {
    if (typeof name === "string") addName(pass, name, values.id);
  }
}

/** Checks the rows of a kind's file and gives their number. */
export async function checkEntities(pass: Pass, kind: Kind, file: CsvFile): Promise<number> {
  const places = new Map<string, number>();
  return eachRow(pass, file, propertiesOf(kind), (row, values) =>
    checkEntity(pass, kind, places, row, values),
  );
}
