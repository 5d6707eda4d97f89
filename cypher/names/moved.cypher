// names.moved: what has taken up the entities of these ids: of two that were merged the one that stays.
// params: ids
// returns: asked, id, labels, name
UNWIND $ids AS asked
MATCH (was:Alias {key: asked})
MATCH (node:Entity {id: was.entity})
RETURN asked, node.id AS id, labels(node) AS labels, node.name AS name
