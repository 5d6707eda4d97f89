// Statements composed at random out of the clauses that this project writes, and cut as it does, give the same rows on
// both engines, over more rows than the embedded engine takes at once. COMPOSED_RUNS, COMPOSED_ROWS and COMPOSED_SEED change how many, over
// how many rows, and which.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphStore } from "../../src/store/port.ts";
import { cutText } from "../support/cut-text.ts";
import { engines } from "../support/engines.ts";

const runs = Number(process.env.COMPOSED_RUNS ?? 60);
const size = Number(process.env.COMPOSED_ROWS ?? 2_049);
const seed = Number(process.env.COMPOSED_SEED ?? 20_231_015);

const made = [
  "CREATE (:Hub {i: 0})",
  "MATCH (p:Hub) UNWIND range(1, $size) AS i CREATE (p)-[:HOLDS {i: i}]->(:Row {i: i, k: i % 7, odd: i % 2})",
  "MATCH (n:Row) CREATE (n)-[:HAS {i: n.i}]->(:Part {i: n.i, k: n.i % 5})",
  "MATCH (n:Row) WHERE n.i % 3 = 0 MATCH (p:Hub) CREATE (n)-[:BACK]->(p)",
];

/** Draws numbers from a tape: what is drawn shrinks with it. */
function drawing(tape: readonly number[]) {
  let at = 0;
  const next = (below: number): number => (tape[at++ % tape.length] ?? 0) % below;
  let variables = 0;
  const pick = (choices: readonly (() => string)[]): string => choices[next(choices.length)]?.() ?? "";

  /** Clauses that bind the rows `n`. */
  function source(depth: number): string {
    const plain = [
      () => "MATCH (n:Row)",
      () => "MATCH (:Hub)-[:HOLDS]->(n:Row)",
      () => "MATCH (n:Row) WHERE EXISTS { (n)-[:BACK]->() }",
      () => "MATCH (n:Row) WHERE NOT EXISTS { (n)-[:BACK]->() }",
      () => "MATCH (m:Row) WITH collect(m) AS all UNWIND all AS n",
      () => "MATCH (:Hub)-[:HOLDS*1..2]->(n:Row)",
    ];
    const around = () => `CALL () { ${branches(depth)} }`;
    return pick(depth === 0 ? plain : [...plain, around, around, around, around]);
  }

  function branches(depth: number): string {
    const branch = (): string =>
      `${source(depth - 1)} ${steps(next(2))} RETURN ${next(2) === 0 ? "" : "DISTINCT "}n`;
    return pick([
      branch,
      branch,
      () => `${branch()} UNION ${branch()}`,
      () => `${branch()} UNION ALL ${branch()}`,
    ]);
  }

  /** A clause or two that keep `n` bound, and nothing else. */
  function step(): string {
    const x = `x${variables++}`;
    return pick([
      () => "WITH n",
      () => "WITH DISTINCT n",
      () => "WITH n WHERE n.i > 5",
      () => "WITH n WHERE EXISTS { (n)-[:BACK]->() } OR n.odd = 0",
      () => "WITH n WHERE COUNT { (n)--() } > 1",
      () => `MATCH (n)-[:HAS]->(${x}) WITH n`,
      () => `OPTIONAL MATCH (n)-[:BACK]->(${x}) WITH n, ${x} WHERE ${x} IS NULL WITH n`,
      () => `OPTIONAL MATCH (n)-[:BACK]->(${x}) WITH DISTINCT n`,
      () =>
        `CALL (n) { MATCH (n)-[:HAS]->(${x}) RETURN count(${x}) AS c${x} } WITH n, c${x} WHERE c${x} = 1 WITH n`,
      () =>
        `CALL (n) { MATCH (n)-[:HAS]->(${x}) RETURN ${x} UNION MATCH (n)-[:BACK]->(${x}) RETURN ${x} } WITH DISTINCT n`,
      () => `WITH collect(DISTINCT n) AS l${x} UNWIND l${x} AS n`,
      () => `WITH n, count(*) AS c${x} WITH n`,
      () => `WITH n ORDER BY n.i DESC LIMIT ${size - 1} WITH n`,
      () => "WITH n ORDER BY n.k, n.i SKIP 1 WITH n",
      () => `WITH n, n {.i, .k} AS m${x} WHERE m${x}.k < 6 WITH n`,
      () => `UNWIND [1, 2] AS ${x} WITH DISTINCT n`,
    ]);
  }
  const steps = (count: number): string => Array.from({ length: count }, step).join(" ");

  const end = (): string =>
    pick([
      () => "RETURN count(*) AS rows, coalesce(sum(n.i), 0) AS sum",
      () => "WITH DISTINCT n RETURN count(*) AS rows, coalesce(sum(n.i), 0) AS sum",
      () => "WITH DISTINCT n.k AS k, n.i AS i RETURN k, count(i) AS rows ORDER BY k",
      () => "WITH n.k AS k, collect(DISTINCT n.i) AS own RETURN k, size(own) AS rows ORDER BY k",
      () => "RETURN DISTINCT n.i AS i ORDER BY i",
      () =>
        "MATCH (n)-[e:HAS]->(b:Part) WITH DISTINCT n, e, b RETURN count(*) AS rows, coalesce(sum(b.i + e.i), 0) AS sum",
      () => "RETURN count(DISTINCT n) AS rows, max(n.i) AS most, min(n.i) AS least",
    ]);
  return { statement: (): string => `${source(3)} ${steps(next(4))} ${end()}` };
}

const statements = fc
  .noBias(fc.array(fc.nat(1_000_000), { minLength: 20, maxLength: 60, size: "max" }))
  .map((tape) => drawing(tape).statement());

describe.skipIf(engines.some(({ available }) => !available))("statements composed at random", () => {
  const stores: GraphStore[] = [];
  beforeAll(async () => {
    for (const engine of engines) {
      const store = await engine.open();
      stores.push(store);
      for (const statement of made) await store.write(statement, undefined, { size });
    }
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
  });

  test(`${runs} of them give the same rows on both engines (${size} rows, seed ${seed})`, {
    timeout: 3_600_000,
  }, async () => {
    const property = fc.asyncProperty(statements, async (text) => {
      const statement = cutText(text);
      const [embedded, neo4j] = await Promise.all(stores.map((store) => store.read(statement)));
      expect(embedded, statement).toEqual(neo4j);
    });
    await fc.assert(property, { numRuns: runs, seed });
  });
});
