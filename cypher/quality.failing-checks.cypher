/* To try it, run these first:
:param explained => null;
*/
// quality.failing-checks: checks of which the figures do not fit, explained by a conflict or not.
// root
// args: explained: Boolean
// returns: node, detail, related

MATCH (node:Check {outcome: 'FAILS'})
WHERE $explained IS NULL OR node.explained = $explained
CALL (node) {
  MATCH (node)-[:CHECKS]->(figure:Entity)
  WITH figure ORDER BY figure.sortName, figure.id LIMIT 10
  RETURN collect(figure) AS related
}

RETURN node, node.reason AS detail, related ORDER BY node.sortName, node.id
