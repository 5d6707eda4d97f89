// A dataset of several folders: each lies upon those before it. Facts add up; what two layers say differently of one
// thing is kept as a conflict of the ledger, the first layer's value being the one that stands.

import { existsSync, rmSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { IndustryGraphError } from "../errors.ts";
import type { Checked } from "./check.ts";
import { type Composing, composeFile } from "./compose.ts";
import { allFiles, findFiles } from "./folder.ts";
import { eachLayerRow, type LayerFile, openLayerFile } from "./layer-files.ts";
import { newDifferences } from "./layer-rows.ts";
import { recoverLayer } from "./layer-swap.ts";
import { makeFolder } from "./make-folder.ts";
import { hasClaims, type Linked, mergesOf, readClaims } from "./merges.ts";
import { newProblems, type Problem, type Problems } from "./problems.ts";

/** Where a row of the composed folder was written: its layer's file and line. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

export interface Layered {
  /** The folder to load: the only layer itself, else the composed one. */
  readonly folder: string;
  /** Folders as given, the lowest first. */
  readonly layers: readonly string[];
  /** What is wrong with the folders themselves, such as a file that is not read: the composed one no longer tells. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  /** Ids of entities that are others here, with the id of those. */
  readonly merges: ReadonlyMap<string, string>;
  /** Where a line of a file of the composed folder comes from. */
  readonly origin: (file: string, line: number) => Origin;
}

/**
 * The folders that a setting names, separated by commas.
 * @throws IndustryGraphError BAD_SETTING for one that is named twice, or two of one name
 */
export function layersOf(setting: string): string[] {
  const layers = setting
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const seen = new Set<string>();
  for (const layer of layers) {
    const name = basename(resolve(layer));
    if (seen.has(name))
      throw new IndustryGraphError(
        "BAD_SETTING",
        `${setting}: two layers are named ${name}; each needs a name of its own.`,
        {},
        { zh: `${setting}：有两个数据层都叫“${name}”，请给每层一个不同的文件夹名。` },
      );
    seen.add(name);
  }
  if (layers.length === 0)
    throw new IndustryGraphError(
      "BAD_SETTING",
      "SEED_DIR names no folder.",
      {},
      { zh: "SEED_DIR 没有指明文件夹。" },
    );
  return layers;
}

/** Whether layers are put together into a folder of their own before they are read. */
export const composes = (layers: readonly string[]): boolean => layers.length > 1 || layers.some(hasClaims);

/** What is found of the layers' own files. */
interface Found {
  readonly problems: Problems;
  readonly notes: Problems;
}

/** The files of each layer, by name: those that can be read. */
async function filesOf(
  layers: readonly string[],
  { problems, notes }: Found,
): Promise<Map<string, LayerFile[]>> {
  const files = new Map<string, LayerFile[]>();
  for (const [layer, folder] of layers.entries()) {
    const [own, left] = [newProblems(), newProblems()];
    const found = allFiles(findFiles(folder, own, left));
    for (const [of, into] of [
      [own, problems],
      [left, notes],
    ] as const)
      for (const one of of.list)
        into.add({ ...one, file: one.file === folder ? folder : join(folder, one.file) });
    for (const csv of found) {
      const file = await openLayerFile(csv, folder, layer, problems, notes);
      if (file !== undefined) files.set(csv.file, [...(files.get(csv.file) ?? []), file]);
    }
  }
  return files;
}

/** Which entities of the layers go under others' ids. */
async function mergesIn(
  layers: readonly string[],
  files: ReadonlyMap<string, readonly LayerFile[]>,
  problems: Problems,
): Promise<ReadonlyMap<string, string>> {
  const claims = readClaims(layers, problems);
  if (claims.links.length === 0) return new Map();
  const wanted = new Set(claims.links.flatMap(({ id, other }) => [id, other]));
  const linked = new Map<string, Linked>();
  let place = 0;
  for (const kind of claims.kinds)
    for (const file of files.get(`entities/${kind}.csv`) ?? [])
      await eachLayerRow({ ...file, problems: { add: () => undefined } }, ({ row }) => {
        place += 1;
        const id = row.id ?? "";
        if (!wanted.has(id)) return undefined;
        const before = linked.get(id);
        const creditCode = before?.creditCode || codeOf(row.creditCode);
        linked.set(id, { place: before?.place ?? place, creditCode });
        return undefined;
      });
  return mergesOf(claims, linked, problems);
}

const codeOf = (cell: string | undefined): string =>
  (cell ?? "").normalize("NFKC").replace(/\s/g, "").toUpperCase();

/**
 * Opens a list of layers as one folder. A single layer is that folder itself; several are composed into `work`.
 * @param setting folders separated by commas, the lowest first
 * @throws IndustryGraphError BAD_SETTING where a layer is no folder, or `work` cannot be written
 */
export async function openLayers(setting: string, work: string): Promise<Layered> {
  const layers = layersOf(setting);
  for (const layer of layers) recoverLayer(layer);
  const [only] = layers;
  if (!composes(layers) && only !== undefined)
    return {
      folder: only,
      layers,
      problems: [],
      notes: [],
      merges: new Map(),
      origin: (file, line) => ({ file, line }),
    };
  for (const layer of layers)
    if (!existsSync(layer) || !statSync(layer).isDirectory())
      throw new IndustryGraphError(
        "BAD_SETTING",
        `SEED_DIR: ${layer} is no folder.`,
        {},
        { zh: `SEED_DIR：${layer} 不是文件夹。` },
      );
  const [problems, notes] = [newProblems(), newProblems()];
  const files = await filesOf(layers, { problems, notes });
  const merges = await mergesIn(layers, files, problems);
  const composing: Composing = {
    target: work,
    layers,
    origins: new Map(),
    differences: newDifferences(),
    merges,
  };
  try {
    rmSync(work, { recursive: true, force: true });
    for (const folder of ["entities", "relations", "reading"]) makeFolder(join(work, folder));
    for (const [file, parts] of files) await composeFile(composing, file, parts);
    await composing.differences.append(work);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new IndustryGraphError(
      "BAD_SETTING",
      `The layers cannot be composed in ${work}: ${message}.`,
      {},
      { cause: error, zh: `无法在 ${work} 中合并各数据层：${message}。` },
    );
  }
  return {
    folder: work,
    layers,
    problems: problems.list,
    notes: notes.list,
    merges,
    origin: (file, line) => {
      const placed = composing.origins.get(file)?.[line];
      return placed === undefined
        ? { file, line }
        : { file: join(layers[placed.layer] ?? "", file), line: placed.line };
    },
  };
}

/** A list of layers as the record of a dataset names it. */
export const foldersOf = (layers: readonly string[]): string =>
  layers.map((layer) => resolve(layer)).join(",");

/** What was found about a composed folder, at its places in the layers, behind what was found of the layers. */
function placed({ layers, origin, folder }: Layered, of: readonly Problem[], found: Problems): Problems {
  if (folder === layers[0]) return found;
  return {
    ...found,
    count: of.length + found.count,
    list: [...of, ...found.list.map((problem) => ({ ...problem, ...origin(problem.file, problem.line) }))],
  };
}

/** What was checked of a composed folder, its problems and notes at their places in the layers, and what they merge. */
export function inLayers(layered: Layered, checked: Checked): Checked {
  return {
    ...checked,
    problems: placed(layered, layered.problems, checked.problems),
    notes: placed(layered, layered.notes, checked.notes),
    moved: layered.merges,
  };
}
