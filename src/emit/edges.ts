// Emits the edges of a connection, and what each of its rows is.
import type { ConnectionSource, EdgeSource, ItemPlan } from "../plan/nodes.ts";
import type { ObjectPlan, Read } from "../respond/plan.ts";
import { emitColumns, emitShape } from "./columns.ts";
import {
  type Emitted,
  type Emitting,
  entry,
  type Frame,
  fieldPlan,
  firstOf,
  objectPlan,
  readKey,
  readRow,
  readTypename,
} from "./emitting.ts";
import type { Rows } from "./rows/rows.ts";

const nothing: Emitted = { read: () => null };
const noList: Emitted = { read: () => [] };

/** Emits what `nodes` and `edges.node` are. */
export function emitItem(emitting: Emitting, inner: Frame, rows: Rows, item: ItemPlan): ObjectPlan {
  if (item.is !== "columns")
    return emitting.element(inner, item.is === "edge" ? (rows.edge ?? rows.node) : rows.node, item.object);
  const columns = new Map([...rows.columns].map(([name, { variable }]) => [name, variable]));
  return emitColumns(emitting, inner, item, columns);
}

function emitEdge(
  emitting: Emitting,
  inner: Frame,
  rows: Rows,
  source: EdgeSource,
  type: string,
  cursor: Read,
): Emitted {
  switch (source.is) {
    case "typename":
      return readTypename(type);
    case "cursor":
      return { read: cursor };
    case "nothing":
      return nothing;
    case "no list":
      return noList;
    case "item":
      return { object: emitItem(emitting, inner, rows, source.item), read: readRow };
    case "column": {
      const [name = source.name] = source.keys;
      const column = rows.details?.columns.get(name) ?? rows.columns.get(name);
      if (column === undefined) throw new Error(`${source.name} is no column of the rows`);
      return emitShape(emitting, inner, { value: column.told, variable: column.variable }, source.shape);
    }
    default: {
      const { edge } = rows;
      if (edge === undefined) throw new Error(`${source.is}: the rows have no relation`);
      if (source.is === "relation")
        return { object: emitting.element(inner, edge, source.object), read: readRow };
      if (source.is === "citations") return emitting.answer(inner, edge, source.answer, []);
      return readKey(entry(inner, firstOf(edge, source.properties)));
    }
  }
}

/** Emits the edges of a page. */
export function emitEdges(
  emitting: Emitting,
  inner: Frame,
  rows: Rows,
  { type, fields }: Extract<ConnectionSource, { is: "edges" }>,
  cursor: Read,
): ObjectPlan {
  return objectPlan(
    type,
    fields.map(({ asked, source }) =>
      fieldPlan(asked, emitEdge(emitting, inner, rows, source, type, cursor)),
    ),
  );
}
