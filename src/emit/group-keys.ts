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
  pass,
  query,
  unwind,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import { kindEnum, kindNames } from "../ontology/model.ts";
import type { GroupSource } from "../plan/aggregate-spec.ts";
import type { GroupPlan } from "../plan/page-nodes.ts";
import { arrow, nodeOf } from "./pattern.ts";
import { climbing, wayUp } from "./places.ts";

/** A key in the statement: what is grouped by, then id and name of it; of values the name is the value. */
export interface Key {
  readonly by: Variable;
  readonly byValue: Expression;
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

const key = (
  byValue: Expression,
  told: (by: Variable) => readonly [id: Expression, name: Expression],
): Key => {
  const by = variable("b");
  const [idValue, nameValue] = told(by);
  return { by, byValue, id: variable("i"), name: variable("k"), idValue, nameValue };
};

/** Grouped by a value. */
const valued = (value: Expression): Key => key(value, (by) => [none, cy`${by}`]);

/** Grouped by a node: its id and name are read once for a group, not for each entity in it. */
const noded = (node: Variable): Key => key(cy`${node}`, (by) => [cy`${by}.id`, cy`${by}.name`]);

/** The kind of a node, as the API names it. */
const kindOfNode = (node: Variable): Expression =>
  cy`CASE ${joined(
    kindNames.map((kind) => cy`WHEN ${node}:${name(kind)} THEN ${expression([`'${kindEnum(kind)}'`])}`),
    " ",
  )} END`;

/** The items of a list, or null where it has none: who is in no group is in the one without a key. */
const eachOrNone = (list: Expression, one: Variable): Clause =>
  unwind(cy`CASE WHEN size(coalesce(${list}, [])) = 0 THEN [null] ELSE ${list} END`, one);

/**
 * The clauses that bind the wholes that an entity lies in, as the filter of that name finds them.
 * @param isFirst whether nothing but the entities is bound yet
 */
function toWholes(
  node: Variable,
  kind: string,
  source: Reach,
  far: Variable,
  group: GroupPlan,
  isFirst: boolean,
): Clause[] {
  const { relations, above, of, from = [], levelProperty } = source;
  const { level, withParts } = group;
  const hops = withParts ? source.hops : 1;
  const climb = cy`(${node})${climbing({ relations, above, hops })}`;
  const isWanted = (whole: Variable): Expression | undefined =>
    level === undefined || levelProperty === undefined
      ? undefined
      : cy`${propertyOf(whole, levelProperty)} = ${parameter(level)}`;
  if (from.length === 0 && withParts && isFirst) {
    // Entities are gathered by what they are in directly: climbing once from each whole is less than from each entity.
    const [site, held, any] = [variable("site"), variable("held"), variable("m")];
    const anyWhole = cy`${climb}${nodeOf(any, of)}`;
    const isAnyWanted = isWanted(any);
    // An engine may know the number of relations without looking at them.
    const links = cy`COUNT ${query(match(cy`(${node})${arrow("out", undefined, relations)}()`))}`;
    const chain = cy`(${site})${arrow("out", undefined, above, `*0..${hops - 1}`)}${nodeOf(far, of)}`;
    return [
      maybe(match(cy`(${node})${arrow("out", undefined, relations)}(${site})`)),
      pass([site, item(cy`collect(${node})`, held)]),
      maybe(match(chain, isWanted(far))),
      pass([far, held]),
      unwind(held, node),
      // Who is in several, one of which leads nowhere, is not without a whole.
      pass([node, far], {
        where: cy`${far} IS NOT NULL OR ${links} <= 1 OR NOT EXISTS ${query(match(anyWhole, isAnyWanted))}`,
      }),
    ];
  }
  if (from.length === 0) {
    const chain = withParts ? climb : cy`(${node})${arrow("out", undefined, relations)}`;
    return [maybe(match(cy`${chain}${nodeOf(far, of)}`, isWanted(far)))];
  }
  const [whole, wholes] = [variable("w"), variable("all")];
  const ways = wayUp({ whole: nodeOf(whole, of), node, kind, relations, above, from, hops });
  const wanted = isWanted(whole) === undefined ? [] : [match(nodeOf(whole), isWanted(whole))];
  return [
    call([node], ...ways, ...wanted, give([item(cy`collect(DISTINCT ${whole})`, wholes)])),
    eachOrNone(cy`${wholes}`, far),
  ];
}

/** The relations of an entity by one field, and their far ends; null where it has none. */
interface Followed {
  readonly edge: Variable;
  readonly far: Variable;
}

/**
 * The clauses that bind what an entity is related to.
 * @param isWithin whether the list lies in a page of others: then few are looked at, and each is asked for its own. An
 *   engine may look at all relations of a type otherwise, once for each row of the page.
 */
function toRelated(
  node: Variable,
  { field }: Extract<GroupSource, { is: "related" | "relationDate" }>,
  { edge, far }: Followed,
  isWithin: boolean,
  used: Variable | undefined,
): Clause[] {
  const pathOf = (ends: Followed): Expression =>
    cy`(${node})${arrow(field.way, ends.edge, [field.relation])}${nodeOf(ends.far, field.of)}`;
  if (!isWithin || used === undefined) return [maybe(match(pathOf({ edge, far })))];
  const [own, ends] = [{ edge: variable("e"), far: variable("m") }, variable("ends")];
  const one = used === far ? own.far : own.edge;
  return [
    call([node], match(pathOf(own)), give([item(cy`collect(${one})`, ends)])),
    eachOrNone(cy`${ends}`, used),
  ];
}

/**
 * The clauses that lead from an entity to its keys, and the keys. Keys of one relation are keys of the same one.
 * @param isWithin whether the list lies in a page of others
 */
export function keysOf(
  node: Variable,
  kind: string,
  groups: readonly GroupPlan[],
  isWithin: boolean,
): { readonly clauses: Clause[]; readonly keys: Key[] } {
  const clauses: Clause[] = [];
  const followed = new Map<string, Followed>();
  const keys = groups.map((group): Key => {
    const { source } = group;
    if (source.is === "property") {
      const own = propertyOf(node, source.property);
      if (!source.many)
        return valued(source.part === "whole" ? cy`toString(${own})` : dated(own, source.part));
      const one = variable("x");
      clauses.push(eachOrNone(own, one));
      return valued(cy`${one}`);
    }
    if (source.is === "kind") return valued(kindOfNode(node));
    if (source.is === "reach") {
      const far = variable("m");
      clauses.push(...toWholes(node, kind, source, far, group, clauses.length === 0));
      return noded(far);
    }
    const { field } = source;
    const known = followed.get(field.name) ?? { edge: variable("e"), far: variable("m") };
    if (!followed.has(field.name)) {
      followed.set(field.name, known);
      const uses = groups.flatMap(({ source: other }) =>
        "field" in other && other.field.name === field.name ? [other.is] : [],
      );
      const [use, ...others] = new Set(uses);
      const used = others.length > 0 ? undefined : use === "related" ? known.far : known.edge;
      clauses.push(...toRelated(node, source, known, isWithin, used));
    }
    return source.is === "related"
      ? noded(known.far)
      : valued(dated(propertyOf(known.edge, source.property), source.part));
  });
  return { clauses, keys };
}
