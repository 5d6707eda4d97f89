// A bounded map: of more entries than it may hold, those used longest ago go.

export interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** An empty map that holds `most` entries. */
export function newRecent<T>(most: number): Recent<T> {
  const entries = new Map<string, T>();
  return {
    get(key) {
      const found = entries.get(key);
      if (found !== undefined && entries.size > most / 2) {
        entries.delete(key);
        entries.set(key, found);
      }
      return found;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      const oldest = entries.keys().next().value;
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
    },
  };
}
