// Plans a filter: what is given becomes a tree of conditions, each value a parameter.
import type { Kind } from "../ontology/model.ts";
import type { Json } from "../store/port.ts";
import { countOf, inRange, notBelow } from "./bounds.ts";
import type { Condition } from "./conditions.ts";
import { checkDirect, isDirect } from "./direct.ts";
import { refuseOtherEnds } from "./far-kinds.ts";
import { figureCondition } from "./figure-condition.ts";
import {
  bindAt,
  checkLevels,
  type FilterPlace,
  filterPlace,
  placeWithin,
  present,
  told,
  wrong,
} from "./filter-place.ts";
import { withOneEnd } from "./one-end.ts";
import { daysMeant } from "./period.ts";
import { bind, type Planning, questionOf, type Site } from "./planning.ts";
import { kindFiltered } from "./references.ts";
import { refuseContradictions } from "./refuse-contradictions.ts";
import type { FilterSpec } from "./spec.ts";
import { refuseTimesApart } from "./times-apart.ts";
import { dayMeant } from "./values.ts";
import { lookedFor } from "./wanted-text.ts";

/** What is asked of a relation, and what of its far end. */
export interface RelationConditions {
  readonly edge: readonly Condition[];
  readonly node: readonly Condition[];
}

/** Fields about a relation that are about its far end. */
const ofFarEnd = ["kind", "kindIn"];

/** What an input object asks of a relation: of its properties, and of the far end by `node`. */
function relationMatched(place: FilterPlace): RelationConditions {
  const only = (isWanted: (field: string) => boolean): FilterPlace => ({
    ...place,
    given: Object.fromEntries(Object.entries(place.given).filter(([field]) => isWanted(field))),
  });
  const isFar = (field: string): boolean => ofFarEnd.includes(field);
  const node = place.given.node == null ? [] : conditionsIn(placeWithin(place, "node"));
  return {
    edge: conditionsIn(only((field) => field !== "node" && !isFar(field))),
    node: [...conditionsIn(only(isFar)), ...node],
  };
}

/** Binds a bound of how many far ends there are. */
const numberAt = (place: FilterPlace, within: FilterPlace["path"], field: "atLeast" | "atMost"): string => {
  const path = [...within, field];
  return bindAt(place, path, (value, beside) => {
    const number = countOf(path, value);
    return field === "atMost" ? notBelow(path, number, "atLeast", beside("atLeast")) : number;
  });
};

/** What is asked of relations and their far ends: `some`, `none`, `every`, or how many. */
function alongConditions(
  place: FilterPlace,
  spec: Extract<FilterSpec, { is: "relation" }>,
  owner: string,
): Condition[] {
  const { relation, way, of } = spec;
  const matched = (match: FilterPlace) => {
    const { edge, node } = relationMatched(match);
    refuseOtherEnds(told([...match.path, "node"]), node, spec, kindFiltered(owner));
    return { relation, way, of, edge, node };
  };
  const conditions = present(place).map((field): Condition => {
    if (field === "some" || field === "none" || field === "every")
      return { is: "along", quantifier: field, ...matched(placeWithin(place, field)) };
    const count = placeWithin(place, field);
    const { atLeast, atMost, where } = count.given;
    if (atLeast == null && atMost == null) throw wrong(count.path, "needs atLeast or atMost.");
    const counted =
      where == null ? { relation, way, of, edge: [], node: [] } : matched(placeWithin(count, "where"));
    return {
      is: "count",
      ...counted,
      ...(atLeast == null ? {} : { atLeast: numberAt(place, count.path, "atLeast") }),
      ...(atMost == null ? {} : { atMost: numberAt(place, count.path, "atMost") }),
    };
  });
  if (conditions.length === 0) throw wrong(place.path, "needs some, none, every or count.");
  return conditions;
}

function testOf(place: FilterPlace, field: string, spec: Extract<FilterSpec, { is: "compare" }>): Condition {
  const { property, type, operator } = spec;
  const path = [...place.path, field];
  const lower = (value: Json): Json => {
    const text = String(value ?? "").toLowerCase();
    if (text === "") throw wrong(path, "is empty: leave it out.");
    return text;
  };
  return {
    is: "test",
    property,
    type,
    operator,
    value: bindAt(place, path, (given, beside) => {
      if (operator === "contains") return lower(given);
      const bound = `${property}AtLeast`;
      const number = inRange(path, given, spec);
      return operator === "atMost" ? notBelow(path, number, bound, beside(bound)) : number;
    }),
  };
}

function conditionOf(place: FilterPlace, field: string, spec: FilterSpec): Condition {
  const { planning, isTimed } = place;
  const path = [...place.path, field];
  const value = (made?: (one: Json, beside: (field: string) => Json) => Json): string =>
    bindAt(place, path, made);
  const untimed = (): void => {
    if (isTimed) throw wrong(path, "cannot be asked as of a date; leave out asOf.");
  };
  switch (spec.is) {
    case "property":
      return { is: "compare", property: spec.property, operator: "=", value: value() };
    case "range": {
      const lower = `${spec.property}AtLeast`;
      const bound = value((one, beside) =>
        spec.bound === "<=" ? notBelow(path, one, lower, beside(lower)) : one,
      );
      return { is: "compare", property: spec.property, operator: spec.bound, value: bound };
    }
    case "day": {
      const day = value((date, beside) => {
        if (field === "to") notBelow(path, date, "from", beside("from"));
        return dayMeant(field, String(date));
      });
      return { is: "compare", property: spec.property, operator: spec.comparison, value: day };
    }
    case "period": {
      const days = value((one) => daysMeant(field, String(one)));
      return { is: "period", days, overlaps: spec.overlaps };
    }
    case "text":
      return { is: "text", value: value((one) => lookedFor(told(path), String(one ?? ""))) };
    case "cited":
      return { is: "cited", document: value() };
    case "reach": {
      const { of, relations, above, from = [] } = spec;
      const hops = isDirect(place) ? 1 : spec.hops;
      return { is: "reach", of, relations, above, hops, from, whole: value() };
    }
    case "related": {
      const { relation, way, of, property } = spec;
      return { is: "related", relation, way, of, properties: [{ property, value: value() }] };
    }
    case "question": {
      untimed();
      const question = questionOf(planning, spec.question);
      const bound = value();
      const direct = (): string => bind(planning, place.site, () => isDirect(place));
      const parameters = question.args.map(
        ({ name }) => [name, name === "direct" ? direct() : bound] as const,
      );
      return { is: "found", use: { question, parameters: new Map(parameters) } };
    }
    case "compare":
      return testOf(place, field, spec);
    case "and":
    case "or": {
      if (spec.is === "or") untimed();
      const alternatives = (place.given[field] as readonly unknown[]).map(
        (_, index): Condition => ({ is: "and", of: conditionsIn(placeWithin(place, field, index)) }),
      );
      return { is: spec.is, of: alternatives };
    }
    case "not":
      untimed();
      return { is: "not", of: { is: "and", of: conditionsIn(placeWithin(place, field)) } };
    case "relation":
      untimed();
      return { is: "and", of: alongConditions(placeWithin(place, field), spec, place.type.name) };
    case "figure":
      untimed();
      return figureCondition(placeWithin(place, field));
    case "kind": {
      const given = place.given[field] as Kind | readonly Kind[];
      return { is: "kind", kinds: typeof given === "string" ? [given] : given };
    }
    case "as":
      untimed();
      return { is: "as", kind: spec.kind, where: conditionsIn(placeWithin(place, field)) };
    default:
      throw new Error(`${place.type.name}.${field}: a ${spec.is} stands elsewhere`);
  }
}

/**
 * The conditions of an input object, all of which must hold. What is only `and` is taken apart; each of its filters
 * means far ends of its own.
 */
export function conditionsIn(place: FilterPlace): Condition[] {
  checkLevels(place);
  const specs = place.planning.fieldMap.filters[place.type.name] ?? {};
  if (place.type.name === "ObservationFilter") refuseTimesApart(place.planning, place.site, place.path);
  checkDirect(place, specs);
  const own: Condition[] = [];
  const others: Condition[] = [];
  for (const field of present(place)) {
    const spec = specs[field];
    if (spec === undefined) throw new Error(`${place.type.name}.${field} has no filter in the field map`);
    if (spec.is === "direct") continue;
    const condition = conditionOf(place, field, spec);
    if (condition.is === "and") others.push(...flattened(condition.of));
    else own.push(condition);
  }
  return [...withOneEnd(own), ...others];
}

const flattened = (conditions: readonly Condition[]): Condition[] =>
  conditions.flatMap((one) => (one.is === "and" ? flattened(one.of) : [one]));

/** What is read from a filter of a field, which is no contradiction in itself; undefined where there is none. */
function readAt<T>(place: FilterPlace | undefined, read: (place: FilterPlace) => T): T | undefined {
  if (place === undefined) return undefined;
  const found = read(place);
  refuseContradictions(place);
  return found;
}

/** The conditions of the field's filter, all of which must hold; none where there is no filter. */
export const conditionsAt = (planning: Planning, site: Site, isTimed: boolean): Condition[] =>
  readAt(filterPlace(planning, site, isTimed), conditionsIn) ?? [];

/** The conditions of the filter of a list of relations. */
export const relationConditionsAt = (planning: Planning, site: Site, isTimed: boolean): RelationConditions =>
  readAt(filterPlace(planning, site, isTimed), (place) => {
    if (isTimed && place.given.node != null)
      throw wrong([...place.path, "node"], "cannot be asked as of a date; leave out asOf.");
    return relationMatched(place);
  }) ?? { edge: [], node: [] };

/** The conditions of where the relations of a list start, where the field asks for it. */
export const startConditionsAt = (planning: Planning, site: Site, isTimed: boolean): Condition[] =>
  readAt(filterPlace(planning, site, isTimed, "from"), (place) => {
    if (isTimed) throw wrong(place.path, "cannot be asked as of a date; leave out asOf.");
    return conditionsIn(place);
  }) ?? [];
