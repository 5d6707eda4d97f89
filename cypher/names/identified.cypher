// names.identified: entities by their ids.
// params: ids
// returns: id, labels, name, aliases
UNWIND $ids AS key
MATCH (node:Entity {id: key})
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases
