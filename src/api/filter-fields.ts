// The filters that follow from the ontology, the same on every list: each property by value, range and whether it is
// known; each list field by some, none, every or how many; figures by value; and, or, not. The SDL of these filters is
// generated from here, and the plan reads them from here, so that the two cannot differ.

import type { Property } from "../ontology/definitions.ts";
import {
  isKind,
  type Kind,
  kindOf,
  propertiesOf,
  type RelationType,
  relationOf,
  relationPropertiesOf,
} from "../ontology/model.ts";
import type { TestOperator } from "../plan/conditions.ts";
import type { FieldSpec, FilterSpec, RelationField, Way } from "../plan/spec.ts";

/** A field of a filter: its name, its type and description in the SDL, and what it means. */
export interface FilterField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly spec: FilterSpec;
}

/** Input types by name: what they are for, and their fields. */
export interface FilterType {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FilterField[];
}

/** Properties that have filters of their own (citations by `document`) or none (a figure's period is a span). */
const apart = new Set(["sources", "period"]);

/** Texts that are sentences. */
const prose = new Set([
  "summary",
  "summaryZh",
  "note",
  "noteZh",
  "reason",
  "reasonZh",
  "resolution",
  "resolutionZh",
  "definition",
  "definitionZh",
  "clause",
  "url",
]);

const scalarOf: Readonly<Record<Property["type"], string>> = {
  text: "String",
  texts: "String",
  integer: "Float",
  float: "Float",
  boolean: "Boolean",
  date: "Date",
  period: "Period",
  enum: "String",
  sources: "String",
};

/** Names of enumerations in the API by the values they have: the ontology names no enumeration. */
export type EnumNamed = (values: readonly string[]) => string | undefined;

function propertyFilters(name: string, property: Property, enumNamed: EnumNamed): FilterField[] {
  const { type, title, unit, required } = property;
  if (apart.has(name)) return [];
  // Sentences are looked into, never named whole.
  const isProse = prose.has(name);
  const value = (type === "enum" ? enumNamed(property.values ?? []) : undefined) ?? scalarOf[type];
  const of = unit === undefined ? "" : ` In ${unit}.`;
  const one = (suffix: string, of: string, description: string, operator: TestOperator): FilterField => ({
    name: `${name}${suffix}`,
    type: of,
    description: `${title.zh}: ${description}`,
    spec: { is: "compare", property: name, type, operator },
  });
  const equal =
    type === "texts"
      ? `one of its ${title.en} is this.`
      : type === "date"
        ? `${title.en} lies in this date.`
        : `${title.en} is this.`;
  const ordered = type === "integer" || type === "float" || type === "date";
  const worded = type === "text" || type === "texts";
  return [
    ...(isProse ? [] : [one("", value, `${equal}${of}`, "equals")]),
    ...(type === "boolean" ? [] : [one("In", `[${value}!]`, `${title.en} is one of these.${of}`, "in")]),
    ...(ordered
      ? [
          one(
            "AtLeast",
            value,
            `${title.en} is known to be this or more${type === "date" ? " (this date or later)" : ""}.${of}`,
            "atLeast",
          ),
        ]
      : []),
    ...(ordered
      ? [
          one(
            "AtMost",
            value,
            `${title.en} is known to be this or less${type === "date" ? " (this date or earlier)" : ""}.${of}`,
            "atMost",
          ),
        ]
      : []),
    ...(worded ? [one("Contains", "String", `${title.en} contains this text.`, "contains")] : []),
    ...(required === true
      ? []
      : [one("IsNull", "Boolean", `true: ${title.en} is not known; false: it is.`, "isNull")]),
  ];
}

const pascal = (type: string): string =>
  type.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const wayWords: Readonly<Record<Way, string>> = { out: "To", in: "From", both: "With" };

/** The name of the condition on relations of a type, read one way, to entities of a kind. */
export const conditionName = (relation: RelationType, way: Way, of: Kind): string =>
  `${pascal(relation)}${wayWords[way]}${of}`;

/**
 * The list fields of a kind that follow a relation to entities of one kind.
 * @param kindOfField the kind that a field's connection holds; undefined where it holds several
 */
export function relationFields(
  kind: Kind,
  fields: Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>,
  kindOfField: (type: string, field: string) => string | undefined,
): RelationField[] {
  return Object.entries({ ...fields.Entity, ...fields[kind] }).flatMap(([name, spec]): RelationField[] => {
    const of = kindOfField(kind, name);
    if (of === undefined || !isKind(of)) return [];
    if (spec.is === "connection") return [{ name, relation: spec.relation, way: spec.way, of }];
    if (spec.is !== "within") return [];
    // Of a list that goes through parts the filter is about what lies in it directly.
    const relation = spec.relations.find((type) => {
      const { from, to } = relationOf(type);
      return [...from].includes(of) && [...to].includes(kind);
    });
    return relation === undefined ? [] : [{ name, relation, way: "in", of }];
  });
}

const logic = (filter: string): FilterField[] => [
  { name: "and", type: `[${filter}!]`, description: "且: all of these hold.", spec: { is: "and" } },
  {
    name: "or",
    type: `[${filter}!]`,
    description: "或: at least one of these holds; an empty list holds for none.",
    spec: { is: "or" },
  },
  {
    name: "not",
    type: filter,
    description:
      "非: this does not hold. It is the complement: those of whom it is not known are among them.",
    spec: { is: "not" },
  },
];

const figure: FilterField = {
  name: "figure",
  type: "FigureCondition",
  description: "数据: by the value of a figure about it.",
  spec: { is: "figure" },
};

/** Kinds that figures are about. */
const withFigures = new Set<string>(relationOf("OBSERVES").to);

/** All filter fields of a kind that follow from the ontology. */
export function filterFields(
  kind: Kind,
  relations: readonly RelationField[],
  enumNamed: EnumNamed,
): FilterField[] {
  const properties = Object.entries(propertiesOf(kind)).flatMap(([name, property]) =>
    propertyFilters(name, property, enumNamed),
  );
  const along = relations.map(({ name, relation, way, of }): FilterField => {
    const { title, inverse } = relationOf(relation);
    const words = way === "in" ? inverse : title;
    return {
      name,
      type: `${conditionName(relation, way, of)}Condition`,
      description: `${words.zh}: by its ${name} (${words.en}, ${kindOf(of).title.en.toLowerCase()}).`,
      spec: { is: "relation", relation, way, of },
    };
  });
  return [...logic(`${kind}Filter`), ...properties, ...along, ...(withFigures.has(kind) ? [figure] : [])];
}

/** The input types that conditions on one relation need: the condition, what one of the relations is to be, how many. */
export function conditionTypes({ relation, way, of }: RelationField, enumNamed: EnumNamed): FilterType[] {
  const name = conditionName(relation, way, of);
  const [match, condition] = [`${name}Match`, `${name}Condition`];
  const { title } = relationOf(relation);
  const properties = Object.entries(relationPropertiesOf(relation)).flatMap(([property, definition]) =>
    propertyFilters(property, definition, enumNamed),
  );
  const quantified = (quantifier: "some" | "none" | "every", description: string): FilterField => ({
    name: quantifier,
    type: match,
    description,
    spec: { is: "part" },
  });
  return [
    {
      name: match,
      description: `${title.zh}: what one relation (${title.en}) and its far end are to be.`,
      fields: [
        {
          name: "node",
          type: `${of}Filter`,
          description: "另一端: what the far end is to be.",
          spec: { is: "part" },
        },
        ...properties,
      ],
    },
    {
      name: condition,
      description: `${title.zh}: conditions on relations (${title.en}) to ${kindOf(of).plural}.`,
      fields: [
        quantified("some", "有: at least one is so. An empty object asks only that there is one."),
        quantified("none", "无: none is known to be so."),
        quantified("every", "全: each that is known is so; it holds where there is none."),
        {
          name: "count",
          type: `${name}Count`,
          description: "数量: how many different far ends there are.",
          spec: { is: "part" },
        },
      ],
    },
    {
      name: `${name}Count`,
      description: `${title.zh}: how many different far ends there are.`,
      fields: [
        {
          name: "where",
          type: match,
          description: "其中: only those that are so are counted.",
          spec: { is: "part" },
        },
        {
          name: "atLeast",
          type: "Int",
          description: "至少: this many or more.",
          spec: { is: "part" },
        },
        {
          name: "atMost",
          type: "Int",
          description: "至多: this many or fewer.",
          spec: { is: "part" },
        },
      ],
    },
  ];
}

/** What `figure` takes. */
export const figureCondition: FilterType = {
  name: "FigureCondition",
  description: "数据条件: a figure of a metric about the entity, within bounds.",
  fields: [
    {
      name: "metric",
      type: "String!",
      description: "指标: the metric, by name or id.",
      spec: { is: "part" },
    },
    {
      name: "atLeast",
      type: "Float",
      description: "至少: the figure is known to be this or more.",
      spec: { is: "part" },
    },
    {
      name: "atMost",
      type: "Float",
      description: "至多: the figure is known to be this or less.",
      spec: { is: "part" },
    },
    {
      name: "unit",
      type: "String",
      description: "单位: the unit of the bounds, as 亿元 or yuan; left out, the metric's normal unit.",
      spec: { is: "part" },
    },
    {
      name: "period",
      type: "Period",
      description: "时期: the figure's period lies in this one.",
      spec: { is: "part" },
    },
    {
      name: "status",
      type: "FactStatus",
      description: "确定程度: stated, implied, a target or a forecast; left out, stated or implied.",
      spec: { is: "part" },
    },
    {
      name: "isNull",
      type: "Boolean",
      description: "未知: true: no such figure is known; false: one is.",
      spec: { is: "part" },
    },
  ],
};
