// A workbook to fill in: Chinese headings that an import understands, lists to choose from, a sheet that explains.
import type { Feature } from "write-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from "write-excel-file/utility";
import type { Property } from "../ontology/definitions.ts";
import { type Kind, kindOf, propertiesOf, type RelationType, relationOf } from "../ontology/model.ts";
import { readUnit } from "../ontology/units.ts";
import { columnLetters } from "./column-letters.ts";

/** A column of the workbook. */
export interface TemplateColumn {
  readonly heading: string;
  /** What to write, in Chinese. */
  readonly what: string;
  readonly example: string;
  readonly required?: boolean;
  /** What may be chosen; others may be written where it is open. */
  readonly choices?: readonly string[];
  readonly open?: boolean;
}

/** Names of what is known, to choose from. */
export type NamesOf = (kind: Kind) => readonly string[];

/** Columns that are filled by the import itself, or are for readers of the graph. */
const left = new Set(["id", "name", "aliases", "sources", "status", "note"]);

/** Usual headings in place of the ontology's titles, and what to write under them. */
const usual: Readonly<Record<string, Partial<TemplateColumn>>> = {
  creditCode: { what: "18 位统一社会信用代码；有它就按它认企业", example: "91320205762418848L" },
  founded: { heading: "成立日期", what: "年、年月或年月日", example: "2015-03-01" },
  capital: { what: "数字，单位万元", example: "5000" },
  products: { what: "多个用 ； 分开", example: "线缆；连接器" },
  formerNames: { what: "以前用过的名称，多个用 ； 分开", example: "某某电缆厂" },
  stockCode: { example: "688211" },
};

/** Relations that a row may tell, under the heading that the import knows. */
const told: readonly (readonly [RelationType, Kind, heading: string, what: string])[] = [
  ["LOCATED_IN", "Region", "所属地区", "区县、镇街的名称"],
  ["LOCATED_IN", "Park", "所属园区", "园区的名称"],
  ["BELONGS_TO", "Cluster", "所属产业集群", "集群或产业链的名称，多个用 ； 分开"],
  ["CERTIFIED_AS", "Certification", "企业资质", "多个用 ； 分开，年份可写在括号里：专精特新小巨人(2021)"],
  ["SUBSIDIARY_OF", "Enterprise", "母公司", "控股公司的名称"],
];

const figures: readonly TemplateColumn[] = [
  { heading: "年度", what: "以下数据是哪一年的", example: "2023" },
  { heading: "营业收入(亿元)", what: "数字；可写 超3、约2.5", example: "3.2" },
  { heading: "研发投入(万元)", what: "数字", example: "1200" },
  { heading: "从业人数(人)", what: "数字", example: "350" },
  { heading: "纳税总额(万元)", what: "数字", example: "860" },
];

const unitOf = ({ unit }: Property): string | undefined =>
  unit === "yuan" ? "万元" : unit !== undefined && readUnit(unit) !== undefined ? unit : undefined;

const byType: Readonly<Record<string, Pick<TemplateColumn, "what" | "example">>> = {
  date: { what: "年、年月或年月日", example: "2023-05" },
  float: { what: "数字", example: "12.5" },
  integer: { what: "整数", example: "12" },
  texts: { what: "多个用 ； 分开", example: "" },
  boolean: { what: "是 或 否", example: "是" },
};

function propertyColumn(name: string, property: Property): TemplateColumn {
  const unit = unitOf(property);
  const { what = "", example = "", heading } = { ...byType[property.type], ...usual[name] };
  const called = heading ?? property.title.zh;
  const values = Object.values(property.enumeration?.values ?? {}).map(([zh]) => zh);
  const choices =
    property.type === "boolean" ? ["是", "否"] : values.length > 0 ? values : (property.values ?? []);
  return {
    heading: unit === undefined ? called : `${called}(${unit})`,
    what: choices.length > 0 && property.type !== "boolean" ? "从列表中选" : what,
    example: example === "" ? (choices[0] ?? "") : example,
    ...(choices.length === 0 ? {} : { choices }),
  };
}

/** The columns of a kind's workbook. */
export function templateColumns(kind: Kind, namesOf: NamesOf): TemplateColumn[] {
  const enterprise = kind === "Enterprise";
  const { title } = kindOf(kind);
  const properties = Object.entries(propertiesOf(kind)).filter(
    ([name, property]) =>
      !left.has(name) && !/^summary/.test(name) && property.bilingual !== true && !name.endsWith("Zh"),
  );
  const relations = told.flatMap(([type, far, heading, what]): TemplateColumn[] => {
    const { from, to } = relationOf(type);
    if (!from.includes(kind) || !to.includes(far)) return [];
    const choices = namesOf(far);
    const open = { heading, what, example: choices[0] ?? "", open: true };
    return [choices.length === 0 || far === "Enterprise" ? open : { ...open, choices }];
  });
  const certified = relations.some(({ heading }) => heading === "企业资质");
  return [
    {
      heading: enterprise ? "企业名称" : "名称",
      what: enterprise ? "营业执照上的全称" : `${title.zh}的全称`,
      example: enterprise ? "无锡某某科技有限公司" : "",
      required: true,
    },
    { heading: "别名", what: "简称、英文名等，多个用 ； 分开", example: "" },
    ...properties.map(([name, property]) => propertyColumn(name, property)),
    ...relations,
    ...(certified ? [{ heading: "认定年份", what: "资质是哪一年认定的", example: "2021" }] : []),
    ...(enterprise ? figures : []),
    { heading: "备注", what: "不导入，只供填表人自己看", example: "" },
  ];
}

const [data, explained, chosen] = ["数据", "填写说明", "选项"] as const;

/** Rows that lists to choose from reach. */
const lastRow = 5_000;

/** Lists to choose from: which write-excel-file leaves to features. */
function dropDowns(columns: readonly TemplateColumn[], listed: readonly TemplateColumn[]): Feature<never> {
  const rules = columns.flatMap((column, index) => {
    const at = listed.indexOf(column);
    if (at < 0) return [];
    const [own, list] = [columnLetters(index), columnLetters(at)];
    const range = `${chosen}!$${list}$2:$${list}$${(column.choices?.length ?? 0) + 1}`;
    const hint = sanitizeAttributeValue(column.what.slice(0, 250));
    // An open list proposes; another is held to.
    const strict = column.open === true ? 'showErrorMessage="0"' : 'showErrorMessage="1" errorStyle="stop"';
    return [
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" ${strict} promptTitle="${sanitizeAttributeValue(column.heading)}" prompt="${hint}" sqref="${own}2:${own}${lastRow}"><formula1>${sanitizeTextContent(range)}</formula1></dataValidation>`,
    ];
  });
  const markup = `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
  const file = "xl/worksheets/sheet{id}.xml";
  return {
    files: {
      transform: {
        [file]: {
          transform: (content: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }) =>
            sheetIndex !== 0 || rules.length === 0
              ? content
              : insertElementMarkupAccordingToOrderOfSiblings(
                  content,
                  markup,
                  getOrderOfSiblings(file, "worksheet") ?? [],
                  "worksheet",
                ),
        },
      },
    },
  } as Feature<never>;
}

const text = (value: string, style: Readonly<Record<string, unknown>> = {}) => ({
  value,
  type: String,
  ...style,
});
const bold = { fontWeight: "bold", backgroundColor: "#DCE6F1" };

/** The bytes of the workbook of a kind. */
export function templateWorkbook(kind: Kind, namesOf: NamesOf): Promise<Buffer> {
  const columns = templateColumns(kind, namesOf);
  const listed = columns.filter(({ choices = [] }) => choices.length > 0);
  const longest = Math.max(0, ...listed.map(({ choices = [] }) => choices.length));
  const head = columns.map(({ heading, required }) =>
    text(required === true ? `${heading}*` : heading, bold),
  );
  const rows = columns.map(({ heading, what, example, required }) => [
    text(`「${heading}」列`),
    text(required === true ? "必填" : ""),
    text(what, { wrap: true }),
    text(example),
  ]);
  const note = [
    text("一行一条，从第 2 行填起；列可以删去或换位置。填好后：industry-graph import 本文件 --into my-data"),
  ];
  const choices = Array.from({ length: longest }, (_, index) =>
    listed.map((column) => text(column.choices?.[index] ?? "")),
  );
  const sheets = [
    { data: [head], sheet: data, columns: columns.map(() => ({ width: 18 })), stickyRowsCount: 1 },
    {
      data: [note, ["列", "", "填什么", "例"].map((title) => text(title, bold)), ...rows],
      sheet: explained,
      columns: [22, 6, 60, 30].map((width) => ({ width })),
    },
    {
      data: [listed.map(({ heading }) => text(heading, bold)), ...choices],
      sheet: chosen,
      columns: listed.map(() => ({ width: 24 })),
    },
  ];
  return writeExcelFile(sheets as never, { features: [dropDowns(columns, listed)] } as never).toBuffer();
}
