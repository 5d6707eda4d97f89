// Plans the fields that lead from an entity along a relation, or along all of them.

import { type Kind, type RelationType, relationTypes } from "../ontology/model.ts";
import { asOfAt } from "./as-of.ts";
import type { Condition } from "./conditions.ts";
import { connectionAt, kindNamed } from "./connection.ts";
import { farKinds, refuseOtherKinds } from "./far-kinds.ts";
import { conditionsAt, relationConditionsAt, startConditionsAt } from "./filter.ts";
import type { ConnectionPlan, OneSource } from "./nodes.ts";
import { byName, orderAsked, withTies } from "./order.ts";
import type { RowsPlan } from "./page-nodes.ts";
import { compositeOf, type Planning, type Site, whenLookedUp } from "./planning.ts";
import { subselections } from "./select.ts";
import type { FieldSpec } from "./spec.ts";
import type { Way } from "./ways.ts";

type Along = Extract<FieldSpec, { is: "one" | "connection" }>;

/** The one entity at the far end. */
export function oneAt(
  planning: Planning,
  site: Site,
  { relation, way }: Along,
  own: readonly Kind[],
): OneSource {
  const type = compositeOf(site.field.type);
  const { kinds } = farKinds({ argument: site.field.name, types: [relation] }, way, own);
  const object = planning.element(type, subselections(site.nodes), site.path, kinds);
  return { is: "one", relation, way, kind: type.name, object };
}

/** All entities at the far end. */
export function manyAt(
  planning: Planning,
  site: Site,
  { relation, way }: Along,
  own: readonly Kind[],
): ConnectionPlan {
  const kind = kindNamed(compositeOf(site.field.type));
  const asOf = asOfAt(planning, site);
  const where = conditionsAt(planning, site, asOf !== undefined);
  const far = farKinds({ argument: site.field.name, types: [relation] }, way, own);
  const kinds = kind === "Entity" ? refuseOtherKinds("filter", where, far) : undefined;
  const order = withTies(orderAsked(site) ?? byName, { node: true, edge: true });
  const rows: RowsPlan = { is: "relation", relation, way, kind, where, asOf };
  return connectionAt(planning, site, rows, order, "node", kinds);
}

/** All entities that lie in a whole, through its parts unless `direct` is true. */
export function withinAt(
  planning: Planning,
  site: Site,
  { relations, above, hops, from }: Extract<FieldSpec, { is: "within" }>,
): ConnectionPlan {
  const kind = kindNamed(compositeOf(site.field.type));
  const direct = site.args.direct === true;
  const asOf = asOfAt(planning, site);
  const where = conditionsAt(planning, site, asOf !== undefined);
  const order = withTies(orderAsked(site) ?? byName, { node: true, edge: false });
  const rows: RowsPlan = {
    is: "within",
    relations,
    above,
    hops,
    from,
    direct,
    kind,
    where,
    asOf,
  };
  return connectionAt(planning, site, rows, order, "node");
}

/** Refuses types that no entity asked about has, and conditions that none at either end can meet. */
function refuseUnmet(
  { types, way, own }: { types: readonly RelationType[] | undefined; way: Way; own?: readonly Kind[] },
  node: readonly Condition[],
  start: readonly Condition[],
): void {
  const asked = { argument: "types", types };
  // Where relations start is where those read the other way end.
  const near = own ?? refuseOtherKinds("from", start, farKinds(asked, "in"));
  refuseOtherKinds(
    "filter",
    node,
    farKinds(asked, way, own === undefined && way !== "out" ? undefined : near),
  );
}

/** All relations of an entity that is of one of these kinds; of all entities where the field is one of the root. */
export function relationsAt(planning: Planning, site: Site, own?: readonly Kind[]): ConnectionPlan {
  const asked = site.args.types as readonly RelationType[] | null | undefined;
  const types =
    asked === null || asked === undefined ? undefined : relationTypes.filter((type) => asked.includes(type));
  const isOfOne = site.field.args.some(({ name }) => name === "direction");
  // Seen from no entity, each is listed once.
  const way = isOfOne ? (String(site.args.direction ?? "BOTH").toLowerCase() as Way) : "out";
  const asOf = asOfAt(planning, site);
  const keys = [{ of: "relation type", descending: false, nullable: false } as const, ...byName];
  const order = withTies(isOfOne ? keys : [], { node: false, edge: true });
  const where = relationConditionsAt(planning, site, asOf !== undefined);
  const start = startConditionsAt(planning, site, asOf !== undefined);
  const refuse = (kinds: readonly Kind[] | undefined): void =>
    refuseUnmet({ types, way, own: kinds }, where.node, start);
  refuse(own);
  whenLookedUp(planning, site, refuse);
  return connectionAt(planning, site, { is: "relations", types, way, where, start, asOf }, order, "edge");
}
