// The state of a first pass over a folder, and how it walks the rows of a file. Keeps ids and names, not rows.
import type { Properties } from "../../ontology/definitions.ts";
import type { Kind, RelationType } from "../../ontology/model.ts";
import type { Fingerprints } from "../../packed/fingerprints.ts";
import { headerOf } from "../columns.ts";
import { type Citations, countFact, type FactKind, type ListedLine } from "../coverage.ts";
import type { GrowingDirectory } from "../directory.ts";
import type { FolderFiles } from "../folder.ts";
import type { Collected } from "../ledger/collect.ts";
import type { Problems } from "../problems.ts";
import { type CsvFile, type CsvRow, readRows } from "../read.ts";
import { checkSources, readValues, type Stored } from "../rows.ts";
import type { Verdicts } from "../verdicts.ts";
import type { Conditions } from "./conditions.ts";

export interface Progress {
  readonly step: string;
  readonly file: string;
  readonly rows: number;
  /** Lines of the file, to tell how much is left. */
  readonly of: number;
  /** Lines that the step goes through in all files. */
  readonly all?: number;
}

export type OnProgress = (progress: Progress) => void;

const progressEvery = 20_000;

export interface Pass {
  readonly files: FolderFiles;
  readonly problems: Problems;
  /** What is worth a look and stops nothing. */
  readonly notes: Problems;
  readonly directory: GrowingDirectory;
  /** For the file in hand: the line at which each id or relation stands. Large, and so used again for the next. */
  readonly places: Fingerprints;
  readonly documents: Map<string, number | undefined>;
  readonly hashes: Map<string, string>;
  readonly lines: Map<string, number>;
  readonly readable: Set<string>;
  /** Files of which something could not be read: what is not found may stand there, and is no problem of its own. */
  readonly incomplete: Set<string>;
  readonly collected: Collected;
  /** How many facts cite each line. */
  readonly citations: Citations;
  /** Lines listed as having no fact, by stem. */
  readonly listed: Map<string, Map<number, ListedLine>>;
  readonly conditions: Conditions;
  /** The targets among the figures. */
  readonly verdicts: Verdicts;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
}

/** Stands for documents that could not all be read. */
const anything = { has: () => true, get: () => undefined };

/** Checks the citations of a row and counts it as a fact of the lines it cites. */
export function checkCited(
  pass: Pass,
  row: CsvRow,
  values: Stored,
  of: Kind | RelationType,
  as: FactKind,
): void {
  const documents = pass.incomplete.has("entities/Document.csv") ? anything : pass.documents;
  checkSources(row, values, of, documents, pass.problems, ({ stem, line }) =>
    countFact(pass.citations, stem, line, as),
  );
}

/** Rows of a file with their values, problems and progress reported. */
export async function eachRow(
  pass: Pass,
  file: CsvFile,
  columns: Properties,
  visit: (row: CsvRow, values: Stored) => void,
): Promise<number> {
  if (!pass.readable.has(file.file)) {
    pass.incomplete.add(file.file);
    return 0;
  }
  const problems: Pick<Problems, "add"> = {
    add(problem) {
      pass.incomplete.add(file.file);
      pass.problems.add(problem);
    },
  };
  const all = [...pass.lines.values()].reduce((sum, lines) => sum + lines, 0);
  const of = pass.lines.get(file.file) ?? 0;
  let [rows, told] = [0, 0];
  for await (const piece of readRows(file, headerOf(columns), problems)) {
    pass.signal?.throwIfAborted();
    for (const row of piece) visit(row, readValues(row, columns, pass.problems));
    rows += piece.length;
    if (rows - told < progressEvery) continue;
    told = rows;
    pass.onProgress({ step: "check", file: file.file, rows, of, all });
  }
  pass.onProgress({ step: "check", file: file.file, rows, of: rows, all });
  return rows;
}
