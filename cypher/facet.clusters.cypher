// facet.clusters: the clusters that an enterprise counts under: its own and those they are part of.
// on: Enterprise
// returns: node

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:BELONGS_TO|PART_OF*1..4]->(node:Cluster)

RETURN DISTINCT node ORDER BY node.id
