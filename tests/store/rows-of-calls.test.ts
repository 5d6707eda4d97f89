// The embedded engine loses rows of a CALL beyond its first chunk: nothing is lost of what comes out of the tree, at the
// sizes where it would be, and what is given to it otherwise is refused.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { uncutCalls } from "../../src/cypher/uncut.ts";
import { openScratch } from "../../src/store/open.ts";
import { cutText } from "../support/cut-text.ts";
import { describeEachEngine } from "../support/engines.ts";

const folder = fileURLToPath(new URL("../../cypher/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".cypher"),
);

test.each(files)("%s reads no rows of a CALL as they come", (file) => {
  expect(uncutCalls(readFileSync(`${folder}${file}`, "utf8"))).toEqual([]);
});

test("a statement of which the embedded engine would lose rows is refused with the line", async () => {
  const store = await openScratch();
  try {
    await expect(
      store.read("MATCH (m)\nCALL () { MATCH (n) RETURN n }\nWITH DISTINCT n RETURN n"),
    ).rejects.toMatchObject({
      code: "BAD_STATEMENT",
      message: expect.stringContaining("the CALL in line 2"),
    });
  } finally {
    await store.close();
  }
});

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
    const expected = [[size, (size * (size + 1)) / 2]];
    for (const [source, bound] of Object.entries(sources))
      for (const [taker, taken] of Object.entries(takers)) {
        const found = await store.read(cutText(`${bound} ${taken}`));
        expect(
          found.map((row) => Object.values(row)),
          `${source}, ${taker}`,
        ).toEqual(expected);
      }
  });
});
