/* To try it, run these first:
:param id => 'enterprise:xinhongye';
*/
// node: the entity of an id.
// root
// args: id: ID!
// returns: node

MATCH (node:Entity {id: $id})

RETURN node ORDER BY node.id
