// The first pass over a folder: every problem is found before anything is written.
import { propertiesOf, relationColumnsOf } from "../ontology/model.ts";
import { newFingerprints } from "../packed/fingerprints.ts";
import { type Conditions, checkConditions, newConditions } from "./check/conditions.ts";
import { checkEntities } from "./check/entities.ts";
import { checkObservations } from "./check/observations.ts";
import { eachRow, type OnProgress, type Pass } from "./check/pass.ts";
import { checkReading } from "./check/reading.ts";
import { checkRelations } from "./check/relations.ts";
import { coverageProperties, type DocumentCoverage } from "./coverage.ts";
import { type Directory, newDirectory } from "./directory.ts";
import { allFiles, type FolderFiles, findFiles } from "./folder.ts";
import { inspect } from "./inspect.ts";
import { withLeanHeap } from "./lean-heap.ts";
import { newCollected } from "./ledger/collect.ts";
import { type Ledger, ledgerOf, outcomeProperties } from "./ledger/ledger.ts";
import { newProblems, type Problems } from "./problems.ts";
import type { CsvFile } from "./read.ts";
import type { Stored } from "./rows.ts";
import { newVerdicts, type Verdicts } from "./verdicts.ts";

/** What a first pass leaves behind for the second. */
export interface Checked {
  readonly files: FolderFiles;
  readonly problems: Problems;
  /** What is worth a look and stops nothing: files left out, an encoding guessed, two things of one name. */
  readonly notes: Problems;
  /** Every entity by id and name. */
  readonly directory: Directory;
  /** Hash by file. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, number>;
  /** Normal unit by id of a metric, where it has one. */
  readonly metricUnits: ReadonlyMap<string, string>;
  /** Checks with their outcomes, and conflicts. */
  readonly ledger: Ledger;
  readonly coverage: readonly DocumentCoverage[];
  /** What is stored of an entity beside its row, by id: outcomes of checks, coverage of documents. */
  readonly derived: ReadonlyMap<string, Stored>;
  readonly conditions: Conditions;
  /** The targets among the figures: what came of them is known once the facts have been read again. */
  readonly verdicts: Verdicts;
  /** Ids that were given up when layers were put together, with the id of the entity that stays. */
  readonly moved: ReadonlyMap<string, string>;
  readonly counts: { readonly entities: number; readonly relations: number; readonly observations: number };
}

async function inspectAll(pass: Pass): Promise<void> {
  for (const file of allFiles(pass.files)) {
    pass.signal?.throwIfAborted();
    const inspected = await inspect(file, pass.problems, pass.notes);
    if (inspected === undefined) continue;
    pass.readable.add(file.file);
    pass.hashes.set(file.file, inspected.hash);
    pass.lines.set(file.file, inspected.lines);
  }
}

/** What must be known before the rest is read: documents that may be cited, figures that checks will want. */
async function readAhead(pass: Pass): Promise<void> {
  const quiet: Pass = { ...pass, problems: newProblems(), notes: newProblems(), onProgress: () => undefined };
  const documents = pass.files.entities.get("Document");
  if (documents !== undefined) {
    await eachRow(quiet, documents, propertiesOf("Document"), (_, values) => {
      if (typeof values.stem === "string")
        pass.documents.set(values.stem, values.lines as number | undefined);
    });
  }
  for (const type of ["CHECKS", "CONCERNS"] as const) {
    const file = pass.files.relations.get(type);
    if (file === undefined) continue;
    await eachRow(quiet, file, relationColumnsOf(type), (_, values) => {
      if (typeof values.to === "string") pass.collected.wanted.add(values.to);
    });
  }
}

function coverageOf(pass: Pass): DocumentCoverage[] {
  return [...pass.collected.documents].map(([id, { values }]) => {
    const stem = String(values.stem);
    return {
      id,
      name: String(values.name),
      stem,
      lines: values.lines as number | undefined,
      facts: pass.citations.get(stem) ?? new Map(),
      listed: pass.listed.get(stem) ?? new Map(),
    };
  });
}

/** Lines in all of the files given. */
function linesOf({ lines }: Pass, files: readonly (CsvFile | undefined)[]): number {
  return files.reduce((sum, file) => sum + (lines.get(file?.file ?? "") ?? 0), 0);
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
  const [problems, notes] = [newProblems(), newProblems()];
  const files = findFiles(folder, problems, notes);
  const pass: Pass = {
    files,
    problems,
    notes,
    directory: newDirectory(),
    places: newFingerprints(),
    documents: new Map(),
    hashes: new Map(),
    lines: new Map(),
    readable: new Set(),
    incomplete: new Set(),
    collected: newCollected(),
    citations: new Map(),
    listed: new Map(),
    conditions: newConditions(),
    verdicts: newVerdicts(),
    onProgress,
    signal,
  };
  await inspectAll(pass);
  return withLeanHeap(linesOf(pass, allFiles(files)), () => firstPass(pass));
}

async function firstPass(pass: Pass): Promise<Checked> {
  const { files, problems } = pass;
  const named = linesOf(pass, [...files.entities.values()]);
  pass.directory.reserve(named + linesOf(pass, [files.observations]), named);
  await readAhead(pass);
  let [entities, relations, observations] = [0, 0, 0];
  for (const [kind, file] of files.entities) {
    entities += await checkEntities(pass, kind, file);
  }
  if (files.observations !== undefined) observations = await checkObservations(pass, files.observations);
  for (const [type, file] of files.relations) relations += await checkRelations(pass, type, file);
  if (files.reading !== undefined) await checkReading(pass, files.reading);
  const ledger = ledgerOf(pass.collected, pass.directory.nameOf);
  const coverage = coverageOf(pass);
  checkConditions(pass.conditions, problems);
  return {
    files,
    problems,
    notes: pass.notes,
    directory: pass.directory,
    hashes: pass.hashes,
    lines: pass.lines,
    metricUnits: pass.collected.metricUnits,
    ledger,
    coverage,
    derived: new Map([
      ...ledger.checks.map((check) => [check.id, outcomeProperties(check)] as const),
      ...coverage.map((document) => [document.id, coverageProperties(document)] as const),
    ]),
    conditions: pass.conditions,
    verdicts: pass.verdicts,
    moved: new Map(),
    counts: { entities, relations, observations },
  };
}
