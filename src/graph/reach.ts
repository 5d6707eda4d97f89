// The patterns of filters that reach a whole through its parts: which way is taken, and where places are decided once
// instead of once for each node in them. Gives Cypher; knows no schema.
import { type RelationType, relationOf } from "../ontology/model.ts";
import type { FilterSpec } from "./spec.ts";
import { chainRank, linkRank, validityRank } from "./validity.ts";

/** A pattern of a filter; where it follows relations of a list as of a date, the expressions of their ranks. */
export interface Step {
  readonly match: string;
  readonly ranks?: readonly string[];
}

interface Reach extends Extract<FilterSpec, { is: "reach" }> {
  readonly number: number;
  readonly node: string;
  readonly kind: string;
  /** Parameter that holds the id of the whole. */
  readonly id: string;
  /** Parameter that holds the day, where the list is as of a date. */
  readonly day: string | undefined;
}

const endsOf = (type: RelationType): { from: readonly string[]; to: readonly string[] } => relationOf(type);

/** Labels of what relations lead to from a kind in one step, as a condition on a variable. */
function isNext(variable: string, kind: string, types: readonly RelationType[]): string {
  const ends = types.map(endsOf).filter(({ from }) => from.includes(kind));
  return [...new Set(ends.flatMap(({ to }) => to))].map((one) => `${variable}:${one}`).join(" OR ");
}

/**
 * The first relation of every chain from a kind, and that of the rest, where the ontology allows no other order:
 * going down a chain so, an engine need not look below each member for more.
 */
function directOf(
  relations: readonly RelationType[],
  kind: string,
): { readonly relation: RelationType; readonly above: RelationType } | undefined {
  const [relation, another] = relations.filter((type) => endsOf(type).from.includes(kind));
  const [above, third] = relations.filter((type) => type !== relation);
  if (relation === undefined || another !== undefined || above === undefined || third !== undefined)
    return undefined;
  const { from, to } = endsOf(relation);
  return to.some((end) => from.includes(end)) ? undefined : { relation, above };
}

/**
 * The way from a whole down to the places below it, and to what these host: parts of a platform that a park hosts are
 * in the park, as the platform is.
 */
export function waysUp(whole: string, chain: string, site: string, from: readonly RelationType[]): string {
  return from.includes("HOSTS")
    ? `MATCH ${whole}<-[${chain}]-(hall_${site})\nMATCH (hall_${site})-[:HOSTS*0..1]->(${site})`
    : `MATCH ${whole}<-[${chain}]-(${site})`;
}

/** The same way, walked from below: from the place of a node that is known. */
export function waysDown(whole: string, chain: string, site: string, from: readonly RelationType[]): string {
  return from.includes("HOSTS")
    ? `MATCH (${site})<-[:HOSTS*0..1]-(hall_${site})\nMATCH (hall_${site})-[${chain}]->${whole}`
    : `MATCH (${site})-[${chain}]->${whole}`;
}

/**
 * The step between a place and a node in it, by relations that lead to the place or, `from` it, come from the place.
 * The latter
 * are asked for in one undirected pattern with its directions as a condition: a UNION would have to be told apart again.
 * `upward` is the step as an engine should take it from a node that is known.
 */
export function lastStep(
  [site, edge, node]: readonly [string, string, string],
  relations: readonly RelationType[],
  from: readonly RelationType[],
): { readonly pattern: string; readonly upward: string; readonly where: string } {
  if (from.length === 0) {
    const link = `[${edge}:${relations.join("|")}]`;
    return { pattern: `(${site})<-${link}-(${node})`, upward: `(${node})-${link}->(${site})`, where: "" };
  }
  const list = `[${from.map((type) => `'${type}'`).join(", ")}]`;
  // What an enterprise in the region undertakes may be anywhere: only a place's own undertakings are in it.
  const own = from.includes("UNDERTAKES")
    ? ` AND (type(${edge}) <> 'UNDERTAKES' OR ${site}:Region OR ${site}:Park)`
    : "";
  const ends = `CASE WHEN type(${edge}) IN ${list} THEN startNode(${edge}) = ${site}${own} ELSE endNode(${edge}) = ${site} END`;
  const link = `[${edge}:${[...relations, ...from].join("|")}]`;
  return {
    pattern: `(${site})-${link}-(${node})`,
    upward: `(${node})-${link}-(${site})`,
    where: `WHERE ${ends}`,
  };
}

/**
 * The pattern of the nodes that reach a whole. `down`: nodes are not bound yet, the whole comes first; as of a date
 * each place below it is ranked once, and nodes lie one step from there. `gathered`: nodes are bound and nothing else,
 * so they are gathered by where they are directly, and each such place climbs once. `out`: each node climbs.
 */
export function reachStep(way: "down" | "gathered" | "out", reach: Reach): Step {
  const { number, node, kind, day } = reach;
  const [types, further] = [reach.relations.join("|"), reach.hops - 1];
  const [whole, of] = [`(:${reach.of} {id: $${reach.id}})`, `(${node}:${kind})`];
  const [site, held, links] = [`site_${number}`, `held_${number}`, `l${number}`];
  const [link, last] = [`k${number}`, `last_${number}`];
  if (reach.from !== undefined && reach.from.length > 0) {
    const step = lastStep([site, link, `${node}:${kind}`], reach.relations, reach.from);
    const lines = [
      waysUp(whole, `${day === undefined ? "" : links}:${types}*0..${further}`, site, reach.from),
      `MATCH ${step.pattern}\n${step.where}`,
    ];
    const ranks = day === undefined ? undefined : [chainRank(links, day, number), linkRank(link, day)];
    return { match: lines.join("\n"), ranks };
  }
  const direct = way === "down" ? directOf(reach.relations, kind) : undefined;
  if (way === "down" && day !== undefined) {
    const lines = [
      `MATCH ${whole}<-[${links}:${direct?.above ?? types}*0..${further}]-(${site})`,
      `WHERE ${isNext(site, kind, reach.relations)}`,
      `WITH ${site}, min(${chainRank(links, day, number)}) AS ${held}`,
      `MATCH (${site})<-[${link}:${direct?.relation ?? types}]-${of}`,
      // Parts of an order need no date; what only leads into one is no such part.
      `WITH ${node}, ${held}, ${direct === undefined ? linkRank(link, day) : validityRank(link, day)} AS ${last}`,
    ];
    return { match: lines.join("\n"), ranks: [last, held] };
  }
  if (way === "gathered" && day === undefined) {
    const lines = [
      `MATCH ${of}-[:${types}]->(${site})`,
      `WITH ${site}, collect(DISTINCT ${node}) AS ${held}`,
      `MATCH (${site})-[:${types}*0..${further}]->${whole}`,
      `UNWIND ${held} AS ${node}`,
    ];
    return { match: lines.join("\n") };
  }
  if (direct !== undefined)
    return { match: `MATCH ${whole}<-[:${direct.above}*0..${further}]-()<-[:${direct.relation}]-${of}` };
  const chain = `${day === undefined ? "" : links}:${types}*1..${reach.hops}`;
  const match = way === "down" ? `MATCH ${whole}<-[${chain}]-${of}` : `MATCH ${of}-[${chain}]->${whole}`;
  return { match, ...(day === undefined ? {} : { ranks: [chainRank(links, day, number)] }) };
}
