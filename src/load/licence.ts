// Under which licence a folder of data may be used: the first line of a file LICENCE (or LICENSE) beside the data.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const licenceFile = /^licen[cs]e(?:\.(?:md|txt))?$/i;

function licenceOf(folder: string): string | undefined {
  const file = readdirSync(folder)
    .sort()
    .find((name) => licenceFile.test(name));
  if (file === undefined) return undefined;
  const lines = readFileSync(join(folder, file), "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  return lines.map((line) => line.replace(/^#+/, "").trim()).find((line) => line !== "");
}

/** The licences of folders, each once, in their order; undefined where none says any. */
export function licencesOf(folders: readonly string[]): string | undefined {
  const all = [...new Set(folders.flatMap((folder) => licenceOf(folder) ?? []))];
  return all.length === 0 ? undefined : all.join("; ");
}
