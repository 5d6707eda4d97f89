// What lists can be summed and grouped by, from the ontology: the SDL is generated from here, and the plan reads it.
import { type Property, withChinese } from "../ontology/definitions.ts";
import {
  commonProperties,
  figureKind,
  isKind,
  type Kind,
  kindOf,
  propertiesOf,
  relationOf,
  relationPropertiesOf,
} from "../ontology/model.ts";
import type { Aggregates, GroupSource, RelationField } from "../plan/aggregate-spec.ts";
import type { FilterSpec } from "../plan/spec.ts";
import { grouped } from "./filters.ts";

/** `CERTIFICATION_YEAR` for `certificationYear`. */
export const upper = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();

/** What lists hold: entities of a kind, or of any. */
export type Listed = Kind | "Entity";

const own = (kind: Listed): [string, Property][] =>
  Object.entries(kind === "Entity" ? withChinese(commonProperties) : propertiesOf(kind)).filter(
    ([, { type }]) => type !== "sources",
  );

/** Properties whose values can be counted: names in the API and what they are. */
export function valuesOf(kind: Listed): [string, string][] {
  return own(kind).map(([name, { title }]) => [upper(name), `${title.zh}: ${title.en}.`]);
}

/** Properties that can be summed. An observation's value is summed in its normalised unit. */
export function numbersOf(kind: Listed): [string, string][] {
  return own(kind)
    .filter(
      ([name, { type, unit }]) =>
        (type === "float" || type === "integer") && unit !== "year" && name !== "normalisedValue",
    )
    .map(([name, { title, unit }]) => [
      upper(name),
      `${title.zh}: ${title.en}${unit === undefined ? "" : `, in ${unit}`}.`,
    ]);
}

/** A filter that reaches wholes of one kind. */
type Reached = Extract<FilterSpec, { is: "reach" }> & { readonly of: Kind };

const isReached = (spec: FilterSpec): spec is Reached => spec.is === "reach" && spec.of !== "Entity";

export interface GroupKey {
  readonly name: string;
  readonly description: string;
  readonly source: GroupSource;
}

/** The property that tells the level of wholes: `level` narrows a grouping to one. */
const levelOf = (of: Kind): { readonly levelProperty?: string } =>
  Object.hasOwn(kindOf(of).properties, "regionLevel") ? { levelProperty: "regionLevel" } : {};

const dated = (type: Property["type"]): boolean => type === "date" || type === "period";

/**
 * All that a list of a kind can be grouped by.
 * @param relations its list fields along relations
 * @param filtered its filters that reach wholes through parts, as region, park, cluster
 */
export function groupKeys(
  kind: Listed,
  relations: readonly RelationField[],
  filtered: Readonly<Record<string, Reached>>,
): GroupKey[] {
  const properties = own(kind)
    .filter(
      ([name, { type, unique }]) =>
        name !== "id" && name !== "summary" && name !== "aliases" && unique !== true && type !== "float",
    )
    .flatMap(([name, { type, title }]): GroupKey[] => {
      const key = (suffix: string, part: "whole" | "year" | "month", word: string): GroupKey => ({
        name: `${upper(name)}${suffix}`,
        description: `${title.zh}: ${title.en}${word}.`,
        source: { is: "property", property: name, part, many: type === "texts" },
      });
      return dated(type)
        ? [key("_YEAR", "year", ", by year"), key("_MONTH", "month", ", by month")]
        : [key("", "whole", "")];
    });
  const reached = Object.entries(filtered).map(
    ([filter, { of, relations: types, above, hops, from }]): GroupKey => ({
      name: upper(filter),
      description: `${kindOf(of).title.zh}: its ${filter}, as the filter of that name finds it, through parts.`,
      source: { is: "reach", of, relations: types, above, hops, from, ...levelOf(of) },
    }),
  );
  const related = relations.flatMap((field): GroupKey[] => {
    const { title, inverse } = relationOf(field.relation);
    const words = field.way === "in" ? inverse : title;
    const dates = Object.entries(relationPropertiesOf(field.relation)).filter(
      ([name, { type }]) => name === "year" || (name === "since" && dated(type)),
    );
    return [
      {
        name: upper(field.name),
        description: `${words.zh}: its ${field.name} (${field.of === "Entity" ? "实体" : kindOf(field.of).title.zh}).`,
        source: { is: "related", field },
      },
      ...dates.flatMap(([property, { title: of, type }]): GroupKey[] =>
        (type === "integer" ? (["year"] as const) : (["year", "month"] as const)).map((part) => ({
          name: `${upper(field.name)}_${upper(property)}${type === "integer" ? "" : `_${part.toUpperCase()}`}`,
          description: `${words.zh}: ${of.en} of its ${field.name}${type === "integer" ? "" : `, by ${part}`}.`,
          source: { is: "relationDate", field, property, part },
        })),
      ),
    ];
  });
  const kinds: GroupKey[] =
    kind === "Entity" ? [{ name: "KIND", description: "类别: its kind.", source: { is: "kind" } }] : [];
  const all = [...kinds, ...reached, ...properties, ...related];
  return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
}

/** The filters of a kind that reach wholes through parts. */
export const reachesOf = (
  kind: Kind,
  filters: Readonly<Record<string, Readonly<Record<string, FilterSpec>>>>,
): Readonly<Record<string, Reached>> =>
  Object.fromEntries(
    Object.entries({ ...grouped[`${kind}Filter`], ...filters[`${kind}Filter`] }).flatMap(([name, spec]) =>
      isReached(spec) ? [[name, spec] as const] : [],
    ),
  );

/** The question that sums of figures ask of each. */
export const wholesOfFigures = "observation.wholes";

/** What the values of the enumerations stand for. */
export function aggregatesOf(
  relationsOf: (kind: Kind) => readonly RelationField[],
  filters: Readonly<Record<string, Readonly<Record<string, FilterSpec>>>>,
): Aggregates {
  const groups = new Map<string, Map<string, GroupSource>>();
  const propertyNames = new Map<string, Map<string, [string, Property]>>();
  const isKindNamed = (kind: string): Listed => {
    if (isKind(kind) || kind === "Entity") return kind;
    throw new Error(`${kind} is no kind`);
  };
  const groupKeysOf = (kind: Listed): GroupKey[] =>
    kind === "Entity"
      ? groupKeys(kind, [], {})
      : groupKeys(kind, relationsOf(kind), reachesOf(kind, filters));
  return {
    wholes: wholesOfFigures,
    propertyOf(kind, value) {
      const known =
        propertyNames.get(kind) ?? new Map(own(isKindNamed(kind)).map((one) => [upper(one[0]), one]));
      propertyNames.set(kind, known);
      const [name, property] = known.get(value) ?? [];
      if (name === undefined || property === undefined) throw new Error(`${kind} has no property ${value}`);
      const isFigure = kind === figureKind && name === "value";
      return { property: isFigure ? "comparedValue" : name, unit: property.unit, isFigure };
    },
    groupOf(kind, value) {
      const one = isKindNamed(kind);
      const known = groups.get(kind) ?? new Map(groupKeysOf(one).map(({ name, source }) => [name, source]));
      groups.set(kind, known);
      const source = known.get(value);
      if (source === undefined) throw new Error(`${kind} cannot be grouped by ${value}`);
      return source;
    },
  };
}
