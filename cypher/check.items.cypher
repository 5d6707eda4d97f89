/* To try it, run these first:
:param id => 'check:list-chains';
*/
// Check.items: the entities that the list of a COUNT_OF_LIST names, by name.
// on: Check
// returns: node, edge

MATCH (parent:Check {id: $id})

MATCH (parent)-[edge:CHECKS {checkRole: 'ITEM'}]->(node:Entity)

RETURN node, edge ORDER BY node.sortName, node.id
