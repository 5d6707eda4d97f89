/* To try it, run these first:
:param id => 'enterprise:xinhongye';
*/
// facet.clusters: the clusters that an enterprise counts under: its own and those they are part of.
// on: Enterprise
// returns: node

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:BELONGS_TO]->(direct:Cluster)

MATCH (direct)-[:PART_OF*0..3]->(node:Cluster)

RETURN DISTINCT node ORDER BY node.id
