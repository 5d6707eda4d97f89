// Names and ids of a folder: which entity a reference means. Knows no file but the row it is asked for.
import { kindOfId } from "../../ontology/model.ts";
import { nameKey } from "../../text/normalise.ts";
import type { CsvRow } from "../read.ts";
import type { Pass } from "./pass.ts";

/** Makes an entity known under a name. */
export function addName(pass: Pass, name: string, id: string): void {
  const key = nameKey(name);
  const known = pass.byName.get(key);
  if (known === undefined) pass.byName.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}

/** The id meant by a reference: an id, or an unambiguous name of one of the kinds. */
export function resolver(pass: Pass) {
  return (reference: string, kinds: readonly string[]): string | undefined => {
    if (pass.names.has(reference)) return reference;
    const found = (pass.byName.get(nameKey(reference)) ?? []).filter((id) =>
      kinds.includes(kindOfId(id) ?? ""),
    );
    return found.length === 1 ? found[0] : undefined;
  };
}

/** The id a reference means, or undefined with the reason among the problems. */
export function checkReference(
  pass: Pass,
  row: CsvRow,
  column: string,
  reference: string,
  kinds: readonly string[],
): string | undefined {
  const id = resolver(pass)(reference, kinds);
  const problem = (message: string): void =>
    pass.problems.add({ file: row.file, line: row.line, column, message });
  if (id !== undefined) {
    const kind = kindOfId(id);
    if (kind !== undefined && kinds.includes(kind)) return id;
    problem(`${reference} is of kind ${kind}, which may not stand here: ${kinds.join(", ")}`);
    return undefined;
  }
  const found = (pass.byName.get(nameKey(reference)) ?? []).filter((one) =>
    kinds.includes(kindOfId(one) ?? ""),
  );
  if (found.length > 1)
    problem(`${JSON.stringify(reference)} is the name of ${found.slice(0, 5).join(", ")}: write the id`);
  else
    problem(
      `there is no ${JSON.stringify(reference)}: add it to entities/${kindOfId(reference) ?? kinds[0]}.csv or correct it`,
    );
  return undefined;
}
