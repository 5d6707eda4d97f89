// Checks the folder of a command, with progress and Ctrl-C; what is wrong with it is an error.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { type Checked, checkFolder } from "../load/check.ts";
import { recoverLayer } from "../load/layer-swap.ts";
import { composes, inLayers, layersOf, openLayers } from "../load/layers.ts";
import { formatProblems, type Problems } from "../load/problems.ts";
import { inWords, type Language } from "./in-words.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";

/** A folder that was checked: its path as given, and what was found. */
export interface CheckedFolder {
  readonly folder: string;
  readonly checked: Checked;
}

/** @throws IndustryGraphError BAD_SETTING where the system's place for temporary files cannot be used */
export function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "industry-graph-layers-"));
  } catch (error) {
    throw new IndustryGraphError(
      "BAD_SETTING",
      `Several folders are put together in ${tmpdir()}, where nothing can be written (${(error as Error).message}). Set TMPDIR to a folder that is writable, or check the folders one by one.`,
    );
  }
}

/**
 * Checks the folder given, SEED_DIR where none is. Problems are among the result.
 * @param also what is to be done while the folder, perhaps put together of several, is there
 */
export async function checkGiven<T>(
  given: string | undefined,
  also: (checked: Checked, layers: readonly string[]) => Promise<T>,
): Promise<CheckedFolder & { readonly also: T }> {
  const setting = given ?? readSettings(process.env).SEED_DIR;
  for (const layer of layersOf(setting)) recoverLayer(layer);
  const { signal, done } = interruptible();
  const progress = showProgress();
  // A single folder is checked where it is, also where nothing can be written.
  const several = composes(layersOf(setting));
  const work = several ? temporaryFolder() : "";
  try {
    const layered = await openLayers(setting, work);
    const found = await checkFolder(layered.folder, progress.onProgress, signal);
    const checked = inLayers(layered, found);
    return { folder: setting, checked, also: await also(checked, layered.layers) };
  } finally {
    if (several) rmSync(work, { recursive: true, force: true });
    progress.done();
    done();
  }
}

/** Prints what is worth a look and stops nothing, on stderr. */
export function printNotes(notes: Problems, language: Language = "en"): void {
  if (notes.count === 0) return;
  const lines = formatProblems(notes, language).split("\n");
  const note = inWords(language, "提示：", "note: ");
  process.stderr.write(`${lines.map((line) => `${note}${line}`).join("\n")}\n`);
}

/** @throws IndustryGraphError BAD_SEED with every problem, where there are any */
export function refuseProblems({ folder, checked: { problems } }: CheckedFolder): void {
  if (problems.count === 0) return;
  const count = `${problems.count} problem${problems.count === 1 ? "" : "s"}`;
  throw new IndustryGraphError(
    "BAD_SEED",
    `${formatProblems(problems)}\n${count} in ${folder}.`,
    {},
    { zh: `${formatProblems(problems, "zh")}\n${folder} 中有 ${problems.count} 个问题。` },
  );
}
