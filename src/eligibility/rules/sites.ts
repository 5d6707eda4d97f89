// Where enterprises are: the places within a whole, and who has a site where at a day.
import { isThere } from "./dates.ts";

/** Statement of `src/eligibility`: the regions and parks in a whole. Parks are few: they look up, not their places down. */
export const sitesWithin: readonly string[] = [
  "// The regions and parks within a region or park, itself among them.",
  "// params: id",
  "// returns: id",
  "CALL () {",
  "  MATCH (:Entity {id: $id})<-[:PART_OF*0..8]-(site)",
  "  RETURN site",
  "  UNION",
  "  MATCH (lot:Park)-[:LOCATED_IN]->(hall)",
  "  WITH lot, hall",
  "  MATCH (hall)-[:LOCATED_IN|PART_OF*0..8]->(:Entity {id: $id})",
  "  MATCH (lot)<-[:PART_OF*0..4]-(site)",
  "  RETURN site",
  "}",
  "UNWIND [0] AS cut",
  "RETURN DISTINCT site.id AS id",
];

/** Statement of `src/eligibility`: who has a site where. */
export const tenants: readonly string[] = [
  "// Who has a site where at a day.",
  "// params: day",
  "// returns: site, ids",
  "UNWIND [$day] AS day",
  "MATCH (site)<-[l:LOCATED_IN]-(e:Enterprise)",
  `WHERE ${isThere("l")}`,
  "WITH site, e",
  "RETURN site.id AS site, collect(DISTINCT e.id) AS ids",
];

/** Statement of `src/eligibility`: every enterprise, in the order of lists. */
export const rowIndex: readonly string[] = [
  "// Every enterprise, by name.",
  "// returns: ids",
  "MATCH (e:Enterprise)",
  "WITH e ORDER BY e.sortName, e.id",
  "RETURN collect(e.id) AS ids",
];

/** Statement of `src/eligibility`: how many come up to a place in that order. */
export const upTo: readonly string[] = [
  "// How many enterprises come up to a name and an id.",
  "// params: name, id",
  "// returns: n",
  "MATCH (e:Enterprise)",
  "WHERE e.sortName < $name OR (e.sortName = $name AND e.id <= $id)",
  "RETURN count(e) AS n",
];
