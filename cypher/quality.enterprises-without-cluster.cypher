// quality.enterprises-without-cluster: enterprises that belong to no cluster.
// root
// returns: node, detail, related
// details: detail, related

MATCH (node:Enterprise)
WHERE node.sortName IS NOT NULL AND NOT EXISTS { MATCH (node)-[:BELONGS_TO]->() }

WITH node, 'in no cluster' AS detail, [] AS related

RETURN node, detail, related ORDER BY node.sortName, node.id
