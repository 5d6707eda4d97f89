/* To try it, run these first:
:param metric => 'srdi-output';
:param subjects => ['region:xishan'];
:param from => null;
:param to => null;
*/
// series: the figures of a metric about each of several subjects, in order of time; undated ones last. A period counts if it lies within from and to.
// root
// args: metric: String!, subjects: [ID!]!, from: Date, to: Date
// returns: id, subject, definition, points, position

UNWIND range(0, size($subjects) - 1) AS place
WITH place, $subjects[place] AS asked
CALL (asked) {
  MATCH (about:Entity {id: asked})
  RETURN collect(about) AS found
}
CALL () {
  MATCH (kept:Metric {id: 'metric:' + $metric})
  RETURN collect(kept) AS metrics
}
CALL (found) {
  UNWIND found AS about
  MATCH (about)<-[:OBSERVES]-(point:Observation)
  WHERE point.metric = $metric
    AND ($from IS NULL OR point.periodStart >= $from) AND ($to IS NULL OR point.periodEnd <= $to)
  WITH point ORDER BY point.periodStart IS NULL, point.periodStart, point.periodEnd, point.id
  RETURN collect(point) AS figures
}

RETURN asked AS id, head(found) AS subject, head(metrics) AS definition, figures AS points, place AS position ORDER BY position
