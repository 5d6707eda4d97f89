// The texts of documents, where they are at hand: files of TEXT_DIR named by a document's stem. Read when a page shows
// them, never kept; they are not part of the data.

import { statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "../../config.ts";
import { IndustryGraphError } from "../../errors.ts";

/** The lines of a document's text by its stem; undefined where it is not at hand. */
export type TextOf = (stem: string) => Promise<readonly string[] | undefined>;

const endings = [".txt", ".md", ""] as const;
/** Bytes of a text at the most: a page holds all of its lines. */
const mostBytes = 5_000_000;

/** UTF-8, UTF-16 where it says so, else GB 18030, as texts in Chinese are saved. */
function decoded(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The lines of a text, counted as citations count them: from 1, each ended by a line feed. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/**
 * Finds texts in a folder.
 * @throws IndustryGraphError BAD_SETTING where TEXT_DIR is no folder
 */
export function createTexts({ TEXT_DIR }: Pick<Settings, "TEXT_DIR">): TextOf {
  if (TEXT_DIR === "") return async () => undefined;
  if (statSync(TEXT_DIR, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new IndustryGraphError(
      "BAD_SETTING",
      `TEXT_DIR: ${TEXT_DIR} is no folder. It takes a folder of text files named by the stem of their document, as 000_report.txt.`,
    );
  return async (stem) => {
    // A stem comes from data: it names a file of this folder, never a way out of it.
    if (!/^[^./\\\0][^/\\\0]*$/.test(stem)) return undefined;
    for (const ending of endings) {
      const file = join(TEXT_DIR, `${stem}${ending}`);
      const found = await stat(file).catch(() => undefined);
      if (found?.isFile() !== true || found.size > mostBytes) continue;
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes !== undefined) return linesOf(decoded(bytes));
    }
    return undefined;
  };
}
