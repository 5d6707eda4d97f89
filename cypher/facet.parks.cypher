/* To try it, run these first:
:param id => 'enterprise:xinhongye';
*/
// facet.parks: the parks that an enterprise counts under: its own and those they are part of.
// on: Enterprise
// returns: node

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:LOCATED_IN]->(direct:Park)

MATCH (direct)-[:PART_OF*0..2]->(node:Park)

RETURN DISTINCT node ORDER BY node.id
