// One process at a time opens an embedded data folder: a file says which, so that a second one can be told.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";

const holder = z.object({
  pid: z.number().int(),
  since: z.string(),
  started: z.string().optional(),
  /** Where it answers, if it is a server. */
  url: z.string().optional(),
});
type Holder = z.infer<typeof holder>;

function readHolder(file: string): Holder | undefined {
  try {
    return holder.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** When a process began, in ticks since boot: Linux tells, elsewhere it is not known. */
function beginning(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything; the 20th field after it is the start.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

/** Whether the holder still runs. Its id may belong to another process by now: in a container it is always the same. */
function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = beginning(pid);
  return started === undefined || now === undefined || started === now;
}

/** Waits without giving way: opening a store is synchronous. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** What to do about a data folder that cannot be used. */
function unusable(folder: string, error: unknown): IndustryGraphError {
  const { code, message } = error as NodeJS.ErrnoException;
  const why: Readonly<Record<string, string>> = {
    EACCES: "this user may not write there",
    EPERM: "this user may not write there",
    EROFS: "it is on a file system that is read-only",
    ENOTDIR: "a part of that path is a file, not a folder",
    EEXIST: "there is a file of that name, not a folder",
    ENOSPC: "the disk is full",
    ENOENT: "no folder can be made there",
  };
  return new IndustryGraphError(
    "STORE_UNAVAILABLE",
    `The data folder ${folder} cannot be used: ${why[code ?? ""] ?? message}. Make it writable, or set DATA_DIR to another folder.`,
    {},
    { cause: error },
  );
}

/** Makes a folder with those above it, one after another: `recursive` goes on for ever where none can be made. */
export function makeFolder(folder: string, path = resolve(folder)): void {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory())
      throw unusable(folder, Object.assign(new Error("a file"), { code: "EEXIST" }));
    return;
  }
  if (dirname(path) !== path) makeFolder(folder, dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it this moment.
    if (!existsSync(path)) throw unusable(folder, error);
  }
}

/** Milliseconds after which whoever was taking a lock away is taken for gone. */
const taking = 5_000;

/**
 * Takes a lock away whose holder is gone. Of several processes that find it so only one does, and only while the lock
 * is still the one that was found: another may have been put there in the meantime.
 */
function takeAway(file: string, found: Holder | undefined): void {
  const guard = `${file}.taking`;
  try {
    closeSync(openSync(guard, "wx"));
  } catch {
    const since = statSync(guard, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > taking) rmSync(guard, { force: true });
    pause(20);
    return;
  }
  try {
    if (JSON.stringify(readHolder(file)) === JSON.stringify(found)) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/** What is said where a lock cannot be taken. */
export interface LockRefusals {
  readonly unusable: (error: unknown) => IndustryGraphError;
  /** @param who the process that has it, in words */
  readonly held: (who: string, url: string | undefined) => IndustryGraphError;
}

/** The id of the running process that has a lock; undefined where none has. */
export function lockHolder(file: string): number | undefined {
  const found = readHolder(file);
  return found !== undefined && isAlive(found) ? found.pid : undefined;
}

/**
 * Takes a lock, which is a file. That of a process that is gone is taken over.
 * @returns a function that gives it back
 * @throws IndustryGraphError one of the refusals
 */
export function takeLock(file: string, { unusable: cannot, held }: LockRefusals): () => void {
  let unreadable = 0;
  for (;;) {
    try {
      const descriptor = openSync(file, "wx");
      const me: Holder = {
        pid: process.pid,
        since: new Date().toISOString(),
        started: beginning(process.pid),
      };
      try {
        writeSync(descriptor, JSON.stringify(me));
      } catch (error) {
        // A full disk has room for the name of a file: it would look like a lock.
        rmSync(file, { force: true });
        throw error;
      } finally {
        closeSync(descriptor);
      }
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannot(error);
      const other = readHolder(file);
      // Another process may be writing it this moment; one that died while writing leaves it so.
      if (other === undefined && unreadable++ < 3) {
        pause(50);
        continue;
      }
      if (other !== undefined && isAlive(other)) {
        const who =
          other.pid === process.pid ? "this process already" : `process ${other.pid}, since ${other.since}`;
        throw held(who, other.url);
      }
      takeAway(file, other);
    }
  }
}

/**
 * Takes the lock of a data folder, creating the folder where needed.
 * @returns a function that gives it back
 * @throws IndustryGraphError STORE_LOCKED naming the process that has it
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder);
  return takeLock(join(folder, "lock.json"), {
    unusable: (error) => unusable(folder, error),
    held: (who, url) =>
      new IndustryGraphError(
        "STORE_LOCKED",
        `The data folder ${folder} is open in ${who}${url === undefined ? "" : `, which serves it at ${url}`}. Stop that one, or set DATA_DIR to another folder.`,
        url === undefined ? {} : { url },
      ),
  });
}

/** Says in the lock of a folder, which this process holds, where it answers, so that commands may ask there. */
export function announce(folder: string, url: string): void {
  const file = join(folder, "lock.json");
  const me = readHolder(file);
  if (me?.pid !== process.pid) return;
  // In one step: who reads it finds the one or the other.
  writeFileSync(`${file}.new`, JSON.stringify({ ...me, url }));
  renameSync(`${file}.new`, file);
}
