// What the rows of the file before were found to be. A row whose record is as it was need not be matched anew, as long as
// what is known beside the file is the same, and all that it was found to be like is there as it was.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMatches } from "../load/merges.ts";
import { decisionsFile, type MatchLine, matchesFile, pairKey } from "../match/decisions.ts";
import type { MatchRecord } from "../match/record.ts";
import type { Kind } from "../ontology/model.ts";
import { packageVersion } from "../packaged.ts";
import { newFingerprints } from "../packed/fingerprints.ts";
import { type KeyedRows, newKeyedRows, newPackedRows, type Rows } from "../packed/packed-rows.ts";
import type { TemporaryFile } from "../packed/temporary-file.ts";
import type { Earlier } from "./earlier.ts";
import { newEntityIndex } from "./entity-index.ts";
import type { Decided, Identity } from "./identity.ts";
import type { Known } from "./known.ts";
import { type AllTables, eachRow } from "./tables.ts";

/** What a record was found to be, as it is kept. */
export interface Finding {
  readonly key: string;
  readonly id: string;
  readonly is: Identity["is"];
  readonly same?: string;
}

export const findingColumns = ["key", "id", "is", "same"] as const satisfies readonly (keyof Finding)[];

/** The file of a layer that keeps what was found for the rows of a series. */
export const findingsFile = (series: string): string => `.matched-${series.replace(/[\\/:*?"<>|\s]+/g, "_")}`;

/** All that a record is matched by, in few characters. */
export const recordKey = (kind: Kind, { name, ...record }: MatchRecord): string =>
  createHash("sha256")
    .update(
      JSON.stringify([kind, name, Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))]),
    )
    .digest("base64url")
    .slice(0, 16);

/** Files of a folder that what is found depends on. */
function filesThatTell(folder: string): string[] {
  const entities = join(folder, "entities");
  const names = existsSync(entities) ? readdirSync(entities).filter((name) => name.endsWith(".csv")) : [];
  return [
    ...names.sort().map((name) => join("entities", name)),
    join("relations", "LOCATED_IN.csv"),
    matchesFile,
    decisionsFile,
  ].filter((file) => existsSync(join(folder, file)));
}

/** A digest of all that is known beside a file of a series, and of the version that compares. */
export function digestOfKnown(
  upon: readonly string[],
  layer: AllTables,
  matches: readonly MatchLine[],
): string {
  const hash = createHash("sha256").update(packageVersion());
  for (const folder of upon)
    for (const file of filesThatTell(folder))
      hash.update(`\n${file}\n`).update(readFileSync(join(folder, file)));
  for (const [file, rows] of layer)
    if (file.startsWith("entities/") || file === "relations/LOCATED_IN.csv")
      for (const { sources, ...row } of rows) hash.update(JSON.stringify([file, row]));
  for (const line of matches) hash.update(JSON.stringify(line));
  return hash.digest("base64url").slice(0, 22);
}

/** What is being found for the rows of a file, kept for the next. */
export interface Findings extends Rows<Finding> {
  add(key: string, identity: Identity): void;
}

/** @param decided what a person decided is looked at anew each time, since it may be taken back */
export function newFindings(decided: Decided, file: TemporaryFile): Findings {
  const rows: KeyedRows<Finding> = newKeyedRows<Finding>(
    ({ key }) => key,
    (before) => before,
    file,
  );
  return {
    get length() {
      return rows.length;
    },
    add(key, { id, is, same, claims }) {
      if (claims.some((one) => decided.has(pairKey(id, one.id)))) return;
      rows.add({ key, id, is, ...(same === undefined ? {} : { same }) });
    },
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
}

/** What was found for the file before. */
export interface Remembered {
  /** Takes note that the file has a record still. */
  seen(key: string): void;
  /** Works out what still holds, and lets other rows find it. To be called once all records have been seen. */
  settle(known: Known, earlier: Earlier): void;
  /** What was found for a record, where it holds. */
  get(key: string): Identity | undefined;
}

/** What is kept of the file before; undefined where nothing is. @param stem of its document */
export function readRemembered(
  folder: string,
  series: string,
  stem: string,
  decided: Decided,
  file: TemporaryFile,
): Remembered | undefined {
  const path = join(folder, findingsFile(series));
  if (!existsSync(path)) return undefined;
  const findings = newPackedRows<Finding>(file);
  const [places, present, doubtful] = [newFingerprints(), newFingerprints(), newFingerprints()];
  eachRow(path, ({ key = "", id = "", is = "", same = "" }) => {
    if (is !== "same" && is !== "review" && is !== "new") return;
    places.set(key, findings.add({ key, id, is, ...(same === "" ? {} : { same }) }));
  });
  const lines = newEntityIndex<{ readonly id: string; readonly line: MatchLine }>();
  for (const line of readMatches(folder))
    if (line.source.startsWith(`${stem}:`))
      lines.add({ id: pairKey(line.id, line.other), line }, [`of ${line.id}`, `to ${line.other}`]);
  const linesOf = (id: string) => lines.withKey(`of ${id}`);
  return {
    seen: (key) => present.set(key, 1),
    settle(known, earlier) {
      const [holders, queue] = [newFingerprints(), [] as string[]];
      const doubt = (id: string): void => {
        if (doubtful.add(id, 1) === undefined) queue.push(id);
      };
      for (const { id, key } of findings) {
        holders.set(id, 1);
        if (present.get(key) === undefined || !known.has(id)) doubt(id);
      }
      for (const pair of decided.keys()) for (const id of pair.split(" ")) doubt(id);
      // Whoever is like one of the file of whom nothing is kept.
      for (const { id } of findings)
        for (const { line } of linesOf(id))
          if (earlier.has(line.other) && holders.get(line.other) === undefined) doubt(id);
      for (let id = queue.pop(); id !== undefined; id = queue.pop())
        for (const { line } of lines.withKey(`to ${id}`)) doubt(line.id);
      const holds = (id: string): boolean => holders.get(id) !== undefined && doubtful.get(id) === undefined;
      known.meetAgain(holds);
      for (const { id, same } of findings) if (holds(id)) known.learn(id, same, known.get(id)?.creditCode);
    },
    get(key) {
      const place = places.get(key);
      if (place === undefined) return undefined;
      const { id, is, same } = findings.at(place);
      if (doubtful.get(id) !== undefined) return undefined;
      const claims = linesOf(id).map(({ line: { other, otherName: name, verdict, score, features } }) => ({
        id: other,
        name,
        verdict,
        score,
        features,
      }));
      return { id, is, ...(same === undefined ? {} : { same }), claims };
    },
  };
}
