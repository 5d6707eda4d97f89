// Asks an operation: its whole answer once, or the rows of its table page by page.
import { type ExecutionResult, type GraphQLSchema, getNamedType, isObjectType, Kind } from "graphql";
import { type ErrorCode, errorCodes, IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import type { Operation } from "./operation.ts";
import { type Cell, connectionOf, rowsOf } from "./rows.ts";
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
  /** Whether rows were left out, once all batches have been read: the list goes on after them. */
  readonly cut: () => boolean;
}

/** Rows asked for in one page. */
const pageSize = 500;

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
 * @param most rows at the most; all where left out. `first` among the variables means the same
 * @throws IndustryGraphError as the question does
 */
export async function askTable(
  schema: GraphQLSchema,
  ask: Ask,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
  most = variables.first === undefined ? Number.POSITIVE_INFINITY : Number(variables.first),
): Promise<Table> {
  if ((!Number.isInteger(most) && most !== Number.POSITIVE_INFINITY) || most < 0)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${operation.name}: first is a whole number from 0, not ${most}.`,
    );
  const columns = columnsOf(schema, operation.document, operation.definition, operation.table);
  const page = async (wanted: number, after?: string) => {
    const more = operation.paged
      ? { first: Math.min(pageSize, wanted), ...(after === undefined ? {} : { after }) }
      : {};
    const data = dataOf(await ask(operation, { ...variables, ...more }));
    checkFound(schema, operation, variables, data);
    return { rows: rowsOf(data, operation.table, columns), connection: connectionOf(data, operation.table) };
  };
  const first = await page(most);
  let cut = false;
  async function* batches() {
    let { rows, connection } = first;
    let given = 0;
    for (;;) {
      given += rows.length;
      yield rows;
      const after = operation.paged ? connection?.endCursor : undefined;
      if (after === undefined || given >= most) {
        cut = operation.paged ? after !== undefined : (connection?.total ?? 0) > given;
        return;
      }
      ({ rows, connection } = await page(most - given, after));
    }
  }
  return { columns, total: first.connection?.total, batches: batches(), cut: () => cut };
}
