// The table of a whole kind, where that is long. A page of a list costs a look at all of the kind on an engine that
// keeps no order, so a million rows by pages of five hundred would never end: here the ids of many pages are read at
// once, in the order of the list, and the rows then by their ids.
import type { GraphQLSchema } from "graphql";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { type Ask, dataOf, type Table } from "./ask.ts";
import type { Operation } from "./operation.ts";
import { rowsOf } from "./rows.ts";
import { columnsOf } from "./shape.ts";

/** Rows up to which a table is read page by page, as any other. */
const short = 4_000;

/** Ids that are read at once: what they hold in memory is little beside a page. */
const ahead = 20_000;

/** Rows that are asked for in one question. */
const pageSize = 500;

/** What reads ids: the store, and how long that may take. */
export interface Ahead {
  readonly store: Pick<GraphStore, "read">;
  readonly options: ReadOptions;
}

/** All ids of a kind in the order of its list, many at a time. */
async function* idsOf({ store, options }: Ahead, kind: string): AsyncGenerator<readonly string[]> {
  const statement = `MATCH (n:${kind}) WHERE n.sortName >= $name AND (n.sortName > $name OR n.id > $id) RETURN n.sortName AS name, n.id AS id ORDER BY n.sortName, n.id LIMIT ${ahead}`;
  let last = { name: "", id: "" };
  for (;;) {
    const rows = await store.read(statement, last, options);
    yield rows.map(({ id }) => String(id));
    const end = rows.at(-1);
    if (end === undefined || rows.length < ahead) return;
    last = { name: String(end.name), id: String(end.id) };
  }
}

/**
 * The table of an export of a whole kind; undefined where it is short, or a part of a kind, and so asked as others are.
 * @throws IndustryGraphError as the questions do
 */
export async function wholeTable(
  schema: GraphQLSchema,
  ask: Ask,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
  from: Ahead,
): Promise<Table | undefined> {
  const { whole, table } = operation;
  const [list, items] = table;
  if (whole === undefined || list === undefined || items === undefined || Object.keys(variables).length > 0)
    return undefined;
  const told = dataOf(await ask(whole.total, {}));
  const total = Number((told[list] as { readonly totalCount: number }).totalCount);
  if (total <= short) return undefined;
  const columns = columnsOf(schema, operation.document, operation.definition, table);
  async function* batches() {
    for await (const ids of idsOf(from, whole?.kind ?? "")) {
      for (let at = 0; at < ids.length; at += pageSize) {
        const { nodes } = dataOf(await ask(whole?.rows ?? operation, { ids: ids.slice(at, at + pageSize) }));
        // What is gone by now, or not for whoever asks, has no row.
        const found = (nodes as readonly unknown[]).filter((node) => node !== null);
        yield rowsOf({ [list ?? ""]: { [items ?? ""]: found } }, table, columns);
      }
    }
  }
  return { columns, total, batches: batches(), cut: () => false };
}
