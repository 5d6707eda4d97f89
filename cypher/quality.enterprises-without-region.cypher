// quality.enterprises-without-region: enterprises that are placed in no region, neither directly nor through a park.
// root
// returns: node, detail, related

MATCH (node:Enterprise)
WHERE NOT EXISTS { MATCH (node)-[:LOCATED_IN]->(:Region) }
  AND NOT EXISTS { MATCH (node)-[:LOCATED_IN]->(:Park)-[:LOCATED_IN|PART_OF*1..4]->(:Region) }

RETURN node, 'in no region' AS detail, [] AS related ORDER BY node.sortName, node.id
