/* To try it, run these first:
:param id => 'enterprise:xinhongye';
*/
// facet.certifications: the certifications that an enterprise counts under.
// on: Enterprise
// returns: node

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:CERTIFIED_AS]->(node:Certification)

RETURN DISTINCT node ORDER BY node.id
