// Cluster.allMembers: enterprises that belong to the cluster or to a part of it, at any depth, each once.
// on: Cluster
// returns: node, edge

MATCH (parent:Cluster {id: $id})

MATCH (parent)<-[:PART_OF*0..8]-(part:Cluster)
WITH DISTINCT part
MATCH (part)<-[tie:BELONGS_TO]-(node:Enterprise)
WITH node, tie ORDER BY tie.id
WITH node, head(collect(tie)) AS edge

RETURN node, edge ORDER BY node.sortName, node.id
