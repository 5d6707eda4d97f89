// Plans a connection: what of page, total and facets is selected, in which order, after which cursor.
import { type GraphQLCompositeType, getNamedType, isObjectType } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { Kind } from "../ontology/model.ts";
import type { Arguments } from "../run/step.ts";
import type { Json } from "../store/port.ts";
import { aggregateOf } from "./aggregate.ts";
import { type CursorArgument, cursorForm, cursorValues, readCursor } from "./cursor.ts";
import { edgesOf } from "./edges.ts";
import type { ConnectionPlan, ConnectionSource, ItemPlan } from "./nodes.ts";
import { listMark } from "./order.ts";
import type { CursorPlan, FacetSource, OrderKey, PageInfoSource, RowsPlan } from "./page-nodes.ts";
import type { Asked } from "./plan-field.ts";
import {
  bind,
  compositeOf,
  fieldsOf,
  firstOf,
  namedField,
  objectNamed,
  type Planning,
  type Site,
  siteOf,
} from "./planning.ts";
import { columnsOf, useOf } from "./question.ts";
import { subselections } from "./select.ts";

/** The kind of node that a connection or an entity type stands for; Entity for the interface. */
export function kindNamed(type: GraphQLCompositeType): string {
  if (!type.name.endsWith("Connection")) return type.name;
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  if (nodes === undefined) throw new Error(`${type.name} has no nodes`);
  return kindNamed(getNamedType(nodes.type) as GraphQLCompositeType);
}

/** What `nodes` and `edges.node` are. */
export type Element = "node" | "edge" | "columns";

/** What of a connection is selected, found out while its fields are planned. */
interface Wants {
  total: boolean;
  page: boolean;
  edges: boolean;
  cursors: boolean;
  details: boolean;
  more: boolean;
}

function itemOf(
  planning: Planning,
  rows: RowsPlan,
  { element, kinds }: { readonly element: Element; readonly kinds: readonly Kind[] | undefined },
  asked: Asked,
  path: readonly string[],
): ItemPlan {
  const type = compositeOf(asked.type);
  if (element === "columns" && rows.is === "question")
    return columnsOf(planning, type, rows.use.question.columns, asked.nodes, path);
  const is = element === "edge" ? "edge" : "node";
  return { is, object: planning.element(type, subselections(asked.nodes), path, kinds) };
}

function pageInfoOf(planning: Planning, asked: Asked, wants: Wants, backward: boolean): ConnectionSource {
  const type = objectNamed(asked.type);
  const fields = fieldsOf(planning, type, asked.nodes, ({ name }): PageInfoSource => {
    if (name === (backward ? "hasPreviousPage" : "hasNextPage")) wants.more = true;
    if (name.endsWith("Cursor")) wants.cursors = true;
    return { is: name as PageInfoSource["is"] };
  });
  return { is: "page info", type: type.name, fields };
}

function facetsOf(planning: Planning, asked: Asked, path: readonly string[]): ConnectionSource {
  const type = objectNamed(asked.type);
  const fields = fieldsOf(planning, type, asked.nodes, (own): FacetSource => {
    const site = siteOf(planning, namedField(type, own.name), own.nodes, [...path, own.key]);
    const use = useOf(planning, site, planning.fieldMap.facets[own.name] ?? `no facet ${own.name}`);
    const limit = bind(planning, site, (args) => firstOf(site, args));
    const facet = objectNamed(own.type);
    const columns = fieldsOf(planning, facet, own.nodes, () => ({ is: "key" }) as const);
    return { is: "facet", use, limit, type: facet.name, columns };
  });
  return { is: "facets", type: type.name, fields };
}

/** The keys of a cursor given; checked even where nothing of the page is selected. */
function cursorAt(
  planning: Planning,
  site: Site,
  name: CursorArgument,
  rows: RowsPlan,
  order: readonly OrderKey[],
): CursorPlan | undefined {
  const cursor = site.args[name];
  if (typeof cursor !== "string") return undefined;
  const values = (args: Arguments): Json[] =>
    cursorValues(name, String(args[name]), listMark(site.field.name, order, args), order);
  // Names among the arguments are ids only when the request runs: whose cursor it is, is told then.
  readCursor(name, cursor);
  if (rows.is === "question" && rows.given !== undefined) {
    bind(planning, site, (args) => values(args), rows.given[name]);
    return undefined;
  }
  return {
    absent: [...cursorForm(cursor)].map((one) => one === "0"),
    keys: order.map((_, index) => bind(planning, site, (args) => values(args)[index] ?? null)),
  };
}

/** Whether the last rows are asked for. @throws IndustryGraphError where the first are too */
function isBackward({ args }: Site): boolean {
  if (typeof args.last !== "number") return false;
  if (typeof args.first !== "number") return true;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `first: ${args.first} and last: ${args.last} cannot both be given: say first for the beginning of the list, last for its end.`,
  );
}

/**
 * Plans a connection over rows.
 * @param kinds those that its entities can be of, where they may be of several
 */
export function connectionAt(
  planning: Planning,
  site: Site,
  rows: RowsPlan,
  order: readonly OrderKey[],
  element: Element,
  kinds?: readonly Kind[],
): ConnectionPlan {
  const type = objectNamed(site.field.type);
  const wants: Wants = {
    total: false,
    page: false,
    edges: false,
    cursors: false,
    details: false,
    more: false,
  };
  const backward = isBackward(site);
  const after = cursorAt(planning, site, "after", rows, order);
  const before = cursorAt(planning, site, "before", rows, order);
  const fields = fieldsOf(planning, type, site.nodes, (asked): ConnectionSource => {
    const path = [...site.path, asked.key];
    if (asked.name === "totalCount") {
      wants.total = true;
      return { is: "total" };
    }
    if (asked.name === "facets") return facetsOf(planning, asked, path);
    if (asked.name === "aggregate") return aggregateOf(planning, kindNamed(type), asked, path);
    wants.page = true;
    if (asked.name === "nodes")
      return { is: "nodes", item: itemOf(planning, rows, { element, kinds }, asked, path) };
    if (asked.name === "pageInfo") return pageInfoOf(planning, asked, wants, backward);
    if (asked.name !== "edges") throw new Error(`a connection has no field ${type.name}.${asked.name}`);
    wants.edges = true;
    return edgesOf(planning, rows, asked, path, wants, (one, deeper) =>
      itemOf(planning, rows, { element, kinds }, one, deeper),
    );
  });
  const limit = bind(planning, site, (args) => firstOf(site, args) + (wants.more ? 1 : 0));
  const mark = wants.cursors ? bind(planning, site, (args) => listMark(site.field.name, order, args)) : "";
  const [hasAfter, hasBefore] = [site.args.after, site.args.before].map((one) => typeof one === "string");
  return {
    is: "connection",
    rows,
    order,
    mark,
    limit,
    more: wants.more,
    backward,
    after,
    before,
    hasAfter: hasAfter === true,
    hasBefore: hasBefore === true,
    fields,
    wants,
  };
}
