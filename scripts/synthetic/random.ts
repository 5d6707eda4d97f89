// Random numbers that are the same on every machine: a generator by seed and name, and the skews of reality.

/** A source of numbers from 0 to below 1. */
export type Random = () => number;

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  return hash >>> 0;
}

/** The numbers of a name under a seed (mulberry32): each file draws from a stream of its own. */
export function randomOf(seed: number, name: string): Random {
  let state = hashOf(`${seed} ${name}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to below `count`, all alike. */
export function below(random: Random, count: number): number {
  return Math.floor(random() * count);
}

/** One of a list, all alike. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const index = below(random, list.length);
  const found = list[index];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

/**
 * A picker of ranks by Zipf's law: rank r is met in proportion to 1 / (r + 1) ^ exponent.
 * Few are met very often, most seldom.
 */
export function zipf(count: number, exponent: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1) ** exponent;
    sums[rank] = sum;
  }
  return (random) => {
    const wanted = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** A rank below `count` with hubs: rank 0 is met about count ^ (2 / 3) times as often as on average. */
export function hub(random: Random, count: number): number {
  return Math.floor(count * random() ** 3);
}

/** An index by weights. */
export function weighted(random: Random, weights: readonly number[]): number {
  let wanted = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    wanted -= weight;
    if (wanted < 0) return index;
  }
  return weights.length - 1;
}
