/* To try it, run these first:
:param metric => 'srdi-output';
:param subjects => ['region:xishan'];
:param period => null;
:param overlaps => null;
:param from => null;
:param to => null;
*/
// series: the figures of a metric about each of several subjects, in order of time; undated ones last. A figure counts if its days lie in the period, and within from and to; `overlaps` finds those that have a day in common with it.
// root
// args: metric: String!, subjects: [ID!]!, period: Period, overlaps: Period, from: Date, to: Date
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
    AND ($period IS NULL OR (point.periodStart >= left($period, 10) AND point.periodEnd <= substring($period, 11)))
    AND ($overlaps IS NULL OR (point.periodStart <= substring($overlaps, 11) AND point.periodEnd >= left($overlaps, 10)))
    AND ($from IS NULL OR point.periodStart >= $from) AND ($to IS NULL OR point.periodEnd <= $to)
  WITH point ORDER BY point.periodStart IS NULL, point.periodStart, point.periodEnd, point.id
  RETURN collect(point) AS figures
}

RETURN asked AS id, head(found) AS subject, head(metrics) AS definition, figures AS points, place AS position ORDER BY position
