// Which files a folder of data has, and what each holds.
import { statSync } from "node:fs";
import { join } from "node:path";
import { decisionsFile, matchesFile } from "../match/decisions.ts";
import {
  isKind,
  isRelationType,
  type Kind,
  kindNames,
  kindOf,
  type RelationType,
  relationOf,
  relationTypes,
} from "../ontology/model.ts";
import { distance } from "./distance.ts";
import { csvNames, entriesOf, type Looking, noFile } from "./looking.ts";
import { newProblems, type Problems } from "./problems.ts";
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

/** A name as it is compared: without case, spaces, and what stands before the last of several endings. */
const bare = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, "");

/** Files of entities or relations: which name is what, and what may be meant by one that is none. */
interface Names<T extends string> {
  readonly under: string;
  readonly is: (name: string) => name is T;
  readonly known: readonly T[];
  readonly zh: (name: T) => string;
  readonly what: string;
}

const entityNames: Names<Kind> = {
  under: "entities",
  is: (name): name is Kind => isKind(name) && name !== "Observation",
  known: kindNames.filter((kind) => kind !== "Observation"),
  zh: (kind) => kindOf(kind).title.zh,
  what: "kind of entity",
};

const relationNames: Names<RelationType> = {
  under: "relations",
  is: (name): name is RelationType => isRelationType(name) && !derivedRelations.includes(name),
  known: relationTypes.filter((type) => !derivedRelations.includes(type)),
  zh: (type) => relationOf(type).title.zh,
  what: "type of relation with a file",
};

function suggestion<T extends string>(name: string, { known, zh, under }: Names<T>): string {
  const called = known.find((one) => zh(one) === name);
  if (called !== undefined) {
    const read = `rename it to ${called}.csv, with the columns of \`industry-graph template ${called}\``;
    return under === "entities"
      ? `${read}; a table with headings of its own is converted by \`industry-graph import\``
      : read;
  }
  const same = known.find((one) => bare(one) === bare(name));
  if (same !== undefined) return `rename it to ${same}.csv: upper and lower case matter`;
  const [nearest] = /^\p{ASCII}+$/u.test(name)
    ? [...known].sort((one, other) => distance(name, one) - distance(name, other))
    : [];
  if (nearest !== undefined && distance(name, nearest) <= 4) return `did you mean ${nearest}.csv?`;
  return `it may be one of ${known.map((one) => `${one} (${zh(one)})`).join(", ")}`;
}

function filesOf<T extends string>(looking: Looking, names: Names<T>): Map<T, CsvFile> {
  const files = new Map<T, CsvFile>();
  for (const name of csvNames(looking, names.under)) {
    const file = `${names.under}/${name}.csv`;
    if (!names.is(name)) {
      looking.problem(file, `${name} is no ${names.what}: ${suggestion(name, names)}`);
      continue;
    }
    const wrong = noFile(join(looking.folder, file));
    if (wrong === undefined) files.set(name, { file, path: join(looking.folder, file) });
    else looking.problem(file, wrong);
  }
  return files;
}

const folders = ["entities", "relations", "reading"] as const;

/** Folders that are nearly named as those that are read, and hold CSV files: nothing in them would be read. */
function checkFolders(looking: Looking): void {
  for (const entry of entriesOf(looking, ".")) {
    const { name } = entry;
    if (!entry.isDirectory() || (folders as readonly string[]).includes(name)) continue;
    const meant =
      folders.find((folder) => distance(folder, name.toLowerCase()) <= 3) ??
      { 实体: "entities", 关系: "relations" }[name];
    if (meant === undefined) continue;
    const held = entriesOf({ ...looking, problem: () => undefined }, name);
    if (held.some((one) => one.name.toLowerCase().endsWith(".csv")))
      looking.problem(`${name}/`, `is not read: rename the folder to ${meant}/`);
  }
}

function observationsOf(looking: Looking): CsvFile | undefined {
  let observations: CsvFile | undefined;
  for (const name of csvNames(looking, ".", true)) {
    const file = `${name}.csv`;
    // What imports and reviews keep beside the facts; layers are composed by it.
    if (file === matchesFile || file === decisionsFile) continue;
    if (file !== "observations.csv") {
      const near = distance(bare(name), "observations") <= 3 ? ": rename it to observations.csv" : "";
      const why = "does not belong here: files go to entities/, relations/ or observations.csv";
      looking.problem(file, near === "" ? why : `is not read${near}`);
      continue;
    }
    const wrong = noFile(join(looking.folder, file));
    if (wrong === undefined) observations = { file, path: join(looking.folder, file) };
    else looking.problem(file, wrong);
  }
  return observations;
}

function readingOf(looking: Looking): CsvFile | undefined {
  let reading: CsvFile | undefined;
  for (const name of csvNames(looking, "reading", true)) {
    const file = `reading/${name}.csv`;
    if (file === readingFile) {
      const wrong = noFile(join(looking.folder, file));
      if (wrong === undefined) reading = { file, path: join(looking.folder, file) };
      else looking.problem(file, wrong);
    }
    // Other notes on reading may lie there; a misspelt name would make lines seem unread.
    else if (distance(file, readingFile) <= 3)
      looking.problem(file, `is not read: did you mean ${readingFile}?`);
  }
  return reading;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Finds the CSV files of a folder. Those of no kind or type are problems, not ignored.
 * @param notes are told what was left out with good reason
 */
export function findFiles(
  folder: string,
  problems: Problems,
  notes: Pick<Problems, "add"> = newProblems(),
): FolderFiles {
  if (!isFolder(folder)) {
    problems.add({
      file: folder,
      line: 0,
      message: "is no folder: give the folder that holds entities/ and relations/",
    });
    return { folder, entities: new Map(), relations: new Map() };
  }
  const before = problems.count;
  const looking: Looking = {
    folder,
    problem: (file, message) => problems.add({ file, line: 0, message }),
    note: (file, message) => notes.add({ file, line: 0, message }),
  };
  checkFolders(looking);
  const entities = filesOf(looking, entityNames);
  const relations = filesOf(looking, relationNames);
  const observations = observationsOf(looking);
  if (entities.size + relations.size === 0 && observations === undefined && problems.count === before)
    looking.problem(
      folder,
      "has no entities/*.csv: `industry-graph template Enterprise` prints a header to begin with",
    );
  return { folder, entities, relations, observations, reading: readingOf(looking) };
}
