// Filters on one property, of an entity or of a relation: by value, range, text and whether it is known.

import type { Property } from "../ontology/definitions.ts";
import type { TestOperator } from "../plan/conditions.ts";
import type { FilterSpec } from "../plan/spec.ts";

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

/** Properties that have filters of their own: citations by `document`. */
const apart = new Set(["sources"]);

/** A figure's period is a span, which has filters of its own: only whether it is known is asked alike. */
const span = "period";

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

/** The filters on one property: equal, one of, range, contains, known or not, as its type allows. */
export function propertyFilters(name: string, property: Property, enumNamed: EnumNamed): FilterField[] {
  const { type, title, unit, required, least, most } = property;
  if (apart.has(name)) return [];
  // Sentences are looked into, never named whole.
  const isProse = prose.has(name);
  const value = (type === "enum" ? enumNamed(property.values ?? []) : undefined) ?? scalarOf[type];
  const of = unit === undefined ? "" : ` In ${unit}.`;
  const range = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
  const one = (suffix: string, of: string, description: string, operator: TestOperator): FilterField => ({
    name: `${name}${suffix}`,
    type: of,
    description: `${title.zh}: ${description}`,
    spec: { is: "compare", property: name, type, operator, ...range },
  });
  const equal =
    type === "texts"
      ? `one of its ${title.en} is this.`
      : type === "date"
        ? `${title.en} lies in this date.`
        : `${title.en} is this.`;
  const known = one("IsNull", "Boolean", `true: ${title.en} is not known; false: it is.`, "isNull");
  const isKnown = required === true ? [] : [known];
  if (name === span) return isKnown;
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
    ...isKnown,
  ];
}
