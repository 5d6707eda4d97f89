// quality.enterprises-without-park: enterprises that are placed in no park.
// root
// returns: node, detail, related

MATCH (node:Enterprise)
WHERE NOT EXISTS { MATCH (node)-[:LOCATED_IN]->(:Park) }

RETURN node, 'in no park' AS detail, [] AS related ORDER BY node.sortName, node.id
