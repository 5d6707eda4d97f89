// node: the entity of an id.
// root
// args: id: ID!
// returns: node

MATCH (node:Entity {id: $id})

RETURN node ORDER BY node.id
