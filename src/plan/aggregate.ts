// Plans `aggregate` of a connection: what is counted, summed and grouped over its whole list.
import { getNamedType } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { GroupSource } from "./aggregate-spec.ts";
import { havingOf, numberOrderOf, partsAsked } from "./having.ts";
import type { ConnectionSource } from "./nodes.ts";
import type {
  AggregateSource,
  CalculatedSource,
  FunctionSource,
  GroupPlan,
  GroupsSource,
  NumberFunction,
} from "./page-nodes.ts";
import type { Asked } from "./plan-field.ts";
import {
  bind,
  fieldsOf,
  firstOf,
  namedField,
  objectNamed,
  type Planning,
  type Site,
  siteOf,
} from "./planning.ts";

/** Keys of one grouping at the most. */
const mostKeys = 3;

const functions: readonly NumberFunction[] = ["sum", "average", "least", "most", "percentile"];

const isNumberFunction = (name: string): name is NumberFunction => functions.some((one) => one === name);

/** The share of a percentile stands in the statement: an engine ignores it where it is a parameter. */
function shareOf(args: Site["args"]): number {
  const share = Number(args.at);
  if (Number.isFinite(share) && share >= 0 && share <= 1 && Math.round(share * 100) / 100 === share)
    return share;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `at is a share from 0 to 1 in whole hundredths, such as 0.5, not ${share}.`,
  );
}

const functionOf = (planning: Planning, kind: string, asked: Asked, site: Site): FunctionSource => {
  const { name } = asked;
  if (name === "count") return { is: "count" };
  const property = planning.fieldMap.aggregates.propertyOf(kind, String(site.args.of));
  if (name === "distinct" || name === "known") return { is: "tally", function: name, ...property };
  if (!isNumberFunction(name)) throw new Error(`an aggregate has no field ${name}`);
  const type = objectNamed(asked.type);
  const fields = fieldsOf(
    planning,
    type,
    asked.nodes,
    (own): CalculatedSource => ({ is: own.name as "value" }),
  );
  const share = name === "percentile" ? shareOf(site.args) : undefined;
  const parts = partsAsked(planning, name, property.isFigure);
  return { is: "number", function: name, ...property, parts, share, type: type.name, fields };
};

interface GroupBy {
  readonly by: string;
  readonly level?: string | null;
  readonly withParts?: boolean | null;
}

function keysOf(planning: Planning, kind: string, site: Site): GroupPlan[] {
  const given = site.args.by as readonly GroupBy[];
  if (given.length < 1 || given.length > mostKeys)
    throw new IndustryGraphError("BAD_ARGUMENT", `by takes one to ${mostKeys} keys, not ${given.length}.`);
  return given.map(({ by, level, withParts }, index): GroupPlan => {
    const source: GroupSource = planning.fieldMap.aggregates.groupOf(kind, by);
    if (
      level !== null &&
      level !== undefined &&
      (source.is !== "reach" || source.levelProperty === undefined)
    )
      throw new IndustryGraphError("BAD_ARGUMENT", `by ${by}: level goes with regions only; leave it out.`);
    const bound =
      level === null || level === undefined
        ? undefined
        : bind(planning, site, (args) => String((args.by as readonly GroupBy[])[index]?.level));
    return { source, ...(bound === undefined ? {} : { level: bound }), withParts: withParts !== false };
  });
}

function groupsOf(
  planning: Planning,
  kind: string,
  asked: Asked,
  site: Site,
  path: readonly string[],
): GroupsSource {
  const type = objectNamed(asked.type);
  const keys = keysOf(planning, kind, site);
  const atLeast = bind(planning, site, (args) => Number(args.atLeast ?? 1));
  const { counts, having } = havingOf(planning, kind, site);
  const limit = bind(planning, site, (args) => firstOf(site, args));
  const fields = fieldsOf(planning, type, asked.nodes, (own): GroupsSource["fields"][number]["source"] => {
    if (own.name === "totalCount") return { is: "total" };
    if (own.name === "undecided") return { is: "undecided" };
    const row = objectNamed(own.type);
    const columns = fieldsOf(planning, row, own.nodes, (one) => {
      if (one.name === "keys") {
        const key = objectNamed(one.type);
        return {
          is: "keys",
          type: key.name,
          fields: fieldsOf(planning, key, one.nodes, (part) => ({ is: part.name as "id" | "name" })),
        } as const;
      }
      return functionOf(
        planning,
        kind,
        one,
        siteOf(planning, namedField(row, one.name), one.nodes, [...path, own.key, one.key]),
      );
    });
    return { is: "rows", type: row.name, fields: columns };
  });
  return {
    is: "groups",
    type: type.name,
    kind,
    keys,
    counts: [{ atLeast }, ...counts],
    having,
    numberOrder: numberOrderOf(planning, kind, site),
    limit,
    order: String(site.args.orderBy ?? "COUNT_DESC") as GroupsSource["order"],
    fields,
  };
}

/** Plans `aggregate`. @param kind of the list's entities */
export function aggregateOf(
  planning: Planning,
  kind: string,
  asked: Asked,
  path: readonly string[],
): ConnectionSource {
  const type = objectNamed(getNamedType(asked.type));
  const fields = fieldsOf(planning, type, asked.nodes, (own): AggregateSource => {
    const deeper = [...path, own.key];
    const site = siteOf(planning, namedField(type, own.name), own.nodes, deeper);
    return own.name === "groups"
      ? groupsOf(planning, kind, own, site, deeper)
      : functionOf(planning, kind, own, site);
  });
  return { is: "aggregate", type: type.name, fields };
}
