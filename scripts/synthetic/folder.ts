// Where synthetic data may be written: into an empty folder or over synthetic data, never beside anything real.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const marker = "SYNTHETIC.json";
const seedFolder = fileURLToPath(new URL("../../seed", import.meta.url));

function isWithin(folder: string, outer: string): boolean {
  const way = relative(outer, resolve(folder));
  return way === "" || (!way.startsWith("..") && resolve(outer, way) !== way);
}

/** What the marker of a folder says, or undefined where it holds no finished synthetic data. */
export function readMarker(folder: string): Readonly<Record<string, unknown>> | undefined {
  const path = join(folder, marker);
  if (!existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}

/**
 * Empties a folder for synthetic data.
 * @throws Error where it is the project's seed, or holds files that no marker declares synthetic
 */
export function claimFolder(folder: string): void {
  if (isWithin(folder, seedFolder))
    throw new Error(`${folder} is the real data of the project: give another folder by --out.`);
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is a file: give a folder by --out.`);
    const names = readdirSync(folder);
    if (names.length > 0 && !names.includes(marker)) {
      throw new Error(
        `${folder} holds ${names.slice(0, 3).join(", ")} and no ${marker}: it may be real data. Give an empty folder by --out.`,
      );
    }
    for (const name of ["entities", "relations", "observations.csv"])
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
  writeMarker(folder, { finished: false });
}

/** Declares a folder synthetic. */
export function writeMarker(folder: string, facts: Readonly<Record<string, unknown>>): void {
  const note = "Synthetic data for measuring speed: nothing in this folder is true.";
  writeFileSync(join(folder, marker), `${JSON.stringify({ note, ...facts }, null, 2)}\n`);
}
