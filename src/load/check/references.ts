// Which entity a reference means, or why it means none. Knows no file but the row it is asked for.
import { kindOfId } from "../../ontology/model.ts";
import type { CsvRow } from "../read.ts";
import type { Pass } from "./pass.ts";

const fileOf = (kind: string | undefined): string =>
  kind === "Observation" ? "observations.csv" : `entities/${kind}.csv`;

/** The id a reference means, or undefined with the reason among the problems. */
export function checkReference(
  pass: Pass,
  row: CsvRow,
  column: string,
  reference: string,
  kinds: readonly string[],
): string | undefined {
  const id = pass.directory.resolve(reference, kinds);
  const problem = (message: string): void =>
    pass.problems.add({ file: row.file, line: row.line, column, message });
  if (id !== undefined) {
    const kind = kindOfId(id);
    if (kind !== undefined && kinds.includes(kind)) return id;
    problem(`${reference} is of kind ${kind}, which may not stand here: ${kinds.join(", ")}`);
    return undefined;
  }
  const found = pass.directory.named(reference, kinds);
  const files = (kindOfId(reference) === undefined ? kinds : [kindOfId(reference)]).map(fileOf);
  if (found.length > 1)
    problem(`${JSON.stringify(reference)} is the name of ${found.slice(0, 5).join(", ")}: write the id`);
  else if (!files.some((file) => pass.incomplete.has(file)))
    problem(
      `there is no ${JSON.stringify(reference)}: add it to entities/${kindOfId(reference) ?? kinds[0]}.csv or correct it`,
    );
  return undefined;
}
