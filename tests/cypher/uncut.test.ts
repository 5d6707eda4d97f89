// What is written by hand is looked at too: the CALLs of which rows are read as they come are found, with their lines.
import { describe, expect, test } from "vitest";
import { print } from "../../src/cypher/print.ts";
import { newNames, readClauses } from "../../src/cypher/read.ts";
import { cutQuery } from "../../src/cypher/shapes.ts";
import { query } from "../../src/cypher/tree.ts";
import { uncutCalls } from "../../src/cypher/uncut.ts";

const rows = "CALL () { MATCH (n:Park) RETURN n }";

/** Statements, and how many CALLs of each are read as they come. */
const statements: readonly (readonly [what: string, statement: string, number: number])[] = [
  ["DISTINCT over the rows of a CALL", `${rows} WITH DISTINCT n RETURN n`, 1],
  ["a filter over them", `${rows} WITH n WHERE n.a > 0 RETURN n`, 1],
  [
    "an order of them, since a later condition may be moved there",
    `${rows} WITH n ORDER BY n.id RETURN n`,
    1,
  ],
  ["a hop from them", `${rows} MATCH (n)-[:LOCATED_IN]->(r) WITH DISTINCT r RETURN r`, 1],
  ["a second look at the node", `${rows} MATCH (n:Entity) RETURN n`, 1],
  ["DISTINCT after clauses that pass them on", `${rows} WITH n LIMIT 9 RETURN DISTINCT n`, 1],
  ["DISTINCT within a CALL", `CALL () { ${rows} RETURN DISTINCT n } RETURN count(n) AS c`, 1],
  ["a union around them", `CALL () { ${rows} RETURN n UNION MATCH (n:Region) RETURN n } RETURN n`, 1],
  ["two in a row", `${rows} CALL (n) { MATCH (n)-[:LOCATED_IN]-(m) RETURN m } WITH DISTINCT m RETURN m`, 2],
  [
    "a column beside an aggregate",
    "CALL () { MATCH (n:Park) RETURN n.a AS a, count(*) AS c } WITH DISTINCT a RETURN a",
    1,
  ],
  ["one row alone", "CALL () { MATCH (n:Park) RETURN collect(n) AS ns } WITH DISTINCT ns RETURN ns", 0],
  [
    "aggregates in expressions",
    "CALL () { MATCH (n:Park) RETURN size(collect(n)) AS c, head(collect(n)) AS h } WITH DISTINCT c RETURN c",
    0,
  ],
  ["rows that are gathered", `${rows} RETURN collect(DISTINCT n) AS ns`, 0],
  [
    "rows that are counted by group",
    `${rows} WITH n.level AS level, count(n) AS c WHERE c > 1 RETURN level`,
    0,
  ],
  ["rows that are cut anew", `${rows} UNWIND [0] AS cut WITH DISTINCT n RETURN n`, 0],
  ["rows that are returned", `${rows} RETURN n ORDER BY n.id`, 0],
  [
    "no CALL",
    "MATCH (n:Park) WITH DISTINCT n WHERE n.text = 'CALL () { RETURN n } WITH DISTINCT n' RETURN n",
    0,
  ],
  ["a CALL in a comment", `// ${rows} WITH DISTINCT n\nMATCH (n:Park) RETURN DISTINCT n`, 0],
];

describe.each(statements)("%s", (_, statement, number) => {
  test("is told where it would lose rows", () => {
    expect(uncutCalls(statement)).toHaveLength(number);
  });

  test("gets its cuts from the tree, and is not cut twice", () => {
    const printed = print(cutQuery(query(...readClauses(statement, newNames()))));
    const cuts = (text: string): number => text.split("UNWIND [0] AS cut").length - 1;
    expect(cuts(printed) - cuts(statement)).toBe(number);
    expect(uncutCalls(printed)).toEqual([]);
  });
});

test("keywords in small letters are read", () => {
  expect(uncutCalls("call () { match (n) return n } with distinct n return n")).toEqual([1]);
});

test("the lines are those of the text, the inner CALL first", () => {
  const text = `// a question
CALL () {
  MATCH (n)
  // CALL
  CALL (n) { MATCH (n)--(m) RETURN m }
  MATCH (m)
  RETURN m
}
WITH DISTINCT m
RETURN m`;
  expect(uncutCalls(text)).toEqual([5, 2]);
});
