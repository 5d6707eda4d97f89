// quality.enterprises-without-cluster: enterprises that belong to no cluster.
// root
// returns: node, detail, related

MATCH (node:Enterprise)
WHERE NOT EXISTS { MATCH (node)-[:BELONGS_TO]->(:Cluster) }

RETURN node, 'in no cluster' AS detail, [] AS related ORDER BY node.sortName, node.id
