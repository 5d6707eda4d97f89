// What an import made of each column of a file, for a terminal.
import { columnIndex } from "../import/column-letters.ts";
import { type MappedColumn, notUnderstood, saidBefore, withoutName } from "../import/mapping.ts";
import type { Planned } from "../import/run.ts";
import { cellText } from "../import/sheet.ts";
import { type Kind, propertiesOf } from "../ontology/model.ts";
import { inWords, type Language } from "./in-words.ts";
import { table } from "./table.ts";

/** A column as people find it: B 营业收入(万元). */
export const nameOf = ({ column, heading }: MappedColumn): string => `${column} ${heading}`;

/** Where a column goes, in words beside those of mapping.json. */
function targetText({ target }: MappedColumn, kind: Kind, language: Language): string {
  const { to, ...more } = target;
  const words = [to, ...Object.values(more).map(String)].join(" ");
  if (language === "en") return words;
  if (target.to === "nothing") return `不导入：${whyNot(target.why, language)}`;
  const property = target.to === "property" ? propertiesOf(kind)[target.property] : undefined;
  const said = property === undefined ? chinese[to] : `${chinese[to]} ${property.title.zh}`;
  return `${said} (${words})`;
}

const chinese: Readonly<Record<MappedColumn["target"]["to"], string>> = {
  name: "名称",
  aliases: "别名",
  id: "标识",
  serial: "序号",
  year: "年度",
  note: "备注",
  property: "属性",
  relation: "关系",
  relationYear: "关系的年份",
  figure: "指标",
  nothing: "不导入",
};

/** Why a column is not taken. */
function whyNot(why: string | undefined, language: Language): string {
  if (why === notUnderstood) return inWords(language, "未识别", why);
  if (why === saidBefore)
    return inWords(
      language,
      "前面已有相同的列（若年份不同，请在表头写明年份）",
      `${saidBefore} (where it is of another year, name the year in its heading)`,
    );
  if (why === withoutName)
    return inWords(
      language,
      "右侧并列的另一张表，没有名称列：请改 mapping.json 或另存后再导入",
      `${withoutName}: edit mapping.json, or import it from a file of its own`,
    );
  return why ?? inWords(language, "未说明", "no reason given");
}

/** Figures that no year is known of: measures that ask for last year's cannot use them. */
export function yearless({ mapping }: Planned, language: Language): string[] {
  if (mapping.columns.some(({ target }) => target.to === "year")) return [];
  const some = mapping.columns.filter(({ target }) => target.to === "figure" && target.year === undefined);
  const names = some.map(nameOf).join(", ");
  if (some.length === 0) return [];
  return [
    inWords(
      language,
      `没有年份的指标：${names}。请在表头、标题或 mapping.json 中写明年份（"year": "2024"），否则无法按年份查询。`,
      `Figures without a year: ${names}. Name the year in the heading, in the title or in mapping.json ("year": "2024"), else they cannot be asked for by year.`,
    ),
  ];
}

/** Each column with where it goes and an example; then those that are not taken. */
export function columnLines({ mapping, mappingFile, sheet }: Planned, language: Language): string[] {
  const first = sheet.rows[Math.max(...mapping.headingRows)] ?? [];
  const unknown = mapping.columns.filter(({ target }) => target.to === "nothing");
  const names = unknown
    .map((column) => {
      const { target } = column;
      const isTold = target.to === "nothing" && target.why !== notUnderstood;
      return isTold ? `${nameOf(column)} (${whyNot(target.why, language)})` : nameOf(column);
    })
    .join(", ");
  const tables = new Set(
    mapping.columns.filter(({ target }) => target.to === "name").map(({ table: number = 1 }) => number),
  );
  return [
    ...(tables.size < 2
      ? []
      : [
          inWords(
            language,
            `并列的 ${tables.size} 张表都已读取（列号见下；不要哪一张，请在 ${mappingFile} 中把它的列改为 nothing）。`,
            `${tables.size} tables stand beside each other, and each was read; to leave one, set its columns to nothing in ${mappingFile}.`,
          ),
        ]),
    table(
      language === "zh" ? ["列", "表头", "去向", "示例"] : ["column", "heading", "goes to", "example"],
      mapping.columns.map((column) => [
        column.column,
        column.heading,
        targetText(column, mapping.kind as Kind, language),
        cellText(first[columnIndex(column.column)]).slice(0, 24),
      ]),
    ),
    ...(unknown.length === 0
      ? []
      : [
          inWords(
            language,
            `未导入的列：${names}。要导入请改 ${mappingFile}。`,
            `Not taken: ${names}. Edit ${mappingFile} to take them.`,
          ),
        ]),
  ];
}
