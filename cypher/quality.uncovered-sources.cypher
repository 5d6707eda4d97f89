// quality.uncovered-sources: documents with lines that have neither a fact nor a reason for having none.
// root
// returns: node, detail, related

MATCH (node:Document)
WHERE node.linesOpen > 0

RETURN node, toString(node.linesOpen) + ' of ' + toString(node.lines) + ' lines open' AS detail, [] AS related ORDER BY node.sortName, node.id
