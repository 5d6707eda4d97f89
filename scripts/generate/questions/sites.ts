// Where enterprises are: the places within a whole, and who has a site in them at a day.
import { indented, isThere } from "./standing.ts";

/** The regions and parks in a whole, itself among them. Parks are few: they look up, not their regions down. */
function sitesIn(id: string): string[] {
  return [
    `MATCH (site:Entity {id: ${id}})`,
    "RETURN site",
    "UNION",
    `MATCH (:Region {id: ${id}})<-[:PART_OF*1..8]-(site:Region)`,
    "RETURN site",
    "UNION",
    `MATCH (:Park {id: ${id}})<-[:PART_OF*1..4]-(site:Park)`,
    "RETURN site",
    "UNION",
    "MATCH (lot:Park)-[:LOCATED_IN]->(zone:Region)",
    "WITH lot, zone",
    `MATCH (zone)-[:PART_OF*0..8]->(:Region {id: ${id}})`,
    "MATCH (lot)<-[:PART_OF*0..4]-(site:Park)",
    "RETURN site",
    "UNION",
    "MATCH (lot:Park)-[:LOCATED_IN]->(hall:Park)",
    "WITH lot, hall",
    `MATCH (hall)-[:LOCATED_IN|PART_OF*0..8]->(:Entity {id: ${id}})`,
    "MATCH (lot)<-[:PART_OF*0..4]-(site:Park)",
    "RETURN site",
  ];
}

/** The clauses that bind `e`, an enterprise that is at `site` on that day. */
export const tenants: readonly string[] = [
  "MATCH (site)<-[l:LOCATED_IN]-(e:Enterprise)",
  `WHERE ${isThere("l")}`,
];

/** The clauses that bind `e`, an enterprise with a site in a whole. */
export const sited = (id: string, imported: string): string[] => [
  `CALL (${imported}) {`,
  ...indented(sitesIn(id)),
  "}",
  ...tenants,
];
