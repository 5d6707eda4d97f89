// Which files a folder of data has, and what each holds.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import {
  isKind,
  isRelationType,
  type Kind,
  kindNames,
  type RelationType,
  relationTypes,
} from "../ontology/model.ts";
import { distance } from "./distance.ts";
import type { Problems } from "./problems.ts";
import type { CsvFile } from "./read.ts";

export interface FolderFiles {
  readonly folder: string;
  readonly entities: ReadonlyMap<Kind, CsvFile>;
  readonly relations: ReadonlyMap<RelationType, CsvFile>;
  readonly observations?: CsvFile;
  /** Lines of the sources that yield no fact, with reasons. */
  readonly reading?: CsvFile;
}

/** Where lines without facts are listed. */
export const readingFile = "reading/lines-without-facts.csv";

/** Every file of a folder, in the order in which the first pass reads them. */
export function allFiles({ entities, relations, observations, reading }: FolderFiles): CsvFile[] {
  const single = [observations, reading].filter((file) => file !== undefined);
  return [...entities.values(), ...relations.values(), ...single];
}

/** Relation types that are derived from observations and so have no file. */
export const derivedRelations: readonly RelationType[] = ["OBSERVES", "MEASURED_AS"];

function csvNames(folder: string, under: string): string[] {
  const path = join(folder, under);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".csv"))
    .sort();
}

function suggestion(name: string, known: readonly string[]): string {
  const [nearest] = [...known].sort((one, other) => distance(name, one) - distance(name, other));
  return nearest !== undefined && distance(name, nearest) <= 4
    ? `did you mean ${nearest}.csv?`
    : `it may be one of ${known.join(", ")}`;
}

/** Finds the CSV files of a folder. Those of no kind or type are problems, not ignored. */
export function findFiles(folder: string, problems: Problems): FolderFiles {
  const entities = new Map<Kind, CsvFile>();
  const relations = new Map<RelationType, CsvFile>();
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    problems.add({
      file: folder,
      line: 0,
      message: "is no folder: give the folder that holds entities/ and relations/",
    });
    return { folder, entities, relations };
  }
  const kindsWithFile = kindNames.filter((kind) => kind !== "Observation");
  const typesWithFile = relationTypes.filter((type) => !derivedRelations.includes(type));
  for (const name of csvNames(folder, "entities")) {
    const [kind, file] = [basename(name, ".csv"), `entities/${name}`];
    if (isKind(kind) && kind !== "Observation") entities.set(kind, { file, path: join(folder, file) });
    else
      problems.add({
        file,
        line: 0,
        message: `${kind} is no kind of entity: ${suggestion(kind, kindsWithFile)}`,
      });
  }
  for (const name of csvNames(folder, "relations")) {
    const [type, file] = [basename(name, ".csv"), `relations/${name}`];
    if (isRelationType(type) && !derivedRelations.includes(type))
      relations.set(type, { file, path: join(folder, file) });
    else
      problems.add({
        file,
        line: 0,
        message: `${type} is no type of relation with a file: ${suggestion(type, typesWithFile)}`,
      });
  }
  let observations: CsvFile | undefined;
  for (const file of csvNames(folder, ".")) {
    if (file === "observations.csv") observations = { file, path: join(folder, file) };
    else
      problems.add({
        file,
        line: 0,
        message: "does not belong here: files go to entities/, relations/ or observations.csv",
      });
  }
  if (entities.size + relations.size === 0 && observations === undefined && problems.count === 0) {
    problems.add({
      file: folder,
      line: 0,
      message: "has no entities/*.csv: `industry-graph template Enterprise` prints a header to begin with",
    });
  }
  let reading: CsvFile | undefined;
  for (const name of csvNames(folder, "reading")) {
    const file = `reading/${name}`;
    if (file === readingFile) reading = { file, path: join(folder, file) };
    // Other notes on reading may lie there; a misspelt name would make lines seem unread.
    else if (distance(file, readingFile) <= 3)
      problems.add({ file, line: 0, message: `is not read: did you mean ${readingFile}?` });
  }
  return { folder, entities, relations, observations, reading };
}
