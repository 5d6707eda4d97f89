// Keeps the heap small while a folder is gone through. Rows are made and dropped by the million: left to itself, the
// runtime lets them pile up to twice what is kept before it looks for them, since the machine has the room.
import { setFlagsFromString } from "node:v8";

/** Per cent by which the heap may outgrow what is kept; about a twelfth more time for a third less memory. */
const growth = 20;

let running = 0;

const grow = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`);

/** Does the work with a heap that grows little, and lets it grow as before when no such work is left. */
export async function withLeanHeap<T>(work: () => Promise<T>): Promise<T> {
  if (running++ === 0) grow(growth);
  try {
    return await work();
  } finally {
    // 0 leaves the growth to the runtime.
    if (--running === 0) grow(0);
  }
}
