// Where the sorts of relations stand about an entity that is alone: those that lead to it at its left, those that it
// leads to at its right, each with a line as thick as the sort is large. Plain geometry; knows nothing of what draws.
import type { Count } from "./documents.ts";

/** Height of a row; the sheet is a hundred wide, whatever it is stretched to. */
const row = 10;
/** Where the lines begin at the entity and end at the rows, from the left; the other side mirrors it. */
const [hub, rim] = [50, 38] as const;

export interface Spoke {
  readonly count: Count;
  /** The line, as a path. */
  readonly line: string;
  /** Where it ends, beside the words of the sort. */
  readonly end: { readonly x: number; readonly y: number };
  /** Its thickness in pixels. */
  readonly width: number;
}

export interface Fan {
  readonly incoming: readonly Spoke[];
  readonly outgoing: readonly Spoke[];
  readonly height: number;
}

/** Thickness of a line: by the root of its number, so that one of twenty is seen beside thousands. */
function widthOf(count: number, most: number): number {
  return 1.5 + 8 * Math.sqrt(count / Math.max(1, most));
}

/**
 * The sorts of relations on both sides; what says the same of both ends is at the right.
 * @param by how much larger than a hundred by ten a row the sheet is, across and down
 */
export function fanOf(counts: readonly Count[], by = { across: 1, down: 1 }): Fan {
  const incoming = counts.filter(({ direction }) => direction === "IN");
  const outgoing = counts.filter(({ direction }) => direction !== "IN");
  const high = row * by.down;
  const height = high * Math.max(1, incoming.length, outgoing.length);
  const most = Math.max(...counts.map(({ count }) => count), 0);
  const side = (all: readonly Count[], mirror: (x: number) => number): readonly Spoke[] =>
    all.map((count, index) => {
      const [middle, y] = [height / 2, (height - high * all.length) / 2 + high * (index + 0.5)];
      const [from, between, to] = [hub, (hub + rim) / 2, rim].map((x) => mirror(x) * by.across);
      return {
        count,
        line: `M${from} ${middle} C${between} ${middle} ${between} ${y} ${to} ${y}`,
        end: { x: to ?? 0, y },
        width: widthOf(count.count, most),
      };
    });
  return { incoming: side(incoming, (x) => x), outgoing: side(outgoing, (x) => 100 - x), height };
}
