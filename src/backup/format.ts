// A backup: one file for all that a store holds, the same from either engine and for either. Lines of JSON,
// compressed: a first one that says what it is, one for each node and relation, and a last one by which a file that is
// cut off or damaged is known before anything is done with it.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";
import { datasetRecord } from "../load/dataset.ts";
import type { Json } from "../store/port.ts";

export const backupFormat = "industry-graph backup";
export const backupVersion = 1;

const properties = z.record(z.string(), z.json());

export const head = z.object({
  format: z.literal(backupFormat),
  version: z.literal(backupVersion),
  program: z.string(),
  engine: z.string(),
  made: z.string(),
  dataset: datasetRecord,
});
export type Head = z.infer<typeof head>;

/** A node with its last label, or a relation with its type and ends. */
const entry = z.union([
  z.tuple([z.literal("n"), z.string(), properties]),
  z.tuple([z.literal("r"), z.string(), z.string(), z.string(), properties]),
]);
export type Entry =
  | readonly ["n", string, Record<string, Json>]
  | readonly ["r", string, string, string, Record<string, Json>];

const end = z.tuple([z.literal("end"), z.number(), z.string()]);

/** Takes lines in, and knows how many there were and what they hash to. */
export function newTally() {
  const hash = createHash("sha256");
  let lines = 0;
  return {
    add(line: string): void {
      lines += 1;
      hash.update(line).update("\n");
    },
    end: (): readonly ["end", number, string] => ["end", lines, hash.copy().digest("hex")],
  };
}

function broken(file: string, why: string): IndustryGraphError {
  return new IndustryGraphError(
    "BAD_SEED",
    `${file} cannot be restored: ${why}. Nothing was written. Take another backup, or load the folders that the data came from.`,
  );
}

/** The lines of a compressed file; what is wrong with its compression is thrown. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip()).setEncoding("utf8");
  source.on("error", (error) => unpacked.destroy(error));
  // Whoever stops in the middle is not told of what comes after.
  unpacked.on("error", () => undefined);
  let rest = "";
  try {
    for await (const piece of unpacked) {
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

/**
 * Goes through a backup, checking it.
 * @param visit is given each entry; it gives a promise where the next one has to wait
 * @returns what it says of itself
 * @throws IndustryGraphError BAD_SEED where it is none, is cut off, or is not as it was written
 */
export async function readBackup(
  file: string,
  visit: (entry: Entry) => Promise<void> | undefined,
): Promise<Head> {
  const tally = newTally();
  let told: Head | undefined;
  let ended = false;
  try {
    for await (const line of linesOf(file)) {
      if (ended) throw broken(file, "something follows its end");
      const value: unknown = JSON.parse(line);
      if (told === undefined) {
        const found = head.safeParse(value);
        if (!found.success) throw broken(file, "it is no backup that this version of the program reads");
        told = found.data;
        tally.add(line);
        continue;
      }
      if (Array.isArray(value) && value[0] === "end") {
        const [, count, hash] = end.parse(value);
        const [, lines, counted] = tally.end();
        if (count !== lines || hash !== counted) throw broken(file, "it is not as it was written");
        ended = true;
        continue;
      }
      tally.add(line);
      const waiting = visit(entry.parse(value) as Entry);
      if (waiting !== undefined) await waiting;
    }
  } catch (error) {
    if (error instanceof IndustryGraphError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR") throw broken(file, "it is cut off");
    if (code?.startsWith("Z_") === true || error instanceof SyntaxError || error instanceof z.ZodError)
      throw broken(file, "it is damaged, or no backup");
    if (code === "ENOENT") throw new IndustryGraphError("BAD_ARGUMENT", `There is no file ${file}.`);
    if (code === "EISDIR" || code === "EACCES")
      throw new IndustryGraphError("BAD_ARGUMENT", `${file} cannot be read: ${message}.`);
    throw error;
  }
  if (told === undefined || !ended) throw broken(file, "it is cut off");
  return told;
}
