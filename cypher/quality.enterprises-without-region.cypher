// quality.enterprises-without-region: enterprises that are placed in no region, neither directly nor through a park.
// root
// returns: node, detail, related
// details: detail, related

CALL () {
  MATCH (node:Enterprise)
  WHERE node.sortName IS NOT NULL AND NOT EXISTS { MATCH (node)-[:LOCATED_IN]->() }
  RETURN node
  UNION
  MATCH (park:Park)
  WHERE NOT EXISTS { MATCH (park)-[:LOCATED_IN|PART_OF*1..4]->(:Region) }
  WITH collect(park) AS floating
  UNWIND floating AS lot
  MATCH (lot)<-[:LOCATED_IN]-(node:Enterprise)
  WHERE NOT EXISTS {
    MATCH (node)-[:LOCATED_IN]->(place:Entity)
    WHERE place:Region OR (place:Park AND NOT place IN floating)
  }
  RETURN node
}
UNWIND [0] AS cut

WITH node, 'in no region' AS detail, [] AS related

RETURN node, detail, related ORDER BY node.sortName, node.id
