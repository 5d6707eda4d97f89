/* To try it, run these first:
:param id => 'cluster:xishan-new-energy';
*/
// Cluster.allMembers: enterprises that belong to the cluster or to a part of it, at any depth, each once.
// on: Cluster
// returns: node

MATCH (parent:Cluster {id: $id})

MATCH (parent)<-[:PART_OF*0..8]-(part:Cluster)
WITH DISTINCT part
MATCH (part)<-[:BELONGS_TO]-(node:Enterprise)

RETURN DISTINCT node ORDER BY node.sortName, node.id
