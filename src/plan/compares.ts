// What of a filter there is to compare: most filters say one thing of each property and relation, and none of that can
// stand against another. Looked at before a formula is made of it, which costs more than the rest of a request's filter.
import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from "graphql";
import type { Given } from "./filter-place.ts";
import type { FieldMap, FilterSpec } from "./spec.ts";

export interface Compares {
  /** Whether parts of it may contradict each other. */
  readonly itself: boolean;
  /** Whether it may name what it lists, or the far end of a relation, and say more of it. */
  readonly ends: boolean;
}

/** Part of a filter, and where it is declared. */
interface Part {
  readonly filters: FieldMap["filters"];
  readonly type: GraphQLInputObjectType;
  readonly given: Given;
}

const all: Compares = { itself: true, ends: true };

/** What a field says something of: undefined where it may be of several things, or of what has parts. */
function aboutOf(field: string, spec: FilterSpec): string | undefined {
  switch (spec.is) {
    case "compare":
    case "property":
    case "range":
    case "day":
      return `the property ${spec.property}`;
    case "related":
      return `along ${spec.relation} ${spec.way} ${spec.of}`;
    case "kind":
      return "the property kind";
    case "text":
    case "period":
    case "cited":
    case "question":
    case "reach":
    case "direct":
      return `by ${field}`;
    case "and":
    case "or":
    case "not":
    case "figure":
    case "relation":
    case "as":
    case "part":
      return undefined;
  }
}

/** What of a filter is to be compared, by the values given there now. Rather too much than too little. */
export function comparesIn(part: Part, said: Set<string> = new Set()): Compares {
  const { filters, type, given } = part;
  const specs = filters[type.name] ?? {};
  let itself = false;
  for (const field in given) {
    const value = given[field];
    const spec = specs[field];
    if (value === null || value === undefined || spec === undefined || spec.is === "direct") continue;
    if (spec.is === "and") {
      const inner = getNamedType(type.getFields()[field]?.type);
      if (!isInputObjectType(inner)) return all;
      for (const one of value as readonly Given[]) {
        const found = comparesIn({ filters, type: inner, given: one }, said);
        if (found.ends) return all;
        itself ||= found.itself;
      }
      continue;
    }
    const about = aboutOf(field, spec);
    // What is said of one relation beside each other is meant of one far end.
    if (about === undefined || (spec.is === "related" && said.has(about))) return all;
    itself ||= said.has(about);
    said.add(about);
  }
  return { itself, ends: said.has("the property id") && said.size > 1 };
}
