// What `start` does about data: loads the seed folder where that is due, and leaves other people's data alone.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { GraphStore } from "../store/port.ts";
import { type Dataset, datasetHash, readDataset } from "./dataset.ts";
import { allFiles, findFiles } from "./folder.ts";
import { type LoadOptions, loadFolder } from "./load.ts";
import { newProblems } from "./problems.ts";

export interface SeedOutcome {
  /** What was done, in a sentence. */
  readonly message: string;
  readonly dataset: Dataset;
}

export interface SeedOptions extends LoadOptions {
  /** Told what the store holds before anything is done about it. */
  readonly onHeld?: (held: Dataset | undefined) => void;
}

/** The hash a folder's dataset would have, from the bytes of its files. */
export function folderHash(folder: string): string {
  const files = allFiles(findFiles(folder, newProblems()));
  return datasetHash(
    new Map(
      files.map(({ file, path }) => [file, createHash("sha256").update(readFileSync(path)).digest("hex")]),
    ),
  );
}

/**
 * Loads the folder into an empty store, or again where that folder has changed or its load was not finished.
 * A store that holds another folder's dataset is left as it is.
 * @throws IndustryGraphError BAD_SEED where the folder has problems
 */
export async function ensureSeed(
  store: GraphStore,
  folder: string,
  options: SeedOptions = {},
): Promise<SeedOutcome> {
  const held = await readDataset(store);
  options.onHeld?.(held);
  const sameFolder = held !== undefined && held.folder === resolve(folder);
  if (held !== undefined && held.state === "READY" && (!sameFolder || !existsSync(folder))) {
    return {
      message: `The store holds the data of ${held.folder}; ${folder} was not loaded. To change that: industry-graph load ${folder}`,
      dataset: held,
    };
  }
  if (held !== undefined && held.state === "READY" && held.hash === folderHash(folder)) {
    return { message: `The data of ${folder} is up to date.`, dataset: held };
  }
  const again =
    held === undefined
      ? ""
      : held.state === "LOADING"
        ? " to finish a load that was cut off"
        : " since it has changed";
  const unfinished = held !== undefined && held.state === "LOADING" && !sameFolder && existsSync(held.folder);
  const report = await loadFolder(store, unfinished ? held.folder : folder, options);
  return {
    message: `Loaded ${report.dataset.folder}${again}: ${report.dataset.nodes} entities, ${report.dataset.relations} relations in ${(report.milliseconds / 1000).toFixed(1)} s.`,
    dataset: report.dataset,
  };
}
