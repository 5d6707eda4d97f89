// What a CSV file is before its rows are read: its hash and size, and whether its bytes are text that is surely known.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { newGbkJudge } from "./encoding.ts";
import type { CsvFile, Told } from "./read.ts";

export interface Inspected {
  readonly hash: string;
  readonly bytes: number;
  readonly lines: number;
}

/**
 * Reads a file once for its hash and for what would make it unreadable: no bytes, an encoding that is neither UTF-8 nor
 * surely GBK. The encoding is kept with the file.
 * @returns undefined where the file cannot be read as CSV; the reason is among the problems
 */
export async function inspect(csv: CsvFile, problems: Told, notes: Told): Promise<Inspected | undefined> {
  const { file, path } = csv;
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const gbk = newGbkJudge();
  let [bytes, lines, badLine, ascii] = [0, 0, 0, true];
  try {
    for await (const piece of createReadStream(path)) {
      const chunk = piece as Buffer;
      if (bytes === 0 && /^(?:fffe|feff)/.test(chunk.subarray(0, 2).toString("hex"))) {
        problems.add({ file, line: 1, message: "is encoded as UTF-16: save it as UTF-8" });
        return undefined;
      }
      hash.update(chunk);
      bytes += chunk.length;
      if (badLine === 0) {
        try {
          const text = decoder.decode(chunk, { stream: true });
          ascii &&= text.length === chunk.length;
        } catch {
          badLine = lines + firstBadLine(chunk);
        }
      }
      if (badLine > 0) gbk.push(chunk);
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    }
    if (badLine === 0) decoder.decode();
  } catch (error) {
    const why =
      error instanceof TypeError
        ? "ends in the middle of a character: save it as UTF-8"
        : `cannot be read: ${String(error)}`;
    problems.add({ file, line: lines + 1, message: why });
    return undefined;
  }
  // Pieces before the bad one were ASCII, which is GBK too, or UTF-8, and then this is no file of one encoding.
  if (badLine > 0 && !(ascii && gbk.end())) {
    const message = "is encoded neither as UTF-8 nor surely as GBK: save it as UTF-8";
    problems.add({ file, line: badLine, message });
    return undefined;
  }
  if (badLine > 0) {
    csv.encoding = "gb18030";
    notes.add({ file, line: 0, message: "is no UTF-8 and was read as GBK; save it as UTF-8 to be sure" });
  }
  if (bytes === 0) {
    problems.add({
      file,
      line: 0,
      message: "is empty (0 bytes): it needs at least a header; `industry-graph template` prints one",
    });
    return undefined;
  }
  return { hash: hash.digest("hex"), bytes, lines };
}

/** The line, counted from 1 within a piece of a file, that holds the first byte that is no UTF-8. */
function firstBadLine(chunk: Buffer): number {
  let line = 1;
  for (let start = 0; start < chunk.length; ) {
    const end = chunk.indexOf(10, start);
    const piece = chunk.subarray(start, end === -1 ? chunk.length : end);
    if (piece.includes(0xfffd) || Buffer.from(piece.toString("utf8"), "utf8").compare(piece) !== 0)
      return line;
    if (end === -1) break;
    start = end + 1;
    line += 1;
  }
  return line;
}
