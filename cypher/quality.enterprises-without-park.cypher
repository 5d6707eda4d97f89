// quality.enterprises-without-park: enterprises that are placed in no park.
// root
// returns: node, detail, related
// details: detail, related

MATCH (node:Enterprise)
WHERE node.sortName IS NOT NULL AND NOT EXISTS { MATCH (node)-[:LOCATED_IN]->(:Park) }

WITH node, 'in no park' AS detail, [] AS related

RETURN node, detail, related ORDER BY node.sortName, node.id
