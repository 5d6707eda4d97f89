// Composes a connection: a page of rows by key, its total and its facets, each only where selected.
import { type GraphQLCompositeType, type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import type { Json, Row } from "../store/port.ts";
import { composeAsk, firstOf, placeOf, placeQuestion, typenamePlan } from "./ask.ts";
import {
  bind,
  type Compiling,
  call,
  entry,
  type Frame,
  newFrame,
  type Place,
  projection,
  questionOf,
} from "./frame.ts";
import {
  afterCondition,
  cursorForm,
  cursorValues,
  encodeCursor,
  type OrderKey,
  orderBy,
  orderMark,
} from "./order.ts";
import type { FieldPlan, ObjectPlan, Run } from "./plan.ts";
import { selectedOn, subselections } from "./select.ts";

/** The rows that a connection pages through. */
export interface Rows {
  /** Clauses that bind the variables. */
  readonly clauses: readonly string[];
  readonly node: string;
  readonly edge?: string;
  /** Further columns that the edge type shows, by name. */
  readonly extras: ReadonlyMap<string, string>;
  readonly order: readonly OrderKey[];
  /** Whether the clauses may bind the same row twice. */
  readonly repeats: boolean;
  /** What `nodes` and `edges.node` are: the node, or the relation itself. */
  readonly element: "node" | "edge";
}

/** Where a page's rows are: its keys are known once something of it has been selected. */
interface Page {
  key: string;
  cursorKey: string;
  readonly limit: string;
  readonly mark: string;
}

const size = (run: Run, page: Page): number => Number(run.parameters[page.limit]) - 1;

function pageOf(row: Row, run: Run, page: Page): Row[] {
  const rows = row[page.key] as Row[];
  const most = size(run, page);
  return rows.length > most ? rows.slice(0, most) : rows;
}

function cursorOf(row: Row | undefined, page: Page): string | null {
  return row === undefined ? null : encodeCursor(page.mark, row[page.cursorKey] as Json[]);
}

function namedField(type: GraphQLObjectType, name: string) {
  const field = type.getFields()[name];
  if (field === undefined) throw new Error(`there is no field ${type.name}.${name}`);
  return field;
}

function objectNamed(type: FieldPlan["type"]): GraphQLObjectType {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Error(`${named.name} is no object type`);
  return named;
}

/** The plans of the fields selected on an object type, `__typename` included. */
function plansOf(
  compiling: Compiling,
  type: GraphQLObjectType,
  nodes: FieldPlan["nodes"],
  plan: (name: string, base: Omit<FieldPlan, "read">) => FieldPlan,
): ObjectPlan {
  const selected = selectedOn(compiling, subselections(nodes), type.name, true);
  const fields = [...selected].map(([key, fieldNodes]) => {
    const name = fieldNodes[0]?.name.value ?? key;
    if (name === "__typename") return typenamePlan(key, type.name, fieldNodes);
    return plan(name, { key, name, parent: type.name, nodes: fieldNodes, type: namedField(type, name).type });
  });
  return { typeOf: () => type.name, fields: new Map(), rest: fields };
}

function composeEdges(
  compiling: Compiling,
  inner: Frame,
  rows: Rows,
  base: Omit<FieldPlan, "read">,
  page: Page,
  path: readonly string[],
): ObjectPlan {
  const type = objectNamed(base.type);
  return plansOf(compiling, type, base.nodes, (name, field) => {
    if (name === "cursor") return { ...field, read: (row) => cursorOf(row, page) };
    const extra = rows.extras.get(name);
    if (extra !== undefined) {
      const key = entry(inner, extra);
      return { ...field, read: (row) => row[key] };
    }
    const deeper = [...path, field.key];
    if (name === "node" || name === "relation") {
      const variable = name === "node" && rows.element === "node" ? rows.node : rows.edge;
      if (variable === undefined) return { ...field, read: () => null };
      const elementType = getNamedType(field.type) as GraphQLCompositeType;
      const object = compiling.compose(inner, variable, elementType, subselections(field.nodes), deeper);
      return { ...field, object, read: (row) => row };
    }
    if (rows.edge === undefined) return { ...field, read: () => (name === "sources" ? [] : null) };
    if (name === "sources") {
      const place = placeOf(compiling, namedField(type, name), field.nodes, deeper);
      return { ...field, ...composeAsk(compiling, inner, rows.edge, "sources", place, "") };
    }
    const key = entry(inner, `${rows.edge}.${name}`);
    return { ...field, read: (row) => row[key] };
  });
}

function composeFacets(
  compiling: Compiling,
  frame: Frame,
  variable: string | undefined,
  rows: Rows,
  base: Omit<FieldPlan, "read">,
  path: readonly string[],
): ObjectPlan {
  const type = objectNamed(base.type);
  return plansOf(compiling, type, base.nodes, (name, field) => {
    const question = questionOf(compiling, compiling.fieldMap.facets[name] ?? `no facet ${name}`);
    const place = placeOf(compiling, namedField(type, name), field.nodes, [...path, field.key]);
    const number = compiling.next();
    const under = `n${number}`;
    const placed = placeQuestion(compiling, place, question, rows.node, { node: under });
    const limit = bind(compiling, place, (args) => firstOf(place, args));
    frame.calls.push(
      call(variable, [
        ...rows.clauses,
        `WITH DISTINCT ${rows.node}`,
        placed.body,
        `WITH ${under}, count(DISTINCT ${rows.node}) AS count${number}`,
        `ORDER BY count${number} DESC, ${under}.id LIMIT $${limit}`,
        `RETURN collect({key: ${under}.id, name: ${under}.name, count: count${number}}) AS f${number}`,
      ]),
    );
    frame.columns.push(`f${number}`);
    const key = entry(frame, `f${number}`);
    const facet = objectNamed(field.type);
    const object = plansOf(compiling, facet, field.nodes, (column, plan) => ({
      ...plan,
      read: (row) => row[column],
    }));
    return { ...field, object, read: (row) => row[key] };
  });
}

function rowsCall(
  compiling: Compiling,
  variable: string | undefined,
  rows: Rows,
  place: Place,
  inner: Frame,
  name: string,
  limit: string,
): string {
  const bound = [rows.node, ...(rows.edge === undefined ? [] : [rows.edge]), ...rows.extras.values()].join(
    ", ",
  );
  const order = `ORDER BY ${orderBy(rows.order)}`;
  const after = place.args.after;
  let where = "";
  if (typeof after === "string") {
    cursorValues(after, rows.order);
    const absent = [...cursorForm(after)].map((mark) => mark === "0");
    const keys = rows.order.map((_, index) =>
      bind(compiling, place, (args) => cursorValues(String(args.after), rows.order)[index] ?? null),
    );
    where = `WHERE ${afterCondition(rows.order, keys, absent)}`;
  }
  return call(variable, [
    ...rows.clauses,
    where === "" ? "" : `WITH ${rows.repeats ? "DISTINCT " : ""}${bound}\n${where}`,
    `WITH ${rows.repeats && where === "" ? "DISTINCT " : ""}${bound} ${order} LIMIT $${limit}`,
    ...inner.calls,
    inner.calls.length === 0 ? "" : `WITH ${[bound, ...inner.columns].join(", ")} ${order}`,
    `RETURN collect(${projection(inner)}) AS ${name}`,
  ]);
}

/** Composes a connection over rows around the variable given, or over all where it is undefined. */
export function composeConnection(
  compiling: Compiling,
  frame: Frame,
  variable: string | undefined,
  rows: Rows,
  place: Place,
): ObjectPlan {
  const number = compiling.next();
  const inner = newFrame();
  const limit = bind(compiling, place, (args) => firstOf(place, args) + 1);
  const page: Page = { key: "", cursorKey: "", limit, mark: orderMark(rows.order) };
  const cursors = `[${rows.order.map((key) => key.expression).join(", ")}]`;
  const type = objectNamed(place.field.type);
  const object = plansOf(compiling, type, place.nodes, (name, field) => {
    const path = [...place.path, field.key];
    if (name === "totalCount") {
      const total = compiling.next();
      const distinct = [rows.node, ...(rows.edge === undefined ? [] : [rows.edge])].join(", ");
      frame.calls.push(
        call(variable, [
          ...rows.clauses,
          rows.repeats ? `WITH DISTINCT ${distinct}` : "",
          `RETURN count(*) AS f${total}`,
        ]),
      );
      frame.columns.push(`f${total}`);
      const key = entry(frame, `f${total}`);
      return { ...field, read: (row) => row[key] };
    }
    if (name === "facets") {
      return {
        ...field,
        object: composeFacets(compiling, frame, variable, rows, field, path),
        read: (row) => row,
      };
    }
    page.key = entry(frame, `f${number}`);
    if (name === "nodes") {
      const element = rows.element === "edge" ? rows.edge : rows.node;
      const elementType = getNamedType(field.type) as GraphQLCompositeType;
      const nodes = compiling.compose(
        inner,
        element ?? rows.node,
        elementType,
        subselections(field.nodes),
        path,
      );
      return { ...field, object: nodes, read: (row, run) => pageOf(row, run, page) };
    }
    page.cursorKey = entry(inner, cursors);
    if (name === "edges") {
      const edges = composeEdges(compiling, inner, rows, field, page, path);
      return { ...field, object: edges, read: (row, run) => pageOf(row, run, page) };
    }
    if (name !== "pageInfo") throw new Error(`a connection has no field ${type.name}.${name}`);
    return {
      ...field,
      object: composePageInfo(compiling, field, page, typeof place.args.after === "string"),
      read: (row) => row,
    };
  });
  if (page.key !== "") {
    frame.calls.push(rowsCall(compiling, variable, rows, place, inner, `f${number}`, limit));
    frame.columns.push(`f${number}`);
  }
  return object;
}

function composePageInfo(
  compiling: Compiling,
  base: Omit<FieldPlan, "read">,
  page: Page,
  hasPrevious: boolean,
): ObjectPlan {
  return plansOf(compiling, objectNamed(base.type), base.nodes, (name, field) => {
    if (name === "hasPreviousPage") return { ...field, read: () => hasPrevious };
    if (name === "hasNextPage") {
      return { ...field, read: (row, run) => (row[page.key] as Row[]).length > size(run, page) };
    }
    if (name === "startCursor")
      return { ...field, read: (row, run) => cursorOf(pageOf(row, run, page)[0], page) };
    return { ...field, read: (row, run) => cursorOf(pageOf(row, run, page).at(-1), page) };
  });
}
