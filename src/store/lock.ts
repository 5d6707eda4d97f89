// One process at a time opens an embedded data folder: a file says which, so that a second one can be told.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";

const holder = z.object({ pid: z.number().int(), since: z.string(), started: z.string().optional() });
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
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/**
 * Takes the lock of a data folder, creating the folder where needed. A lock of a process that is gone is taken over.
 * @returns a function that gives it back
 * @throws IndustryGraphError STORE_LOCKED naming the process that has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock.json");
  let unreadable = 0;
  for (;;) {
    try {
      const descriptor = openSync(file, "wx");
      const me: Holder = {
        pid: process.pid,
        since: new Date().toISOString(),
        started: beginning(process.pid),
      };
      writeSync(descriptor, JSON.stringify(me));
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const other = readHolder(file);
      // Another process may be writing it this moment; one that died while writing leaves it so.
      if (other === undefined && unreadable++ < 3) {
        pause(50);
        continue;
      }
      if (other !== undefined && isAlive(other)) {
        const who =
          other.pid === process.pid ? "this process already" : `process ${other.pid}, since ${other.since}`;
        throw new IndustryGraphError(
          "STORE_LOCKED",
          `The data folder ${folder} is open in ${who}. Stop that one, or set DATA_DIR to another folder.`,
        );
      }
      if (existsSync(file)) rmSync(file, { force: true });
    }
  }
}
