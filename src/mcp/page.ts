// A page of a question for an agent: rows until so many tokens are full, and a cursor for the rest.
import type { GraphQLSchema } from "graphql";
import { type Ask, checkFound, dataOf } from "../catalogue/ask.ts";
import type { Operation } from "../catalogue/operation.ts";
import { type Cell, connectionOf, rowsOf } from "../catalogue/rows.ts";
import { columnsOf } from "../catalogue/shape.ts";
import { IndustryGraphError } from "../errors.ts";

/** Tokens that an answer may have; what frames the rows is left room for. */
const mostTokens = 3_600;

/** Rows asked for at once. */
const pageSize = 50;

/** Characters of one cell at the most: a longer one is cut and says so. */
const longestCell = 600;

/** About how many tokens a text is: a Chinese character is one or more, four Latin letters are one. */
export function tokensOf(text: string): number {
  let wide = 0;
  for (const character of text) if (character > "\u2e7f") wide += 1;
  return Math.ceil(wide * 1.2 + (text.length - wide) / 3.2);
}

/** Where the next page begins: the connection's cursor, and the rows after it that have been given. */
interface Position {
  readonly after?: string;
  readonly skip: number;
}

const encoded = (position: Position): string => Buffer.from(JSON.stringify(position)).toString("base64url");

function decoded(cursor: string | undefined): Position {
  if (cursor === undefined || cursor === "") return { skip: 0 };
  try {
    const { after, skip } = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as Position;
    if (Number.isInteger(skip) && skip >= 0 && (after === undefined || typeof after === "string"))
      return { after, skip };
  } catch {
    // Told below.
  }
  throw new IndustryGraphError("BAD_CURSOR", "cursor is not one of ours: pass `next` of the answer before.");
}

export interface AgentPage {
  readonly dataset: string | null;
  readonly total: number | undefined;
  readonly rows: Readonly<Record<string, Cell>>[];
  /** Pass as `cursor` for the rows that follow. */
  readonly next?: string;
}

/** The row without what is not known; long texts are cut. */
function briefly(names: readonly string[], row: readonly Cell[]): Record<string, Cell> {
  const cells = names.flatMap((name, index): [string, Cell][] => {
    const cell = row[index] ?? null;
    if (cell === null || cell === "") return [];
    return [
      [name, typeof cell === "string" && cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell],
    ];
  });
  return Object.fromEntries(cells);
}

/**
 * Asks for one page.
 * @param cursor `next` of the page before
 * @throws IndustryGraphError as the question does, and BAD_CURSOR
 */
export async function pageFor(
  schema: GraphQLSchema,
  ask: Ask,
  version: () => Promise<string | null>,
  operation: Operation,
  variables: Readonly<Record<string, unknown>>,
  cursor?: string,
): Promise<AgentPage> {
  const position = decoded(cursor);
  const wanted = variables.first === undefined ? pageSize : Math.min(pageSize, Number(variables.first));
  const more = operation.paged
    ? { first: wanted, ...(position.after === undefined ? {} : { after: position.after }) }
    : {};
  const data = dataOf(await ask(operation, { ...variables, ...more }));
  checkFound(schema, operation, variables, data);
  const columns = columnsOf(schema, operation.document, operation.definition, operation.table);
  const all = rowsOf(data, operation.table, columns);
  const names = columns.map(({ name }) => name);
  const connection = connectionOf(data, operation.table);
  const rows: Record<string, Cell>[] = [];
  let tokens = 0;
  for (const row of all.slice(position.skip)) {
    const one = briefly(names, row);
    tokens += tokensOf(JSON.stringify(one));
    if (rows.length > 0 && tokens > mostTokens) break;
    rows.push(one);
  }
  const given = position.skip + rows.length;
  const next =
    given < all.length
      ? encoded({ ...position, skip: given })
      : operation.paged && connection?.endCursor !== undefined
        ? encoded({ after: connection.endCursor, skip: 0 })
        : undefined;
  return {
    dataset: await version(),
    total: connection?.total ?? all.length,
    rows,
    ...(next === undefined ? {} : { next }),
  };
}
