// Times two ways to the same answer alternately, so that whatever else the machine does falls on both.
import { isDeepStrictEqual } from "node:util";

/** Gives the answer for an id as JSON text. */
export type Way = (id: string) => Promise<string>;

export interface Pair {
  readonly composed: Way;
  readonly byHand: Way;
}

export interface Round {
  /** Milliseconds, the median of the round. */
  readonly composed: number;
  readonly byHand: number;
  readonly ratio: number;
}

/** The value that a share of the others is below: 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function timed(way: Way, id: string): Promise<number> {
  const started = performance.now();
  await way(id);
  return performance.now() - started;
}

/** Throws where the two ways differ on an id: a ratio of different work means nothing. */
export async function compareAnswers(pair: Pair, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const [composed, byHand] = [JSON.parse(await pair.composed(id)), JSON.parse(await pair.byHand(id))];
    if (!isDeepStrictEqual(composed, byHand)) {
      throw new Error(
        `The answers for ${id} differ:\n${JSON.stringify(composed)}\n${JSON.stringify(byHand)}`,
      );
    }
  }
}

/** Asks for each id both ways, taking turns in which goes first. */
export async function measureRound(pair: Pair, ids: readonly string[]): Promise<Round> {
  const [composed, byHand]: [number[], number[]] = [[], []];
  for (const [index, id] of ids.entries()) {
    if (index % 2 === 0) composed.push(await timed(pair.composed, id));
    byHand.push(await timed(pair.byHand, id));
    if (index % 2 === 1) composed.push(await timed(pair.composed, id));
  }
  const medians = { composed: quantile(composed, 0.5), byHand: quantile(byHand, 0.5) };
  return { ...medians, ratio: medians.composed / medians.byHand };
}
