// The figures that lists of enterprises have, by the words that head their columns.
import { bare } from "./vocabulary.ts";

/** Figures that lists of enterprises have, by what people write; the id of the metric is made of the first. */
const metrics: readonly (readonly string[])[] = [
  [
    "营业收入",
    "营收",
    "主营业务收入",
    "主营收入",
    "销售收入",
    "营业总收入",
    "年营业收入",
    "年销售收入",
    "销售额",
  ],
  ["工业总产值", "产值", "总产值", "年产值", "企业年产值", "工业产值"],
  ["研发投入", "研发费用", "研发经费", "研发支出", "R&D投入", "研究开发费用"],
  [
    "研发投入占比",
    "研发费用占比",
    "研发强度",
    "研发投入强度",
    "研发费用占营业收入比重",
    "研发占比",
    "研发投入比",
    "研发投入占销售收入比重",
  ],
  ["利润总额", "利润"],
  ["净利润"],
  ["纳税总额", "纳税额", "税收", "纳税", "实缴税金", "入库税收", "上缴税金"],
  [
    "从业人数",
    "员工人数",
    "职工人数",
    "从业人员",
    "员工数",
    "人数",
    "职工总数",
    "从业人员平均人数",
    "从业人员数",
    "用工人数",
    "用工总数",
  ],
  ["研发人员数", "研发人员", "研发人员数量", "科技人员"],
  ["发明专利数", "发明专利", "有效发明专利", "发明专利数量", "I类知识产权", "Ⅰ类知识产权"],
  ["专利数", "专利", "专利数量", "授权专利", "知识产权数量"],
  ["资产总额", "总资产", "资产总计"],
  ["资产负债率"],
  ["市场占有率", "国内市场占有率", "市占率"],
  ["用地面积", "占地面积", "土地面积"],
  ["亩均税收"],
  ["出口额", "出口", "出口总额", "外贸出口"],
  ["投资额", "总投资", "计划投资", "固定资产投资"],
];

/** Those of money, whose unit may stand above the table. */
const money = new Set(
  "营业收入 工业总产值 研发投入 利润总额 净利润 纳税总额 资产总额 出口额 投资额".split(" "),
);

/** Whether a metric, by the first of its names, is an amount of money. */
export const isMoneyMetric = (metric: string | undefined): boolean =>
  metric !== undefined && money.has(metric);

const metricNames = new Map(
  metrics.flatMap((names) => names.map((name) => [bare(name), names[0] ?? name] as const)),
);

/** The metric that a heading means by its usual words; undefined where none is known. */
export const usualMetric = (heading: string): string | undefined => metricNames.get(bare(heading));

const alike = new Map(metrics.flatMap((names) => names.map((name) => [name, names] as const)));

/** What a metric of enterprises may be called where it is known already, the likeliest first: 企业营业收入, 上年度研发费用. */
export function namesOfMetric(metric: string): readonly string[] {
  const names = [metric, ...(alike.get(metric) ?? [])];
  return [...new Set(names.flatMap((name) => [name, `企业${name}`, `上年度${name}`]))];
}
