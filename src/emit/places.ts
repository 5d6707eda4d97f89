// The ways between a whole and what lies in it: down from the whole to places, up from a place to the whole, and the
// last step between a place and a node. Filters that reach a whole and lists of what lies in one take the same.
import { cy, joined, name, quoted } from "../cypher/template.ts";
import { type Expression, type Match, match, type Variable, variable } from "../cypher/tree.ts";
import { kindNames, kindOf, type RelationType, relationOf } from "../ontology/model.ts";
import { arrow, nodeOf } from "./pattern.ts";

/** Types that lead to what lies where they start, with its parts. */
const housing = (from: readonly RelationType[]): readonly RelationType[] =>
  from.filter((type) => relationOf(type).houses === true);

/** A chain between a place and the whole, of up to so many relations, perhaps bound to a list. */
export interface Chain {
  readonly whole: Expression;
  readonly relations: readonly RelationType[];
  readonly hops: number;
  readonly links?: Variable;
  /** Types that lead from the whole or a part of it to what lies there. */
  readonly from: readonly RelationType[];
}

const linksOf = ({ links, relations, hops }: Chain, way: "in" | "out"): Expression =>
  arrow(way, links, relations, `*0..${hops}`);

/** From the whole down to the places below it, and to what these house. */
export function downTo(site: Variable, chain: Chain): Match[] {
  const types = housing(chain.from);
  const down = linksOf(chain, "in");
  if (types.length === 0) return [match(cy`${chain.whole}${down}(${site})`)];
  const hall = variable("hall");
  return [
    match(cy`${chain.whole}${down}(${hall})`),
    match(cy`(${hall})${arrow("out", undefined, types, "*0..1")}(${site})`),
  ];
}

/** The same way, walked from below: from the place of a node that is known. */
export function upFrom(site: Variable, chain: Chain): Match[] {
  const types = housing(chain.from);
  const up = linksOf(chain, "out");
  if (types.length === 0) return [match(cy`(${site})${up}${chain.whole}`)];
  const hall = variable("hall");
  return [
    match(cy`(${site})${arrow("in", undefined, types, "*0..1")}(${hall})`),
    match(cy`(${hall})${up}${chain.whole}`),
  ];
}

/** Relations that lead to the place end there; those `from` it start there, some of them only if it is a place. */
function endsAt(site: Variable, edge: Variable, from: readonly RelationType[]): Expression {
  const only = from.filter((type) => relationOf(type).onlyFromPlaces === true);
  const places = kindNames
    .filter((kind) => kindOf(kind).isPlace === true)
    .map((kind) => cy`${site}:${name(kind)}`);
  const own = cy` AND (NOT type(${edge}) IN ${quoted(only)} OR ${joined(places, " OR ")})`;
  return cy`CASE WHEN type(${edge}) IN ${quoted(from)} THEN startNode(${edge}) = ${site}${only.length === 0 ? cy`` : own} ELSE endNode(${edge}) = ${site} END`;
}

/**
 * The step between a place and a node in it, by relations that lead to the place or, `from` it, come from the place.
 * The latter are asked for in one undirected pattern with its directions as a condition: a UNION would have to be told
 * apart again. `down` begins at the place, `up` at the node.
 */
export function lastStep(
  {
    site,
    edge,
    node,
    kind,
  }: { readonly site: Variable; readonly edge: Variable; readonly node: Variable; readonly kind: string },
  relations: readonly RelationType[],
  from: readonly RelationType[],
): { readonly down: Match; readonly up: Match } {
  const [place, far] = [nodeOf(site), nodeOf(node, kind)];
  if (from.length === 0)
    return {
      down: match(cy`${place}${arrow("in", edge, relations)}${far}`),
      up: match(cy`${far}${arrow("out", edge, relations)}${place}`),
    };
  const link = arrow("both", edge, [...relations, ...from]);
  const ends = endsAt(site, edge, from);
  return { down: match(cy`${place}${link}${far}`, ends), up: match(cy`${far}${link}${place}`, ends) };
}
