// The mapping of a workbook's columns: proposed from headings and contents, written as mapping.json, edited, used again.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";
import { isKind, isRelationType } from "../ontology/model.ts";
import { periodOf } from "./part-of-year.ts";

const target = z.discriminatedUnion("to", [
  z.object({ to: z.enum(["name", "aliases", "id", "serial", "year", "note"]) }),
  z.object({ to: z.literal("property"), property: z.string() }),
  z.object({
    to: z.literal("relation"),
    relation: z.string().refine(isRelationType, "is no type of relation"),
    kind: z.string().refine(isKind, "is no kind"),
    way: z.enum(["out", "in"]).default("out"),
    /** The one far end that the column is about, where its cells only say yes or no, or a year. */
    end: z.string().optional(),
  }),
  z.object({
    to: z.literal("relationYear"),
    relation: z.string().refine(isRelationType, "is no type of relation"),
  }),
  z.object({
    to: z.literal("figure"),
    metric: z.string(),
    unit: z.string().optional(),
    year: z
      .string()
      .regex(/^\d{4}$/, "is no year")
      .optional(),
    /** What of the year it is about: 一季度, 上半年, 1-6月, 3月. */
    part: z
      .string()
      .refine((some) => periodOf("2024", some) !== undefined, "is no part of a year")
      .optional(),
  }),
  z.object({ to: z.literal("nothing"), why: z.string().optional() }),
]);

/** Why a column that was proposed goes nowhere, as mapping.json says it. */
export const notUnderstood = "not understood";
export const saidBefore = "a column before says the same";
export const withoutName = "a table beside the first without a column of names";

export type ColumnTarget = z.infer<typeof target>;

const column = z.object({
  /** Letters as spreadsheets name columns. */
  column: z.string().regex(/^[A-Z]+$/),
  heading: z.string(),
  target,
  /** Which of several tables beside each other it is of, where not of the first: each row has one of each. */
  table: z.number().int().min(1).optional(),
});

export type MappedColumn = z.infer<typeof column>;

const mapping = z.object({
  version: z.literal(1),
  kind: z.string().refine(isKind, "is no kind of entity"),
  sheet: z.string(),
  headingRows: z.array(z.number().int().min(1)).min(1),
  columns: z.array(column),
  /** Name of the series: a later file of the same series replaces what this one said. */
  series: z.string().min(1),
});

export type Mapping = z.infer<typeof mapping>;

/** Messages of our own, which no locale of the library has. */
const ownMessages: readonly (readonly [en: string, zh: string])[] = [
  ["is no type of relation", "没有这种关系"],
  ["is no kind of entity", "没有这种实体"],
  ["is no kind", "没有这种实体"],
  ["is no year", "不是年份，请写四位数字"],
  ["is no part of a year", "不是一年中的时段，如 一季度、上半年、1-6月"],
];

const inChinese = (text: string): string =>
  ownMessages.reduce((own, [en, zh]) => own.replaceAll(`：${en}`, `：${zh}`), text);

/** Reads mapping.json. @throws IndustryGraphError BAD_ARGUMENT naming each place that is wrong */
export function parseMapping(text: string, file: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${file}: is no JSON: ${message}.`,
      {},
      { zh: `${file}：不是有效的 JSON（${message}）：请检查引号、逗号和括号，或删除该文件后重新导入。` },
    );
  }
  const parsed = mapping.safeParse(value);
  if (parsed.success) return parsed.data;
  const listed = (error: z.ZodError, between: string): string =>
    error.issues.map(({ path, message }) => `  ${path.join(".")}${between}${message}`).join("\n");
  const { error } = mapping.safeParse(value, { error: z.locales.zhCN().localeError });
  const zh = error === undefined ? undefined : listed(error, "：");
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${file}:\n${listed(parsed.error, ": ")}`,
    {},
    zh === undefined ? {} : { zh: `${file}：\n${inChinese(zh)}` },
  );
}

/** The mapping that a file holds; undefined where it is not there. @throws as `parseMapping` does */
export const readMapping = (file: string): Mapping | undefined =>
  existsSync(file) ? parseMapping(readFileSync(file, "utf8"), file) : undefined;

const seriesIn = (file: string): string | undefined => {
  try {
    return readMapping(file)?.series;
  } catch {
    // A mapping that somebody broke is still of somebody: it is not written over for another series.
    return undefined;
  }
};

/** The file of a layer that keeps the mapping of a series: mapping.json is the first one's. */
export function mappingFileOf(folder: string, series: string): string {
  const [first, own] = ["mapping.json", `mapping-${series.replace(/[\\/:*?"<>|\s]+/g, "_")}.json`];
  if (existsSync(join(folder, own))) return own;
  const there = join(folder, first);
  return !existsSync(there) || seriesIn(there) === series ? first : own;
}

/** Whether a mapping that was kept is for a sheet that looks as this one: the same headings in the same columns. */
export function fits(kept: Mapping, proposal: Mapping): boolean {
  const headings = ({ kind, headingRows, columns }: Mapping) => [
    kind,
    headingRows,
    columns.map(({ column, heading }) => [column, heading]),
  ];
  return isDeepStrictEqual(headings(kept), headings(proposal));
}
