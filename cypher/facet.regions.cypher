// facet.regions: the regions that an enterprise counts under: its own and those they are part of.
// on: Enterprise
// returns: node

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:LOCATED_IN|PART_OF*1..6]->(node:Region)

RETURN DISTINCT node ORDER BY node.id
