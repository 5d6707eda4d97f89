// What lies in a folder of data: the files that may be CSV, and what is told of the others.
import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";

/** Problems and notes of one folder, while it is looked through. */
export interface Looking {
  readonly folder: string;
  readonly problem: (file: string, message: string) => void;
  readonly note: (file: string, message: string) => void;
}

/** Left beside a file by the systems and programs that open it. */
export const leftBehind = /^(?:\._|~\$|\.~)/;
/** Rows that an import gave back: who mends them knows. */
const ownWorkbook = /^refused-.+\.xlsx$/;
export const workbook = /^\.(?:xlsx|xlsm|xls|et|ods|numbers)$/i;
export const otherTable = /^\.(?:tsv|txt|tab)$/i;

/** What lies in a folder, by name; nothing where it is not there. */
export function entriesOf({ folder, problem }: Looking, under: string): Dirent[] {
  const path = join(folder, under);
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOTDIR"
        ? "is a file: it must be a folder of CSV files"
        : `cannot be looked into (${code ?? message}): give yourself the right to read it`;
    problem(under === "." ? folder : under, why);
    return [];
  }
}

/** Why a path that has the right name cannot be read as a file: a pipe or a device would never end. */
export function noFile(path: string): string | undefined {
  try {
    const found = statSync(path);
    if (found.isFile()) return undefined;
    if (found.isDirectory()) return "is a folder: it must be a CSV file";
    return "is no file but a pipe, a device or a socket: put a CSV file in its place";
  } catch (error) {
    return `cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`;
  }
}

/**
 * The files of a folder that may be CSV, by their names without the ending; what is none is told.
 * @param quiet whether other tables may lie there without a word
 */
export function csvNames(looking: Looking, under: string, quiet = false): string[] {
  const names: string[] = [];
  for (const entry of entriesOf(looking, under)) {
    const { name } = entry;
    const [file, ending] = [under === "." ? name : `${under}/${name}`, extname(name)];
    const table = ending.toLowerCase() === ".csv" || workbook.test(ending);
    if (quiet && ownWorkbook.test(name)) continue;
    if (leftBehind.test(name)) {
      if (table) looking.note(file, "was left out: a program put it beside the file that it belongs to");
    } else if (ending === ".csv") names.push(basename(name, ending));
    else if (ending.toLowerCase() === ".csv")
      looking.problem(file, `is not read: rename it to ${basename(name, ending)}.csv, with small letters`);
    else if (workbook.test(ending) && !entry.isDirectory()) {
      const what = `is a workbook: \`npx industry-graph import ${file}\` makes CSV files of it`;
      if (quiet) looking.note(file, what);
      else looking.problem(file, `${what}; take it out of here`);
    } else if (!quiet && otherTable.test(ending))
      looking.problem(file, "is not read: save it as CSV with commas, its name ending in .csv");
  }
  return names;
}
