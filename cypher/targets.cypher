/* To try it, run these first:
:param subject => null;
:param metric => null;
:param outcome => null;
:param due => null;
:param asOf => null;
*/
// targets: plans and forecasts against what was stated of the same subject and metric for that period or the next stated after it; the earliest due first.
// root
// args: subject: ID, metric: String, outcome: Outcome, due: Boolean, asOf: Date
// returns: node, outcome, due, late, actual, gap, percent, reasons
// details: late, actual, gap, percent, reasons
//
// What came of a target is derived when data is loaded, as `verdict`: see src/load/verdicts.ts.

UNWIND ['TARGET', 'FORECAST'] AS kind
CALL (kind) {
  MATCH (:Entity {id: $subject})<-[:OBSERVES|ABOUT]-(node:Observation)
  WHERE node.firmness = kind
  RETURN node
  UNION
  MATCH (node:Observation {firmness: kind})
  WHERE $subject IS NULL
  RETURN node
}
UNWIND [0] AS cut
WITH node, coalesce($asOf, toString(date())) AS today
WHERE ($metric IS NULL OR node.metric = $metric) AND ($outcome IS NULL OR node.verdict = $outcome)
WITH node, node.periodEnd < today AS due
WHERE $due IS NULL OR due = $due

CALL (node) {
  CALL (node) {
    MATCH (node)-[:OBSERVES]->(:Entity)<-[:OBSERVES]-(figure:Observation)
    WHERE figure.metric = node.metric AND figure.firmness = 'FACT' AND figure.periodEnd >= node.periodEnd
    WITH figure, [term IN node.terms
      WHERE NOT term STARTS WITH 'BOUND=' AND NOT term STARTS WITH 'STATUS=' AND NOT term IN figure.terms
      | head(split(term, '='))] AS differences
    ORDER BY size(differences), figure.periodEnd, figure.id
    RETURN collect({figure: figure, reasons: differences, value: figure.comparedValue, days: figure.metricPeriod}) AS found
  }
  WITH node, found, head(found) AS nearest, node.comparedValue AS wanted
  WITH node, nearest, wanted, CASE
    WHEN node.periodEnd IS NULL THEN ['UNDATED']
    WHEN nearest IS NULL THEN ['NO_FIGURE']
    ELSE nearest.reasons END AS why,
    size([other IN found WHERE size(other.reasons) = 0 AND other.days = nearest.days AND other.value <> nearest.value]) > 0 AS several
  WITH node, nearest, wanted, why, several, size(why) = 0 AS judged
  RETURN nearest.figure AS actual,
    CASE WHEN judged THEN nearest.days <> node.metricPeriod END AS late,
    CASE WHEN judged THEN CASE WHEN abs(nearest.value - wanted) >= 1000000000.0 THEN round((nearest.value - wanted) * 100) / 100
      ELSE round((nearest.value - wanted) * 1000000.0) / 1000000.0 END END AS gap,
    CASE WHEN judged AND wanted > 0 THEN round(nearest.value / wanted * 10000) / 100 END AS percent,
    why + CASE WHEN node.verdict <> 'UNDECIDED' THEN [] WHEN several THEN ['SEVERAL'] ELSE ['BOUND'] END AS reasons
}

RETURN node, node.verdict AS outcome, due, late, actual, gap, percent, reasons ORDER BY node.periodEnd IS NULL, node.periodEnd, node.metric, node.id
