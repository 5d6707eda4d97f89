// Keeps the heap small while a folder is gone through. Rows are made and dropped by the million: left to itself, the
// runtime lets them pile up to twice what is kept before it looks for them, since the machine has the room.
import { setFlagsFromString } from "node:v8";

/** Per cent by which the heap may outgrow what is kept: a third less memory for a third more processor time. */
const growth = 20;

/** Lines of a folder from which on that is worth it: with fewer, what piles up is no more than a hundred megabytes. */
const large = 2_000_000;

let running = 0;

const grow = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`);

/**
 * Does the work with a heap that grows little, and lets it grow as before when no such work is left.
 * @param lines of the folder that the work goes through: where they are few, nothing changes
 */
export async function withLeanHeap<T>(lines: number, work: () => Promise<T>): Promise<T> {
  if (lines < large) return work();
  if (running++ === 0) grow(growth);
  try {
    return await work();
  } finally {
    // 0 leaves the growth to the runtime.
    if (--running === 0) grow(0);
  }
}
