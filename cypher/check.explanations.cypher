/* To try it, run these first:
:param id => 'check:list-chains';
*/
// Check.explanations: conflicts about the check, its only figure, or two of its figures.
// on: Check
// returns: node

MATCH (parent:Check {id: $id})

CALL (parent) {
  MATCH (parent)<-[:CONCERNS]-(found:Conflict)
  RETURN found
  UNION
  MATCH (parent)-[:CHECKS]->(figure:Observation)<-[:CONCERNS]-(found:Conflict)
  WITH parent, found, count(DISTINCT figure) AS shared
  WHERE shared >= 2 OR COUNT { (parent)-[:CHECKS]->(:Observation) } = 1
  RETURN found
}

RETURN found AS node ORDER BY node.sortName, node.id
