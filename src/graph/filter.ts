// Filters as patterns: only those given enter the statement, each as a MATCH that the planner may start from.
import { getNamedType, isInputObjectType } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { Json } from "../store/port.ts";
import { bind, type Compiling, type Place, questionOf } from "./frame.ts";
import { daysMeant, inPeriod } from "./period.ts";
import type { Arguments } from "./plan.ts";
import { reachStep, type Step } from "./reach.ts";
import type { FilterSpec } from "./spec.ts";
import { rename } from "./tokens.ts";
import { type AsOf, dayMeant, validityRank } from "./validity.ts";
import { lookedFor } from "./wanted-text.ts";

const rank: Record<FilterSpec["is"], number> = {
  // A question begins at the entity it is given: it binds nodes where all others but wholes would look at each.
  question: 0,
  property: 1,
  range: 2,
  day: 2,
  period: 2,
  related: 3,
  reach: 4,
  text: 5,
  cited: 6,
};

function filterValue(field: string) {
  return (args: Arguments): Json => ((args.filter as Record<string, Json> | null)?.[field] ?? null) as Json;
}

function searchedText(field: string) {
  return (args: Arguments): Json => {
    const given = String((args.filter as Record<string, unknown> | null)?.[field] ?? "");
    return lookedFor(`filter.${field}`, given);
  };
}

function arrow(way: "out" | "in" | "both", inner: string): string {
  return `${way === "in" ? "<" : ""}-[${inner}]-${way === "out" ? ">" : ""}`;
}

/** Nodes that cite a line of a document: what follows its stem and a colon is the line alone. */
function citedClause(node: string, kind: string, source: string, parameter: string): string {
  const rest = `substring(cited, size(${source}.stem) + 1)`;
  const own = `cited STARTS WITH ${source}.stem + ':' AND NOT ${rest} CONTAINS ':'`;
  return `MATCH (${source}:Document {id: $${parameter}}) MATCH (${node}:${kind}) WHERE any(cited IN ${node}.sources WHERE ${own})`;
}

/** A list as of a date: the ranks of the relations that its filters follow, one expression each. */
export interface Timed {
  readonly asOf: AsOf;
  readonly ranks: string[];
}

/**
 * The clauses that keep those `node`s of a kind for which all filters given hold.
 * @param timed where the list is asked for as of a date
 * @param bound whether the clauses before these bind the nodes
 * @param alone whether the rows are made of nodes alone, which may then be gathered
 */
export function filterClauses(
  compiling: Compiling,
  place: Place,
  node: string,
  kind: string,
  timed?: Timed,
  bound = true,
  alone = false,
): string[] {
  const declared = place.field.args.find((argument) => argument.name === "filter");
  const given = place.args.filter as Readonly<Record<string, unknown>> | null | undefined;
  if (declared === undefined || given === null || given === undefined) return [];
  const input = getNamedType(declared.type);
  const specs = compiling.fieldMap.filters[input.name] ?? {};
  if (!isInputObjectType(input)) return [];
  const present = Object.keys(input.getFields())
    .filter((field) => given[field] !== null && given[field] !== undefined)
    .map((field) => {
      const spec = specs[field];
      if (spec === undefined) throw new Error(`${input.name}.${field} has no filter in the field map`);
      return { field, spec };
    })
    .sort((a, b) => rank[a.spec.is] - rank[b.spec.is]);
  const [reaching, steps]: [Step[], Step[]] = [[], []];
  const grouped = new Map<string, string[]>();
  for (const { field, spec } of present) {
    const value = (): string => bind(compiling, place, filterValue(field));
    if (spec.is === "property")
      steps.push({ match: `MATCH (${node}:${kind} {${spec.property}: $${value()}})` });
    else if (spec.is === "range")
      steps.push({
        match: `MATCH (${node}:${kind}) WHERE ${node}.${spec.property} ${spec.bound} $${value()}`,
      });
    else if (spec.is === "related") {
      // Filters of one relation mean one far end: their properties go into one pattern.
      const group = `${spec.relation} ${spec.way} ${spec.of}`;
      const conditions = grouped.get(group) ?? [];
      conditions.push(`${spec.property}: $${value()}`);
      grouped.set(group, conditions);
    } else if (spec.is === "reach") {
      const way = !bound && reaching.length === 0 ? "down" : alone ? "gathered" : "out";
      const [number, id, day] = [compiling.next(), value(), timed?.asOf.day];
      reaching.push(reachStep(way, { ...spec, number, node, kind, id, day }));
    } else if (spec.is === "question") {
      if (timed !== undefined)
        throw new IndustryGraphError(
          "BAD_ARGUMENT",
          `filter.${field} cannot be asked as of a date; leave out asOf.`,
        );
      const number = compiling.next();
      const parameter = value();
      const question = questionOf(compiling, spec.question);
      const match = rename(question.body, {
        variable: (name) => (name === "node" ? node : `${name}_${number}`),
        parameter: () => parameter,
      });
      steps.push({ match });
    } else if (spec.is === "day") {
      const day = bind(compiling, place, (args) => dayMeant(field, String(filterValue(field)(args))));
      steps.push({
        match: `MATCH (${node}:${kind}) WHERE ${node}.${spec.property} ${spec.comparison} $${day}`,
      });
    } else if (spec.is === "period") {
      const days = bind(compiling, place, (args) => daysMeant(field, String(filterValue(field)(args))));
      steps.push({ match: `MATCH (${node}:${kind}) WHERE ${inPeriod(node, days, spec.overlaps)}` });
    } else if (spec.is === "cited") {
      steps.push({ match: citedClause(node, kind, `source${compiling.next()}`, value()) });
    } else {
      const parameter = bind(compiling, place, searchedText(field));
      steps.push({ match: `MATCH (${node}:${kind}) WHERE ${node}.searchText CONTAINS $${parameter}` });
    }
  }
  const held = [...grouped].map(([group, conditions]): Step => {
    const [relation, way, of] = group.split(" ") as [string, "out" | "in" | "both", string];
    const link = timed === undefined ? "" : `l${compiling.next()}`;
    const match = `MATCH (${node}:${kind})${arrow(way, `${link}:${relation}`)}(:${of} {${conditions.join(", ")}})`;
    return { match, ranks: timed && [validityRank(link, timed.asOf.day)] };
  });
  // Wholes come first: they bind the fewest nodes where an engine takes patterns in the order written.
  const all = [...reaching, ...held, ...steps];
  timed?.ranks.push(...all.flatMap((step) => step.ranks ?? []));
  return all.map((step) => step.match);
}
