// Which entity a reference means, or why it means none. Knows no file but the row it is asked for.
import { kindOfId } from "../../ontology/model.ts";
import type { CsvRow } from "../read.ts";
import type { Pass } from "./pass.ts";

const fileOf = (kind: string | undefined): string =>
  kind === "Observation" ? "observations.csv" : `entities/${kind}.csv`;

/**
 * The id a reference means, or undefined with the reason among the problems. Asked of both ends of every relation:
 * what is only needed where something is wrong stands apart.
 */
export function checkReference(
  pass: Pass,
  row: CsvRow,
  column: string,
  reference: string,
  kinds: readonly string[],
): string | undefined {
  const id = pass.directory.resolve(reference, kinds);
  const kind = id === undefined ? undefined : kindOfId(id);
  if (kind !== undefined && kinds.includes(kind)) return id;
  const message = whyNot(pass, reference, kinds, kind);
  if (message !== undefined) pass.problems.add({ file: row.file, line: row.line, column, message });
  return undefined;
}

/** Why a reference means nothing that may stand there; undefined where what it means could not be read. */
function whyNot(
  pass: Pass,
  reference: string,
  kinds: readonly string[],
  kind: string | undefined,
): string | undefined {
  if (kind !== undefined)
    return `${reference} is of kind ${kind}, which may not stand here: ${kinds.join(", ")}`;
  const found = pass.directory.named(reference, kinds);
  if (found.length > 1)
    return `${JSON.stringify(reference)} is the name of ${found.slice(0, 5).join(", ")}: write the id`;
  const files = (kindOfId(reference) === undefined ? kinds : [kindOfId(reference)]).map(fileOf);
  if (files.some((file) => pass.incomplete.has(file))) return undefined;
  return `there is no ${JSON.stringify(reference)}: add it to entities/${kindOfId(reference) ?? kinds[0]}.csv or correct it`;
}
