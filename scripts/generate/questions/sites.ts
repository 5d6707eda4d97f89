// Where enterprises are: the places within a whole, and who has a site in them at a day.
import { indented, isThere } from "./standing.ts";

/** The regions and parks in a whole, itself among them. Parks are few: they look up, not their places down. */
const sitesIn = (id: string): string[] => [
  `MATCH (:Entity {id: ${id}})<-[:PART_OF*0..8]-(site)`,
  "RETURN site",
  "UNION",
  "MATCH (lot:Park)-[:LOCATED_IN]->(hall)",
  "WITH lot, hall",
  `MATCH (hall)-[:LOCATED_IN|PART_OF*0..8]->(:Entity {id: ${id}})`,
  "MATCH (lot)<-[:PART_OF*0..4]-(site)",
  "RETURN site",
];

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

/** The clauses that bind `e`, an enterprise in the park and the region asked for; none where neither is. */
export const asked: readonly string[] = [
  "UNWIND CASE WHEN $park IS NULL AND $region IS NULL THEN [] ELSE [1] END AS go",
  ...sited("coalesce($park, $region)", ""),
  "WITH *",
  "WHERE $park IS NULL OR $region IS NULL OR EXISTS { MATCH (e)-[:LOCATED_IN|PART_OF*1..9]->(:Region {id: $region}) }",
];
