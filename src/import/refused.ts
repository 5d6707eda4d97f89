// Rows that were refused, as a workbook of their own: the row as it was, and why, beside it.
import writeExcelFile from "write-excel-file/node";
import type { CellProblem, Converted } from "./facts.ts";
import { cellText, type Sheet } from "./sheet.ts";

/** The bytes of the workbook. @param language in which the reasons are written */
export async function refusedWorkbook(
  sheet: Sheet,
  headingRows: readonly number[],
  { problems, refused }: Converted,
  language: "zh" | "en",
): Promise<Buffer> {
  const byRow = new Map<number, CellProblem[]>();
  for (const problem of problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
  const reasonOf = (row: number): string =>
    (byRow.get(row) ?? [])
      .map(
        (problem) =>
          `${problem.heading ?? ""}${problem.heading === undefined ? "" : "："}${problem[language]}`,
      )
      .join("；");
  const line = (row: number, first: string, second: string) => [
    { value: first, type: String },
    { value: second, type: String },
    ...(sheet.rows[row - 1] ?? []).map((cell) => ({ value: cellText(cell), type: String })),
  ];
  const [why, where] = language === "zh" ? ["原因", "原行号"] : ["reason", "row"];
  const head = headingRows.map((row) => line(row, why, where));
  const rows = refused.map((row) => line(row, reasonOf(row), String(row)));
  return writeExcelFile(
    [...head, ...rows] as never,
    { stickyRowsCount: headingRows.length } as never,
  ).toBuffer();
}
