// Reads what a filter is given as a formula.
import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from "graphql";
import type { ValueType } from "../ontology/definitions.ts";
import type { Json } from "../store/port.ts";
import type { FilterPlace, Given } from "./filter-place.ts";
import type { Along, Formula, Said } from "./formula.ts";
import { kindFiltered } from "./references.ts";
import type { FieldMap, FilterSpec } from "./spec.ts";

type Path = FilterPlace["path"];

/** Where a part of a filter is read. */
interface Part {
  readonly filters: FieldMap["filters"];
  readonly type: GraphQLInputObjectType;
  readonly given: Given;
  readonly path: Path;
  /** What properties are said to be of: the far end of a relation is another than the relation. */
  readonly of: string;
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

function within(part: Part, field: string, given: unknown, ...index: readonly number[]): Part {
  const type = getNamedType(part.type.getFields()[field]?.type);
  if (!isInputObjectType(type)) throw new Error(`${part.type.name}.${field} is no input object`);
  return { ...part, type, given: given as Given, path: [...part.path, field, ...index] };
}

const all = (of: readonly Formula[], path: Path): Formula => ({ is: "and", of, path });

const alongOf = ({ relation, way, of }: Along): Along => ({ relation, way, of });

function alongRelations(part: Part, relation: Along): Formula[] {
  const match = (own: Part): Formula => readPart({ ...own, of: "" });
  return Object.entries(part.given).flatMap(([field, given]): Formula[] => {
    if (!isGiven(given)) return [];
    const own = within(part, field, given);
    const { path } = own;
    if (field === "every") return [{ is: "every", of: relation, match: match(own), path }];
    if (field !== "count") {
      const bound = field === "some" ? { atLeast: 1 } : { atMost: 0 };
      return [{ is: "counted", of: relation, ...bound, match: match(own), path }];
    }
    const { atLeast, atMost, where } = own.given;
    return [
      {
        is: "counted",
        of: relation,
        ...(isGiven(atLeast) ? { atLeast: Number(atLeast) } : {}),
        ...(isGiven(atMost) ? { atMost: Number(atMost) } : {}),
        match: isGiven(where) ? match(within(own, "where", where)) : all([], path),
        path,
      },
    ];
  });
}

/** A figure that there is to be, or none. One of a plan is none of a fact, and bounds are in their unit. */
function figures({ given, path }: Part): Formula {
  const { isNull, unit, atLeast, atMost, metric, ...rest } = { status: "facts", ...given } as Given;
  const one = (about: string, operator: Said["operator"], value: unknown): Said[] =>
    isGiven(value)
      ? [
          {
            is: "said",
            about,
            operator,
            type: undefined,
            value: value as Json,
            isDirect: false,
            path: [...path, about],
          },
        ]
      : [];
  const value = `value in ${String(unit ?? "its unit")}`;
  const match = [
    ...one("metric", "equals", metric),
    ...one(value, "atLeast", atLeast),
    ...one(value, "atMost", atMost),
    ...Object.entries(rest).flatMap(([name, each]) => one(name, "as", each)),
  ];
  return {
    is: "counted",
    of: "figure",
    ...(isNull === true ? { atMost: 0 } : { atLeast: 1 }),
    match: all(match, path),
    path,
  };
}

function readField(part: Part, field: string, spec: FilterSpec): Formula[] {
  const given = part.given[field];
  const path = [...part.path, field];
  const say = (name: string, operator: Said["operator"], type?: ValueType): Formula => ({
    is: "said",
    about: `${part.of}${name}`,
    operator,
    type,
    value: given as Json,
    isDirect: operator === "as" && part.given.direct === true,
    path,
  });
  switch (spec.is) {
    case "compare":
      return [say(spec.property, spec.operator, spec.type)];
    case "property":
      return [say(spec.property, "equals")];
    case "range":
      return [say(spec.property, spec.bound === ">=" ? "atLeast" : "atMost")];
    case "day":
      return [say(spec.property, spec.comparison === ">=" ? "atLeast" : "atMost", "date")];
    case "and":
    case "or": {
      const of = (given as readonly unknown[]).map((one, index) => readPart(within(part, field, one, index)));
      return [{ is: spec.is, of, path }];
    }
    case "not":
      return [{ is: "not", of: readPart(within(part, field, given)), path }];
    case "relation":
      return alongRelations(within(part, field, given), alongOf(spec));
    case "figure":
      return [figures(within(part, field, given))];
    case "kind":
      return [say("kind", Array.isArray(given) ? "in" : "equals")];
    case "as":
      return [{ ...(say("kind", "equals") as Said), value: spec.kind }, readPart(within(part, field, given))];
    case "part":
      return [readPart({ ...within(part, field, given), of: `${part.of}node.` })];
    case "reach": {
      const { relations, above, from = [] } = spec;
      const reached = { relations, above, from, kind: kindFiltered(part.type.name) };
      return [{ ...(say(`by ${field}`, "as") as Said), reached }];
    }
    case "direct":
    case "related":
      return [];
    default:
      return [say(`by ${field}`, "as")];
  }
}

/** What fields say of one relation beside each other is meant of one far end (`certifiedAs`, `certificationLevel`). */
function readRelated(part: Part, specs: Readonly<Record<string, FilterSpec>>): Formula[] {
  const ends = new Map<string, { readonly of: Along; readonly match: Said[] }>();
  for (const [field, value] of Object.entries(part.given)) {
    const spec = specs[field];
    if (spec?.is !== "related" || !isGiven(value)) continue;
    const key = `${spec.relation} ${spec.way} ${spec.of}`;
    const path = [...part.path, field];
    const about = `node.${spec.property}`;
    const said = {
      about,
      operator: "equals",
      type: undefined,
      value: value as Json,
      isDirect: false,
    } as const;
    const before = ends.get(key)?.match ?? [];
    ends.set(key, { of: alongOf(spec), match: [...before, { is: "said", ...said, path }] });
  }
  return [...ends.values()].map(({ of, match }): Formula => {
    const path = match[0]?.path ?? part.path;
    return { is: "counted", of, atLeast: 1, match: all(match, path), path };
  });
}

function readPart(part: Part): Formula {
  const specs = part.filters[part.type.name] ?? {};
  const of = Object.entries(part.given).flatMap(([field, value]): Formula[] => {
    const spec = specs[field];
    return spec === undefined || !isGiven(value) ? [] : readField(part, field, spec);
  });
  return all([...of, ...readRelated(part, specs)], part.path);
}

/** A filter as a formula: of the values given there now. */
export const formulaOf = (part: Omit<Part, "of">): Formula => readPart({ ...part, of: "" });
