/* To try it, run these first:
:param metric => 'srdi-output';
:param per => 'srdi-count';
:param subjects => ['region:xishan'];
:param period => null;
:param overlaps => null;
*/
// perUnit: one metric over another of the same subject and period, such as output per enterprise; or why it cannot be divided.
// Quotients are rounded to two decimals, or to four significant digits where these are more, as src/calculate/decimal.ts has it.
// root
// args: metric: String!, per: String!, subjects: [ID!]!, period: Period, overlaps: Period
// returns: subject, numerator, denominator, value, unit, reasons, position, tie

UNWIND range(0, size($subjects) - 1) AS place
WITH place, $subjects[place] AS asked
MATCH (about:Entity {id: asked})
CALL (about) {
  MATCH (about)<-[:OBSERVES]-(divisor:Observation)
  WHERE divisor.metric = $per
  RETURN collect(divisor) AS divisors
}
MATCH (about)<-[:OBSERVES]-(upper:Observation)
WHERE upper.metric = $metric AND ($period IS NULL OR (upper.periodStart >= left($period, 10) AND upper.periodEnd <= substring($period, 11)))
  AND ($overlaps IS NULL OR (upper.periodStart <= substring($overlaps, 11) AND upper.periodEnd >= left($overlaps, 10)))
WITH place, about, divisors, upper,
  [term IN upper.terms WHERE term STARTS WITH 'BOUND=' OR term STARTS WITH 'STATUS='] AS sought
CALL (upper) {
  MATCH (upper)<-[:CONCERNS]-(:Conflict {conflictType: 'NOT_COMPARABLE'})-[:CONCERNS]->(other:Observation)
  RETURN collect(other.id) AS conflicting
}
CALL (divisors, upper, sought, conflicting) {
  UNWIND divisors AS lower
  WITH lower,
    [term IN sought WHERE NOT term IN lower.terms | head(split(term, '='))]
      + CASE WHEN upper.periodStart = lower.periodStart AND upper.periodEnd = lower.periodEnd THEN [] ELSE ['PERIOD'] END
      + CASE WHEN lower.id IN conflicting THEN ['CONFLICT'] ELSE [] END
      + CASE WHEN lower.comparedValue = 0 THEN ['ZERO'] ELSE [] END AS reasons
  ORDER BY size(reasons), lower.periodEnd IS NULL, lower.periodEnd DESC, lower.id
  RETURN collect({figure: lower, reasons: reasons, value: lower.comparedValue}) AS candidates
}
WITH place, about, upper, candidates, head(candidates) AS best
WITH place, about, upper, best.figure AS lower, CASE
  WHEN best IS NULL THEN ['NO_FIGURE']
  WHEN size(best.reasons) > 0 THEN best.reasons
  WHEN size([other IN candidates WHERE size(other.reasons) = 0 AND other.value <> best.value]) > 0 THEN ['SEVERAL']
  ELSE [] END AS why
WITH place, about, upper, lower, why,
  CASE WHEN size(why) = 0 THEN upper.comparedValue / lower.comparedValue END AS raw,
  upper.comparedUnit + ' per ' + CASE
    WHEN lower.comparedUnit <> 'count' THEN lower.comparedUnit
    WHEN lower.unit IN ['家', '户'] THEN 'enterprise'
    WHEN lower.unit IN ['人', '位', '名'] THEN 'person'
    WHEN lower.unit IN ['家次', '户次'] THEN 'recognition'
    WHEN lower.unit = '人次' THEN 'attendance'
    WHEN lower.unit = '场' THEN 'event'
    ELSE lower.unit END AS measure,
  upper.id AS tie
WITH place, about, upper, lower, why, raw, measure, tie, CASE
  WHEN abs(raw) >= 10 THEN 100.0 WHEN abs(raw) >= 1 THEN 1000.0 WHEN abs(raw) >= 0.1 THEN 10000.0
  WHEN abs(raw) >= 0.01 THEN 100000.0 ELSE 10000000.0 END AS scale
WITH place, about, upper, lower, why, measure, tie, round(raw * scale) / scale AS quotient

RETURN about AS subject, upper AS numerator, lower AS denominator, quotient AS value, measure AS unit, why AS reasons, place AS position, tie ORDER BY position, tie
