// The ways between a whole and what lies in it: down from the whole to the nodes, up from a node to the whole. Filters
// that reach a whole and lists of what lies in one take the same.

import { cy, joined, name, quoted } from "../cypher/template.ts";
import { type Expression, type Match, match, type Variable, variable } from "../cypher/tree.ts";
import { kindNames, kindOf, type RelationType, relationOf, relationTypes } from "../ontology/model.ts";
import type { Steps } from "../plan/ways.ts";
import { arrow, nodeOf } from "./pattern.ts";

/** A way between a whole and a node of a kind in it: the relation at the node, and those further up, perhaps bound. */
export interface Way extends Steps {
  readonly whole: Expression;
  /** Its id, where the whole may be something else than a place. */
  readonly wholeId?: Expression;
  readonly node: Variable;
  readonly kind: string;
  /** Types that lead from a place to what it hosts or undertakes. */
  readonly from: readonly RelationType[];
  /** How many relations it may have. */
  readonly hops: number;
  readonly edge?: Variable;
  readonly links?: Variable;
}

/** Types that are the order of wholes and parts, and how many of them lead from a part to what is hosted. */
const parting = relationTypes.filter((type) => relationOf(type).holdsUndated === true);
const depth = 3;

/** Whether a variable holds one of the kinds. */
const isOf = (variable: Variable, kinds: readonly string[]): Expression =>
  cy`(${joined(
    kinds.map((kind) => cy`${variable}:${name(kind)}`),
    " OR ",
  )})`;

/** The kinds that relations lead to from a kind in one step. */
export function nextKinds(kind: string, types: readonly RelationType[]): string[] {
  const ends = types.map(relationOf).filter(({ from }) => (from as readonly string[]).includes(kind));
  return [...new Set(ends.flatMap(({ to }) => to as readonly string[]))];
}

/** Whether all relations of a way are of the same types, so that it is one chain. */
export const isOneChain = ({ relations, above }: Steps): boolean =>
  relations.length === above.length && relations.every((type) => above.includes(type));

/** What stands between an entity and a whole above it: one chain where it may be, or its own relation first. */
export function climbing(
  { relations, above, hops }: Steps & { readonly hops: number },
  first?: Variable,
  links?: Variable,
): Expression {
  return isOneChain({ relations, above })
    ? arrow("out", links, relations, `*1..${hops}`)
    : cy`${arrow("out", first, relations)}()${arrow("out", links, above, `*0..${hops - 1}`)}`;
}

/** Whether a variable holds a place: what a place hosts or undertakes is in it, what an enterprise does may be anywhere. */
const isPlace = (variable: Variable): Expression =>
  isOf(
    variable,
    kindNames.filter((kind) => kindOf(kind).isPlace === true),
  );

/** A relation found undirected leads to the place, or is one of those that come `from` it. */
const leads = (edge: Variable, site: Variable, from: readonly RelationType[]): Expression =>
  cy`CASE WHEN type(${edge}) IN ${quoted(from)} THEN startNode(${edge}) = ${site} AND ${isPlace(site)} ELSE endNode(${edge}) = ${site} END`;

/** Kinds of what lies in places that cannot be a whole of this kind: the most of all, and not worth a look. */
function noWholes({ kind, relations, from }: Way): string[] {
  if (kind === "Entity") return [];
  const wholes = parting.map(relationOf).filter((type) => (type.from as readonly string[]).includes(kind));
  const kept = new Set<string>([kind, ...wholes.flatMap(({ to }) => to)]);
  const lying: readonly string[] = [
    ...relations.flatMap((type) => relationOf(type).from),
    ...from.flatMap((type) => relationOf(type).to),
  ];
  return [...new Set(lying)].filter((one) => !kept.has(one));
}

/**
 * From the whole down to the nodes in it. Where relations also come `from` places, these are found first, for they are
 * few: then what lies in them, is hosted or undertaken, then its parts. One undirected pattern with its directions as a
 * condition: a UNION would have to be told apart again.
 */
export function wayDown(way: Way): Match[] {
  const { whole, node, kind, relations, above, from, hops, links } = way;
  const [site, far] = [variable("site"), nodeOf(node, kind)];
  const chain = cy`${whole}${arrow("in", links, above, `*0..${hops - 1}`)}(${site})`;
  // What lies in a place is most of what is below it: an engine need not look below each of those.
  if (from.length === 0)
    return [
      match(chain, isOf(site, nextKinds(kind, relations))),
      match(cy`${nodeOf(site)}${arrow("in", way.edge, relations)}${far}`),
    ];
  const [edge, held] = [way.edge ?? variable("k"), variable("held")];
  const others = noWholes(way);
  const isWhole =
    way.wholeId === undefined ? isPlace(site) : cy`(${isPlace(site)} OR ${site}.id = ${way.wholeId})`;
  const passed = others.length === 0 ? cy`` : cy`NOT ${isOf(held, others)} AND `;
  return [
    match(chain, isWhole),
    match(
      cy`${nodeOf(site)}${arrow("both", edge, [...relations, ...from])}${nodeOf(held)}`,
      cy`${passed}${leads(edge, site, from)}`,
    ),
    match(cy`${nodeOf(held)}${arrow("in", undefined, parting, `*0..${hops === 1 ? 0 : depth}`)}${far}`),
  ];
}

/** From a node up to the whole it is in: its own relation first. */
export function wayUp({
  whole,
  node,
  relations,
  above,
  from,
  hops,
  edge = variable("k"),
  links,
}: Way): Match[] {
  const site = variable("site");
  const chain = cy`${arrow("out", links, above, `*0..${hops - 1}`)}${whole}`;
  if (from.length === 0)
    return [
      match(cy`${nodeOf(node)}${arrow("out", edge, relations)}${nodeOf(site)}`),
      match(cy`(${site})${chain}`),
    ];
  const [held, hall] = [variable("held"), variable("hall")];
  return [
    match(
      cy`${nodeOf(node)}${arrow("both", edge, [...relations, ...from])}${nodeOf(site)}`,
      leads(edge, site, from),
    ),
    match(
      cy`(${site})${arrow("out", undefined, parting, `*0..${hops === 1 ? 0 : depth - 1}`)}${nodeOf(held)}`,
    ),
    match(
      cy`(${held})${arrow("in", undefined, from, "*0..1")}${nodeOf(hall)}`,
      cy`(${hall} = ${held} OR ${isPlace(hall)})`,
    ),
    match(cy`(${hall})${chain}`),
  ];
}
