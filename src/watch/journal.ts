// The file of a watch's record: a line of JSON each, only ever added to, and on the disk before anything is done about
// it. A line that was cut off by a crash was never acted upon: it is left out, and cut away before the next.
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { IndustryGraphError } from "../errors.ts";
import { record, type WatchEvent } from "./records.ts";

export interface Journal {
  readonly events: readonly WatchEvent[];
  /** Bytes that hold whole records. */
  readonly bytes: number;
}

function unusable(path: string, cause: unknown): IndustryGraphError {
  return new IndustryGraphError(
    "BAD_SETTING",
    `The record of a watch, ${path}, cannot be used: ${(cause as Error).message}. Nothing is asked or sent for this watch until it is mended: restore the file, or remove the watch and add it again.`,
    {},
    { cause },
  );
}

function parsed(line: string): WatchEvent | undefined {
  try {
    return record.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** The records of a file. @throws IndustryGraphError BAD_SETTING where a line before the last is none */
export function readJournal(path: string): Journal {
  let text: Buffer;
  try {
    text = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { events: [], bytes: 0 };
    throw unusable(path, error);
  }
  const events: WatchEvent[] = [];
  let [bytes, line] = [0, 0];
  while (bytes < text.length) {
    const end = text.indexOf("\n", bytes);
    line += 1;
    // Cut off: without its end, or with what a file system puts in place of bytes that it had not written.
    if (end < 0) break;
    const event = parsed(text.toString("utf8", bytes, end));
    if (event === undefined) {
      if (end === text.length - 1) break;
      throw unusable(path, new Error(`line ${line} is no record of it`));
    }
    events.push(event);
    bytes = end + 1;
  }
  return { events, bytes };
}

/**
 * Adds a record after the whole ones; it is on the disk when this returns. Only who holds the watch's lock may.
 * @returns where the whole records end now
 * @throws IndustryGraphError BAD_SETTING where it cannot be written
 */
export function appendEvent(path: string, bytes: number, event: WatchEvent): number {
  try {
    const file = openSync(path, "a+", 0o600);
    try {
      ftruncateSync(file, bytes);
      const line = Buffer.from(`${JSON.stringify(event)}\n`);
      for (let written = 0; written < line.length; )
        written += writeSync(file, line, written, line.length - written);
      fsyncSync(file);
      return bytes + line.length;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unusable(path, error);
  }
}
