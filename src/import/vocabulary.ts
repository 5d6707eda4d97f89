// What headings of workbooks mean: the ontology's own titles, and the other words that people write for them.
import type { Kind, RelationType } from "../ontology/model.ts";
import { kindOf, relationOf } from "../ontology/model.ts";
import { withoutPart } from "./part-of-year.ts";
import { placeHeading } from "./place-headings.ts";

/** Where the cells of a column go. */
export type Target =
  | { readonly to: "name" | "aliases" | "id" | "serial" | "year" | "note" }
  | { readonly to: "property"; readonly property: string }
  | {
      readonly to: "relation";
      readonly relation: RelationType;
      readonly kind: Kind;
      readonly way: "out" | "in";
    }
  | { readonly to: "relationYear"; readonly relation: RelationType }
  | { readonly to: "figure"; readonly metric: string };

const property = (name: string): Target => ({ to: "property", property: name });
const relation = (type: RelationType, kind: Kind, way: "out" | "in" = "out"): Target => ({
  to: "relation",
  relation: type,
  kind,
  way,
});

/** Words for the same, by what they mean. Each is compared without spaces, brackets, years and units. */
const words: readonly (readonly [Target, readonly string[]])[] = [
  [{ to: "serial" }, ["序号", "编号", "no", "no.", "#", "序"]],
  [{ to: "id" }, ["id", "标识"]],
  [
    { to: "name" },
    [
      "企业名称",
      "单位名称",
      "公司名称",
      "企业全称",
      "单位全称",
      "公司全称",
      "企业",
      "名称",
      "单位",
      "公司",
      "企业名",
      "市场主体名称",
      "申报单位",
      "申报企业",
      "纳税人名称",
      "name",
      "company",
      "companyname",
      "enterprise",
    ],
  ],
  [
    { to: "aliases" },
    ["简称", "企业简称", "公司简称", "证券简称", "股票简称", "别名", "英文名称", "aliases"],
  ],
  [property("formerNames"), ["曾用名", "原名", "原名称", "原企业名称", "更名前名称", "formernames"]],
  [
    property("creditCode"),
    [
      "统一社会信用代码",
      "社会信用代码",
      "信用代码",
      "统一信用代码",
      "统一代码",
      "社会统一信用代码",
      "纳税人识别号",
      "税号",
      "creditcode",
    ],
  ],
  [
    property("founded"),
    [
      "成立日期",
      "成立时间",
      "注册日期",
      "注册时间",
      "成立年份",
      "成立年月",
      "设立日期",
      "设立时间",
      "设立年份",
      "注册成立日期",
      "注册成立时间",
      "登记日期",
      "工商注册日期",
      "工商注册时间",
      "开业时间",
      "开业日期",
      "founded",
    ],
  ],
  [property("capital"), ["注册资本", "注册资金", "注册资本金", "capital"]],
  [property("listed"), ["是否上市", "上市", "上市情况", "listed"]],
  [property("stockCode"), ["股票代码", "证券代码", "上市代码", "stockcode"]],
  [
    property("industry"),
    [
      "行业",
      "所属行业",
      "行业名称",
      "行业类别",
      "行业分类",
      "主营业务",
      "主营",
      "主要业务",
      "国民经济行业",
      "industry",
    ],
  ],
  [property("products"), ["产品", "主要产品", "主导产品", "主营产品", "核心产品", "产品名称", "products"]],
  [relation("LOCATED_IN", "Park"), ["park"]],
  [relation("LOCATED_IN", "Region"), ["region"]],
  [
    relation("BELONGS_TO", "Cluster"),
    [
      "产业集群",
      "所属产业集群",
      "所属集群",
      "集群",
      "产业链",
      "所属产业链",
      "重点产业链",
      "所属产业",
      "产业",
      "产业领域",
      "cluster",
    ],
  ],
  [
    relation("CERTIFIED_AS", "Certification"),
    [
      "资质",
      "企业资质",
      "资质荣誉",
      "荣誉",
      "荣誉资质",
      "认定类型",
      "认定资质",
      "称号",
      "认定称号",
      "企业类型(资质)",
      "资质类型",
      "梯度",
      "培育梯度",
      "certifications",
    ],
  ],
  [
    { to: "relationYear", relation: "CERTIFIED_AS" },
    ["认定年份", "认定年度", "获评年份", "获评年度", "认定时间", "获批年份", "入选年份"],
  ],
  [relation("SUPPLIES", "Enterprise"), ["客户", "主要客户", "下游客户", "下游企业", "customers"]],
  [relation("SUPPLIES", "Enterprise", "in"), ["供应商", "主要供应商", "上游供应商", "上游企业", "suppliers"]],
  [relation("SUBSIDIARY_OF", "Enterprise"), ["母公司", "控股公司", "所属集团", "集团", "控股股东", "parent"]],
  [{ to: "year" }, ["年度", "年份", "统计年度", "数据年度", "所属年度", "year"]],
  [{ to: "note" }, ["备注", "说明", "备注说明", "note", "remarks"]],
];

/** A heading without what does not tell its meaning: spaces, stars, brackets with what they hold, years. */
export function bare(heading: string): string {
  return withoutPart(heading.normalize("NFKC").replace(/\s+/g, ""))
    .replace(/[*＊☆]/g, "")
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, "")
    .replace(/(?:19|20)\d{2}年?度?/g, "")
    .replace(/^(?:截至)?(?:年?末|年底|期末|年初|期初)(?=.)/, "")
    .replace(/^(?:上一?年|去年|本年|当年|今年)度?(?=.)/, "")
    .replace(/[:：]$/, "")
    .toLowerCase();
}

const known = new Map(words.flatMap(([target, names]) => names.map((name) => [bare(name), target] as const)));

/** Headings that mean a property, from the ontology's titles: `注册资本` and `capital` are both capital. */
function titled(kind: Kind): Map<string, Target> {
  const titles = Object.entries(kindOf(kind).properties).flatMap(([name, { title }]) =>
    [name, title.zh, title.en].map((text) => [bare(text), property(name)] as const),
  );
  return new Map(titles);
}

/** Where entities of a kind are, as a heading says it; undefined where they are not in such a place. */
function placed(kind: Kind, heading: string): Target | undefined {
  const place = placeHeading(heading);
  if (place === undefined) return undefined;
  return kind === "Region" ? relation("PART_OF", place) : relation("LOCATED_IN", place);
}

/** Whether rows of a kind can have the relation that a heading means. */
const canHave = (kind: Kind, target: Target): boolean =>
  target.to !== "relation" ||
  (relationOf(target.relation)[target.way === "out" ? "from" : "to"] as readonly string[]).includes(kind);

/** What a heading means for rows of a kind; undefined where it is not known, and may be a metric. */
export function targetOf(kind: Kind, heading: string): Target | undefined {
  const text = bare(heading);
  if (text === "") return undefined;
  // 园区名称 names the park in a list of parks, and the place of an enterprise in one of enterprises.
  if ([kindOf(kind).title.zh, `${kindOf(kind).title.zh}名称`].includes(text)) return { to: "name" };
  // In lists of enterprises 单位 is the enterprise; elsewhere the kind's own titles come first.
  const [first, second] = kind === "Enterprise" ? [known, titled(kind)] : [titled(kind), known];
  const found = first.get(text) ?? second.get(text) ?? placed(kind, heading);
  if (found?.to === "property" && !Object.hasOwn(kindOf(kind).properties, found.property)) return undefined;
  return found === undefined || !canHave(kind, found) ? undefined : found;
}
