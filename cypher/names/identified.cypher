// names.identified: entities by their ids.
// params: ids, kinds
// returns: id, labels, name, aliases
UNWIND $ids AS key
MATCH (node:Entity {id: key})
WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases
