// What the parts of a load share: where rows go, and how the rows of a checked file are gone through.
import type { Properties } from "../ontology/definitions.ts";
import type { RelationType } from "../ontology/model.ts";
import type { OnProgress } from "./check/pass.ts";
import type { Checked } from "./check.ts";
import { headerOf } from "./columns.ts";
import { newProblems } from "./problems.ts";
import { type CsvFile, readRows } from "./read.ts";
import { readValues, type Stored, type StoredRelation } from "./rows.ts";
import type { Stages } from "./stages.ts";
import type { Writer } from "./write.ts";

/** Where nodes and relations go. */
export interface Sink {
  /** Takes nodes with the labels given; the last is the one by which they are looked up. */
  nodes(labels: readonly string[], properties: Properties): Promise<Writer<Stored>>;
  /** Takes relations of one type. */
  relations(type: RelationType, properties: Properties): Promise<Writer<StoredRelation>>;
  /** Resolves when all nodes that have been handed over are there; rejects where some could not be written. */
  nodesStored(): Promise<void>;
  /** Resolves when all that has been handed over is there; rejects likewise. */
  stored(): Promise<void>;
  /** Resolves when what has gone is swept and nodes can be searched. */
  swept(): Promise<void>;
}

export interface StreamOptions {
  readonly onProgress: OnProgress;
  /** Stops between rows. */
  readonly signal?: AbortSignal;
}

const progressEvery = 5_000;

/** A load under way. */
export interface Loading {
  readonly sink: Sink;
  readonly checked: Checked;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
  /** Years after which certifications are re-examined, by id. */
  readonly terms: Map<string, number>;
  readonly stages: Stages;
}

/** Lines that are gone through: those of observations for the figure and for its relations, and once more for targets. */
export function linesToLoad({ lines, files, verdicts }: Checked): number {
  const figures = lines.get(files.observations?.file ?? "") ?? 0;
  return [...lines.values()].reduce((sum, count) => sum + count, (verdicts.any ? 2 : 1) * figures);
}

/**
 * Goes through the rows of a file, telling how far it is.
 * @param columns those whose values are wanted
 * @param visit gives a promise where the next row has to wait
 */
export async function eachValue(
  loading: Loading,
  file: CsvFile,
  columns: Properties,
  visit: (values: Stored) => Promise<void> | undefined,
): Promise<void> {
  const { checked, signal, onProgress } = loading;
  const of = checked.lines.get(file.file) ?? 0;
  const all = linesToLoad(checked);
  let [rows, told] = [0, 0];
  for await (const piece of readRows(file, headerOf(columns), newProblems())) {
    const problems = newProblems();
    for (const row of piece) {
      signal?.throwIfAborted();
      const waiting = visit(readValues(row, columns, problems));
      if (waiting !== undefined) await waiting;
    }
    rows += piece.length;
    if (rows - told < progressEvery) continue;
    told = rows;
    onProgress({ step: "load", file: file.file, rows, of, all });
  }
  onProgress({ step: "load", file: file.file, rows, of: rows, all });
}

/** Goes on with the next thing at once where nothing has to be waited for: a promise a row would cost more than the row. */
export function afterwards(
  waiting: Promise<void> | undefined,
  next: () => Promise<void> | undefined,
): Promise<void> | undefined {
  return waiting === undefined ? next() : waiting.then(next);
}
