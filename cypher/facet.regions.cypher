/* To try it, run these first:
:param id => 'enterprise:xinhongye';
*/
// facet.regions: the regions that an enterprise counts under: its own and those they are part of.
// on: Enterprise
// returns: node

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:LOCATED_IN]->(direct)

MATCH (direct)-[:LOCATED_IN|PART_OF*0..5]->(node:Region)

RETURN DISTINCT node ORDER BY node.id
