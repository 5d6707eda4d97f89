// The writes that a load makes, recorded: what a raw driver loop has to send for the same result.
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore, Json } from "../../src/store/port.ts";

export interface RecordedWrite {
  readonly statement: string;
  readonly rows: readonly Json[];
}

/** Loads a folder into nothing and gives what would have been written, in order. */
export async function recordLoad(folder: string, writers: number): Promise<RecordedWrite[]> {
  const writes: RecordedWrite[] = [];
  const none = {
    nodesCreated: 0,
    nodesDeleted: 0,
    relationsCreated: 0,
    relationsDeleted: 0,
    propertiesSet: 0,
  };
  const recording: GraphStore = {
    engine: "embedded",
    activity: () => ({ reading: 0, waiting: 0, givenUp: 0 }),
    address: "nowhere",
    shared: false,
    readers: 0,
    writers,
    read: () => Promise.resolve([{ count: 0 }]),
    each: () => Promise.resolve(),
    write(statement, rows = []) {
      writes.push({ statement, rows });
      return Promise.resolve(none);
    },
    prepare: () => Promise.resolve(),
    prepareSearch: () => Promise.resolve(),
    changing: () => Promise.resolve(),
    search: () => Promise.resolve([]),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  await loadFolder(recording, folder);
  return writes;
}

/** What a load goes through at once: all nodes, then all relations. */
const phaseOf = (statement: string): string => (statement.includes("CREATE (n:") ? "nodes" : "relations");

/** Writes that follow each other in one phase: those of a group may go side by side, the groups may not. */
export function grouped(writes: readonly RecordedWrite[]): RecordedWrite[][] {
  const groups: RecordedWrite[][] = [];
  for (const write of writes) {
    const last = groups.at(-1);
    const before = last?.[0]?.statement;
    if (last !== undefined && before !== undefined && phaseOf(before) === phaseOf(write.statement))
      last.push(write);
    else groups.push([write]);
  }
  return groups;
}
