// What of a filter there is to compare: most filters say one thing of each property and relation, and none of that can
// stand against another. Looked at before a formula is made of it, which costs more than the rest of a request's filter.
import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from "graphql";
import type { Given } from "./filter-place.ts";
import type { FieldMap, FilterSpec } from "./spec.ts";

export interface Compares {
  /** Whether parts of it may contradict each other. */
  readonly itself: boolean;
  /**
   * Where nothing may but pairs of a lower and an upper bound that stand beside each other: their fields. Undefined where
   * more is to be compared.
   */
  readonly bounds?: readonly Bounds[];
  /** Whether it may name what it lists, or the far end of a relation, and say more of it. */
  readonly ends: boolean;
}

/** The fields that say between what a property lies. */
interface Bounds {
  readonly least: string;
  readonly most: string;
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

/** Which bound a field is; undefined where it is none. */
function boundOf(spec: FilterSpec): "least" | "most" | undefined {
  if (spec.is !== "range" && spec.is !== "day") return undefined;
  return (spec.is === "range" ? spec.bound : spec.comparison) === ">=" ? "least" : "most";
}

/** Whether something lies between two bounds, where that is plain to see: both numbers, or dates as precise as each other. */
export function areInOrder({ least, most }: Bounds, given: Given): boolean {
  const [from, to] = [given[least], given[most]];
  if (typeof from === "number" && typeof to === "number") return from <= to;
  return typeof from === "string" && typeof to === "string" && from.length === to.length && from <= to;
}

/** Where a filter says something of a thing. */
interface At {
  readonly given: Given;
  readonly field: string;
  readonly bound: "least" | "most" | undefined;
}

/** The bounds that two fields beside each other are of one property; undefined where they are none. */
function boundsBy(one: At | undefined, other: At): Bounds | undefined {
  if (one?.bound === undefined || other.bound === undefined) return undefined;
  if (one.given !== other.given || one.bound === other.bound) return undefined;
  const [least, most] = one.bound === "least" ? [one, other] : [other, one];
  return { least: least.field, most: most.field };
}

/**
 * What of a filter is to be compared, by which fields are given, not by their values: so it is the same for all requests
 * of a plan. Rather too much than too little.
 * @param said where something is said of each thing; undefined where that is more than once
 */
export function comparesIn(part: Part, said: Map<string, At | undefined> = new Map()): Compares {
  const { filters, type, given } = part;
  const specs = filters[type.name] ?? {};
  let itself = false;
  let isMore = false;
  const bounds: Bounds[] = [];
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
        isMore ||= found.itself;
      }
      continue;
    }
    const about = aboutOf(field, spec);
    // What is said of one relation beside each other is meant of one far end.
    if (about === undefined || (spec.is === "related" && said.has(about))) return all;
    const at = { given, field, bound: boundOf(spec) };
    if (!said.has(about)) said.set(about, at);
    else {
      itself = true;
      const pair = boundsBy(said.get(about), at);
      if (pair === undefined) isMore = true;
      else bounds.push(pair);
      said.set(about, undefined);
    }
  }
  const ends = said.has("the property id") && said.size > 1;
  return itself && !isMore ? { itself, bounds, ends } : { itself, ends };
}
