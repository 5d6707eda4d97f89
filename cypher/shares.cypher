/* To try it, run these first:
:param observation => null;
:param subject => 'region:xishan';
:param metric => 'industrial-output';
:param period => '2022-01-01/2022-12-31';
:param overlaps => null;
:param parts => null;
:param metrics => null;
:param subjects => null;
*/
// shares: a whole and what share of it each part is. The whole is a figure, or one of a subject, metric and period; parts are figures given, those of metrics or subjects given, else those that the graph knows as parts.
// root
// args: observation: ID, subject: ID, metric: String, period: Period, overlaps: Period, parts: [ID!], metrics: [String!], subjects: [ID!]
// returns: whole, others, parts

CALL () {
  MATCH (figure:Observation {id: $observation})
  RETURN figure
  UNION
  MATCH (about:Entity {id: $subject})<-[:OBSERVES]-(figure:Observation)
  WHERE $observation IS NULL AND figure.metric = $metric
    AND ($period IS NULL OR (figure.periodStart >= left($period, 10) AND figure.periodEnd <= substring($period, 11)))
    AND ($overlaps IS NULL OR (figure.periodStart <= substring($overlaps, 11) AND figure.periodEnd >= left($overlaps, 10)))
  RETURN figure
}
UNWIND [0] AS cut
WITH figure, CASE WHEN figure.metricPeriod = $metric + '|' + coalesce($period, $overlaps) THEN 0 ELSE 1 END AS within,
  CASE WHEN EXISTS { MATCH (figure)<-[:CHECKS {checkRole: 'WHOLE'}]-(:Check) } THEN 0 ELSE 1 END AS declared,
  CASE figure.firmness WHEN 'FACT' THEN 0 WHEN 'FORECAST' THEN 1 ELSE 2 END AS firm
ORDER BY within, declared, firm, figure.comparedValue DESC, figure.id
WITH collect(figure) AS figures
UNWIND figures[0..1] AS total
CALL (total) {
  CALL (total) {
    UNWIND $parts AS asked
    MATCH (part:Observation {id: asked})
    RETURN part
    UNION
    MATCH (total)-[:OBSERVES]->(about:Entity)<-[:OBSERVES]-(part:Observation)
    WHERE $metrics IS NOT NULL AND $subjects IS NULL AND part.metric IN $metrics
      AND part.periodStart = total.periodStart AND part.periodEnd = total.periodEnd
    RETURN part
    UNION
    UNWIND $subjects AS asked
    MATCH (about:Entity {id: asked})<-[:OBSERVES]-(part:Observation)
    WHERE part.metric IN coalesce($metrics, [total.metric])
      AND part.periodStart = total.periodStart AND part.periodEnd = total.periodEnd
    RETURN part
    UNION
    WITH total WHERE $parts IS NULL AND $metrics IS NULL AND $subjects IS NULL
    MATCH (total)<-[:CHECKS {checkRole: 'WHOLE'}]-(:Check)-[:CHECKS {checkRole: 'PART'}]->(part:Observation)
    RETURN part
    UNION
    WITH total WHERE $parts IS NULL AND $metrics IS NULL AND $subjects IS NULL
    MATCH (total)-[:MEASURED_AS]->(:Metric)-[:COMPARABLE_WITH]-(other:Metric)
    MATCH (total)-[:OBSERVES]->(about:Entity)<-[:OBSERVES]-(part:Observation)
    WHERE other.id = 'metric:' + part.metric AND part.periodStart = total.periodStart AND part.periodEnd = total.periodEnd
    RETURN part
    UNION
    WITH total WHERE $parts IS NULL AND $metrics IS NULL AND $subjects IS NULL
    MATCH (total)-[:OBSERVES]->(about:Entity)<-[:PART_OF|LOCATED_IN]-(smaller:Entity)<-[:OBSERVES]-(part:Observation)
    WHERE part.metricPeriod = total.metricPeriod
    RETURN part
  }
  UNWIND [0] AS cut2
  WITH total, part
  WHERE part <> total
  WITH total, part,
    [term IN part.terms WHERE NOT term IN total.terms AND NOT term STARTS WITH 'COUNTED=' | head(split(term, '='))]
      + CASE WHEN part.periodStart <> total.periodStart THEN ['PERIOD'] ELSE [] END
      + CASE WHEN part.metric = total.metric
          OR EXISTS { MATCH (part)-[:MEASURED_AS]->(:Metric)-[:COMPARABLE_WITH]-(other:Metric) WHERE other.id = 'metric:' + total.metric }
          OR EXISTS { MATCH (part)<-[:CHECKS {checkRole: 'PART'}]-(:Check)-[:CHECKS {checkRole: 'WHOLE'}]->(total) }
        THEN [] ELSE ['METRIC'] END
      + CASE WHEN EXISTS {
          MATCH (part)<-[:CONCERNS]-(:Conflict {conflictType: 'NOT_COMPARABLE'})-[:CONCERNS]->(total)
        } THEN ['CONFLICT'] ELSE [] END
      + CASE WHEN total.comparedValue = 0 THEN ['ZERO'] ELSE [] END AS reasons
  WITH total, part, reasons, CASE WHEN size(reasons) = 0 THEN part.comparedValue / total.comparedValue * 100 END AS raw
  WITH total, part, reasons, raw, CASE
    WHEN abs(raw) >= 10 THEN 100.0 WHEN abs(raw) >= 1 THEN 1000.0 WHEN abs(raw) >= 0.1 THEN 10000.0
    WHEN abs(raw) >= 0.01 THEN 100000.0 ELSE 10000000.0 END AS scale
  ORDER BY part.comparedValue DESC, part.id
  RETURN collect({observation: part, reasons: reasons, percent: round(raw * scale) / scale}) AS rows
}

RETURN total AS whole, figures[1..] AS others, rows AS parts
