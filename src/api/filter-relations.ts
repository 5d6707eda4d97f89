// Filters by relations: the input types of "some, none, every, how many" along each list field.

import {
  isKind,
  type Kind,
  kindOf,
  type RelationType,
  relationOf,
  relationPropertiesOf,
} from "../ontology/model.ts";
import type { RelationField } from "../plan/aggregate-spec.ts";
import type { FieldSpec, FilterSpec } from "../plan/spec.ts";
import type { Way } from "../plan/ways.ts";
import { type EnumNamed, type FilterField, type FilterType, propertyFilters } from "./filter-properties.ts";

const pascal = (type: string): string =>
  type.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const wayWords: Readonly<Record<Way, string>> = { out: "To", in: "From", both: "With" };

/** The name of the condition on relations of a type, read one way, to entities of a kind. */
export const conditionName = (relation: RelationType, way: Way, of: Kind | "Entity"): string =>
  `${pascal(relation)}${wayWords[way]}${of}`;

/**
 * The fields of a kind that follow a relation, to one or to a list.
 * @param kindOfField the kind that a field leads to, Entity where it may be of several
 * @param taken the filters of the kind that are written by hand
 */
export function relationFields(
  kind: Kind,
  fields: Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>,
  kindOfField: (type: string, field: string) => string | undefined,
  taken: Readonly<Record<string, FilterSpec>> = {},
): RelationField[] {
  return Object.entries({ ...fields.Entity, ...fields[kind] }).flatMap(([name, spec]): RelationField[] => {
    const of = kindOfField(kind, name);
    if (of === undefined || (of !== "Entity" && !isKind(of))) return [];
    // What it is in, and what it is of, is asked by filters of these names.
    if (spec.is === "one" && taken[name] !== undefined) return [];
    if (spec.is === "connection" || spec.is === "one")
      return [{ name, relation: spec.relation, way: spec.way, of }];
    if (spec.is !== "within" || of === "Entity") return [];
    // Of a list that goes through parts the filter is about what lies in it directly.
    const relation = spec.relations.find((type) => {
      const { from, to } = relationOf(type);
      return [...from].includes(of) && [...to].includes(kind);
    });
    return relation === undefined ? [] : [{ name, relation, way: "in", of }];
  });
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
      description: `${title.zh}: conditions on relations (${title.en}) to ${of === "Entity" ? "entities of any kind" : kindOf(of).plural}.`,
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
