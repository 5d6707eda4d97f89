// Reaching a whole through its parts: which way is taken, and where places are decided once instead of once for each
// node in them.
import { anyOf, cy, joined, name } from "../../cypher/template.ts";
import {
  type Expression,
  item,
  match,
  type Parameter,
  parameter,
  pass,
  query,
  unwind,
  type Variable,
  variable,
} from "../../cypher/tree.ts";
import { type RelationType, relationOf } from "../../ontology/model.ts";
import type { LeafOf } from "../../plan/conditions.ts";
import { arrow, nodeOf } from "../pattern.ts";
import { nextKinds, wayDown, wayUp } from "../places.ts";
import { chainRank, linkRank, validityRank } from "../validity.ts";
import type { Filter, Filtered, FilterStep } from "./step.ts";

type Reach = LeafOf<"reach">;

const endsOf = (type: RelationType): { from: readonly string[]; to: readonly string[] } => relationOf(type);

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

const wholeOf = ({ of, whole }: Reach): Expression => cy`(:${name(of)} {id: ${parameter(whole)}})`;

/** From the whole down, as of a date: each place below it is ranked once, and nodes lie one step from there. */
function downAt(condition: Reach, { node, kind }: Filtered, day: Parameter): FilterStep {
  const { relations, hops } = condition;
  const [site, held, links] = [variable("site"), variable("held"), variable("l")];
  const [link, last] = [variable("k"), variable("last")];
  const direct = directOf(relations, kind);
  const above = direct === undefined ? relations : [direct.above];
  const isNext = nextKinds(kind, relations).map((one) => cy`${site}:${name(one)}`);
  // Parts of an order need no date; what only leads into one is no such part.
  const own = direct === undefined ? linkRank(link, day) : validityRank(link, day);
  return {
    clauses: [
      match(
        cy`${wholeOf(condition)}${arrow("in", links, above, `*0..${hops - 1}`)}(${site})`,
        joined(isNext, " OR "),
      ),
      pass([site, item(cy`min(${chainRank(links, day)})`, held)]),
      match(
        cy`(${site})${arrow("in", link, direct === undefined ? relations : [direct.relation])}${nodeOf(node, kind)}`,
      ),
      pass([node, held, item(own, last)]),
    ],
    ranks: [cy`${last}`, cy`${held}`],
  };
}

/** Nodes are bound and nothing else: they are gathered by where they are directly, and each such place climbs once. */
function gathered(condition: Reach, { node, kind }: Filtered): FilterStep {
  const { relations, hops } = condition;
  const [site, held] = [variable("site"), variable("held")];
  return {
    clauses: [
      match(cy`${nodeOf(node, kind)}-[:${anyOf(relations)}]->(${site})`),
      pass([site, item(cy`collect(DISTINCT ${node})`, held)]),
      match(cy`(${site})${arrow("out", undefined, relations, `*0..${hops - 1}`)}${wholeOf(condition)}`),
      unwind(held, node),
    ],
  };
}

/** Each node climbs. */
const up = ({ relations, hops }: Reach, node: Expression, whole: Expression, links?: Variable): Expression =>
  cy`${node}${arrow("out", links, relations, `*1..${hops}`)}${whole}`;

/** By relations that lead to the whole and others that come from places: from the whole down. */
function housed(condition: Reach, { node, kind, day }: Filtered): FilterStep {
  const { relations, hops, from } = condition;
  const edge = variable("k");
  const links = day === undefined ? undefined : variable("l");
  return {
    clauses: wayDown({ whole: wholeOf(condition), node, kind, relations, from, hops, edge, links }),
    ...(day === undefined || links === undefined
      ? {}
      : { ranks: [chainRank(links, day), linkRank(edge, day)] }),
  };
}

function step(condition: Reach, filtered: Filtered, isFirst: boolean): FilterStep {
  const { relations, hops } = condition;
  const { node, kind, day, isBound, isAlone } = filtered;
  if (condition.from.length > 0) return housed(condition, filtered);
  const whole = wholeOf(condition);
  const isDown = !isBound && isFirst;
  if (isDown && day !== undefined) return downAt(condition, filtered, day);
  if (!isDown && day !== undefined) {
    const links = variable("l");
    return {
      clauses: [match(up(condition, nodeOf(node, kind), whole, links))],
      ranks: [chainRank(links, day)],
    };
  }
  if (!isDown)
    return isAlone
      ? gathered(condition, filtered)
      : { clauses: [match(up(condition, nodeOf(node, kind), whole))] };
  const direct = directOf(relations, kind);
  const chain =
    direct === undefined
      ? arrow("in", undefined, relations, `*1..${hops}`)
      : cy`${arrow("in", undefined, [direct.above], `*0..${hops - 1}`)}()${arrow("in", undefined, [direct.relation])}`;
  return { clauses: [match(cy`${whole}${chain}${nodeOf(node, kind)}`)] };
}

export const reach: Filter<"reach"> = {
  // Several ways may lead to one whole.
  step: (condition, filtered, isFirst) => ({
    ...step(condition, filtered, isFirst),
    repeats: true,
    begins: true,
  }),
  holds: (condition, { node, kind }) => {
    const { relations, hops, from } = condition;
    const whole = wholeOf(condition);
    if (from.length === 0) return cy`EXISTS ${query(match(up(condition, nodeOf(node), whole)))}`;
    const ways = wayUp({ whole, node, kind, relations, from, hops });
    // One MATCH: the embedded engine takes no second in EXISTS.
    const patterns = ways.map(({ pattern }) => pattern);
    const conditions = ways.flatMap(({ where }) => (where === undefined ? [] : [where]));
    return cy`EXISTS ${query(match(joined(patterns, ", "), joined(conditions, " AND ")))}`;
  },
};
