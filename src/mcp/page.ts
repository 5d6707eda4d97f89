// A page of a question for an agent: rows until so many tokens are full, and a cursor for the rest.
import type { GraphQLSchema } from "graphql";
import { type Ask, boundedRows, checkFound, dataOf, firstOf } from "../catalogue/ask.ts";
import { inBoth, noteOn } from "../catalogue/note.ts";
import type { Operation } from "../catalogue/operation.ts";
import { type Cell, pageOf, rowsOf } from "../catalogue/rows.ts";
import { type Column, columnsOf } from "../catalogue/shape.ts";
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

function decoded(cursor: unknown): Position {
  if (cursor === undefined || cursor === null || cursor === "") return { skip: 0 };
  try {
    const text = Buffer.from(String(cursor), "base64url").toString("utf8");
    const { after, skip } = JSON.parse(text) as Position;
    if (Number.isInteger(skip) && skip >= 0 && (after === undefined || typeof after === "string"))
      return { after, skip };
  } catch {
    // Told below.
  }
  throw new IndustryGraphError("BAD_CURSOR", "cursor is not one of ours: pass `next` of the answer before.");
}

export interface AgentPage {
  readonly dataset: string | null;
  /** How many rows there are in all, where that is known. */
  readonly total: number | undefined;
  /** Whether rows were left out that no cursor leads to. */
  readonly cut?: true;
  readonly rows: Readonly<Record<string, Cell>>[];
  /** Pass as `cursor` for the rows that follow. */
  readonly next?: string;
  /** Of a table of nothing: what else may be asked. */
  readonly note?: string;
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

interface Asks {
  readonly schema: GraphQLSchema;
  readonly ask: Ask;
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column[];
}

/** The rows from a position on, of which an answer may hold fewer. */
interface Part {
  readonly rows: readonly (readonly Cell[])[];
  readonly total: number | undefined;
  /** Where it goes on after these. */
  readonly more: Position | undefined;
  readonly cut: boolean;
}

/** Of a list that has pages, or comes as a whole. */
async function listed({ schema, ask, operation, variables, columns }: Asks, at: Position): Promise<Part> {
  const first = variables.first === undefined ? pageSize : Math.min(pageSize, Number(variables.first));
  const more = operation.paged ? { first, ...(at.after === undefined ? {} : { after: at.after }) } : {};
  const data = dataOf(await ask(operation, { ...variables, ...more }));
  checkFound(schema, operation, variables, data);
  const all = rowsOf(data, operation.table, columns);
  const told = pageOf(data, operation.table, operation.pagedAt);
  const isPage = operation.paged && told.endCursor !== undefined;
  return {
    rows: all.slice(at.skip),
    total: told.total ?? all.length,
    more: isPage ? { after: told.endCursor, skip: 0 } : undefined,
    cut: told.cut || (!operation.paged && told.total !== undefined && told.total > told.given),
  };
}

/** Of a list that has no pages: what was given is left out, and the rest asked for as far as that goes. */
async function boundedPart(asks: Asks, { skip }: Position): Promise<Part> {
  const { schema, ask, operation, variables, columns } = asks;
  // Whoever asks for the rows after the first wants more than these.
  const wanted = Math.min(pageSize, skip === 0 ? firstOf(operation, variables) : pageSize);
  const { rows, more } = await boundedRows(schema, ask, operation, variables, { columns, wanted, skip });
  const [end, goesOn] = [skip + rows.length, more && rows.length > 0];
  const total = more ? undefined : end;
  return { rows, total, more: goesOn ? { skip: end } : undefined, cut: more && !goesOn && wanted > 0 };
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
  cursor?: unknown,
): Promise<AgentPage> {
  const position = decoded(cursor);
  const columns = columnsOf(schema, operation.document, operation.definition, operation.table);
  const names = columns.map(({ name }) => name);
  const asks = { schema, ask, operation, variables, columns };
  const { rows: all, total, more, cut } = await (operation.bounded ? boundedPart : listed)(asks, position);
  const rows: Record<string, Cell>[] = [];
  let tokens = 0;
  for (const row of all) {
    const one = briefly(names, row);
    tokens += tokensOf(JSON.stringify(one));
    if (rows.length > 0 && tokens > mostTokens) break;
    rows.push(one);
  }
  const given = position.skip + rows.length;
  const next = rows.length < all.length ? encoded({ ...position, skip: given }) : more && encoded(more);
  return {
    dataset: await version(),
    total,
    rows,
    ...(cut ? { cut } : {}),
    ...(next === undefined ? {} : { next }),
    ...(all.length === 0 && position.skip === 0 && variables.first !== 0
      ? { note: inBoth(noteOn(operation, variables)) }
      : {}),
  };
}
