// Values by key within so many bytes, the oldest forgotten when they become too many; what failed is forgotten at once.

interface Entry {
  bytes: number;
  readonly value: Promise<unknown>;
}

export interface Memory {
  /** What `make` gives for the key, made once; `bytes` is how large it is, or tells that of the value. */
  once<T>(key: string, bytes: number | ((value: T) => number), make: () => Promise<T>): Promise<T>;
}

/** An empty memory that keeps at most so many bytes, and always what was asked for last. */
export function createMemory(mostBytes: number): Memory {
  const entries = new Map<string, Entry>();
  let held = 0;
  const forget = (key: string, entry: Entry): void => {
    if (entries.get(key) !== entry) return;
    entries.delete(key);
    held -= entry.bytes;
  };
  const count = (key: string, entry: Entry, bytes: number): void => {
    if (entries.get(key) !== entry) return;
    entry.bytes += bytes;
    held += bytes;
    for (const [oldest, other] of entries) {
      if (held <= mostBytes || oldest === key) break;
      forget(oldest, other);
    }
  };
  return {
    once<T>(key: string, bytes: number | ((value: T) => number), make: () => Promise<T>): Promise<T> {
      const known = entries.get(key);
      if (known !== undefined) {
        entries.delete(key);
        entries.set(key, known);
        return known.value as Promise<T>;
      }
      const value = make();
      const entry: Entry = { bytes: 0, value };
      entries.set(key, entry);
      if (typeof bytes === "number") count(key, entry, bytes);
      value.then(
        (made) => {
          if (typeof bytes === "function") count(key, entry, bytes(made));
        },
        () => forget(key, entry),
      );
      return value;
    },
  };
}
