// Composes a connection: a page of rows by key, its total and its facets, each only where selected.
import type { Json } from "../store/port.ts";
import { firstOf } from "./ask.ts";
import { composeEdges } from "./edges.ts";
import { composeFacets } from "./facets.ts";
import { bind, type Compiling, call, entry, type Frame, newFrame, type Place, projection } from "./frame.ts";
import { objectNamed, plansOf } from "./object.ts";
import { afterCondition, cursorForm, cursorValues, orderBy, orderMark } from "./order.ts";
import { boundOf, clausesAgain, composeItem, composePageInfo, type Page, pageOf, type Rows } from "./page.ts";
import type { ObjectPlan } from "./plan.ts";

/** The order without the relation's id, which is long and only tells rows of one node apart. */
const withoutEdge = ({ order, edge }: Rows): Rows["order"] =>
  order.filter((key) => key.expression !== `${edge}.id`);

/** The clauses that bind the rows of a page, and no others where an engine can be spared them. */
function pageClauses(variable: string | undefined, rows: Rows, limit: string, where: string): string[] {
  const { byNode, node } = rows;
  if (byNode === undefined || where !== "") {
    return rows.orderedBy === undefined
      ? [...rows.clauses]
      : [`${rows.clauses[0] ?? ""}\nWHERE ${rows.orderedBy}`, ...rows.clauses.slice(1)];
  }
  const order = orderBy(withoutEdge(rows));
  return [
    ...byNode.clauses,
    `WITH ${rows.repeats ? "DISTINCT " : ""}${variable}, ${node} ORDER BY ${order} LIMIT $${limit}`,
    `WITH DISTINCT ${variable}, ${node}`,
    byNode.edges,
  ];
}

/** The clauses that turn the rows of a page, bound and in order, into the list of what is selected of them. */
function writtenRows(rows: Rows, inner: Frame, bound: readonly string[], detailed: boolean): string[] {
  const details = detailed ? rows.details : undefined;
  const added = [...(details?.extras.values() ?? []), ...inner.columns];
  return [
    details?.clauses ?? "",
    ...inner.calls,
    added.length === 0 ? "" : `WITH ${[...bound, ...added].join(", ")} ORDER BY ${orderBy(rows.order)}`,
  ];
}

function rowsCall(
  variable: string | undefined,
  rows: Rows,
  inner: Frame,
  name: string,
  limit: string,
  where: string,
  detailed: boolean,
): string {
  // Details may ask the parent again: an engine forgets it unless it is carried along.
  const needsParent = detailed && rows.details !== undefined && variable !== undefined;
  const bound = [...(needsParent ? [variable] : []), ...boundOf(rows)];
  const names = bound.join(", ");
  return call(variable, [
    ...pageClauses(variable, rows, limit, where),
    where === "" ? "" : `WITH ${rows.repeats ? "DISTINCT " : ""}${names}\n${where}`,
    `WITH ${rows.repeats && where === "" ? "DISTINCT " : ""}${names} ORDER BY ${orderBy(rows.order)} LIMIT $${limit}`,
    ...writtenRows(rows, inner, bound, detailed),
    `RETURN collect(${projection(inner)}) AS ${name}`,
  ]);
}

/** Whether rows come in an order that their nodes tell without the further columns. */
function isOfNodes({ element, edge, order, extras }: Rows): boolean {
  const columns = [...extras.values()];
  const ordered = order.some(({ expression }) => columns.some((column) => expression.includes(column)));
  return element === "node" && edge === undefined && !ordered;
}

/** A page and the total of all rows of nodes alone, from one list: only as many as are told come in order. */
function onceOfNodes(
  variable: string | undefined,
  rows: Rows,
  inner: Frame,
  names: { readonly page: string; readonly total: string },
  limit: string,
  detailed: boolean,
): string {
  const carried = variable === undefined ? [] : [variable];
  const nodes = `${names.page}_nodes`;
  return call(variable, [
    call(variable, [
      ...rows.clauses,
      `RETURN collect(${rows.repeats ? "DISTINCT " : ""}${rows.node}) AS ${nodes}`,
    ]),
    call([...carried, nodes].join(", "), [
      `UNWIND ${nodes} AS ${rows.node}`,
      `WITH ${[...carried, rows.node].join(", ")} ORDER BY ${orderBy(rows.order)} LIMIT $${limit}`,
      ...writtenRows(rows, inner, [...carried, rows.node], detailed),
      `RETURN collect(${projection(inner)}) AS ${names.page}`,
    ]),
    `RETURN ${names.page}, size(${nodes}) AS ${names.total}`,
  ]);
}

/** A page and the total of all rows, cut from one list in order. The columns beside the node are plain values. */
function onceCall(
  variable: string | undefined,
  rows: Rows,
  inner: Frame,
  names: { readonly page: string; readonly total: string },
  limit: string,
  detailed: boolean,
): string {
  const carried = variable === undefined ? [] : [variable];
  const extras = [...rows.extras.values()];
  const [nodes, values] = [`${names.page}_nodes`, `${names.page}_values`];
  const bound = [...carried, rows.node, ...extras];
  const place = `${names.page}_place`;
  // A list for each row is dear where there are very many.
  const [only] = extras.length === 1 ? extras : [];
  const picked = [
    ...carried,
    `${nodes}[${place}] AS ${rows.node}`,
    ...extras.map(
      (extra, index) => `${values}[${place}]${only === undefined ? `[${index}]` : ""} AS ${extra}`,
    ),
  ];
  return call(variable, [
    // In a CALL of its own, so that there is a row where nothing is found.
    call(variable, [
      ...rows.clauses,
      `WITH ${rows.repeats ? "DISTINCT " : ""}${[rows.node, ...extras].join(", ")} ORDER BY ${orderBy(rows.order)}`,
      `RETURN collect(${rows.node}) AS ${nodes}, collect(${only ?? `[${extras.join(", ")}]`}) AS ${values}`,
    ]),
    call([...carried, nodes, values].join(", "), [
      `UNWIND range(0, CASE WHEN size(${nodes}) < $${limit} THEN size(${nodes}) ELSE $${limit} END - 1) AS ${place}`,
      `WITH ${picked.join(", ")} ORDER BY ${orderBy(rows.order)}`,
      ...writtenRows(rows, inner, bound, detailed),
      `RETURN collect(${projection(inner)}) AS ${names.page}`,
    ]),
    `RETURN ${names.page}, size(${nodes}) AS ${names.total}`,
  ]);
}

/** The condition that rows come after the cursor given; checked even where nothing of the page is selected. */
function afterClause(compiling: Compiling, rows: Rows, place: Place): string {
  const { after } = place.args;
  if (typeof after !== "string") return "";
  const values = (cursor: string): Json[] => cursorValues(cursor, place.field.name, rows.order);
  values(after);
  if (rows.found !== undefined) {
    bind(compiling, place, (args) => values(String(args.after)), rows.found.after);
    return "";
  }
  const absent = [...cursorForm(after)].map((mark) => mark === "0");
  const keys = rows.order.map((_, index) =>
    bind(compiling, place, (args) => values(String(args.after))[index] ?? null),
  );
  return `WHERE ${afterCondition(rows.order, keys, absent)}`;
}

/** The number of all rows. */
function totalCall(variable: string | undefined, rows: Rows, number: number): string {
  if (rows.found !== undefined) {
    const own = `[one IN $${rows.found.given} WHERE one.parent = ${variable}.id | one.total]`;
    return call(variable, [`RETURN head(${own}) AS f${number}`]);
  }
  const alone = rows.edge === undefined || rows.nodesOnly !== undefined;
  const distinct = alone ? rows.node : `${rows.node}, ${rows.edge}`;
  return call(variable, [
    ...clausesAgain(rows, variable, number),
    rows.repeats ? `WITH DISTINCT ${distinct}` : "",
    `RETURN count(*) AS f${number}`,
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
  const limit = bind(compiling, place, (args) => firstOf(place, args) + (page.more ? 1 : 0));
  const mark = orderMark(place.field.name, rows.order);
  const cursors = `[${rows.order.map((key) => key.expression).join(", ")}]`;
  const page: Page = {
    key: "",
    cursorKey: "",
    needCursor: () => {
      page.cursorKey = entry(inner, cursors);
    },
    more: false,
    limit,
    mark,
  };
  const where = afterClause(compiling, rows, place);
  const type = objectNamed(place.field.type);
  let detailed = false;
  let withEdges = false;
  let total: number | undefined;
  const object = plansOf(compiling, type, place.nodes, (name, field) => {
    const path = [...place.path, field.key];
    if (name === "totalCount") {
      // Selected twice under other names it is counted once.
      total ??= compiling.next();
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
      const nodes = composeItem(compiling, inner, rows, field, path);
      return { ...field, object: nodes, read: (row, run) => pageOf(row, run, page) };
    }
    if (name === "edges") {
      withEdges = true;
      const edges = composeEdges(compiling, inner, rows, field, page, path, () => {
        detailed = true;
      });
      return { ...field, object: edges, read: (row, run) => pageOf(row, run, page) };
    }
    if (name !== "pageInfo") throw new Error(`a connection has no field ${type.name}.${name}`);
    return {
      ...field,
      object: composePageInfo(compiling, field, page, typeof place.args.after === "string"),
      read: (row) => row,
    };
  });
  const [pageName, totalName] = [`f${number}`, `f${total}`];
  if (total !== undefined) frame.columns.push(totalName);
  if (page.key !== "") frame.columns.push(pageName);
  if (total !== undefined && page.key !== "" && where === "") {
    const names = { page: pageName, total: totalName };
    const plain = isOfNodes(rows) && (!withEdges || rows.extras.size === 0);
    if (plain && (rows.once === true || rows.gathered === true)) {
      frame.calls.push(onceOfNodes(variable, rows, inner, names, limit, detailed));
      return object;
    }
    if (rows.once === true) {
      frame.calls.push(onceCall(variable, rows, inner, names, limit, detailed));
      return object;
    }
  }
  if (total !== undefined) frame.calls.push(totalCall(variable, rows, total));
  if (page.key !== "") {
    const told = withEdges || page.cursorKey !== "" || rows.element !== "node";
    const paged = told ? rows : { ...rows, order: withoutEdge(rows) };
    frame.calls.push(rowsCall(variable, paged, inner, pageName, limit, where, detailed));
  }
  return object;
}
