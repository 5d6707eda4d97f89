// Asks an operation: its whole answer once, or the rows of its table page by page.
import { type ExecutionResult, type GraphQLSchema, getNamedType, isObjectType, Kind } from "graphql";
import { type ErrorCode, errorCodes, IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { noteOn } from "./note.ts";
import type { Bilingual, Operation } from "./operation.ts";
import { type Cell, pageOf, rowsOf } from "./rows.ts";
import { type Column, columnsOf } from "./shape.ts";

/** Runs one operation with its limits, as a request does. */
export type Ask = (
  operation: Pick<Operation, "document" | "text">,
  variables: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult>;

/** A table: its columns at once, its rows in batches as they come. */
export interface Table {
  readonly columns: readonly Column[];
  /** How many rows the list has in all, where the first answer tells. */
  readonly total: number | undefined;
  /** Rows, a page of them at a time. */
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
  /** Whether rows were left out, as far as is known by now: all is, once all batches have been read. */
  readonly cut: () => boolean;
  /** Of a table without a row, once all batches have been read: what else may be asked. */
  readonly note?: () => Bilingual | undefined;
}

/** Rows asked for in the first page. */
const pageSize = 500;

/**
 * Rows of later pages at the most. An engine that keeps no order looks at all of a list for each of its pages, so that
 * a long one is read by few.
 */
export const largestPage = 4_000;

/** How a table is read. */
export interface Reading {
  /** Rows at the most; all where left out. `first` among the variables means the same. */
  readonly most?: number;
  /** Asks for up to `largestPage` rows at once; pages stay as they are where it is left out. */
  readonly askMany?: Ask;
}

/** Whether a page was too much to ask for, so that a smaller one may not be. */
const isTooMuch = (error: unknown): boolean =>
  isIndustryGraphError(error, "LIMIT_EXCEEDED") || isIndustryGraphError(error, "TIMEOUT");

/** The most rows that may be asked for of a list that has no pages. */
const mostBounded = 1_000;

/** The answer's data. @throws the first of its errors as one of ours */
export function dataOf(result: ExecutionResult): Record<string, unknown> {
  const [error] = result.errors ?? [];
  if (error === undefined && result.data) return result.data;
  const original = error?.originalError;
  if (isIndustryGraphError(original)) throw original;
  // The status is told by the code.
  const { code, http: _, ...details } = error?.extensions ?? {};
  const own =
    typeof code === "string" && Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : "BAD_ARGUMENT";
  throw new IndustryGraphError(own, error?.message ?? "There is no answer.", details);
}

/** Whether an answer is an error that tells what there is instead of nothing. */
export function isTellingOfNothing({ errors }: ExecutionResult): boolean {
  const [error] = errors ?? [];
  const original = error?.originalError;
  const details = isIndustryGraphError(original) ? original.details : error?.extensions;
  return details?.found === 0;
}

/** Throws where the entity that a question is about is not there: an empty table would say that it has nothing. */
export function checkFound(
  schema: GraphQLSchema,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, unknown>>,
): void {
  const [root] = operation.table;
  if (root === undefined || data[root] !== null) return;
  const node = operation.definition.selectionSet.selections.find(
    (one) => one.kind === Kind.FIELD && (one.alias?.value ?? one.name.value) === root,
  );
  const field = node?.kind === Kind.FIELD ? schema.getQueryType()?.getFields()[node.name.value] : undefined;
  const type = field === undefined ? undefined : getNamedType(field.type);
  // That there is no path, or no share, is an answer.
  if (
    type?.name !== "Entity" &&
    !(isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Entity"))
  )
    return;
  const given = Object.entries(variables).filter(([name]) => name !== "first" && name !== "after");
  const asked = given.map(([name, value]) => `${name}=${String(value)}`).join(", ");
  throw new IndustryGraphError(
    "NOT_FOUND",
    `${operation.name}: nothing is found for ${asked}. /q/search finds names.`,
  );
}

/**
 * Asks for the table of an operation. The first page is asked for before this resolves, so that wrong arguments throw
 * here and not in the middle.
 * @throws IndustryGraphError as the question does
 */
export async function askTable(
  schema: GraphQLSchema,
  ask: Ask,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
  reading: Reading = {},
): Promise<Table> {
  const asked = variables.first === undefined ? Number.POSITIVE_INFINITY : Number(variables.first);
  const { most = asked, askMany } = reading;
  if ((!Number.isInteger(most) && most !== Number.POSITIVE_INFINITY) || most < 0)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${operation.name}: first is a whole number from 0, not ${most}.`,
    );
  const columns = columnsOf(schema, operation.document, operation.definition, operation.table);
  if (operation.bounded === true) return boundedTable(schema, ask, operation, variables, most);
  const page = async (more: Readonly<Record<string, unknown>>, by = ask) => {
    const data = dataOf(await by(operation, { ...variables, ...more }));
    checkFound(schema, operation, variables, data);
    return {
      rows: rowsOf(data, operation.table, columns),
      ...pageOf(data, operation.table, operation.pagedAt),
    };
  };
  const first = await page(operation.paged ? { first: Math.min(pageSize, most) } : {});
  // Where the first page tells how many there are, it is known from the beginning.
  let cut = first.cut || (first.total !== undefined && first.total > (operation.paged ? most : first.given));
  let [size, largest] = [pageSize, askMany === undefined ? pageSize : largestPage];
  /** The page after a cursor: twice as large as the one before, until that is too much. */
  const next = async (wanted: number, after: string) => {
    size = Math.min(2 * size, largest);
    if (size > pageSize && wanted > pageSize) {
      try {
        return await page({ first: Math.min(size, wanted), after }, askMany);
      } catch (error) {
        if (!isTooMuch(error)) throw error;
        size = largest = pageSize;
      }
    }
    return page({ first: Math.min(pageSize, wanted), after });
  };
  let rowsGiven = 0;
  async function* batches() {
    let given = 0;
    for (let { rows, ...told } = first; ; ) {
      given += told.given;
      cut ||= told.cut;
      rowsGiven += rows.length;
      yield rows;
      const after = operation.paged ? told.endCursor : undefined;
      if (after === undefined || given >= most) {
        cut ||= after !== undefined;
        return;
      }
      ({ rows, ...told } = await next(most - given, after));
    }
  }
  const note = (): Bilingual | undefined =>
    rowsGiven === 0 && most > 0 ? noteOn(operation, variables) : undefined;
  return { columns, total: first.total, batches: batches(), cut: () => cut, note };
}

/** What `$first` is where an operation is asked with these variables. */
export function firstOf(
  { variables }: Operation,
  { first = variables.find(({ name }) => name === "first")?.fallback }: Readonly<Record<string, unknown>>,
): number {
  return typeof first === "number" ? first : mostBounded;
}

/**
 * The rows of a list that has no pages and does not tell how long it is: one more than wanted is asked for.
 * @param skip rows left out at the beginning
 */
export async function boundedRows(
  schema: GraphQLSchema,
  ask: Ask,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
  { columns, wanted, skip = 0 }: { columns: readonly Column[]; wanted: number; skip?: number },
): Promise<{ readonly rows: readonly (readonly Cell[])[]; readonly more: boolean }> {
  const first = wanted >= 0 && skip + wanted < mostBounded ? skip + wanted + 1 : skip + wanted;
  const data = dataOf(await ask(operation, { ...variables, first }));
  checkFound(schema, operation, variables, data);
  const rows = rowsOf(data, operation.table, columns);
  const { given } = pageOf(data, operation.table);
  return {
    rows: rows.slice(skip, skip + Math.max(wanted, rows.length > given ? 1 : 0)),
    more: given > skip + wanted || (given >= mostBounded && given === skip + wanted),
  };
}

async function boundedTable(
  schema: GraphQLSchema,
  ask: Ask,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
  most: number,
): Promise<Table> {
  const columns = columnsOf(schema, operation.document, operation.definition, operation.table);
  const wanted = most === Number.POSITIVE_INFINITY ? firstOf(operation, variables) : most;
  const { rows, more } = await boundedRows(schema, ask, operation, variables, { columns, wanted });
  async function* batches() {
    yield rows;
  }
  const note = (): Bilingual | undefined =>
    rows.length === 0 && wanted > 0 ? noteOn(operation, variables) : undefined;
  return { columns, total: undefined, batches: batches(), cut: () => more, note };
}
