// quality.enterprises-without-park: enterprises that are placed in no park.
// root
// returns: node, detail, related

MATCH (node:Enterprise)
WHERE node.sortName IS NOT NULL AND NOT EXISTS { MATCH (node)-[:LOCATED_IN]->(:Park) }

RETURN node, 'in no park' AS detail, [] AS related ORDER BY node.sortName, node.id
