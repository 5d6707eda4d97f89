// Reads a workbook or a text table into sheets of cells, whatever made it: Excel, WPS, LibreOffice, a database.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import Papa from "papaparse";
import { IndustryGraphError } from "../errors.ts";
import type { BrokenCells } from "./broken-cells.ts";
import { requireFile } from "./file-there.ts";
import { type Hidden, layoutOf, type MergedCells, nothingHidden } from "./layout.ts";

/** What a cell holds; absent where it is empty. */
export type SheetCell = string | number | boolean | Date | null;

export interface Sheet {
  readonly name: string;
  /** Row 1 of the sheet is the first; empty rows keep their places, so that rows can be cited. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** What is not to be seen of it where it was made. */
  readonly hidden: Hidden;
  /** Cells that are drawn as one there; text tables have none. */
  readonly merged?: readonly MergedCells[];
  /** Cells with an error, or with a formula that nothing has worked out. */
  readonly broken?: BrokenCells;
}

function fail(file: string, message: string, zh: string): never {
  throw new IndustryGraphError("BAD_ARGUMENT", `${file}: ${message}`, {}, { zh: `${file}：${zh}` });
}

const decoders: readonly [string, (bytes: Buffer) => boolean][] = [
  ["utf-8", (bytes) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf],
  ["utf-16le", (bytes) => bytes[0] === 0xff && bytes[1] === 0xfe],
  ["utf-16be", (bytes) => bytes[0] === 0xfe && bytes[1] === 0xff],
];

/** UTF-16 without a mark has a zero in one half of the pairs wherever it has Latin letters, commas or line ends. */
function utf16Of(bytes: Buffer): string | undefined {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 4_096);
  for (let index = 0; index < end; index++)
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Text in any other encoding has no zeros at all.
  if (Math.max(even, odd) < end / 50) return undefined;
  return odd >= even ? "utf-16le" : "utf-16be";
}

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text of a file: UTF-8 or UTF-16 by their marks or contents, else GB18030 (which GBK and GB2312 are part of).
 * @throws IndustryGraphError BAD_ARGUMENT where it is in none of these
 */
export function textOf(bytes: Buffer, file: string): { readonly text: string; readonly encoding: string } {
  const marked = decoders.find(([, has]) => has(bytes))?.[0];
  const wide = marked ?? utf16Of(bytes);
  const guesses = wide === undefined ? ["utf-8", "gb18030"] : [wide];
  for (const encoding of guesses) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  return fail(
    file,
    "is not text in UTF-8, UTF-16 or GB18030 (GBK): save it as .xlsx or as CSV UTF-8.",
    "不是 UTF-8、UTF-16 或 GB18030（GBK）编码的文本：请另存为 .xlsx 或 CSV UTF-8。",
  );
}

function textSheet(file: string): Sheet[] {
  const { text } = textOf(readFileSync(file), file);
  if (text.trim() === "") fail(file, "is empty.", "是空的。");
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [",", "\t", ";", "|"] });
  const [wrong] = errors.filter(({ type }) => type === "Quotes");
  if (wrong !== undefined)
    fail(
      file,
      `row ${(wrong.row ?? 0) + 1}: a quote is not closed: ${wrong.message}.`,
      `第 ${(wrong.row ?? 0) + 1} 行：引号没有成对。`,
    );
  const rows = data.map((row) => row.map((cell) => (cell.trim() === "" ? null : cell.trim())));
  return [{ name: "", rows, hidden: nothingHidden }];
}

async function workbookSheets(file: string): Promise<Sheet[]> {
  const { default: readXlsxFile } = await import("read-excel-file/node");
  try {
    const sheets = (await readXlsxFile(file)) as unknown as { sheet: string; data: SheetCell[][] }[];
    const layout = layoutOf(readFileSync(file));
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data,
      hidden: nothingHidden,
      ...layout.get(sheet),
    }));
  } catch (error) {
    return fail(
      file,
      `cannot be read as a workbook (${(error as Error).message}): open it and save it as .xlsx again.`,
      `无法作为工作簿读取（${(error as Error).message}）：请打开后重新另存为 .xlsx。`,
    );
  }
}

const workbooks = [".xlsx", ".xlsm"];
const texts = [".csv", ".tsv", ".txt"];
const oldWorkbooks = [".xls", ".et"];

/**
 * The sheets of a file: .xlsx, or .csv, .tsv and .txt with commas, semicolons or tabs.
 * @throws IndustryGraphError BAD_ARGUMENT naming the file and what to do
 */
export async function readSheets(file: string): Promise<Sheet[]> {
  const ending = extname(file).toLowerCase();
  requireFile(file, [...workbooks, ...texts, ...oldWorkbooks, ".ods"]);
  if (workbooks.includes(ending)) return workbookSheets(file);
  if (texts.includes(ending)) return textSheet(file);
  if (oldWorkbooks.includes(ending))
    return fail(
      file,
      `${ending} is the old form of workbooks: open it in Excel or WPS and save it as .xlsx.`,
      `${ending} 是旧格式的工作簿：请用 Excel 或 WPS 打开，另存为 .xlsx。`,
    );
  if (ending === ".ods")
    return fail(
      file,
      ".ods is LibreOffice's own form of workbooks: open it there and save it as .xlsx.",
      ".ods 是 LibreOffice 自己的格式：请在其中打开，另存为 .xlsx。",
    );
  return fail(
    file,
    "is no table that can be imported: give .xlsx, .csv or .tsv.",
    "不是可导入的表格：请给 .xlsx、.csv 或 .tsv 文件。",
  );
}

/** A cell as text: dates as ISO days, whole numbers without an exponent. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number" && Number.isSafeInteger(cell)) return String(cell);
  const text = String(cell)
    .normalize("NFKC")
    .replace(/[\u200b\ufeff]/g, "")
    .trim();
  // Excel's way of keeping zeros at the beginning in CSV.
  return /^="(.*)"$/.exec(text)?.[1] ?? text;
}
