/* To try it, run these first:
:param id => 'observation:xishan-smart-benchmark-count-2022-municipal';
*/
// observation.wholes: whom a figure is about and where that lies, the figures that it is a part of, and those that a conflict declares not comparable with it: what a sum of figures must know.
// on: Observation
// returns: subject, areas, wholes, conflicts

MATCH (parent:Observation {id: $id})

CALL (parent) {
  MATCH (parent)-[:OBSERVES]->(about:Entity)
  RETURN min(about.id) AS subject
}
CALL (parent) {
  MATCH (parent)-[:OBSERVES]->(whose:Entity)-[:PART_OF*0..3]->(held:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(site:Entity)-[:LOCATED_IN|PART_OF*0..6]->(area:Entity)
  WHERE area <> whose AND (site = held OR ((site:Region OR site:Park)
    AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))
  RETURN collect(DISTINCT area.id) AS areas
}
CALL (parent) {
  MATCH (parent)-[:INCLUDED_IN*1..6]->(total:Observation)
  RETURN collect(DISTINCT total.id) AS totals
}
CALL (parent) {
  MATCH (parent)<-[:CHECKS {checkRole: 'PART'}]-(:Check)-[:CHECKS {checkRole: 'WHOLE'}]->(whole:Observation)
  RETURN collect(DISTINCT whole.id) AS checked
}
CALL (parent) {
  MATCH (parent)<-[:CONCERNS]-(:Conflict {conflictType: 'NOT_COMPARABLE'})-[:CONCERNS]->(other:Observation)
  RETURN collect(DISTINCT other.id) AS conflicts
}

RETURN subject, areas, totals + checked AS wholes, conflicts ORDER BY subject
