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
import { climbing, isOneChain, nextKinds, wayDown, wayUp } from "../places.ts";
import { chainRank, linkRank, validityRank } from "../validity.ts";
import type { Filter, Filtered, FilterStep } from "./step.ts";

type Reach = LeafOf<"reach">;

/** Relations of these types may be the order of wholes and parts, which holds undated. */
const rankOf = (relations: readonly RelationType[]): typeof linkRank =>
  relations.some((type) => relationOf(type).holdsUndated === true) ? linkRank : validityRank;

const wholeOf = ({ of, whole }: Reach): Expression => cy`(:${name(of)} {id: ${parameter(whole)}})`;

/** From the whole down, as of a date: each place below it is ranked once, and nodes lie one step from there. */
function downAt(condition: Reach, { node, kind }: Filtered, day: Parameter): FilterStep {
  const { relations, above, hops } = condition;
  const [site, held, links] = [variable("site"), variable("held"), variable("l")];
  const [link, last] = [variable("k"), variable("last")];
  const isNext = nextKinds(kind, relations).map((one) => cy`${site}:${name(one)}`);
  return {
    clauses: [
      match(
        cy`${wholeOf(condition)}${arrow("in", links, above, `*0..${hops - 1}`)}(${site})`,
        joined(isNext, " OR "),
      ),
      pass([site, item(cy`min(${chainRank(links, day)})`, held)]),
      match(cy`(${site})${arrow("in", link, relations)}${nodeOf(node, kind)}`),
      pass([node, held, item(rankOf(relations)(link, day), last)]),
    ],
    ranks: [cy`${last}`, cy`${held}`],
  };
}

/** Nodes are bound and nothing else: they are gathered by where they are directly, and each such place climbs once. */
function gathered(condition: Reach, { node, kind }: Filtered): FilterStep {
  const { relations, above, hops } = condition;
  const [site, held] = [variable("site"), variable("held")];
  return {
    clauses: [
      match(cy`${nodeOf(node, kind)}-[:${anyOf(relations)}]->(${site})`),
      pass([site, item(cy`collect(DISTINCT ${node})`, held)]),
      match(cy`(${site})${arrow("out", undefined, above, `*0..${hops - 1}`)}${wholeOf(condition)}`),
      unwind(held, node),
    ],
  };
}

/** Each node climbs. */
const up = (condition: Reach, node: Expression, first?: Variable, links?: Variable): Expression =>
  cy`${node}${climbing(condition, first, links)}${wholeOf(condition)}`;

/** Each node climbs, as of a date. */
function upAt(condition: Reach, { node, kind }: Filtered, day: Parameter): FilterStep {
  const [first, links] = [variable("k"), variable("l")];
  const ranks = [chainRank(links, day)];
  if (!isOneChain(condition)) ranks.push(rankOf(condition.relations)(first, day));
  return { clauses: [match(up(condition, nodeOf(node, kind), first, links))], ranks };
}

/** By relations that lead to the whole and others that come from places: from the whole down. */
function housed(condition: Reach, { node, kind, day, isBound }: Filtered): FilterStep {
  const { relations, above, hops, from } = condition;
  const edge = variable("k");
  const links = day === undefined ? undefined : variable("l");
  const way = { whole: wholeOf(condition), node, kind, relations, above, from, hops, edge, links };
  // Entities of any kind are few and bound: the way up from them is short, the way down leads to all that lies there.
  const isUp = kind === "Entity" && isBound;
  return {
    clauses: isUp
      ? wayUp(way)
      : wayDown({
          ...way,
          ...(condition.of === "Entity" ? { wholeId: cy`${parameter(condition.whole)}` } : {}),
        }),
    ...(day === undefined || links === undefined
      ? {}
      : { ranks: [chainRank(links, day), linkRank(edge, day)] }),
  };
}

function step(condition: Reach, filtered: Filtered, isFirst: boolean): FilterStep {
  const { relations, above, hops } = condition;
  const { node, kind, day, isBound, isAlone } = filtered;
  if (condition.from.length > 0) return housed(condition, filtered);
  const isDown = !isBound && isFirst;
  if (day !== undefined) return isDown ? downAt(condition, filtered, day) : upAt(condition, filtered, day);
  if (!isDown)
    return isAlone ? gathered(condition, filtered) : { clauses: [match(up(condition, nodeOf(node, kind)))] };
  // By its own relation at the end, an engine need not look below each member for more.
  const chain = isOneChain(condition)
    ? arrow("in", undefined, relations, `*1..${hops}`)
    : cy`${arrow("in", undefined, above, `*0..${hops - 1}`)}()${arrow("in", undefined, relations)}`;
  return { clauses: [match(cy`${wholeOf(condition)}${chain}${nodeOf(node, kind)}`)] };
}

export const reach: Filter<"reach"> = {
  // Several ways may lead to one whole.
  step: (condition, filtered, isFirst) => ({
    ...step(condition, filtered, isFirst),
    repeats: true,
    begins: true,
  }),
  holds: (condition, { node, kind }) => {
    const { relations, above, hops, from } = condition;
    if (from.length === 0) return cy`EXISTS ${query(match(up(condition, nodeOf(node))))}`;
    const ways = wayUp({ whole: wholeOf(condition), node, kind, relations, above, from, hops });
    // One MATCH: the embedded engine takes no second in EXISTS.
    const patterns = ways.map(({ pattern }) => pattern);
    const conditions = ways.flatMap(({ where }) => (where === undefined ? [] : [where]));
    return cy`EXISTS ${query(match(joined(patterns, ", "), joined(conditions, " AND ")))}`;
  },
};
