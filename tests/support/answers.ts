// One question to both engines: the answers must be equal, and each must be one statement.
import { afterAll, beforeAll, expect } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { type Answer, type Ask, type Asking, asking } from "./asking.ts";
import { engines } from "./engines.ts";
import { type FolderContent, writeFolder } from "./folder.ts";

export interface Engines {
  /** The answer, equal on every engine there is. */
  readonly ask: Ask;
  /** The data of an answer without errors. */
  readonly data: <T = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
  ) => Promise<T>;
  readonly stores: readonly GraphStore[];
}

/** Loads a folder into every engine for the tests of a file. */
export function loadedEngines(folder: FolderContent | string, how: Asking = {}): Engines {
  const stores: GraphStore[] = [];
  const asks: Ask[] = [];
  beforeAll(async () => {
    const path = typeof folder === "string" ? folder : writeFolder(folder);
    for (const engine of engines.filter((one) => one.available)) stores.push(await engine.open());
    for (const store of stores) {
      await loadFolder(store, path);
      asks.push(asking(store, how));
    }
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
  });
  const ask: Ask = async (query, variables) => {
    const answers = await Promise.all(asks.map((one) => one(query, variables)));
    const [first, ...others] = answers;
    if (first === undefined) throw new Error("no engine was opened");
    // What a name stands for is remembered for a second, so that one engine may ask for it and the other need not.
    for (const other of others) expect({ ...other, later: first.later }).toEqual(first);
    return first;
  };
  const data = async <T>(query: string, variables?: Record<string, unknown>): Promise<T> => {
    const answer: Answer = await ask(query, variables);
    expect(answer.messages).toEqual([]);
    expect(answer.statements).toBe(1);
    return answer.data as T;
  };
  return { ask, data, stores };
}
