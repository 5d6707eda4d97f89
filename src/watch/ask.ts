// Asks what a watch asks: all rows, of one version of the data, each with what tells it from the others.
import type { GraphQLSchema } from "graphql";
import { type Ask, checkFound, dataOf, firstOf, isTellingOfNothing } from "../catalogue/ask.ts";
import { exportOperations } from "../catalogue/exports.ts";
import type { Catalogue, Operation } from "../catalogue/operation.ts";
import { type Cell, pageOf, rowsOf } from "../catalogue/rows.ts";
import { type Column, columnsOf, listAt } from "../catalogue/shape.ts";
import { IndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";
import type { Watch } from "./watch.ts";

/** What answers, and which data do. */
export interface Answers {
  readonly ask: Ask;
  /** The version of the data, and whether it is there as a whole; asked anew each time. */
  readonly answering: () => Promise<{ readonly version: string | null; readonly whole: boolean }>;
}

export interface Match {
  /** By it the row is known again. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly row: Readonly<Record<string, Cell>>;
  /** The row as GraphQL answers it. */
  readonly answer: unknown;
}

export interface Found {
  readonly version: string;
  readonly matches: readonly Match[];
}

/** Rows asked for in one page. */
const pageSize = 500;

/** The question that a watch asks, of the catalogue or the exports. @throws IndustryGraphError BAD_ARGUMENT */
export function questionOf(schema: GraphQLSchema, catalogue: Catalogue, name: string): Operation {
  const exports = exportOperations(schema);
  const operation = catalogue.get(name) ?? exports.get(name);
  if (operation !== undefined) return operation;
  const all = [...catalogue.keys(), ...exports.keys()];
  const near = all.sort((one, other) => distance(name, one) - distance(name, other));
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `There is no question named ${name}; did you mean ${near[0]}? \`ask\` lists all; the name of a kind, such as Enterprise, asks for all of it.`,
  );
}

interface Reading {
  readonly columns: readonly Column[];
  readonly id: Column;
  readonly name: Column | undefined;
  readonly again: readonly Column[];
}

const isId = ({ path }: Column): boolean => path.at(-1) === "id";

/**
 * How the rows of a question are told apart: by their own id, by that of the node that they lead to, or by the only one
 * that they name.
 * @throws IndustryGraphError BAD_ARGUMENT where a row names no entity, and where there is no such column
 */
export function readingOf(schema: GraphQLSchema, operation: Operation, again: readonly string[]): Reading {
  const { document, definition, table } = operation;
  const columns = columnsOf(schema, document, definition, table);
  const own = columns.filter(({ level }) => level === table.length);
  // An id within a list of the row is one of many.
  const isOne = ({ path }: Column): boolean =>
    path.length === 1 ||
    (path.length === 2 &&
      typeof listAt(schema, document, definition, [...table, path[0] ?? ""]) === "string");
  const ids = own.filter((column) => isId(column) && isOne(column));
  const id =
    ids.find(({ path }) => path.length === 1) ??
    ids.find(({ path }) => path[0] === "node") ??
    (ids.length === 1 ? ids[0] : undefined);
  if (id === undefined)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `The rows of ${operation.name} name no entity by its id, so that it cannot be told which are new. Watch another question, or write one of your own that selects id (OPERATIONS_DIR).`,
    );
  const nameAt = [...id.path.slice(0, -1), "name"].join(".");
  return {
    columns,
    id,
    name: own.find(({ path }) => path.join(".") === nameAt),
    again: again.map((wanted) => {
      const column = own.find(({ name }) => name === wanted);
      if (column !== undefined) return column;
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `${operation.name} has no column ${wanted}: a row has ${own.map(({ name }) => name).join(", ")}.`,
      );
    }),
  };
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The items of the list at a path, in the order in which `rowsOf` makes rows of them. */
function itemsAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => itemsAt(one, path));
  if (!isMap(value)) return [];
  const [name, ...rest] = path;
  return name === undefined ? [value] : itemsAt(value[name], rest);
}

const idIn = (item: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isMap(value) ? value[name] : undefined), item);

/** The rows of one answer that are about an entity. */
function matchesIn(data: unknown, { table }: Operation, reading: Reading): Match[] {
  const { columns, id, name, again } = reading;
  const cell = (row: readonly Cell[], column: Column): Cell => row[columns.indexOf(column)] ?? null;
  const rows = rowsOf(data, table, columns).filter((row) => cell(row, id) !== null);
  const items = itemsAt(data, table).filter((item) => (idIn(item, id.path) ?? null) !== null);
  return rows.map((row, index) => {
    const own = String(cell(row, id));
    return {
      key: again.length === 0 ? own : JSON.stringify([own, ...again.map((column) => cell(row, column))]),
      id: own,
      name: name === undefined ? own : String(cell(row, name) ?? own),
      row: Object.fromEntries(columns.map((column, place) => [column.name, row[place] ?? null])),
      answer: items[index],
    };
  });
}

/** What cannot be told: the data are in between. Tried again. */
const changing = (): IndustryGraphError =>
  new IndustryGraphError("NOT_READY", "Data are being loaded: ask again when /ready says so.");

/**
 * Everything that matches now.
 * @throws IndustryGraphError NOT_READY where no whole dataset answers, or another than at the beginning
 */
export async function matching(
  schema: GraphQLSchema,
  { ask, answering }: Answers,
  operation: Operation,
  { variables, again }: Pick<Watch, "variables" | "again">,
): Promise<Found> {
  const reading = readingOf(schema, operation, again);
  const before = await answering();
  if (before.version === null || !before.whole) throw changing();
  const matches: Match[] = [];
  let total: number | undefined;
  let left = false;
  for (let after: string | undefined; ; ) {
    const page = operation.paged ? { first: pageSize, ...(after === undefined ? {} : { after }) } : {};
    const given = { ...variables, ...page };
    const answer = await ask(operation, given);
    // Who watches waits for what is not there yet.
    if (isTellingOfNothing(answer)) break;
    const data = dataOf(answer);
    checkFound(schema, operation, given, data);
    matches.push(...matchesIn(data, operation, reading));
    const told = pageOf(data, operation.table, operation.pagedAt);
    total ??= told.total;
    left ||= told.cut || (operation.bounded === true && told.given >= firstOf(operation, variables));
    after = operation.paged ? told.endCursor : undefined;
    if (after === undefined) break;
  }
  const since = await answering();
  if (since.version !== before.version || !since.whole) throw changing();
  if (left || (!operation.paged && total !== undefined && total > matches.length))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${operation.name} gives ${matches.length} of ${total ?? "perhaps more"} rows: a watch needs them all. Give a larger first, or watch a question that is read page by page.`,
    );
  return { version: before.version, matches };
}
