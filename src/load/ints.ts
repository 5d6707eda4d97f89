// A growing list of whole numbers of 32 bits outside the heap of objects.

export interface Ints {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  set(index: number, value: number): void;
}

/** An empty list. */
export function newInts(): Ints {
  let values = new Int32Array(1_024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = new Int32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    at: (index) => values[index] ?? 0,
    set(index, value) {
      values[index] = value;
    },
  };
}
