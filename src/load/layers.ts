// A dataset of several folders: each lies upon those before it. Facts add up; what two layers say differently of one
// thing is kept as a conflict of the ledger, the first layer's value being the one that stands.

import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import Papa from "papaparse";
import { IndustryGraphError } from "../errors.ts";
import type { Checked } from "./check.ts";
import { allFiles, findFiles } from "./folder.ts";
import { type Differences, mergedRow, newDifferences } from "./layer-rows.ts";
import { newProblems, type Problem, type Problems } from "./problems.ts";

type Row = Record<string, string>;

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
      );
    seen.add(name);
  }
  if (layers.length === 0) throw new IndustryGraphError("BAD_SETTING", "SEED_DIR names no folder.");
  return layers;
}

/** A row of a layer with the line it begins at. */
interface Placed {
  readonly row: Row;
  readonly layer: number;
  readonly line: number;
}

const lineBreaks = (row: Row): number =>
  Object.values(row).reduce((sum, cell) => sum + (cell?.includes("\n") ? cell.split("\n").length - 1 : 0), 0);

/** Hands over the rows of a file one by one. */
async function eachRow(
  path: string,
  visit: (row: Row, line: number) => Promise<void> | undefined,
): Promise<void> {
  const stream = createReadStream(path, "utf8");
  const parser = stream.pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, {
      header: true,
      skipEmptyLines: "greedy",
      transformHeader: (name) => name.replace(/^\uFEFF/, "").trim(),
    }),
  );
  let line = 2;
  for await (const row of parser as AsyncIterable<Row>) {
    await visit(row, line);
    line += 1 + lineBreaks(row);
  }
}

/** What makes two rows of a file one: the id, or the ends and key of a relation. */
const keyOf = (file: string, row: Row): string =>
  file.startsWith("entities/") || file === "observations.csv"
    ? (row.id ?? "")
    : JSON.stringify([row.from, row.to, row.key ?? "", row.stem ?? "", row.line ?? ""]);

/** Columns of a file over all layers. */
async function columnsOf(paths: readonly (string | undefined)[]): Promise<string[]> {
  const all = new Set<string>();
  for (const path of paths) {
    if (path === undefined) continue;
    const [header] = await new Promise<string[][]>((done, failed) =>
      Papa.parse(createReadStream(path, "utf8"), {
        preview: 1,
        complete: ({ data }) => done(data as string[][]),
        error: failed,
      }),
    );
    for (const name of header ?? []) all.add(name.replace(/^\uFEFF/, "").trim());
  }
  return [...all];
}

const documents = "entities/Document.csv";

/** Columns that composing itself fills. */
const ownColumns: Readonly<Record<string, readonly string[]>> = {
  [documents]: ["layer"],
  "entities/Conflict.csv": ["id", "name", "conflictType", "reason", "resolution", "sources"],
  "relations/CONCERNS.csv": ["from", "to", "sources"],
};

interface Composing {
  readonly target: string;
  readonly layers: readonly string[];
  readonly origins: Map<string, Placed[]>;
  readonly differences: Differences;
}

/** Composes one file: the lowest layer's rows as they stream by, each with what higher layers add to it. */
async function composeFile(
  { target, layers, origins, differences }: Composing,
  file: string,
  paths: readonly (string | undefined)[],
): Promise<void> {
  const upper = new Map<string, Placed[]>();
  for (const [layer, path] of paths.entries()) {
    if (layer === 0 || path === undefined) continue;
    await eachRow(path, (row, line) => {
      const key = keyOf(file, row);
      upper.set(key, [...(upper.get(key) ?? []), { row, layer, line }]);
      return undefined;
    });
  }
  const own = [...(ownColumns[file] ?? []), ...(file.startsWith("entities/") ? ["aliases"] : [])];
  const columns = [...new Set([...(await columnsOf(paths)), ...own])];
  const out = createWriteStream(join(target, file));
  const placed: Placed[] = [];
  let line = 2;
  const write = async (rows: readonly Placed[]): Promise<void> => {
    const [first] = rows;
    if (first === undefined) return;
    const named = rows.map((one) =>
      file === documents
        ? { ...one, row: { ...one.row, layer: basename(resolve(layers[one.layer] ?? "")) } }
        : one,
    );
    const row = mergedRow(file, named, layers, differences);
    placed[line] = first;
    line += 1 + lineBreaks(row);
    const text = Papa.unparse([columns.map((column) => row[column] ?? "")], { newline: "\n" });
    if (!out.write(`${text}\n`)) await once(out, "drain");
  };
  out.write(`${Papa.unparse([columns], { newline: "\n" })}\n`);
  const [lowest] = paths;
  if (lowest !== undefined) {
    await eachRow(lowest, (row, at) => {
      const key = keyOf(file, row);
      const more = upper.get(key) ?? [];
      upper.delete(key);
      return write([{ row, layer: 0, line: at }, ...more]);
    });
  }
  for (const rows of upper.values()) await write(rows);
  out.end();
  await once(out, "finish");
  origins.set(file, placed);
}

/**
 * Opens a list of layers as one folder. A single layer is that folder itself; several are composed into `work`.
 * @param setting folders separated by commas, the lowest first
 * @throws IndustryGraphError BAD_SETTING where a layer is no folder, or `work` cannot be written
 */
export async function openLayers(setting: string, work: string): Promise<Layered> {
  const layers = layersOf(setting);
  const [only] = layers;
  if (layers.length === 1 && only !== undefined)
    return { folder: only, layers, problems: [], notes: [], origin: (file, line) => ({ file, line }) };
  for (const layer of layers)
    if (!existsSync(layer) || !statSync(layer).isDirectory())
      throw new IndustryGraphError("BAD_SETTING", `SEED_DIR: ${layer} is no folder.`);
  const [problems, notes] = [newProblems(), newProblems()];
  const found = layers.map((layer) => {
    const [own, left] = [newProblems(), newProblems()];
    const files = allFiles(findFiles(layer, own, left));
    for (const [of, into] of [
      [own, problems],
      [left, notes],
    ] as const)
      for (const one of of.list)
        into.add({ ...one, file: one.file === layer ? layer : join(layer, one.file) });
    return new Map(files.map(({ file, path }) => [file, path]));
  });
  const files = new Set(found.flatMap((one) => [...one.keys()]));
  const composing: Composing = { target: work, layers, origins: new Map(), differences: newDifferences() };
  try {
    rmSync(work, { recursive: true, force: true });
    for (const folder of ["entities", "relations", "reading"])
      mkdirSync(join(work, folder), { recursive: true });
    for (const file of files)
      await composeFile(
        composing,
        file,
        found.map((one) => one.get(file)),
      );
    await composing.differences.append(work);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new IndustryGraphError(
      "BAD_SETTING",
      `The layers cannot be composed in ${work}: ${message}.`,
      {},
      { cause: error },
    );
  }
  return {
    folder: work,
    layers,
    problems: problems.list,
    notes: notes.list,
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
function placed({ layers, origin }: Layered, of: readonly Problem[], found: Problems): Problems {
  if (layers.length === 1) return found;
  return {
    ...found,
    count: of.length + found.count,
    list: [...of, ...found.list.map((problem) => ({ ...problem, ...origin(problem.file, problem.line) }))],
  };
}

/** What was checked of a composed folder, its problems and notes at their places in the layers. */
export function inLayers(layered: Layered, checked: Checked): Checked {
  return {
    ...checked,
    problems: placed(layered, layered.problems, checked.problems),
    notes: placed(layered, layered.notes, checked.notes),
  };
}
