// Which records have a key: pairs of a key's hash and a record's place, eight bytes each, in sorted runs. What is added
// waits in a small run; runs of like size are merged, so that adding stays cheap and looking asks few runs.

export interface KeyIndex {
  add(keys: Iterable<string>, place: number): void;
  /** Places of records that have the key. Of a key that very many have the first ones: it tells little. */
  placesOf(key: string): readonly number[];
}

/** Of a key that more have, the first so many are looked at. */
const mostOfKey = 200;

/** Places are 21 bits, hashes 32: together they are a whole number that a double holds. */
const placeRange = 2 ** 21;

/** The most records that an index holds. */
export const mostRecords = placeRange;

/** Pairs that wait to become a run. */
const mostWaiting = 4_096;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}

function merged(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  let [left, right] = [0, 0];
  for (let at = 0; at < both.length; at++) {
    const [a, b] = [one[left], other[right]];
    if (b === undefined || (a !== undefined && a <= b)) {
      both[at] = a ?? 0;
      left += 1;
    } else {
      both[at] = b;
      right += 1;
    }
  }
  return both;
}

function firstFrom(run: Float64Array, wanted: number): number {
  let [low, high] = [0, run.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((run[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function newKeyIndex(): KeyIndex {
  /** The longest first. */
  const runs: Float64Array[] = [];
  let waiting = new Map<number, number[]>();
  let count = 0;

  function settle(): void {
    const pairs = new Float64Array(count);
    let at = 0;
    for (const [hashed, places] of waiting)
      for (const place of places) pairs[at++] = hashed * placeRange + place;
    let run: Float64Array = pairs.sort();
    for (let last = runs.at(-1); last !== undefined && last.length <= 2 * run.length; last = runs.at(-1)) {
      runs.pop();
      run = merged(last, run);
    }
    runs.push(run);
    waiting = new Map();
    count = 0;
  }

  return {
    add(keys, place) {
      for (const key of keys) {
        const hashed = hash(key);
        const places = waiting.get(hashed);
        if (places === undefined) waiting.set(hashed, [place]);
        else places.push(place);
        count += 1;
      }
      if (count >= mostWaiting) settle();
    },
    placesOf(key) {
      const hashed = hash(key);
      const found: number[] = [];
      for (const run of runs)
        for (
          let at = firstFrom(run, hashed * placeRange);
          found.length < mostOfKey && at < run.length;
          at++
        ) {
          const place = (run[at] ?? 0) - hashed * placeRange;
          if (place >= placeRange) break;
          found.push(place);
        }
      for (const place of waiting.get(hashed) ?? []) if (found.length < mostOfKey) found.push(place);
      return found;
    },
  };
}
