/* To try it, run these first:
:param id => 'enterprise:enjie';
*/
// Enterprise.neighbours: enterprises of the same park, by name.
// on: Enterprise
// returns: node

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:LOCATED_IN]->(:Park)<-[:LOCATED_IN]-(node:Enterprise)
WHERE node <> parent

RETURN DISTINCT node ORDER BY node.sortName, node.id
