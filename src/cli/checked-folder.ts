// Checks the folder of a command, with progress and Ctrl-C; what is wrong with it is an error.
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { type Checked, checkFolder } from "../load/check.ts";
import { formatProblems } from "../load/problems.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";

/** A folder that was checked: its path as given, and what was found. */
export interface CheckedFolder {
  readonly folder: string;
  readonly checked: Checked;
}

/** Checks the folder given, SEED_DIR where none is. Problems are among the result. */
export async function checkGiven(given: string | undefined): Promise<CheckedFolder> {
  const folder = given ?? readSettings(process.env).SEED_DIR;
  const { signal, done } = interruptible();
  const progress = showProgress();
  try {
    return { folder, checked: await checkFolder(folder, progress.onProgress, signal) };
  } finally {
    progress.done();
    done();
  }
}

/** @throws IndustryGraphError BAD_SEED with every problem, where there are any */
export function refuseProblems({ folder, checked: { problems } }: CheckedFolder): void {
  if (problems.count === 0) return;
  const count = `${problems.count} problem${problems.count === 1 ? "" : "s"}`;
  throw new IndustryGraphError("BAD_SEED", `${formatProblems(problems)}\n${count} in ${folder}.`);
}
