// A table from texts to numbers that keeps fingerprints of 64 bits in place of the texts, outside the heap of
// objects: millions of ids in tens of megabytes. Two texts of one fingerprint are taken for one: among ten million
// texts that happens once in 370,000 loads.

export interface Fingerprints {
  readonly size: number;
  get(text: string): number | undefined;
  set(text: string, value: number): void;
  /** Sets where there is none, and gives what was there already. */
  add(text: string, value: number): number | undefined;
  /** Makes room for so many texts in all, at once: growing step by step leaves the smaller tables to be collected. */
  reserve(count: number): void;
  /** Forgets all texts and keeps the room. */
  clear(): void;
}

/** Spreads every bit over all of them. */
function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** How full a table gets. */
const fullest = 0.75;

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** Mixes a text into two lanes (after MurmurHash3); the first is never 0, which marks an empty slot. */
function fingerprint(text: string, into: Int32Array): void {
  let [one, two] = [0x2f0b4c47, 0x47ad3b1d];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const [first, second] = [Math.imul(code, 0x239b961b), Math.imul(code, 0x38b34ae5)];
    one = Math.imul(rotated(one ^ Math.imul(rotated(first, 15), 0xab0e9789), 19) + two, 5);
    two = Math.imul(rotated(two ^ Math.imul(rotated(second, 17), 0xa1e38b93), 17) + one, 5);
    one = (one + 0x561ccd1b) | 0;
    two = (two + 0x0bcaa747) | 0;
  }
  one = mixed(one ^ text.length);
  into[0] = one === 0 ? 1 : one;
  into[1] = mixed(two);
}

/**
 * An empty table.
 * @param values what it holds: whole numbers of 32 bits, or any numbers in twice the room
 */
export function newFingerprints(values: "int32" | "float64" = "int32"): Fingerprints {
  const newValues = (length: number): Int32Array | Float64Array =>
    values === "int32" ? new Int32Array(length) : new Float64Array(length);
  const wanted = new Int32Array(2);
  let slots = 1 << 10;
  let keys = new Int32Array(slots * 2);
  let kept = newValues(slots);
  let size = 0;

  function slotOf(first: number, second: number): number {
    let slot = (first >>> 0) & (slots - 1);
    for (;;) {
      const at = slot * 2;
      if (keys[at] === 0 || (keys[at] === first && keys[at + 1] === second)) return slot;
      slot = (slot + 1) & (slots - 1);
    }
  }

  function grow(to: number): void {
    const [oldKeys, old] = [keys, kept];
    slots = to;
    keys = new Int32Array(slots * 2);
    kept = newValues(slots);
    for (let index = 0; index < old.length; index++) {
      const [first, second] = [oldKeys[index * 2] ?? 0, oldKeys[index * 2 + 1] ?? 0];
      if (first === 0) continue;
      const slot = slotOf(first, second);
      keys[slot * 2] = first;
      keys[slot * 2 + 1] = second;
      kept[slot] = old[index] ?? 0;
    }
  }

  function put(slot: number, value: number): void {
    kept[slot] = value;
    if (keys[slot * 2] !== 0) return;
    keys.set(wanted, slot * 2);
    size += 1;
    if (size > slots * fullest) grow(slots * 2);
  }

  return {
    get size() {
      return size;
    },
    get(text) {
      if (size === 0) return undefined;
      fingerprint(text, wanted);
      const slot = slotOf(wanted[0] ?? 0, wanted[1] ?? 0);
      return keys[slot * 2] === 0 ? undefined : kept[slot];
    },
    set(text, value) {
      fingerprint(text, wanted);
      put(slotOf(wanted[0] ?? 0, wanted[1] ?? 0), value);
    },
    add(text, value) {
      fingerprint(text, wanted);
      const slot = slotOf(wanted[0] ?? 0, wanted[1] ?? 0);
      if (keys[slot * 2] !== 0) return kept[slot];
      put(slot, value);
      return undefined;
    },
    clear() {
      keys.fill(0);
      size = 0;
    },
    reserve(count) {
      const needed = 2 ** Math.ceil(Math.log2(Math.max(1, count) / fullest));
      if (needed > slots) grow(needed);
    },
  };
}
