// What `start` does about data: loads the seed folder where that is due, and leaves other people's data alone.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { GraphStore } from "../store/port.ts";
import { type Dataset, datasetHash, isReadOtherwise, readDataset } from "./dataset.ts";
import { allFiles, findFiles } from "./folder.ts";
import { recoverLayer } from "./layer-swap.ts";
import { foldersOf, layersOf, openLayers } from "./layers.ts";
import { type LoadOptions, type LoadPlan, type LoadReport, loadFolder } from "./load.ts";
import { newProblems, type Problems } from "./problems.ts";

export interface SeedOutcome {
  /** What was done, in a sentence. */
  readonly message: string;
  readonly dataset: Dataset;
  /** Whether a change was found and not wanted: the data are as they were. */
  readonly declined?: true;
  /** What the load found worth a look. */
  readonly notes?: Problems;
}

export interface SeedOptions extends LoadOptions {
  /** Told what the store holds before anything is done about it. */
  readonly onHeld?: (held: Dataset | undefined) => void;
}

/** The hash a folder's dataset would have, from the bytes of its files and the ids that were given up in it. */
export function folderHash(folder: string, moved?: ReadonlyMap<string, string>): string {
  const files = allFiles(findFiles(folder, newProblems()));
  return datasetHash(
    new Map(
      files.map(({ file, path }) => [file, createHash("sha256").update(readFileSync(path)).digest("hex")]),
    ),
    moved,
  );
}

/** Whether two lists of layers have one in common: then one is the other with a layer more or less. */
function overlap(one: string, other: string): boolean {
  const layers = new Set(one.split(","));
  return other.split(",").some((layer) => layers.has(layer));
}

/** What to do about a store whose names were read by another version; empty where there is nothing to do. */
function oldNames(held: Dataset): string {
  if (!isReadOtherwise(held)) return "";
  return `\nIts names were read by another version of Industry Graph, and some are found less well until they are read anew: npx industry-graph load ${held.folder.split(",").join(" ")}`;
}

/**
 * Loads the layers into an empty store, or again where they have changed or their load was not finished. A store that
 * holds other data is left as it is; a layer more or fewer is a change of the same data.
 * @param setting folders separated by commas
 * @param work where several layers are composed
 * @throws IndustryGraphError BAD_SEED where a folder has problems
 */
export async function ensureSeed(
  store: GraphStore,
  setting: string,
  work: string,
  options: SeedOptions = {},
): Promise<SeedOutcome> {
  const held = await readDataset(store);
  options.onHeld?.(held);
  const layers = layersOf(setting);
  for (const layer of layers) recoverLayer(layer);
  const sameData = held !== undefined && overlap(held.folder, foldersOf(layers));
  if (
    held !== undefined &&
    held.state === "READY" &&
    (!sameData || !layers.every((layer) => existsSync(layer)))
  ) {
    return {
      message: `The store holds the data of ${held.folder}; ${setting} was not loaded. To change that: npx industry-graph load ${layers.join(" ")}${oldNames(held)}`,
      dataset: held,
    };
  }
  const unfinished =
    held !== undefined &&
    held.state === "LOADING" &&
    !sameData &&
    held.folder.split(",").every((layer) => existsSync(layer));
  const layered = await openLayers(unfinished ? held.folder : setting, work);
  const hash = folderHash(layered.folder, layered.merges);
  // A layer's row that cannot be read is not in what is composed of it, which may be what is held all the same.
  const isSound = layered.problems.length === 0;
  if (held !== undefined && held.state === "READY" && held.hash === hash && isSound) {
    return { message: `The data of ${setting} is up to date.`, dataset: held };
  }
  const again =
    held === undefined
      ? ""
      : held.state === "LOADING"
        ? " to finish a load that was cut off"
        : isReadOtherwise(held)
          ? " since this version reads names otherwise"
          : " since it has changed";
  const { confirm, ...rest } = options;
  let declined: string | undefined;
  const asking =
    confirm === undefined
      ? {}
      : {
          confirm: async (plan: LoadPlan) => {
            try {
              await confirm(plan);
            } catch (error) {
              declined = (error as Error).message;
              throw error;
            }
          },
        };
  let report: LoadReport;
  try {
    report = await loadFolder(store, layered.folder, { ...rest, ...asking, layered });
  } catch (error) {
    if (declined === undefined || held === undefined) throw error;
    return {
      message: `${declined} The data of ${held.folder} is served as it was.`,
      dataset: held,
      declined: true,
    };
  }
  return {
    message: `Loaded ${report.dataset.folder}${again}: ${report.dataset.nodes} entities, ${report.dataset.relations} relations in ${(report.milliseconds / 1000).toFixed(1)} s.`,
    dataset: report.dataset,
    notes: report.notes,
  };
}
