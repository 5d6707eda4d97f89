/* To try it, run these first:
:param years => 2;
:param asOf => null;
:param onlyTargeted => true;
*/
// quality.stale-figures: subjects of which the newest dated figure of a metric is older than some years; of metrics that a target is set for, or of any.
// root
// args: years: Int = 2, asOf: Date, onlyTargeted: Boolean = true
// returns: node, detail, related, newest, metric
// details: related
// once

UNWIND [coalesce($asOf, toString(date()))] AS today
WITH toString(toInteger(left(today, 4)) - $years) + substring(today, 4) AS limit
CALL (limit) {
  WITH limit WHERE $onlyTargeted
  MATCH (target:Observation {firmness: 'TARGET'})-[:OBSERVES]->(about:Entity)
  WITH DISTINCT limit, about, target.metric AS metric
  MATCH (about)<-[:OBSERVES]-(figure:Observation)
  WHERE figure.metric = metric AND figure.periodEnd IS NOT NULL
  WITH limit, about, metric, max(figure.periodEnd) AS newest
  WHERE newest < limit
  RETURN about, metric, newest
  UNION
  WITH limit WHERE NOT $onlyTargeted
  MATCH (about:Entity)<-[:OBSERVES]-(figure:Observation)
  WHERE figure.periodEnd IS NOT NULL
  WITH limit, about, figure.metric AS metric, max(figure.periodEnd) AS newest
  WHERE newest < limit
  RETURN about, metric, newest
}
UNWIND [0] AS cut
WITH about AS node, metric, newest, metric + ': nothing newer than ' + newest AS detail

CALL (metric) {
  MATCH (kept:Metric {id: 'metric:' + metric})
  RETURN collect(kept) AS related
}

RETURN node, detail, related, newest, metric ORDER BY newest, node.id, detail
