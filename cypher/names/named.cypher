// names.named: entities by what they may be called: an id, a name or alias, what these are once place and legal form are left off, or the brand alone.
// params: ids, names, cores, brands, kinds
// returns: id, labels, name, aliases, level
// Every branch is a look into an index, for all keys at once. Of more than fifty namesakes none is meant without more.
UNWIND $ids AS key
MATCH (node:Entity {id: key})
WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases, node.level AS level
UNION
UNWIND $names AS key
CALL (key) {
  MATCH (node:Entity {nameKey: key})
  WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
  RETURN node ORDER BY node.id LIMIT 50
}
UNWIND [0] AS cut
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases, node.level AS level
UNION
UNWIND $names AS key
CALL (key) {
  MATCH (alias:Alias {key: key})
  MATCH (node:Entity {id: alias.entity})
  WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
  RETURN node ORDER BY node.id LIMIT 50
}
UNWIND [0] AS cut
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases, node.level AS level
UNION
UNWIND $cores AS key
CALL (key) {
  MATCH (node:Entity {coreKey: key})
  WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
  RETURN node ORDER BY node.id LIMIT 50
}
UNWIND [0] AS cut
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases, node.level AS level
UNION
UNWIND $cores AS key
CALL (key) {
  MATCH (alias:Alias {core: key})
  MATCH (node:Entity {id: alias.entity})
  WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
  RETURN node ORDER BY node.id LIMIT 50
}
UNWIND [0] AS cut
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases, node.level AS level
UNION
UNWIND $brands AS key
CALL (key) {
  MATCH (node:Entity {brandKey: key})
  WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
  RETURN node ORDER BY node.id LIMIT 50
}
UNWIND [0] AS cut
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases, node.level AS level
UNION
UNWIND $brands AS key
CALL (key) {
  MATCH (alias:Alias {brand: key})
  MATCH (node:Entity {id: alias.entity})
  WHERE $kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds)
  RETURN node ORDER BY node.id LIMIT 50
}
UNWIND [0] AS cut
RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases, node.level AS level
