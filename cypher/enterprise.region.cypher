// Enterprise.region: the smallest region an enterprise is placed in, directly or through its park.
// on: Enterprise
// returns: node, distance

MATCH (parent:Enterprise {id: $id})

MATCH way = (parent)-[:LOCATED_IN|PART_OF*1..3]->(node:Region)

RETURN node, min(length(way)) AS distance ORDER BY distance, node.sortName, node.id
