// Writes the types of aggregates: what a list of a kind can be counted, summed and grouped by.
import type { GraphQLSchema } from "graphql";
import {
  type GroupKey,
  groupKeys,
  type Listed,
  numbersOf,
  reachesOf,
  valuesOf,
} from "../../src/api/aggregate-fields.ts";
import { relationFieldsOf } from "../../src/api/field-map.ts";
import { filters } from "../../src/api/filters.ts";
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import type { RelationField } from "../../src/plan/aggregate-spec.ts";

const quoted = (text: string): string => JSON.stringify(text);

const enumText = (
  name: string,
  description: string,
  values: readonly (readonly [string, string])[],
): string =>
  [
    quoted(description),
    `enum ${name} {`,
    ...values.map(([value, about]) => `  ${quoted(about)}\n  ${value}`),
    "}",
  ].join("\n");

const numeric = (kind: Listed): string[] => {
  const of = `"数值: the number." of: ${kind}Number!`;
  return [
    `  "合计: the sum over those of whom it is known."\n  sum(${of}): Calculated!`,
    `  "平均: the mean over those of whom it is known."\n  average(${of}): Calculated!`,
    `  "最小: the least."\n  least(${of}): Calculated!`,
    `  "最大: the most."\n  most(${of}): Calculated!`,
    `  "百分位: the value below which the share \`at\` (0 to 1) of those known lie; 0.5 is the median."\n  percentile(${of}, "份额: from 0 to 1, in hundredths." at: Float!): Calculated!`,
  ];
};

const titleOf = (kind: Listed): { readonly zh: string } =>
  kind === "Entity" ? { zh: "实体" } : kindOf(kind).title;

const bounds = (type: string): string =>
  [
    `  "至少: this or more."\n  atLeast: ${type}`,
    `  "至多: this or less."\n  atMost: ${type}`,
    `  "大于: more than this."\n  moreThan: ${type}`,
    `  "小于: less than this."\n  lessThan: ${type}`,
  ].join("\n");

/** What can be asked of the groups of a kind. */
function havingTypes(kind: Listed, hasNumbers: boolean): string[] {
  const title = titleOf(kind);
  const ofNumbers = [
    ["sum", "合计: the sum over the group."],
    ["average", "平均: the mean over the group."],
    ["least", "最小: the least of the group."],
    ["most", "最大: the most of the group."],
  ];
  return [
    `"${title.zh}: bounds of a count over a group."
input ${kind}ValueBounds {
  "属性: the property."
  of: ${kind}Value!
${bounds("Int")}
}`,
    `"${title.zh}: what the numbers of a group are to be; all that is given holds."
input ${kind}Having {
  "数量: how many are in the group."
  count: CountBounds
  "已知: of how many a property is known."
  known: [${kind}ValueBounds!]
  "不同值: how many different values of a property there are."
  distinct: [${kind}ValueBounds!]
${hasNumbers ? ofNumbers.map(([name, about]) => `  "${about}"\n  ${name}: [${kind}NumberBounds!]`).join("\n") : ""}
}`,
    ...(hasNumbers
      ? [
          `"${title.zh}: bounds of a number over a group, in its own unit."
input ${kind}NumberBounds {
  "数值: the number."
  of: ${kind}Number!
${bounds("Float")}
}`,
          `"${title.zh}: an order of groups by a number."
input ${kind}NumberOrder {
  "函数: sum, average, least or most."
  function: GroupNumber = SUM
  "数值: the number."
  of: ${kind}Number!
  "方向: the largest first, unless ASC."
  direction: OrderDirection = DESC
}`,
        ]
      : []),
  ];
}

function kindTypes(
  kind: Listed,
  relations: readonly RelationField[],
  filtered: ReturnType<typeof reachesOf>,
): string[] {
  const title = titleOf(kind);
  const numbers = numbersOf(kind);
  const functions = [
    `  "数量: how many."\n  count: Int!`,
    `  "不同值: how many different values of a property there are."\n  distinct("属性: the property." of: ${kind}Value!): Int!`,
    `  "已知: of how many a property is known."\n  known("属性: the property." of: ${kind}Value!): Int!`,
    ...(numbers.length === 0 ? [] : numeric(kind)),
  ];
  const keys = groupKeys(kind, relations, filtered);
  const ordered =
    numbers.length === 0
      ? ""
      : `, "按数值排序: by what they come to, those unknown last; where equal, by orderBy." orderByNumber: ${kind}NumberOrder`;
  return [
    enumText(`${kind}Value`, `${title.zh}: properties whose values can be counted.`, valuesOf(kind)),
    ...(numbers.length === 0
      ? []
      : [enumText(`${kind}Number`, `${title.zh}: properties that can be summed.`, numbers)]),
    enumText(
      `${kind}Group`,
      `${title.zh}: what a list of it can be grouped by.`,
      keys.map(({ name, description }: GroupKey) => [name, description] as const),
    ),
    `"${title.zh}: one key to group by."
input ${kind}GroupBy {
  "分组依据: what to group by."
  by: ${kind}Group!
  "地区级别: only regions of this level; others are passed over."
  level: RegionLevel
  "含上级: whether a whole counts what lies in its parts (a district that of its parks)."
  withParts: Boolean = true
}`,
    `"${title.zh}: how many there are, what they add up to, and groups of them."
type ${kind}Aggregate {
${functions.join("\n")}
  "分组: grouped by up to three keys. Who has several values of a key is in several groups; who has none is in the group without one."
  groups("分组键: one to three." by: [${kind}GroupBy!]!, "下限: only groups with so many or more." atLeast: Int = 1, "分组条件: only groups whose numbers are so." having: ${kind}Having, "次序: by how many, or by the keys." orderBy: GroupOrder = COUNT_DESC${ordered}, "组数: how many groups at the most." first: Int = 50): ${kind}Groups!
}`,
    ...havingTypes(kind, numbers.length > 0),
    `"${title.zh}: groups of a list."
type ${kind}Groups {
  "总组数: how many groups there are in all."
  totalCount: Int!
  "未判定: how many groups \`having\` left out since their numbers are not known, or must not be worked out."
  undecided: Int!
  "分组: the groups."
  nodes: [${kind}GroupRow!]!
}`,
    `"${title.zh}: one group."
type ${kind}GroupRow {
  "键: its keys in the order asked for."
  keys: [GroupKey!]!
${functions.join("\n")}
}`,
  ];
}

const shared = `"计算值: a number worked out of a list."
type Calculated {
  "值: null where nothing is known of any, or where \`reasons\` says that it must not be worked out."
  value: Float
  "单位: its unit; null for plain numbers."
  unit: String
  """
  界限: how the figures bound it: AT_LEAST where some are 超 or 以上 and none 最高; null without a value, for plain numbers,
  and where they bound it in opposite directions.
  """
  bound: Bound
  "已知: how many entered it."
  known: Int!
  "未知: how many were left out since it is not known of them."
  unknown: Int!
  "原因: why there is no value."
  reasons: [Incomparable!]!
}

"分组键: one key of a group."
type GroupKey {
  "编号: the id of the entity grouped by; null for values and for the group without one."
  id: ID
  "名称: its name, or the value as text; null for the group without one."
  name: String
}

"数量界限: bounds of how many are in a group."
input CountBounds {
${bounds("Int")}
}

"分组数值: what numbers of a group are worked out as."
enum GroupNumber {
  "合计: the sum."
  SUM
  "平均: the mean."
  AVERAGE
  "最小: the least."
  LEAST
  "最大: the most."
  MOST
}

"分组次序: the order of groups."
enum GroupOrder {
  "多者在前: most first, then by key."
  COUNT_DESC
  "少者在前: fewest first, then by key."
  COUNT_ASC
  "按键: by the keys' names."
  KEY
}`;

/** The text of schema/generated/aggregates.graphql. */
export function aggregateTypes(schema: GraphQLSchema): string {
  const relationsOf = relationFieldsOf(schema);
  const types = kindNames.flatMap((kind) => kindTypes(kind, relationsOf(kind), reachesOf(kind, filters)));
  types.push(...kindTypes("Entity", [], {}));
  const connections = ["Entity", ...kindNames].map(
    (kind) =>
      `extend type ${kind}Connection {\n  "汇总: counts, sums and groups of the whole list, whatever page is asked for."\n  aggregate: ${kind}Aggregate!\n}`,
  );
  return `# Generated by npm run generate from the ontology and the field map: edit these.\n\n${[shared, ...types, ...connections].join("\n\n")}\n`;
}
