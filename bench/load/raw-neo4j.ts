// A raw driver loop into Neo4j with the statements of a load and as many sessions.
import neo4j from "neo4j-driver";
import { openNeo4j } from "../../src/store/neo4j.ts";
import type { Json } from "../../src/store/port.ts";
import type { RecordedWrite } from "./record.ts";

function whole(value: Json): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(whole);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, whole(item)]));
}

/** Sends all writes, those of a group side by side, and gives the milliseconds. */
export async function rawNeo4j(groups: readonly RecordedWrite[][], uri: string): Promise<number> {
  const store = openNeo4j({ uri });
  const ready = groups.map((group) =>
    group.map(({ statement, rows }) => ({ statement, rows: rows.map(whole) })),
  );
  const driver = neo4j.driver(uri);
  const started = performance.now();
  await store.prepare();
  for (const group of ready) {
    let next = 0;
    const session = async (): Promise<void> => {
      const own = driver.session();
      for (let write = group[next++]; write !== undefined; write = group[next++]) {
        const { statement, rows } = write;
        await own.executeWrite((transaction) => transaction.run(statement, { rows }));
      }
      await own.close();
    };
    await Promise.all(Array.from({ length: store.writers }, session));
  }
  await store.prepareSearch();
  const taken = performance.now() - started;
  await driver.close();
  await store.close();
  return taken;
}
