// The embedded engine loses rows of a CALL beyond its first chunk: what is put into statements against that, and that
// nothing is lost then, at the sizes where it would be.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { recut } from "../../src/store/embedded-shapes.ts";
import { describeEachEngine } from "../support/engines.ts";

const cuts = (statement: string): number => recut(statement).split("UNWIND [0] AS cut_").length - 1;

describe("statements for the embedded engine", () => {
  test.each([
    ["DISTINCT over the rows of a CALL", "CALL () { MATCH (n) RETURN n } WITH DISTINCT n RETURN n", 1],
    ["a filter over them", "CALL () { MATCH (n) RETURN n } WITH n WHERE n.a > 0 RETURN n", 1],
    [
      "DISTINCT after clauses that pass them on",
      "CALL () { MATCH (n) RETURN n } WITH n LIMIT 9 RETURN DISTINCT n",
      1,
    ],
    [
      "a union around them",
      "CALL () { CALL () { MATCH (n) RETURN n } RETURN n UNION MATCH (n:B) RETURN n } RETURN n",
      1,
    ],
    [
      "two in a row",
      "CALL () { MATCH (n) RETURN n } CALL (n) { MATCH (n)--(m) RETURN m } WITH DISTINCT m RETURN m",
      2,
    ],
    ["keywords in small letters", "call () { match (n) return n } with distinct n return n", 1],
    [
      "a column beside an aggregate",
      "CALL () { MATCH (n) RETURN n.a AS a, count(*) AS c } WITH DISTINCT a RETURN a",
      1,
    ],
    ["one row alone", "CALL () { MATCH (n) RETURN collect(n) AS ns } WITH DISTINCT ns RETURN ns", 0],
    [
      "aggregates in expressions",
      "CALL () { MATCH (n) RETURN size(collect(n)) AS c, head(collect(n)) AS h } WITH DISTINCT c RETURN c",
      0,
    ],
    ["rows that are gathered", "CALL () { MATCH (n) RETURN n } RETURN collect(DISTINCT n) AS ns", 0],
    ["rows that are cut anew", "CALL () { MATCH (n) RETURN n } UNWIND [1] AS one RETURN DISTINCT n", 0],
    ["rows that are returned", "CALL () { MATCH (n) RETURN n } RETURN n ORDER BY n.id", 0],
    [
      "no CALL",
      "MATCH (n) WITH DISTINCT n WHERE n.text = 'CALL () { RETURN n } WITH DISTINCT n' RETURN n",
      0,
    ],
    [
      "a CALL in a comment",
      "// CALL () { MATCH (n) RETURN n } WITH DISTINCT n\nMATCH (n) RETURN DISTINCT n",
      0,
    ],
  ])("%s", (_, statement, number) => {
    expect(cuts(statement)).toBe(number);
    expect(recut(recut(statement))).toBe(recut(statement));
  });
});

const folder = fileURLToPath(new URL("../../cypher/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".cypher"),
);

test.each(files)(
  "%s is cut where rows of a CALL are told apart or filtered, and nowhere else changed",
  (file) => {
    const text = readFileSync(`${folder}${file}`, "utf8");
    const written = recut(text);
    expect(recut(written)).toBe(written);
    expect(written.replace(/ UNWIND \[0\] AS cut_\d+/g, "")).toBe(text);
  },
);

/** Ways to the same `$size` rows `n`, and ways to take them that tell how many there are. */
const sources: Readonly<Record<string, string>> = {
  "a CALL": "CALL () { MATCH (n:Many) RETURN n }",
  "a CALL around a node": "MATCH (hub:Hub) CALL (hub) { MATCH (hub)-[:HOLDS]->(n:Many) RETURN n }",
  "a CALL that UNWINDs": "CALL () { MATCH (m:Many) WITH collect(m) AS all UNWIND all AS n RETURN n }",
  "a CALL in order": "CALL () { MATCH (n:Many) WITH n ORDER BY n.i RETURN n }",
  "a CALL of different rows": "CALL () { MATCH (n:Many) RETURN DISTINCT n }",
  "a union": "CALL () { MATCH (n:Many) RETURN n UNION MATCH (n:Many {i: 1}) RETURN n }",
  "a union of all":
    "CALL () { MATCH (n:Many {odd: true}) RETURN n UNION ALL MATCH (n:Many {odd: false}) RETURN n }",
  "a CALL within a CALL": "CALL () { CALL () { MATCH (n:Many) RETURN n } WITH DISTINCT n RETURN n }",
  "a union of CALLs":
    "CALL () { CALL () { MATCH (n:Many) RETURN n } RETURN n UNION MATCH (n:None) RETURN n }",
};
const takers: Readonly<Record<string, string>> = {
  "told apart": "WITH DISTINCT n RETURN count(*) AS rows, sum(n.i) AS sum",
  "told apart by a property": "WITH DISTINCT n.i AS i RETURN count(*) AS rows, sum(i) AS sum",
  "filtered and told apart": "WITH n WHERE n.i > 0 WITH DISTINCT n RETURN count(*) AS rows, sum(n.i) AS sum",
  "filtered by what exists":
    "WITH n WHERE EXISTS { MATCH (n)<-[:HOLDS]-() } WITH DISTINCT n RETURN count(*) AS rows, sum(n.i) AS sum",
  "filtered by a pattern":
    "MATCH (n:Many) WHERE n.i > 0 WITH DISTINCT n RETURN count(*) AS rows, sum(n.i) AS sum",
  "limited and told apart": "WITH n LIMIT 20000 WITH DISTINCT n RETURN count(*) AS rows, sum(n.i) AS sum",
  "with an optional pattern":
    "OPTIONAL MATCH (n)-[none:NONE]->() WITH DISTINCT n, none RETURN count(*) AS rows, sum(n.i) AS sum",
  "told apart, a CALL further on":
    "WITH DISTINCT n CALL (n) { MATCH (n)<-[:HOLDS]-(h) RETURN h } WITH DISTINCT n, h RETURN count(*) AS rows, sum(n.i) AS sum",
  "in order": "WITH DISTINCT n ORDER BY n.i DESC LIMIT 20000 RETURN count(*) AS rows, sum(n.i) AS sum",
  gathered:
    "WITH DISTINCT n WITH collect(n {.i}) AS all UNWIND all AS n RETURN count(*) AS rows, sum(n.i) AS sum",
};

describeEachEngine("rows of a CALL", (open, engine) => {
  // Neo4j is asked what is right; the memory of one made for tests ends before 10,000.
  const sizes = engine.name === "neo4j" ? [2_049, 4_097] : [2_047, 2_048, 2_049, 2_050, 4_097, 10_000];
  test.each(sizes)("are all there at %i", async (size) => {
    const store = await open();
    await store.write("CREATE (:Hub {i: 0})");
    const rows = Array.from({ length: size }, (_, i) => ({ i: i + 1, odd: i % 2 === 0 }));
    await store.write(
      "MATCH (hub:Hub) UNWIND $rows AS row CREATE (hub)-[:HOLDS]->(n:Many) SET n = row",
      rows,
    );
    const expected = [{ rows: size, sum: (size * (size + 1)) / 2 }];
    for (const [source, bound] of Object.entries(sources))
      for (const [taker, taken] of Object.entries(takers))
        expect(await store.read(`${bound} ${taken}`), `${source}, ${taker}`).toEqual(expected);
  });
});
