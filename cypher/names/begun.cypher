// names.begun: enterprises whose names, once place and legal form are left off, begin with a text and go on.
// params: core, found
// returns: id, labels, name, aliases, level
MATCH (node:Enterprise)
WHERE node.coreKey STARTS WITH $core AND node.coreKey <> $core AND node.id <> $found

RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases, node.level AS level ORDER BY node.id LIMIT 50
