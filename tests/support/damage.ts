// Folders of data with the damage that disks, editors, spreadsheets and copying do to them.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Drawing } from "./drawing.ts";

export const seedFolder = fileURLToPath(new URL("../../seed", import.meta.url));

/** The tables of a folder, by their paths in it. */
const tablesOf = (folder: string): string[] =>
  [
    "observations.csv",
    ...["entities", "relations"].flatMap((one) =>
      readdirSync(join(folder, one)).map((file) => join(one, file)),
    ),
  ].sort();

type Damage = (path: string, draw: Drawing, folder: string) => void;

const change =
  (how: (bytes: Buffer, draw: Drawing) => Buffer): Damage =>
  (path, draw) =>
    writeFileSync(path, how(readFileSync(path), draw));
const changeText = (how: (text: string, draw: Drawing) => string): Damage =>
  change((bytes, draw) => Buffer.from(how(bytes.toString("utf8"), draw)));
const changeLines = (how: (lines: string[], draw: Drawing) => readonly string[]): Damage =>
  changeText((text, draw) => `${how(text.trimEnd().split("\n"), draw).join("\n")}\n`);

/** GBK, which is what a spreadsheet in Chinese saves; Node only reads it. */
function gbkOf(text: string): Buffer {
  const decoder = new TextDecoder("gbk");
  const codes = new Map<string, number>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), (high << 8) | low);
  const bytes = [...text].flatMap((sign) => {
    const code = codes.get(sign);
    if (sign.charCodeAt(0) < 0x80) return [sign.charCodeAt(0)];
    return code === undefined ? [0x3f] : [code >> 8, code & 0xff];
  });
  return Buffer.from(bytes);
}

const place = (lines: readonly string[], draw: Drawing): number =>
  1 + draw.below(Math.max(1, lines.length - 1));

export const damages: Readonly<Record<string, Damage>> = {
  "cut off": change((bytes, draw) => bytes.subarray(0, draw.below(bytes.length))),
  "cut in front": change((bytes, draw) => bytes.subarray(draw.below(bytes.length))),
  empty: change(() => Buffer.alloc(0)),
  "bytes changed": change((bytes, draw) => {
    for (let times = 1 + draw.below(5); times > 0; times--) bytes[draw.below(bytes.length)] = draw.below(256);
    return bytes;
  }),
  "a block of zeros": change((bytes, draw) => {
    const at = draw.below(bytes.length);
    return bytes.fill(0, at, at + 512);
  }),
  "columns that have changed places": changeLines(([header = "", ...rows], draw) => {
    const names = header.split(",");
    const [one, other] = [draw.below(names.length), draw.below(names.length)];
    [names[one], names[other]] = [names[other] ?? "", names[one] ?? ""];
    return [names.join(","), ...rows];
  }),
  "a column without its name": changeLines(([header = "", ...rows], draw) => {
    const names = header.split(",");
    names[draw.below(names.length)] = draw.one(["", "x", "名称", "id"]);
    return [names.join(","), ...rows];
  }),
  "no header": changeLines(([, ...rows]) => rows),
  "a line twice": changeLines((lines, draw) => {
    const at = place(lines, draw);
    return [...lines.slice(0, at), lines[at] ?? "", ...lines.slice(at)];
  }),
  "lines lost": changeLines((lines, draw) => {
    lines.splice(place(lines, draw), 1 + draw.below(3));
    return lines;
  }),
  "a quote too many": changeText((text, draw) => {
    const at = draw.below(text.length);
    return `${text.slice(0, at)}"${text.slice(at)}`;
  }),
  "other separators": changeText((text, draw) => text.replaceAll(",", draw.one([";", "\t", "|", "，"]))),
  "other ends of lines": changeText((text, draw) => text.replaceAll("\n", draw.one(["\r\n", "\r"]))),
  GBK: change((bytes) => gbkOf(bytes.toString("utf8"))),
  "UTF-16": change((bytes, draw) =>
    Buffer.from(`${draw.one(["\ufeff", ""])}${bytes.toString("utf8")}`, "utf16le"),
  ),
  "UTF-8 taken for Latin-1": change((bytes) => Buffer.from(bytes.toString("latin1"), "utf8")),
  "signs that no text has": changeText((text, draw) => {
    const at = draw.below(text.length);
    return `${text.slice(0, at)}${draw.one(["\0", "\u001b[31m", "\u200b", "\ufffd", "\u202e", "\ufeff"])}${text.slice(at)}`;
  }),
  "another file's rows": (path, draw, folder) =>
    cpSync(join(folder, draw.one(tablesOf(folder))), path, { force: true }),
  missing: (path) => rmSync(path),
  "under another name": (path, draw) =>
    renameSync(path, path.replace(/\.csv$/, draw.one([".CSV", ".csv.bak", " (1).csv", ".tsv", ".xlsx"]))),
  "a pipe": (path) => {
    rmSync(path);
    execFileSync("mkfifo", [path]);
  },
  "a folder": (path) => {
    rmSync(path);
    mkdirSync(path);
  },
};

export const damageNames = Object.keys(damages);

export interface Damaged {
  readonly folder: string;
  /** What was done to which files. */
  readonly how: string;
}

/** A copy of the seed that has been damaged: in this way first, and at times in others too. */
export function damagedSeed(draw: Drawing, first: string): Damaged {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-damaged-"));
  cpSync(seedFolder, folder, { recursive: true });
  const how: string[] = [];
  for (const name of [first, ...(draw.next() < 0.2 ? [draw.one(damageNames)] : [])]) {
    const file = draw.one(tablesOf(folder));
    damages[name]?.(join(folder, file), draw, folder);
    how.push(`${file}: ${name}`);
  }
  return { folder, how: how.join("; ") };
}
