// The table of a long export. A page of a list costs a look at all of the list on an engine that keeps no order, so a
// million rows by pages of five hundred would never end: here the ids of many pages are read at once, in the order of
// the list, and the rows then by their ids. Those of a whole kind are read without the list's statement, which takes
// four times as long on the embedded engine, since it sorts entities and not their names.
import type { GraphQLSchema } from "graphql";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { type Ask, dataOf, type Table } from "./ask.ts";
import type { Long, Operation } from "./operation.ts";
import { rowsOf } from "./rows.ts";
import { columnsOf } from "./shape.ts";

/** Rows up to which a table is read page by page, as any other. */
const short = 4_000;

/** Ids that are read at once: what they hold in memory is little beside a page. */
const ahead = 20_000;

/** Rows that are asked for in one question. */
const pageSize = 500;

/** What asks for rows, what asks for ids, of which there are more than a page has, and what reads those of a kind. */
export interface AsksLong {
  readonly ask: Ask;
  readonly askAhead: Ask;
  readonly store: Pick<GraphStore, "read">;
  readonly options: ReadOptions;
}

type Variables = Readonly<Record<string, unknown>>;

interface Counted {
  readonly totalCount: number;
}

interface Ids {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly id: string }[];
}

/** The ids of a kind in the order of its list. What whoever asks may not see has no row afterwards. */
async function* idsOfKind(
  { store, options }: AsksLong,
  kind: string,
  most: number,
): AsyncGenerator<readonly string[]> {
  const statement = `MATCH (n:${kind}) WHERE n.sortName >= $name AND (n.sortName > $name OR n.id > $id) RETURN n.sortName AS name, n.id AS id ORDER BY n.sortName, n.id LIMIT ${ahead}`;
  let [left, last] = [most, { name: "", id: "" }];
  while (left > 0) {
    const rows = await store.read(statement, last, options);
    yield rows.slice(0, left).map(({ id }) => String(id));
    left -= rows.length;
    const end = rows.at(-1);
    if (end === undefined || rows.length < ahead) return;
    last = { name: String(end.name), id: String(end.id) };
  }
}

/** The ids of a list that filters narrow, in its order. */
async function* idsOfList(
  { askAhead }: AsksLong,
  { ids }: Long,
  list: string,
  filters: Variables,
  most: number,
): AsyncGenerator<readonly string[]> {
  let [left, cursor] = [most, undefined as string | null | undefined];
  while (left > 0 && cursor !== null) {
    const asked = { ...filters, first: Math.min(ahead, left), after: cursor };
    const { pageInfo, nodes } = dataOf(await askAhead(ids, asked))[list] as Ids;
    yield nodes.map(({ id }) => id);
    left -= nodes.length;
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
}

/**
 * The table of an export; undefined where it is short, begins after a cursor or is no export, and so asked as others are.
 * @param variables the export's filters, and `first` where no more rows are wanted
 * @throws IndustryGraphError as the questions do
 */
export async function longTable(
  schema: GraphQLSchema,
  asks: AsksLong,
  operation: Operation,
  variables: Variables,
): Promise<Table | undefined> {
  const { long, table } = operation;
  const [list, items] = table;
  const { first, after, ...filters } = variables;
  if (long === undefined || list === undefined || items === undefined) return undefined;
  const most = typeof first === "number" ? first : Number.POSITIVE_INFINITY;
  // Of a whole kind a few rows are read so as well: the list's own statement sorts all of it for each page.
  const isWhole = Object.keys(filters).length === 0;
  if ((after !== undefined && after !== null) || (most <= short && !isWhole)) return undefined;
  const total = Number((dataOf(await asks.ask(long.total, filters))[list] as Counted).totalCount);
  if (total <= short) return undefined;
  const columns = columnsOf(schema, operation.document, operation.definition, table);
  const ids = isWhole
    ? idsOfKind(asks, long.kind, Math.min(total, most))
    : idsOfList(asks, long, list, filters, Math.min(total, most));
  async function* batches({ rows }: Long, name: string, within: string) {
    for await (const many of ids)
      for (let at = 0; at < many.length; at += pageSize) {
        const { nodes } = dataOf(await asks.ask(rows, { ids: many.slice(at, at + pageSize) }));
        // What is gone by now has no row.
        const found = (nodes as readonly unknown[]).filter((node) => node !== null);
        yield rowsOf({ [name]: { [within]: found } }, table, columns);
      }
  }
  return { columns, total, batches: batches(long, list, items), cut: () => most < total };
}
