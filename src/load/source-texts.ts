// The texts of sources, where they lie beside the data: lines, and what in a line asks to be a fact. Reads files
// named STEM.txt; knows nothing of how lines are covered.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kindNames } from "../ontology/model.ts";
import { normaliseName } from "../text/normalise.ts";
import type { Directory } from "./directory.ts";

/** Kinds whose names are no names of things. */
const unnamed = new Set(["Document", "Observation", "Metric", "Check", "Conflict", "Stage"]);
const named = kindNames.filter((kind) => !unnamed.has(kind));

/** Names are looked for up to this many characters. */
const longestName = 24;

/** What a line holds that may be a fact. */
export interface Hints {
  /** Figures in digits, as written. */
  readonly figures: readonly string[];
  /** Names of entities of the data that stand in the line. */
  readonly names: readonly string[];
}

/** The lines of a source's text, or undefined where the folder has none of it. */
export function readLines(folder: string, stem: string): string[] | undefined {
  const path = join(folder, `${stem}.txt`);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split(/\r?\n/);
}

/** The digits of a line and the names in it, the longest first where one begins with another. */
export function hintsOf(line: string, directory: Directory): Hints {
  const figures = line.normalize("NFKC").match(/\d+(?:[.,]\d+)*%?/g) ?? [];
  const characters = [...normaliseName(line)];
  const names = new Set<string>();
  for (let start = 0; start < characters.length; start++) {
    for (let length = Math.min(longestName, characters.length - start); length >= 2; length--) {
      const piece = characters.slice(start, start + length).join("");
      // Digits alone are figures, though "2+3" is a name.
      const [id] = /^\d+$/.test(piece) ? [] : directory.named(piece, named);
      if (id === undefined) continue;
      names.add(directory.nameOf(id) ?? id);
      start += length - 1;
      break;
    }
  }
  return { figures: [...new Set(figures)], names: [...names] };
}
