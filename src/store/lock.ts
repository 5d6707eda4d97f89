// One process at a time opens an embedded data folder: a file says which, so that a second one can be told.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";

const holder = z.object({ pid: z.number().int(), since: z.string() });

function readHolder(file: string): z.infer<typeof holder> | undefined {
  try {
    return holder.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes the lock of a data folder, creating the folder where needed. A lock of a process that is gone is taken over.
 * @returns a function that gives it back
 * @throws IndustryGraphError STORE_LOCKED naming the process that has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock.json");
  for (;;) {
    try {
      const descriptor = openSync(file, "wx");
      writeSync(descriptor, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const other = readHolder(file);
      if (other !== undefined && isAlive(other.pid)) {
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
