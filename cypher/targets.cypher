// targets: plans and forecasts against what was stated of the same subject and metric for that period or the next stated after it; the earliest due first.
// root
// args: subject: ID, metric: String, outcome: Outcome, due: Boolean, asOf: Date
// returns: node, outcome, due, late, actual, gap, percent, reasons

CALL () {
  MATCH (:Entity {id: $subject})<-[:OBSERVES]-(node:Observation)
  WHERE $metric IS NULL OR node.metric = $metric
  RETURN node
  UNION
  UNWIND ['TARGET', 'FORECAST'] AS kind
  MATCH (node:Observation {firmness: kind})
  WHERE $subject IS NULL AND ($metric IS NULL OR node.metric = $metric)
  RETURN node
}
WITH node, coalesce($asOf, toString(date())) AS today
WHERE node.firmness <> 'FACT'
CALL (node) {
  MATCH (node)-[:OBSERVES]->(:Entity)<-[:OBSERVES]-(actual:Observation)
  WHERE actual.metric = node.metric AND actual.firmness = 'FACT' AND actual.periodEnd >= node.periodEnd
  WITH actual, [term IN node.terms
    WHERE NOT term STARTS WITH 'BOUND=' AND NOT term STARTS WITH 'STATUS=' AND NOT term IN actual.terms
    | head(split(term, '='))] AS reasons
  ORDER BY size(reasons), actual.periodEnd, actual.id
  RETURN collect({figure: actual, reasons: reasons, value: actual.comparedValue, bound: actual.bound, days: actual.metricPeriod}) AS found
}
WITH node, today, found, head(found) AS nearest, node.comparedValue AS wanted,
  node.bound = 'AT_MOST' OR node.comparedUnit = 'rank' AS downward
WITH node, today, nearest, wanted, downward, CASE
  WHEN node.periodEnd IS NULL THEN ['UNDATED']
  WHEN nearest IS NULL THEN ['NO_FIGURE']
  ELSE nearest.reasons END AS why,
  size([other IN found WHERE size(other.reasons) = 0 AND other.days = nearest.days AND other.value <> nearest.value]) > 0 AS several
WITH node, today, nearest, wanted, why, several, size(why) = 0 AS judged,
  CASE WHEN downward THEN nearest.value <= wanted ELSE nearest.value >= wanted END AS met,
  CASE nearest.bound WHEN 'EXACT' THEN 'BOTH' WHEN 'AT_LEAST' THEN CASE WHEN downward THEN 'MISS' ELSE 'MEET' END
    WHEN 'AT_MOST' THEN CASE WHEN downward THEN 'MEET' ELSE 'MISS' END ELSE 'NONE' END AS decides
WITH node, nearest, wanted, why, several, judged, node.periodEnd < today AS due, CASE
  WHEN NOT judged THEN 'OPEN'
  WHEN several THEN 'UNDECIDED'
  WHEN met AND decides IN ['BOTH', 'MEET'] THEN 'REACHED'
  WHEN NOT met AND decides IN ['BOTH', 'MISS'] THEN 'MISSED'
  ELSE 'UNDECIDED' END AS verdict
WHERE ($outcome IS NULL OR verdict = $outcome) AND ($due IS NULL OR due = $due)
WITH node, verdict, due, nearest.figure AS actual,
  CASE WHEN judged THEN nearest.days <> node.metricPeriod END AS late,
  CASE WHEN judged THEN nearest.value - wanted END AS gap,
  CASE WHEN judged AND wanted > 0 THEN nearest.value / wanted * 100 END AS attained,
  why + CASE WHEN verdict <> 'UNDECIDED' THEN [] WHEN several THEN ['SEVERAL'] ELSE ['BOUND'] END AS reasons

RETURN node, verdict AS outcome, due, late, actual, gap, attained AS percent, reasons ORDER BY node.periodEnd IS NULL, node.periodEnd, node.metric, node.id
