// A heavy statement asked in its pieces, one after another: each waits for its turn anew.
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { timeoutError } from "../store/deadline.ts";
import type { GraphStore, Json, Parameters, ReadOptions, Row } from "../store/port.ts";
import type { Piece } from "./step.ts";

/** Asks one piece. @returns its columns under the names that the whole statement gives them */
async function readPiece(
  store: GraphStore,
  piece: Piece,
  parameters: Parameters,
  read: ReadOptions,
): Promise<Row> {
  const bound = Object.fromEntries(piece.parameters.map(({ of, as }) => [as, parameters[of] ?? null]));
  const [row = {}] = await store.read(piece.statement, bound, read);
  return Object.fromEntries(piece.columns.map(({ of, as }): [string, Json] => [of, row[as] ?? null]));
}

/**
 * Asks a statement in its pieces.
 * @param version tells which data answer, each time anew: all pieces are to be of the same
 * @returns the row that the whole statement gives
 * @throws IndustryGraphError TIMEOUT where all together take longer than one read may, NOT_READY where the data were
 *   exchanged meanwhile
 */
export async function readInPieces(
  store: GraphStore,
  pieces: readonly Piece[],
  parameters: Parameters,
  read: ReadOptions,
  version: () => Promise<string | undefined>,
): Promise<Row[]> {
  const { timeoutMs } = read;
  const started = performance.now();
  const left = (): ReadOptions =>
    timeoutMs === undefined
      ? read
      : { ...read, timeoutMs: Math.max(0, timeoutMs - (performance.now() - started)) };
  const before = await version();
  const row: Row = {};
  for (const piece of pieces)
    try {
      Object.assign(row, await readPiece(store, piece, parameters, left()));
    } catch (error) {
      throw timeoutMs !== undefined && isIndustryGraphError(error, "TIMEOUT")
        ? timeoutError(timeoutMs)
        : error;
    }
  if ((await version()) !== before)
    throw new IndustryGraphError(
      "NOT_READY",
      "The data were exchanged for others while the question was being answered. Ask it again.",
    );
  return [row];
}
