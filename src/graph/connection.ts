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

/** The clauses that bind the rows of a page, and no others where an engine can be spared them. */
function pageClauses(variable: string | undefined, rows: Rows, limit: string, where: string): string[] {
  const { byNode, node, edge } = rows;
  if (byNode === undefined || where !== "") {
    return rows.orderedBy === undefined
      ? [...rows.clauses]
      : [`${rows.clauses[0] ?? ""}\nWHERE ${rows.orderedBy}`, ...rows.clauses.slice(1)];
  }
  const order = orderBy(rows.order.filter((key) => key.expression !== `${edge}.id`));
  return [
    ...byNode.clauses,
    `WITH ${rows.repeats ? "DISTINCT " : ""}${variable}, ${node} ORDER BY ${order} LIMIT $${limit}`,
    `WITH DISTINCT ${variable}, ${node}`,
    byNode.edges,
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
  const details = detailed ? rows.details : undefined;
  // Details may ask the parent again: an engine forgets it unless it is carried along.
  const carried = details === undefined || variable === undefined ? [] : [variable];
  const bound = [...carried, ...boundOf(rows)].join(", ");
  const order = `ORDER BY ${orderBy(rows.order)}`;
  const added = [...(details?.extras.values() ?? []), ...inner.columns];
  return call(variable, [
    ...pageClauses(variable, rows, limit, where),
    where === "" ? "" : `WITH ${rows.repeats ? "DISTINCT " : ""}${bound}\n${where}`,
    `WITH ${rows.repeats && where === "" ? "DISTINCT " : ""}${bound} ${order} LIMIT $${limit}`,
    details?.clauses ?? "",
    ...inner.calls,
    added.length === 0 ? "" : `WITH ${[bound, ...added].join(", ")} ${order}`,
    `RETURN collect(${projection(inner)}) AS ${name}`,
  ]);
}

/** A page and the total of all rows, cut from one list. The columns beside the node are plain values. */
function onceCall(
  variable: string | undefined,
  rows: Rows,
  inner: Frame,
  names: { readonly page: string; readonly total: string },
  limit: string,
  detailed: boolean,
): string {
  const details = detailed ? rows.details : undefined;
  const carried = variable === undefined ? [] : [variable];
  const order = `ORDER BY ${orderBy(rows.order)}`;
  const extras = [...rows.extras.values()];
  const [nodes, values] = [`${names.page}_nodes`, `${names.page}_values`];
  const bound = [...carried, rows.node, ...extras];
  const place = `${names.page}_place`;
  const added = [...(details?.extras.values() ?? []), ...inner.columns];
  const picked = [
    ...carried,
    `${nodes}[${place}] AS ${rows.node}`,
    ...extras.map((extra, index) => `${values}[${place}][${index}] AS ${extra}`),
  ];
  return call(variable, [
    // In a CALL of its own, so that there is a row where nothing is found.
    call(variable, [
      ...rows.clauses,
      `WITH ${rows.repeats ? "DISTINCT " : ""}${[rows.node, ...extras].join(", ")} ${order}`,
      `RETURN collect(${rows.node}) AS ${nodes}, collect([${extras.join(", ")}]) AS ${values}`,
    ]),
    call([...carried, nodes, values].join(", "), [
      `UNWIND range(0, CASE WHEN size(${nodes}) < $${limit} THEN size(${nodes}) ELSE $${limit} END - 1) AS ${place}`,
      `WITH ${picked.join(", ")}`,
      details?.clauses ?? "",
      ...inner.calls,
      `WITH ${[...bound, ...added].join(", ")} ${order}`,
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
  const absent = [...cursorForm(after)].map((mark) => mark === "0");
  const keys = rows.order.map((_, index) =>
    bind(compiling, place, (args) => values(String(args.after))[index] ?? null),
  );
  return `WHERE ${afterCondition(rows.order, keys, absent)}`;
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
  const page: Page = { key: "", cursorKey: "", more: false, limit, mark };
  const where = afterClause(compiling, rows, place);
  const cursors = `[${rows.order.map((key) => key.expression).join(", ")}]`;
  const type = objectNamed(place.field.type);
  let detailed = false;
  let counted: (() => void) | undefined;
  let countedAs = "";
  const object = plansOf(compiling, type, place.nodes, (name, field) => {
    const path = [...place.path, field.key];
    if (name === "totalCount") {
      // Selected twice under other names it is counted once.
      if (counted === undefined) {
        const total = compiling.next();
        const distinct = [rows.node, ...(rows.edge === undefined ? [] : [rows.edge])].join(", ");
        counted = () =>
          frame.calls.push(
            call(variable, [
              ...clausesAgain(rows, variable, total),
              rows.repeats ? `WITH DISTINCT ${distinct}` : "",
              `RETURN count(*) AS f${total}`,
            ]),
          );
        countedAs = `f${total}`;
        frame.columns.push(countedAs);
      }
      const key = entry(frame, countedAs);
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
    page.cursorKey = entry(inner, cursors);
    if (name === "edges") {
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
  if (rows.once === true && counted !== undefined && page.key !== "" && where === "") {
    const names = { page: `f${number}`, total: countedAs };
    frame.calls.push(onceCall(variable, rows, inner, names, limit, detailed));
    frame.columns.push(`f${number}`);
    return object;
  }
  counted?.();
  if (page.key !== "") {
    frame.calls.push(rowsCall(variable, rows, inner, `f${number}`, limit, where, detailed));
    frame.columns.push(`f${number}`);
  }
  return object;
}
