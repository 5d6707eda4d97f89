// What is kept of former requests, in so many bytes: documents, plans, answers, columns. One memory for all, so that
// what is asked for most stays, whatever it is; the rest is found out again.
import { LRUCache } from "lru-cache";

export interface Cache {
  get<T>(key: string): T | undefined;
  /** Keeps a value of about so many bytes; one that is larger than the whole cache is not kept. */
  set(key: string, value: NonNullable<unknown>, bytes: number): void;
  /**
   * What `make` gives for the key, made once; what fails is forgotten.
   * @param bytes how large it is, or what tells that of the value
   */
  once<T>(key: string, bytes: number | ((value: T) => number), make: () => Promise<T>): Promise<T>;
  /** Bytes of all that is kept. */
  readonly bytes: number;
}

/** What an entry costs beside its value and key. */
const overhead = 200;

/** An empty cache of so many megabytes. */
export function createCache(megabytes: number): Cache {
  const entries = new LRUCache<string, NonNullable<unknown>>({ maxSize: Math.max(1, megabytes * 1_000_000) });
  const set = (key: string, value: NonNullable<unknown>, bytes: number): void => {
    entries.set(key, value, { size: Math.ceil(bytes) + 2 * key.length + overhead });
  };
  return {
    get: <T>(key: string) => entries.get(key) as T | undefined,
    set,
    once<T>(key: string, bytes: number | ((value: T) => number), make: () => Promise<T>): Promise<T> {
      const known = entries.get(key) as Promise<T> | undefined;
      if (known !== undefined) return known;
      const value = make();
      set(key, value, typeof bytes === "number" ? bytes : 0);
      value.then(
        (made) => {
          if (typeof bytes === "function" && entries.peek(key) === value) set(key, value, bytes(made));
        },
        () => {
          if (entries.peek(key) === value) entries.delete(key);
        },
      );
      return value;
    },
    get bytes() {
      return entries.calculatedSize;
    },
  };
}
