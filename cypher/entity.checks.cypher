/* To try it, run these first:
:param id => 'region:xishan';
*/
// Entity.checks: checks over the entity or over figures about it.
// on: Entity
// returns: node

MATCH (parent:Entity {id: $id})

MATCH (parent)<-[:OBSERVES|ABOUT|CHECKS*1..2]-(node:Check)

RETURN DISTINCT node ORDER BY node.sortName, node.id
