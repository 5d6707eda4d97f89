// Where watches are kept: a folder each, with what it is and its record. A watch appears whole or not at all, and one
// process at a time works on it.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Settings } from "../config.ts";
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { lockFolder, makeFolder } from "../store/lock.ts";
import { appendEvent } from "./journal.ts";
import type { WatchEvent } from "./records.ts";
import { isWatchName, type Watch, watchRecord } from "./watch.ts";

/** Where the watches of the settings are. */
export function watchesPath({ WATCH_DIR, DATA_DIR }: Pick<Settings, "WATCH_DIR" | "DATA_DIR">): string {
  return WATCH_DIR === "" ? join(DATA_DIR, "watches") : WATCH_DIR;
}

/** The file of a watch's record. */
export const journalPath = (folder: string, name: string): string => join(folder, name, "record.jsonl");

/** Names of the watches there, in order. */
export function watchNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isWatchName).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new IndustryGraphError(
      "BAD_SETTING",
      `The folder of watches ${folder} cannot be read: ${(error as Error).message}. Make it readable, or name another in WATCH_DIR.`,
      {},
      { cause: error },
    );
  }
}

/** A watch by its name; undefined where there is none. @throws IndustryGraphError BAD_SETTING where its file is broken */
export function readWatch(folder: string, name: string): Watch | undefined {
  if (!isWatchName(name)) return undefined;
  const path = join(folder, name, "watch.json");
  try {
    return watchRecord.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new IndustryGraphError(
      "BAD_SETTING",
      `${path} is not what \`watch add\` writes: restore it, or remove the watch and add it again.`,
      {},
      { cause: error },
    );
  }
}

/** Puts what a folder lists on the disk. Windows has no such thing, and needs none. */
function settle(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  fsyncSync(opened);
  closeSync(opened);
}

/**
 * Keeps a new watch with the first record of it.
 * @throws IndustryGraphError BAD_ARGUMENT where there is one of that name
 */
export function keepWatch(folder: string, watch: Watch, begun: WatchEvent): void {
  makeFolder(folder);
  const making = join(folder, `.new-${process.pid}-${Date.now()}`);
  try {
    mkdirSync(making, { mode: 0o700 });
    // It holds a secret.
    writeFileSync(join(making, "watch.json"), `${JSON.stringify(watch, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    appendEvent(join(making, "record.jsonl"), 0, begun);
    settle(making);
    if (watchNames(folder).includes(watch.name)) throw taken(watch.name);
    renameSync(making, join(folder, watch.name));
    settle(folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw code === "ENOTEMPTY" || code === "EEXIST" ? taken(watch.name) : error;
  }
}

function taken(name: string): IndustryGraphError {
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `There is a watch ${name} already: remove it first, or choose another name.`,
  );
}

/** Takes a watch away with its record. It must be locked. */
export function dropWatch(folder: string, name: string): void {
  const going = join(folder, `.gone-${process.pid}-${Date.now()}`);
  renameSync(join(folder, name), going);
  rmSync(going, { recursive: true, force: true });
}

/** Milliseconds between two looks at a lock that another process holds. */
const pause = 50;

/**
 * Does something while no other process works on the watch.
 * @param patience milliseconds to wait for another; undefined is given where that is not enough
 */
export async function whileLocked<T>(
  folder: string,
  name: string,
  patience: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const until = performance.now() + patience;
  for (;;) {
    let release: () => void;
    try {
      release = lockFolder(join(folder, ".locks", name));
    } catch (error) {
      if (!isIndustryGraphError(error, "STORE_LOCKED")) throw error;
      if (performance.now() >= until) return undefined;
      await new Promise((resolve) => setTimeout(resolve, pause));
      continue;
    }
    try {
      return await work();
    } finally {
      release();
    }
  }
}
