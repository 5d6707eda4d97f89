// Written by `npm run generate` from src/eligibility/rules: change it there.
// The regions and parks within a region or park, itself among them.
// params: id
// returns: id
CALL () {
  MATCH (:Entity {id: $id})<-[:PART_OF*0..8]-(site)
  RETURN site
  UNION
  MATCH (lot:Park)-[:LOCATED_IN]->(hall)
  WITH lot, hall
  MATCH (hall)-[:LOCATED_IN|PART_OF*0..8]->(:Entity {id: $id})
  MATCH (lot)<-[:PART_OF*0..4]-(site)
  RETURN site
}
UNWIND [0] AS cut
RETURN DISTINCT site.id AS id
