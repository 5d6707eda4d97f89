// What an import tells beside columns and rows: the sheets that it did not read, and what the rows name that nothing knew.
import type { Planned } from "../import/run.ts";
import { type Kind, kindOf } from "../ontology/model.ts";
import { inWords, type Language } from "./in-words.ts";

/** Names that are printed of a kind. */
const shown = 20;

/** Of a file with several sheets, which one was read, and each that was not. */
export function sheetLines({ sheet, otherSheets }: Planned, language: Language): string[] {
  if (otherSheets.length === 0) return [];
  const others = otherSheets.map(({ name, rows, hidden }) => {
    const concealed = hidden ? inWords(language, "隐藏，", "hidden, ") : "";
    const held =
      rows === undefined
        ? inWords(language, "没有带名称的表头", "no headings with a name")
        : inWords(language, `${rows} 行`, `${rows} rows`);
    return `${name} (${concealed}${held})`;
  });
  const tables = otherSheets.filter(({ rows }) => rows !== undefined && rows > 0);
  const how =
    tables.length === 0
      ? ""
      : inWords(
          language,
          `要导入请再运行一次，用 --sheet 指明，如 --sheet ${tables[0]?.name}；各表并存，互不替换。`,
          ` To take one too, run the import again with --sheet, as --sheet ${tables[0]?.name}; sheets stand beside each other, none replaces another.`,
        );
  return [
    inWords(
      language,
      `只读取了工作表 ${sheet.name}；未读取：${others.join("、")}。${how}`,
      `Only the sheet ${sheet.name} was read; not read: ${others.join(", ")}.${how}`,
    ),
  ];
}

function namesText(all: readonly string[]): string {
  const names = [...new Set(all)];
  return names.slice(0, shown).join("、") + (names.length > shown ? "、…" : "");
}

/** What to do where something is new that should not be. */
function advice(kind: Kind, isLoose: boolean, language: Language): string {
  if (kind === "Region" && isLoose)
    return inWords(
      language,
      "不知属于哪里，按上级地区查询时找不到：请写成“锡山区东港镇”，或另设区县一列，或写入 relations/PART_OF.csv",
      "not known to be part of anything, so not found by a larger region: write 锡山区东港镇, add a column of districts, or name it in relations/PART_OF.csv",
    );
  return inWords(
    language,
    "若是已有的另一种写法，请改成已有的名称，或写进已有者的 aliases",
    "where one is known under another name, write that, or add this one to its aliases",
  );
}

/** Regions, parks, titles and metrics that rows name and nothing known is: made, with what to do if they should not be. */
export function madeLines({ converted }: Planned, language: Language): string[] {
  const made = converted.made.filter(({ kind }) => kind !== "Enterprise");
  const groups = new Map<string, { kind: Kind; isLoose: boolean; names: string[] }>();
  for (const { kind, name, whole } of made) {
    const isLoose = kind === "Region" && !whole;
    const group = groups.get(`${kind} ${isLoose}`) ?? { kind, isLoose, names: [] };
    groups.set(`${kind} ${isLoose}`, group);
    group.names.push(name);
  }
  return [...groups.values()].map(({ kind, isLoose, names }) =>
    inWords(
      language,
      `新建的${kindOf(kind).title.zh} ${kind}：${namesText(names)}（${advice(kind, isLoose, language)}）。`,
      `New ${kind}: ${namesText(names)} (${advice(kind, isLoose, language)}).`,
    ),
  );
}
