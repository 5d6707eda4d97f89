// A table from texts to numbers that keeps fingerprints of 96 bits in place of the texts, outside the heap of
// objects: millions of ids in tens of megabytes. Two texts of one fingerprint are taken for one.

export interface Fingerprints {
  readonly size: number;
  get(text: string): number | undefined;
  set(text: string, value: number): void;
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** Mixes a text into three lanes (after MurmurHash3); the first is never 0, which marks an empty slot. */
function fingerprint(text: string, into: Int32Array): void {
  let [one, two, three] = [0x2f0b4c47, 0x47ad3b1d, 0x1b873593];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(
      rotated(one ^ Math.imul(rotated(Math.imul(code, 0x239b961b), 15), 0xab0e9789), 19) + two,
      5,
    );
    two = Math.imul(
      rotated(two ^ Math.imul(rotated(Math.imul(code, 0xab0e9789), 16), 0x38b34ae5), 17) + three,
      5,
    );
    three = Math.imul(
      rotated(three ^ Math.imul(rotated(Math.imul(code, 0x38b34ae5), 17), 0xa1e38b93), 15) + one,
      5,
    );
    one = (one + 0x561ccd1b) | 0;
  }
  one ^= text.length;
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b);
  one = Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  one ^= one >>> 16;
  into[0] = one === 0 ? 1 : one;
  into[1] = two;
  into[2] = three;
}

/** An empty table. */
export function newFingerprints(): Fingerprints {
  const wanted = new Int32Array(3);
  let slots = 1 << 10;
  let keys = new Int32Array(slots * 3);
  let values = new Float64Array(slots);
  let size = 0;

  function slotOf(first: number, second: number, third: number): number {
    let slot = (first >>> 0) & (slots - 1);
    for (;;) {
      const at = slot * 3;
      if (keys[at] === 0) return slot;
      if (keys[at] === first && keys[at + 1] === second && keys[at + 2] === third) return slot;
      slot = (slot + 1) & (slots - 1);
    }
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values];
    slots *= 2;
    keys = new Int32Array(slots * 3);
    values = new Float64Array(slots);
    for (let old = 0; old < oldValues.length; old++) {
      const at = old * 3;
      const first = oldKeys[at] ?? 0;
      if (first === 0) continue;
      const slot = slotOf(first, oldKeys[at + 1] ?? 0, oldKeys[at + 2] ?? 0);
      keys.set(oldKeys.subarray(at, at + 3), slot * 3);
      values[slot] = oldValues[old] ?? 0;
    }
  }

  return {
    get size() {
      return size;
    },
    get(text) {
      fingerprint(text, wanted);
      const slot = slotOf(wanted[0] ?? 0, wanted[1] ?? 0, wanted[2] ?? 0);
      return keys[slot * 3] === 0 ? undefined : values[slot];
    },
    set(text, value) {
      fingerprint(text, wanted);
      const slot = slotOf(wanted[0] ?? 0, wanted[1] ?? 0, wanted[2] ?? 0);
      values[slot] = value;
      if (keys[slot * 3] !== 0) return;
      keys.set(wanted, slot * 3);
      size += 1;
      if (size > slots * 0.7) grow();
    },
  };
}
