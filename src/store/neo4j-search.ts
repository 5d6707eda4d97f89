// Full text of Neo4j as a statement: candidates with those of their properties that are looked at, one a column, since
// whole nodes take twice as long there and three times as long here.
import { byAlias, type FoundNode, lookedAt, rowsFor } from "./candidates.ts";
import { indexFor } from "./indexes.ts";
import type { Parameters, Row, SearchOptions } from "./port.ts";

/** Characters and words that the full-text query language gives a meaning. */
function escaped(term: string): string {
  return term.replace(/[+\-&|!(){}[\]^"~*?:\\/]/g, "\\$&");
}

export interface SearchStatement {
  readonly statement: string;
  readonly parameters: Parameters;
}

/** The statement that finds candidates of some terms. */
export function searchStatement(terms: readonly string[], options: SearchOptions): SearchStatement {
  const { kinds } = options;
  const some = options.any === true || options.near === true;
  const columns = lookedAt(options).map((property) => `node.${property} AS ${property}`);
  const found = `RETURN labels(node) AS labels, ${columns.join(", ")}`;
  return {
    statement: `CALL db.index.fulltext.queryNodes($name, $query, {limit: $reach}) YIELD node WITH node WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds) WITH node LIMIT $limit ${found} UNION ALL ${byAlias("node")} ${found} LIMIT 500`,
    parameters: {
      name: indexFor(options).name,
      query: terms.map((term) => `"${escaped(term)}"`).join(some ? " OR " : " AND "),
      key: some || options.told === true ? "" : terms.join(""),
      kinds: kinds === undefined ? null : [...kinds],
      // The index does not know kinds: where some are asked for, all that it finds is looked through.
      reach: kinds === undefined ? rowsFor(options) : 2 ** 31 - 1,
      limit: rowsFor(options),
    },
  };
}

/** A row of that statement as a found node. */
export const foundNode = (row: Row): FoundNode => ({ labels: row.labels as string[], properties: row });
