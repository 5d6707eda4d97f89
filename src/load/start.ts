// What `start` does about data: loads the seed folder where that is due, and leaves other people's data alone.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { isIndustryGraphError } from "../errors.ts";
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
  /** The same in Chinese. */
  readonly zh: string;
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
function oldNames(held: Dataset): { readonly en: string; readonly zh: string } {
  if (!isReadOtherwise(held)) return { en: "", zh: "" };
  const command = `npx industry-graph load ${held.folder.split(",").join(" ")}`;
  return {
    en: `\nIts names were read by another version of Industry Graph, and some are found less well until they are read anew: ${command}`,
    zh: `\n其中的名称由另一版本的 Industry Graph 读取，重新读取之前有些较难找到：${command}`,
  };
}

/** Why a folder was loaded again, in both languages. */
function whyAgain(held: Dataset | undefined): { readonly en: string; readonly zh: string } {
  if (held === undefined) return { en: "", zh: "" };
  if (held.state === "LOADING") return { en: " to finish a load that was cut off", zh: "（补完中断的载入）" };
  return isReadOtherwise(held)
    ? { en: " since this version reads names otherwise", zh: "（本版本读取名称的方式不同）" }
    : { en: " since it has changed", zh: "（数据有变化）" };
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
    const [old, command] = [oldNames(held), `npx industry-graph load ${layers.join(" ")}`];
    return {
      message: `The store holds the data of ${held.folder}; ${setting} was not loaded. To change that: ${command}${old.en}`,
      zh: `库中是 ${held.folder} 的数据，未载入 ${setting}。要更换：${command}${old.zh}`,
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
    return {
      message: `The data of ${setting} is up to date.`,
      zh: `${setting} 的数据已是最新。`,
      dataset: held,
    };
  }
  const again = whyAgain(held);
  const { confirm, ...rest } = options;
  let declined: { readonly en: string; readonly zh: string } | undefined;
  const asking =
    confirm === undefined
      ? {}
      : {
          confirm: async (plan: LoadPlan) => {
            try {
              await confirm(plan);
            } catch (error) {
              const { message } = error as Error;
              declined = { en: message, zh: (isIndustryGraphError(error) ? error.zh : undefined) ?? message };
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
      message: `${declined.en} The data of ${held.folder} is served as it was.`,
      zh: `${declined.zh}仍提供 ${held.folder} 原有的数据。`,
      dataset: held,
      declined: true,
    };
  }
  const { folder, nodes, relations } = report.dataset;
  const seconds = (report.milliseconds / 1000).toFixed(1);
  return {
    message: `Loaded ${folder}${again.en}: ${nodes} entities, ${relations} relations in ${seconds} s.`,
    zh: `已载入 ${folder}${again.zh}：${nodes} 个实体，${relations} 条关系，用时 ${seconds} 秒。`,
    dataset: report.dataset,
    notes: report.notes,
  };
}
