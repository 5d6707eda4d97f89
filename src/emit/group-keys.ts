// What an entity is grouped under: the clauses that lead from it to its keys, and the keys.
import { cy, joined, name, propertyOf } from "../cypher/template.ts";
import {
  type Clause,
  call,
  type Expression,
  expression,
  give,
  item,
  type Match,
  match,
  parameter,
  unwind,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import { kindEnum, kindNames } from "../ontology/model.ts";
import type { GroupSource } from "../plan/aggregate-spec.ts";
import type { GroupPlan } from "../plan/page-nodes.ts";
import { arrow, nodeOf } from "./pattern.ts";
import { wayUp } from "./places.ts";

/** A key in the statement: id and name of what is grouped by; of values the name is the value. */
export interface Key {
  readonly id: Variable;
  readonly name: Variable;
  readonly idValue: Expression;
  readonly nameValue: Expression;
}

type Reach = Extract<GroupSource, { is: "reach" }>;

const maybe = (found: Match): Match => ({ ...found, optional: true });

/** A year or a month of a date; null where it is not known so precisely. */
const dated = (value: Expression, part: "year" | "month"): Expression =>
  part === "year"
    ? cy`substring(toString(${value}), 0, 4)`
    : cy`CASE WHEN size(${value}) >= 7 THEN substring(${value}, 0, 7) END`;

const none = cy`null`;

const key = (idValue: Expression, nameValue: Expression): Key => ({
  id: variable("i"),
  name: variable("k"),
  idValue,
  nameValue,
});

/** The kind of a node, as the API names it. */
const kindOfNode = (node: Variable): Expression =>
  cy`CASE ${joined(
    kindNames.map((kind) => cy`WHEN ${node}:${name(kind)} THEN ${expression([`'${kindEnum(kind)}'`])}`),
    " ",
  )} END`;

/** The items of a list, or null where it has none: who is in no group is in the one without a key. */
const eachOrNone = (list: Expression, one: Variable): Clause =>
  unwind(cy`CASE WHEN size(coalesce(${list}, [])) = 0 THEN [null] ELSE ${list} END`, one);

/** The clauses that bind the wholes that an entity lies in, as the filter of that name finds them. */
function toWholes(node: Variable, kind: string, source: Reach, far: Variable, group: GroupPlan): Clause[] {
  const { relations, of, from = [], levelProperty } = source;
  const { level, withParts } = group;
  const hops = withParts ? source.hops : 1;
  const isWanted =
    level === undefined || levelProperty === undefined
      ? undefined
      : cy`${propertyOf(far, levelProperty)} = ${parameter(level)}`;
  if (from.length === 0) {
    const reach = withParts ? `*1..${hops}` : "";
    const chain = cy`(${node})${arrow("out", undefined, relations, reach)}${nodeOf(far, of)}`;
    return [maybe(match(chain, isWanted))];
  }
  const [whole, wholes] = [variable("w"), variable("all")];
  const ways = wayUp({ whole: nodeOf(whole, of), node, kind, relations, from, hops });
  const wanted =
    level === undefined || levelProperty === undefined
      ? []
      : [match(nodeOf(whole), cy`${propertyOf(whole, levelProperty)} = ${parameter(level)}`)];
  return [
    call([node], ...ways, ...wanted, give([item(cy`collect(DISTINCT ${whole})`, wholes)])),
    eachOrNone(cy`${wholes}`, far),
  ];
}

/** The clauses that lead from an entity to its keys, and the keys. Keys of one relation are keys of the same one. */
export function keysOf(
  node: Variable,
  kind: string,
  groups: readonly GroupPlan[],
): { readonly clauses: Clause[]; readonly keys: Key[] } {
  const clauses: Clause[] = [];
  const followed = new Map<string, { readonly edge: Variable; readonly far: Variable }>();
  const keys = groups.map((group): Key => {
    const { source } = group;
    if (source.is === "property") {
      const own = propertyOf(node, source.property);
      if (!source.many)
        return key(none, source.part === "whole" ? cy`toString(${own})` : dated(own, source.part));
      const one = variable("x");
      clauses.push(eachOrNone(own, one));
      return key(none, cy`${one}`);
    }
    if (source.is === "kind") return key(none, kindOfNode(node));
    if (source.is === "reach") {
      const far = variable("m");
      clauses.push(...toWholes(node, kind, source, far, group));
      return key(cy`${far}.id`, cy`${far}.name`);
    }
    const { field } = source;
    const known = followed.get(field.name) ?? { edge: variable("e"), far: variable("m") };
    if (!followed.has(field.name)) {
      followed.set(field.name, known);
      const path = cy`(${node})${arrow(field.way, known.edge, [field.relation])}${nodeOf(known.far, field.of)}`;
      clauses.push(maybe(match(path)));
    }
    return source.is === "related"
      ? key(cy`${known.far}.id`, cy`${known.far}.name`)
      : key(none, dated(propertyOf(known.edge, source.property), source.part));
  });
  return { clauses, keys };
}
