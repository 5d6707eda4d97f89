// What an import made of a file, for a terminal: each column, what is wrong, whom the rows are about.
import { columnIndex } from "../import/column-letters.ts";
import type { Planned } from "../import/run.ts";
import type { MatchLine } from "../match/decisions.ts";
import { featuresIn } from "../review/features.ts";
import { madeLines, sheetLines } from "./import-beside.ts";
import { columnLines, nameOf, yearless } from "./import-columns.ts";
import { inWords, type Language } from "./in-words.ts";

/** Lines of each kind that are printed; files have all. */
const shown = 20;

/** Values that were left, since another row says otherwise of the same thing. */
const differingLines = ({ differing, differingCount }: Planned, language: Language): string[] => [
  ...differing
    .slice(0, shown)
    .map(({ of, property, taken, left }) =>
      inWords(
        language,
        `未采用 ${left.source} ${of} ${property} ${left.value}：${taken.source} 为 ${taken.value}，两处不同；请改正其中之一后重新导入`,
        `Not taken: ${left.source} ${of} ${property} ${left.value}: ${taken.source} says ${taken.value}; correct one of them and import again`,
      ),
    ),
  ...more({ length: differingCount }, language),
];

const more = (all: { readonly length: number }, language: Language): string[] => {
  const rest = all.length - shown;
  return rest > 0 ? [inWords(language, `…… 另有 ${rest} 条`, `… and ${rest} more`)] : [];
};

/** What the workbook keeps from sight: nothing of it is taken, or left out, without a word. */
function hiddenLines({ mapping, sheet, converted }: Planned, language: Language, left: boolean) {
  const { hidden } = converted;
  const list = hidden.slice(0, shown).join(", ") + (hidden.length > shown ? ", …" : "");
  const columns = mapping.columns
    .filter(({ column }) => sheet.hidden.columns.has(columnIndex(column)))
    .map(nameOf)
    .join(", ");
  const word = (zh: string, en: string): string => inWords(language, zh, en);
  return [
    ...(sheet.hidden.sheet
      ? [word(`工作表 ${sheet.name} 是隐藏的，仍已读取。`, `The sheet ${sheet.name} is hidden; it was read.`)]
      : []),
    ...(columns === ""
      ? []
      : [
          word(
            `隐藏的列，与其他列一样处理：${columns}。`,
            `Hidden columns, treated as the others: ${columns}.`,
          ),
        ]),
    ...(hidden.length === 0
      ? []
      : left
        ? [
            word(
              `${hidden.length} 个隐藏的行未导入（--hidden leave）：${list}。`,
              `${hidden.length} hidden rows were left out (--hidden leave): ${list}.`,
            ),
          ]
        : [
            word(
              `${hidden.length} 个隐藏的行（被隐藏或被筛选掉）与其他行一样导入：${list}；不导入请加 --hidden leave。`,
              `${hidden.length} hidden rows (hidden, or kept from sight by a filter) are taken as the others: ${list}. Leave them out with --hidden leave.`,
            ),
          ]),
  ];
}

/** Problems by sheet, row and column, as spreadsheets name cells: 名单!D7. */
function problemLines({ converted, sheet }: Planned, language: Language): string[] {
  const { problems } = converted;
  const sheetName = sheet.name === "" ? "" : `${sheet.name}!`;
  return [
    ...problems
      .slice(0, shown)
      .map(({ row, column, cell, zh, en }) =>
        `${sheetName}${column ?? ""}${row} ${cell}: ${inWords(language, zh, en)}`.replace(/ +:/, ":"),
      ),
    ...more(problems, language),
  ];
}

/** Matches with their scores and features: those for a person to look at, then those that are surely one. */
function matchLines({ converted: { matches } }: Planned, language: Language): string[] {
  const lines = (verdict: "REVIEW" | "SAME"): string[] => {
    const some: MatchLine[] = [];
    let length = 0;
    for (const one of matches) {
      if (one.verdict !== verdict) continue;
      length += 1;
      if (some.length < shown) some.push(one);
    }
    const called = inWords(language, verdict === "SAME" ? "同一 SAME" : "待核 REVIEW", verdict);
    return [
      ...some.map(
        ({ source, name, other, otherName, score, features }) =>
          `${called} ${score} ${source} ${name} = ${otherName} (${other}): ${featuresIn(features, language).join("; ")}`,
      ),
      ...more({ length }, language),
    ];
  };
  return [...lines("REVIEW"), ...lines("SAME")];
}

/** All that is said of an import before anything is written. @param left whether hidden rows were left out */
export function importReport(file: string, planned: Planned, language: Language, left = false): string[] {
  const { converted, sheet, changes } = planned;
  const { rows, same, review, new: fresh } = converted.counts;
  const refused = converted.refused.length;
  const { added, changed, removed, kept, cited } = changes;
  return [
    `${file}${sheet.name === "" ? "" : ` [${sheet.name}]`}`,
    ...columnLines(planned, language),
    ...(planned.kept
      ? [
          inWords(
            language,
            `列的对应关系沿用 ${planned.mappingFile}（已被人改过）；要重新识别，请先删除该文件。`,
            `The mapping is the one kept in ${planned.mappingFile}, as it was edited; take that file away to have it proposed anew.`,
          ),
        ]
      : []),
    ...sheetLines(planned, language),
    ...hiddenLines(planned, language, left),
    ...madeLines(planned, language),
    ...yearless(planned, language),
    ...problemLines(planned, language),
    ...differingLines(planned, language),
    ...matchLines(planned, language),
    inWords(
      language,
      `共 ${rows} 行：${same} 行是已知的 (SAME)，${review} 行待核对 (REVIEW)，${fresh} 行是新的 (NEW)，${refused} 行被退回。`,
      `${rows} rows: ${same} about what is known (SAME), ${review} to be reviewed (REVIEW), ${fresh} new (NEW), ${refused} refused.`,
    ),
    ...(converted.asBefore === 0
      ? []
      : [
          inWords(
            language,
            `其中 ${converted.asBefore} 行与上次相同，沿用上次的比对结果；要全部重新比对请加 --anew。`,
            `${converted.asBefore} of them are as in the file before and stand as they were matched then; --anew matches all anew.`,
          ),
        ]),
    inWords(
      language,
      `本层数据：新增 ${added} 条，更改 ${changed} 条，去掉 ${removed} 条，不变 ${kept} 条${cited === 0 ? "" : `（其中 ${cited} 条的出处换了行）`}。`,
      `The layer: ${added} facts added, ${changed} changed, ${removed} taken away, ${kept} as they were${cited === 0 ? "" : `, ${cited} of them now cited from another line`}.`,
    ),
  ];
}
