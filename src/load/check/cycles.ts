// Circles along a relation that has none: a region that is part of a part of itself. Keeps numbers, not rows: a
// folder may have millions.
import { newFingerprints } from "../../packed/fingerprints.ts";
import { type Ints, newInts } from "../ints.ts";

export interface Cycles {
  /** Takes note of a relation and of the line it stands at. */
  add(from: string, to: string, line: number): void;
  /** The lines of each circle; one for relations that share a thing. */
  found(): number[][];
}

/** Where the relations of each thing begin in a list sorted by the thing they come from. */
function sorted(from: Ints, count: number): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let edge = 0; edge < from.length; edge++)
    starts[from.at(edge) + 1] = (starts[from.at(edge) + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) {
    const node = from.at(edge);
    const at = next[node] ?? 0;
    order[at] = edge;
    next[node] = at + 1;
  }
  return { starts, order };
}

/** How a thing has been met: not at all, on the way that is being gone, or done. */
const [onWay, done] = [1, 2];

export function newCycles(): Cycles {
  const numbers = newFingerprints();
  const [from, to, lines] = [newInts(), newInts(), newInts()];

  const numberOf = (id: string): number => numbers.add(id, numbers.size) ?? numbers.size - 1;

  return {
    add(one, other, line) {
      from.push(numberOf(one));
      to.push(numberOf(other));
      lines.push(line);
    },
    found() {
      const count = numbers.size;
      const { starts, order } = sorted(from, count);
      const [state, next] = [new Uint8Array(count), starts.slice(0, count)];
      const circles: number[][] = [];
      for (let start = 0; start < count; start++) {
        if (state[start] !== 0) continue;
        // The relations along which the thing in hand was reached.
        const way: number[] = [];
        let node = start;
        state[node] = onWay;
        for (;;) {
          const at = next[node] ?? 0;
          if (at === starts[node + 1]) {
            state[node] = done;
            const last = way.pop();
            if (last === undefined) break;
            node = from.at(last);
            continue;
          }
          next[node] = at + 1;
          const edge = order[at] ?? 0;
          const end = to.at(edge);
          if (state[end] === onWay) {
            const first = way.findIndex((each) => from.at(each) === end);
            const circle = [...(first === -1 ? [] : way.slice(first)), edge];
            circles.push(circle.map((each) => lines.at(each)));
          } else if (state[end] === 0) {
            state[end] = onWay;
            way.push(edge);
            node = end;
          }
        }
      }
      return circles;
    },
  };
}
