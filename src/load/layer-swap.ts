// A layer is written beside itself and put in its place by renaming, by one process at a time. What a killed one left
// behind is put right by whoever reads or writes the layer next.
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { IndustryGraphError } from "../errors.ts";
import { lockHolder, pause, takeLock } from "../store/lock.ts";
import { makeFolder } from "./make-folder.ts";

/** What stands beside a layer while it is written: the next one, the one before, and the lock. */
export const besides = (folder: string, what: "next" | "before" | "lock"): string => {
  const path = resolve(folder);
  return join(dirname(path), `.${basename(path)}.${what}`);
};

/** Why a layer cannot be written. */
export function unwritable(folder: string, error: unknown): IndustryGraphError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new IndustryGraphError(
    "BAD_SETTING",
    `${folder} cannot be written (${code ?? message}): nothing was changed.`,
    {},
    { cause: error, zh: `${folder} 无法写入（${code ?? message}）：未改动任何内容。` },
  );
}

const beingWritten = (folder: string, who: string): IndustryGraphError =>
  new IndustryGraphError(
    "STORE_LOCKED",
    `${folder} is being written by another import (${who}): wait until that one has ended, then do it again. Nothing was changed.`,
    {},
    { zh: `${folder} 正由另一次导入写入（${who}）：请等它结束后再试。未改动任何内容。` },
  );

/**
 * Takes a layer for writing, the folder above it being made where needed.
 * @returns a function that gives it back
 * @throws IndustryGraphError STORE_LOCKED naming the process that writes it, BAD_SETTING where nothing can be written
 */
export function lockLayer(folder: string): () => void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${folder} is a file: name a folder, which is made where needed.`,
      {},
      { zh: `${folder} 是文件：请给一个文件夹，没有时会新建。` },
    );
  try {
    makeFolder(dirname(resolve(folder)));
  } catch (error) {
    throw unwritable(folder, error);
  }
  return takeLock(besides(folder, "lock"), {
    unusable: (error) => unwritable(folder, error),
    held: (who) => beingWritten(folder, who),
  });
}

/** @throws IndustryGraphError STORE_LOCKED while another process writes the layer */
export function refuseWhileWritten(folder: string): void {
  const holder = lockHolder(besides(folder, "lock"));
  if (holder !== undefined && holder !== process.pid) throw beingWritten(folder, `process ${holder}`);
}

/** Times that a folder is looked for which another process is about to put in its place, 20 ms apart. */
const looks = 100;

function putRight(folder: string): void {
  const before = besides(folder, "before");
  if (!existsSync(folder) && existsSync(before)) renameSync(before, folder);
  else rmSync(before, { recursive: true, force: true });
  rmSync(besides(folder, "next"), { recursive: true, force: true });
}

/**
 * Puts a layer right that a killed process was writing: as it was, or as it was to be. One that is being written by a
 * running process is left to it.
 * @throws IndustryGraphError BAD_SETTING where the layer is not there, and cannot be put back
 */
export function recoverLayer(folder: string): void {
  const left = (["next", "before", "lock"] as const).map((what) => besides(folder, what));
  if (!left.some((path) => existsSync(path))) return;
  const holder = lockHolder(besides(folder, "lock"));
  if (holder !== undefined && holder !== process.pid) {
    for (let look = 0; look < looks && !existsSync(folder) && existsSync(besides(folder, "before")); look++)
      pause(20);
    return;
  }
  try {
    const unlock = holder === undefined ? lockLayer(folder) : () => undefined;
    try {
      putRight(folder);
    } finally {
      unlock();
    }
  } catch (error) {
    // What lies beside a sound layer does no harm: a folder that only may be read is read.
    if (existsSync(folder)) return;
    throw new IndustryGraphError(
      "BAD_SETTING",
      `${folder} was left half put in its place by an import that was cut off, and cannot be put back (${(error as Error).message}). Rename ${besides(folder, "before")} to ${resolve(folder)}.`,
      {},
      { cause: error },
    );
  }
}
