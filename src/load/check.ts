// The first pass over a folder: every problem is found before anything is written. Keeps ids and names, not rows.
import {
  type Kind,
  kindOf,
  kindOfId,
  propertiesOf,
  type RelationType,
  relationColumnsOf,
  relationOf,
} from "../ontology/model.ts";
import { nameKey } from "../text/normalise.ts";
import { type FolderFiles, findFiles } from "./folder.ts";
import { newProblems, type Problems } from "./problems.ts";
import { type CsvFile, type CsvRow, inspect, readRows } from "./read.ts";
import {
  checkId,
  checkSources,
  type columnsOf,
  observationColumns,
  readValues,
  requiredColumns,
  type Stored,
} from "./rows.ts";

export interface Progress {
  readonly step: string;
  readonly file: string;
  readonly rows: number;
  /** Lines of the file, to tell how much is left. */
  readonly of: number;
}

export type OnProgress = (progress: Progress) => void;

/** What a first pass leaves behind for the second. */
export interface Checked {
  readonly files: FolderFiles;
  readonly problems: Problems;
  /** Name by id of every entity. */
  readonly names: ReadonlyMap<string, string>;
  /** The id meant by a reference: an id, or an unambiguous name of one of the kinds. */
  readonly resolve: (reference: string, kinds: readonly string[]) => string | undefined;
  /** Hash by file. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, number>;
  readonly counts: { readonly entities: number; readonly relations: number; readonly observations: number };
}

const progressEvery = 20_000;

interface Pass {
  readonly files: FolderFiles;
  readonly problems: Problems;
  readonly names: Map<string, string>;
  readonly byName: Map<string, string[]>;
  readonly documents: Map<string, number | undefined>;
  readonly hashes: Map<string, string>;
  readonly lines: Map<string, number>;
  readonly unique: Map<string, string>;
  readonly readable: Set<string>;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
}

/** Rows of a file with their values, problems and progress reported. */
async function eachRow(
  pass: Pass,
  file: CsvFile,
  columns: ReturnType<typeof columnsOf>,
  visit: (row: CsvRow, values: Stored) => void,
): Promise<number> {
  if (!pass.readable.has(file.file)) return 0;
  let rows = 0;
  for await (const row of readRows(file, Object.keys(columns), requiredColumns(columns), pass.problems)) {
    pass.signal?.throwIfAborted();
    visit(row, readValues(row, columns, pass.problems));
    rows += 1;
    if (rows % progressEvery === 0)
      pass.onProgress({ step: "check", file: file.file, rows, of: pass.lines.get(file.file) ?? 0 });
  }
  pass.onProgress({ step: "check", file: file.file, rows, of: rows });
  return rows;
}

function addName(pass: Pass, name: string, id: string): void {
  const key = nameKey(name);
  const known = pass.byName.get(key);
  if (known === undefined) pass.byName.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}

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

function resolver(pass: Pass) {
  return (reference: string, kinds: readonly string[]): string | undefined => {
    if (pass.names.has(reference)) return reference;
    const found = (pass.byName.get(nameKey(reference)) ?? []).filter((id) =>
      kinds.includes(kindOfId(id) ?? ""),
    );
    return found.length === 1 ? found[0] : undefined;
  };
}

/** The id a reference means, or undefined with the reason among the problems. */
function checkReference(
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

async function inspectAll(pass: Pass): Promise<void> {
  const all = [
    ...pass.files.entities.values(),
    ...pass.files.relations.values(),
    ...(pass.files.observations === undefined ? [] : [pass.files.observations]),
  ];
  for (const file of all) {
    pass.signal?.throwIfAborted();
    const inspected = await inspect(file, pass.problems);
    if (inspected === undefined) continue;
    pass.readable.add(file.file);
    pass.hashes.set(file.file, inspected.hash);
    pass.lines.set(file.file, inspected.lines);
  }
}

async function readDocuments(pass: Pass): Promise<void> {
  const file = pass.files.entities.get("Document");
  if (file === undefined) return;
  const quiet: Pass = { ...pass, problems: newProblems(), onProgress: () => undefined };
  await eachRow(quiet, file, propertiesOf("Document"), (_, values) => {
    if (typeof values.stem === "string") pass.documents.set(values.stem, values.lines as number | undefined);
  });
}

async function checkRelations(pass: Pass, type: RelationType, file: CsvFile): Promise<number> {
  const { from, to } = relationOf(type);
  const places = new Map<string, number>();
  return eachRow(pass, file, relationColumnsOf(type), (row, values) => {
    checkSources(row, values, type, pass.documents, pass.problems);
    if (typeof values.from !== "string" || typeof values.to !== "string") return;
    const start = checkReference(pass, row, "from", values.from, from);
    const end = checkReference(pass, row, "to", values.to, to);
    if (start === undefined || end === undefined) return;
    const identity = `${start}|${end}|${String(values.key ?? "")}`;
    const first = places.get(identity);
    if (first === undefined) places.set(identity, row.line);
    else {
      const message = `the same relation stands at ${row.file}:${first} already: drop one, or tell them apart by key`;
      pass.problems.add({ file: row.file, line: row.line, column: "key", message });
    }
  });
}

async function checkObservations(pass: Pass, file: CsvFile): Promise<number> {
  const places = new Map<string, number>();
  return eachRow(pass, file, observationColumns, (row, values) => {
    checkSources(row, values, "Observation", pass.documents, pass.problems);
    if (typeof values.id === "string") {
      checkId(row, "Observation", values.id, pass.problems);
      const first = places.get(values.id);
      const message = `${values.id} stands at ${row.file}:${first} already: keep one row a figure`;
      if (first !== undefined) pass.problems.add({ file: row.file, line: row.line, column: "id", message });
      places.set(values.id, row.line);
      pass.names.set(values.id, values.id);
    }
    if (typeof values.subject === "string")
      checkReference(pass, row, "subject", values.subject, relationOf("OBSERVES").to);
    if (typeof values.metric === "string" && !pass.names.has(`metric:${values.metric}`)) {
      const message = `there is no metric:${values.metric}: add it to entities/Metric.csv or correct it`;
      pass.problems.add({ file: row.file, line: row.line, column: "metric", message });
    }
  });
}

/**
 * Checks a folder of data without a store. Every problem is among `problems`; an empty list means it can be loaded.
 * @param signal stops between rows
 */
export async function checkFolder(
  folder: string,
  onProgress: OnProgress = () => undefined,
  signal?: AbortSignal,
): Promise<Checked> {
  const problems = newProblems();
  const files = findFiles(folder, problems);
  const pass: Pass = {
    files,
    problems,
    names: new Map(),
    byName: new Map(),
    documents: new Map(),
    hashes: new Map(),
    lines: new Map(),
    unique: new Map(),
    readable: new Set(),
    onProgress,
    signal,
  };
  await inspectAll(pass);
  await readDocuments(pass);
  let [entities, relations, observations] = [0, 0, 0];
  for (const [kind, file] of files.entities) {
    const places = new Map<string, number>();
    entities += await eachRow(pass, file, propertiesOf(kind), (row, values) =>
      checkEntity(pass, kind, places, row, values),
    );
  }
  if (files.observations !== undefined) observations = await checkObservations(pass, files.observations);
  for (const [type, file] of files.relations) relations += await checkRelations(pass, type, file);
  return {
    files,
    problems,
    names: pass.names,
    resolve: resolver(pass),
    hashes: pass.hashes,
    lines: pass.lines,
    counts: { entities, relations, observations },
  };
}
