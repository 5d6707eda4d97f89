// quality.undated-figures: figures of which the source gives no period.
// root
// returns: node, detail, related

MATCH (node:Observation {undated: true})
CALL (node) {
  MATCH (node)-[:OBSERVES]->(about:Entity)
  RETURN collect(about) AS related
}

RETURN node, 'no period' AS detail, related ORDER BY node.sortName, node.id
