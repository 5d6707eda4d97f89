// What an import made of a file, for a terminal: each column, what is wrong, whom the rows are about.
import type { MappedColumn } from "../import/mapping.ts";
import type { Planned } from "../import/run.ts";
import { cellText } from "../import/sheet.ts";
import { table } from "./table.ts";

/** Lines of each kind that are printed; files have all. */
const shown = 20;

const targetText = ({ target }: MappedColumn): string => {
  const { to, ...more } = target;
  const words = Object.values(more).map(String);
  return words.length === 0 ? to : `${to} ${words.join(" ")}`;
};

function columnLines({ mapping, sheet }: Planned): string[] {
  const first = sheet.rows[Math.max(...mapping.headingRows)] ?? [];
  const unknown = mapping.columns.filter(({ target }) => target.to === "nothing");
  return [
    table(
      ["column", "heading", "goes to", "example"],
      mapping.columns.map((column, index) => [
        column.column,
        column.heading,
        targetText(column),
        cellText(first[index] ?? null).slice(0, 24),
      ]),
    ),
    ...(unknown.length === 0
      ? []
      : [
          `Not taken: ${unknown.map(({ column, heading }) => `${column} ${heading}`).join(", ")}. Edit mapping.json to take them.`,
        ]),
  ];
}

const more = (all: readonly unknown[]): string[] =>
  all.length > shown ? [`… and ${all.length - shown} more`] : [];

/** Problems by sheet, row and column, as spreadsheets name cells: 名单!D7. */
function problemLines({ converted, sheet }: Planned, language: "zh" | "en"): string[] {
  const { problems } = converted;
  const sheetName = sheet.name === "" ? "" : `${sheet.name}!`;
  return [
    ...problems
      .slice(0, shown)
      .map(({ row, column, cell, zh, en }) =>
        `${sheetName}${column ?? ""}${row} ${cell}: ${language === "zh" ? zh : en}`.replace(/ +:/, ":"),
      ),
    ...more(problems),
  ];
}

/** Matches with their scores and features: those for a person to look at, then those that are surely one. */
function matchLines({ converted: { matches } }: Planned): string[] {
  const lines = (verdict: "REVIEW" | "SAME"): string[] => {
    const some = matches.filter((one) => one.verdict === verdict);
    return [
      ...some
        .slice(0, shown)
        .map(
          ({ source, name, other, otherName, score, features }) =>
            `${verdict} ${score} ${source} ${name} = ${otherName} (${other}): ${features}`,
        ),
      ...more(some),
    ];
  };
  return [...lines("REVIEW"), ...lines("SAME")];
}

/** All that is said of an import before anything is written. */
export function importReport(file: string, planned: Planned, language: "zh" | "en"): string[] {
  const { converted, sheet, changes } = planned;
  const { rows, same, review, new: fresh } = converted.counts;
  return [
    `${file}${sheet.name === "" ? "" : ` [${sheet.name}]`}`,
    ...columnLines(planned),
    ...problemLines(planned, language),
    ...matchLines(planned),
    `${rows} rows: ${same} about what is known (SAME), ${review} to be reviewed (REVIEW), ${fresh} new (NEW), ${converted.refused.length} refused.`,
    `The layer: ${changes.added} facts added, ${changes.changed} changed, ${changes.removed} taken away, ${changes.kept} as they were.`,
  ];
}
