/* To try it, run these first:
:param id => 'observation:1-5-n-part-1';
*/
// Observation.growth: the change against the latest earlier figure of the same subject and metric that compares, or why none does.
// on: Observation
// returns: previous, change, percent, stated, points, reasons

MATCH (parent:Observation {id: $id})

CALL (parent) {
  MATCH (parent)-[:OBSERVES]->(about:Entity)<-[:OBSERVES]-(earlier:Observation)
  WHERE earlier.metric = parent.metric AND earlier.periodStart < parent.periodStart
  WITH parent, earlier,
    [term IN parent.terms WHERE NOT term IN earlier.terms | head(split(term, '='))] AS differing,
    CASE WHEN earlier.periodEnd >= parent.periodStart THEN ['OVERLAP'] ELSE [] END AS overlap,
    CASE WHEN EXISTS {
      MATCH (parent)<-[:CONCERNS]-(:Conflict {conflictType: 'NOT_COMPARABLE'})-[:CONCERNS]->(earlier)
    } THEN ['CONFLICT'] ELSE [] END AS declared
  WITH earlier, differing + overlap + declared AS reasons
  ORDER BY size(reasons), earlier.periodEnd DESC, earlier.id
  RETURN collect({figure: earlier, reasons: reasons, days: earlier.metricPeriod, value: earlier.comparedValue}) AS candidates
}
CALL (parent) {
  MATCH (parent)-[:OBSERVES]->(:Entity)<-[:OBSERVES]-(twin:Observation)
  WHERE twin.metricPeriod = parent.metricPeriod AND twin.terms = parent.terms AND twin.comparedValue <> parent.comparedValue
  RETURN count(twin) AS twins
}
WITH parent, candidates, twins, head(candidates) AS nearest
WITH parent, nearest, CASE
  WHEN parent.periodStart IS NULL THEN ['UNDATED']
  WHEN nearest IS NULL THEN ['NO_EARLIER']
  WHEN size(nearest.reasons) > 0 THEN nearest.reasons
  WHEN twins > 0 OR size([other IN candidates WHERE size(other.reasons) = 0 AND other.days = nearest.days AND other.value <> nearest.value]) > 0 THEN ['SEVERAL']
  ELSE [] END AS why
WITH parent, nearest, why, parent.comparedValue AS value, nearest.value AS before, parent.comparedUnit IN ['per cent', 'rank'] AS points
WITH parent, nearest.figure AS earlier, why,
  CASE WHEN size(why) = 0 THEN value - before END AS rawChange,
  CASE WHEN size(why) = 0 AND NOT points AND before > 0 THEN (value - before) / before * 100 END AS rawRate,
  parent.yearOnYear AS told
WITH earlier, why, told, CASE WHEN abs(rawChange) >= 1000000000.0 THEN round(rawChange * 100) / 100 ELSE round(rawChange * 1000000.0) / 1000000.0 END AS difference,
  rawRate, CASE
    WHEN abs(rawRate) >= 10 THEN 100.0 WHEN abs(rawRate) >= 1 THEN 1000.0 WHEN abs(rawRate) >= 0.1 THEN 10000.0
    WHEN abs(rawRate) >= 0.01 THEN 100000.0 ELSE 10000000.0 END AS scale
WITH earlier, why, told, difference, round(rawRate * scale) / scale AS rate, round((told - rawRate) * 100) / 100 AS apart

RETURN earlier AS previous, difference AS change, rate AS percent, told AS stated, apart AS points, why AS reasons
