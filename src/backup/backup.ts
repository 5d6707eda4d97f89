// Writes all that a store holds into one file.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { IndustryGraphError } from "../errors.ts";
import { readDataset } from "../load/dataset.ts";
import { kindNames, relationTypes } from "../ontology/model.ts";
import { packageVersion } from "../packaged.ts";
import type { GraphStore, Json } from "../store/port.ts";
import { backupFormat, backupVersion, type Entry, type Head, newTally } from "./format.ts";

export interface BackupReport {
  readonly head: Head;
  readonly nodes: number;
  readonly relations: number;
}

/** Characters that are compressed at once. */
const gathered = 1_000_000;

async function wholeDataset(store: GraphStore) {
  const dataset = await readDataset(store);
  if (dataset?.state === "READY") return dataset;
  throw new IndustryGraphError(
    "NOT_READY",
    dataset === undefined
      ? "There is nothing to back up: no data has been loaded."
      : "A load is going on, or was cut off: a backup now would hold a part of it. Wait for it, or load the folder again.",
  );
}

/**
 * Writes a backup: beside the file first, and into its place once it is whole.
 * @throws IndustryGraphError NOT_READY where there is no whole dataset, or another one came in the meantime; BAD_ARGUMENT
 * where the file is there already or cannot be written
 */
export async function backup(store: GraphStore, file: string, signal?: AbortSignal): Promise<BackupReport> {
  if (existsSync(file))
    throw new IndustryGraphError("BAD_ARGUMENT", `${file} is there already: name another file.`);
  const dataset = await wholeDataset(store);
  const head: Head = {
    format: backupFormat,
    version: backupVersion,
    program: packageVersion(),
    engine: store.engine,
    made: new Date().toISOString(),
    dataset,
  };
  const part = `${file}.part`;
  let target: number | undefined;
  try {
    const descriptor = openSync(part, "w", 0o600);
    target = descriptor;
    const tally = newTally();
    let [text, nodes, relations] = ["", 0, 0];
    // Compressed and written at once: rows come faster than that, and what waited would be held in memory.
    const give = (): void => {
      signal?.throwIfAborted();
      if (text !== "") writeFileSync(descriptor, gzipSync(text));
      text = "";
    };
    const put = (value: Head | Entry): void => {
      const line = JSON.stringify(value);
      tally.add(line);
      text += `${line}\n`;
      if (text.length >= gathered) give();
    };
    put(head);
    for (const label of [...kindNames, "Alias"])
      await store.each(`MATCH (n:${label}) RETURN properties(n) AS properties`, (row) => {
        put(["n", label, row.properties as Record<string, Json>]);
        nodes += 1;
      });
    for (const type of relationTypes)
      await store.each(
        `MATCH (a:Entity)-[r:${type}]->(b:Entity) RETURN a.id AS start, b.id AS finish, properties(r) AS properties`,
        (row) => {
          put(["r", type, String(row.start), String(row.finish), row.properties as Record<string, Json>]);
          relations += 1;
        },
      );
    const now = await wholeDataset(store);
    if (now.version !== dataset.version || now.loadedAt !== dataset.loadedAt)
      throw new IndustryGraphError(
        "NOT_READY",
        "Other data were loaded while the backup was written: it would hold some of both. Try again.",
      );
    text += `${JSON.stringify(tally.end())}\n`;
    give();
    fsyncSync(descriptor);
    renameSync(part, file);
    return { head, nodes, relations };
  } catch (error) {
    if (target !== undefined) rmSync(part, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (["ENOENT", "EACCES", "ENOSPC", "EROFS", "ENOTDIR", "EISDIR"].includes(code ?? ""))
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `${file} cannot be written: ${message}.`,
        {},
        { cause: error },
      );
    throw error;
  } finally {
    if (target !== undefined) closeSync(target);
  }
}
