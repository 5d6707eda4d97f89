// How much is looked at for each entity that a list goes through: properties, relations, and what lies behind them, as
// multiples of one look at a property. Coarse on purpose: it only tells what takes moments from what takes long.

import type { Condition } from "./conditions.ts";
import type { ConnectionPlan } from "./nodes.ts";
import type { AggregateSource, GroupPlan, GroupsSource } from "./page-nodes.ts";

/** Relations of one type that an entity has, more or less. */
const manyEnds = 2;

/** Telling the ends of relations apart, to count them. */
const countEnds = 12;

/** Climbing from an entity to a whole, through parts of parts. */
const climb = 25;

const sumOf = (conditions: readonly Condition[]): number =>
  conditions.reduce((sum, one) => sum + effortOf(one), 0);

/** What one condition looks at, asked of an entity that is there. */
export function effortOf(condition: Condition): number {
  switch (condition.is) {
    case "and":
    case "or":
      return sumOf(condition.of);
    case "not":
      return effortOf(condition.of);
    case "compare":
    case "test":
    case "kind":
    case "period":
      return 1;
    case "text":
    case "cited":
      return 2;
    case "related":
      return 3;
    case "figure":
      return 4;
    case "found":
      return climb;
    case "reach":
      return condition.from.length === 0 ? climb : 2 * climb;
    case "as":
      return 1 + sumOf(condition.where);
    case "along":
      return 3 + manyEnds * sumOf([...condition.edge, ...condition.node]);
    case "count":
      return countEnds + manyEnds * sumOf([...condition.edge, ...condition.node]);
  }
}

/** What leads from an entity to a key, and tells entities of one key apart. */
function groupEffort({ source, level }: GroupPlan): number {
  if (source.is === "property" || source.is === "kind") return 1;
  if (source.is !== "reach") return 8;
  if (source.from !== undefined && source.from.length > 0) return 2 * climb;
  // Wholes of one level are few.
  return level === undefined ? 11 : 8;
}

/** Whether numbers are worked out for each group beside its count. */
const hasNumbers = ({ fields, having, numberOrder }: GroupsSource): boolean =>
  having.length > 0 ||
  numberOrder !== undefined ||
  fields.some(
    ({ source }) => source.is === "rows" && source.fields.some((one) => one.source.is === "number"),
  );

function aggregateEffort(source: AggregateSource): number {
  if (source.is === "groups")
    return source.keys.reduce((sum, key) => sum + groupEffort(key), hasNumbers(source) ? 3 : 1);
  return source.is === "number" || source.is === "tally" ? 1 : 0;
}

/** What a facet leads to: gathered by what entities are in directly, as groups are; each is asked for itself. */
const facet = 4;

/** What a list looks at beside its filter: what it is put in order by, and what is summed and grouped. */
export function effortBeside({ fields, order, wants }: ConnectionPlan): number {
  const [first] = order;
  const isByName = first?.of === "node" && first.property === "sortName";
  const aggregates = fields.flatMap(({ source }) => (source.is === "aggregate" ? source.fields : []));
  const ordered = wants.page && !isByName ? 1 : 0;
  const facets = fields.some(({ source }) => source.is === "facets") ? facet : 0;
  return aggregates.reduce((sum, { source }) => sum + aggregateEffort(source), ordered + facets);
}
