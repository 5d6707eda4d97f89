// The first pass over a folder: every problem is found before anything is written.
import { propertiesOf } from "../ontology/model.ts";
import { checkEntities } from "./check/entities.ts";
import { checkObservations } from "./check/observations.ts";
import { eachRow, type OnProgress, type Pass } from "./check/pass.ts";
import { checkRelations } from "./check/relations.ts";
import { type Directory, newDirectory } from "./directory.ts";
import { type FolderFiles, findFiles } from "./folder.ts";
import { newProblems, type Problems } from "./problems.ts";
import { inspect } from "./read.ts";

/** What a first pass leaves behind for the second. */
export interface Checked {
  readonly files: FolderFiles;
  readonly problems: Problems;
  /** Every entity by id and name. */
  readonly directory: Directory;
  /** Hash by file. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, number>;
  readonly counts: { readonly entities: number; readonly relations: number; readonly observations: number };
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
    directory: newDirectory(),
    documents: new Map(),
    hashes: new Map(),
    lines: new Map(),
    readable: new Set(),
    onProgress,
    signal,
  };
  await inspectAll(pass);
  await readDocuments(pass);
  let [entities, relations, observations] = [0, 0, 0];
  for (const [kind, file] of files.entities) {
    entities += await checkEntities(pass, kind, file);
  }
  if (files.observations !== undefined) observations = await checkObservations(pass, files.observations);
  for (const [type, file] of files.relations) relations += await checkRelations(pass, type, file);
  return {
    files,
    problems,
    directory: pass.directory,
    hashes: pass.hashes,
    lines: pass.lines,
    counts: { entities, relations, observations },
  };
}
