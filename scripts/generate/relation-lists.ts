// The lists of relation types in question files that follow relations between things: they stand in the files, so that
// each runs as it is, and are brought up to date here when the ontology has another type.
import { betweenThings } from "../../src/ontology/model.ts";

/** Files of which every list of more than six types is the list of those between things. */
export const listFiles = [
  "commonNeighbours",
  "neighbourhood",
  "path.embedded",
  "path.neo4j",
  "paths.embedded",
  "paths.neo4j",
].map((name) => `cypher/${name}.cypher`);

/** The list as it is written: eleven types a line. */
function written(): string {
  const lines: string[] = [];
  for (let at = 0; at < betweenThings.length; at += 11)
    lines.push(betweenThings.slice(at, at + 11).join("|"));
  return `:${lines.join("|\n      ")}`;
}

/** A question file with its lists as the ontology has them. */
export const withRelationLists = (text: string): string =>
  text.replace(/:[A-Z_]+(?:\|\s*[A-Z_]+){6,}/g, written());
