/* To try it, run these first:
:param metrics => ['srdi-output'];
:param subjects => ['region:xishan'];
:param period => null;
:param overlaps => null;
:param from => null;
:param to => null;
*/
// comparison: figures of several subjects side by side, period by period; each against the first metric of the first subject named.
// root
// args: metrics: [String!]!, subjects: [ID!]!, period: Period, overlaps: Period, from: Date, to: Date
// returns: periodStart, periodEnd, base, figures

CALL () {
  UNWIND range(0, size($subjects) - 1) AS place
  WITH place, $subjects[place] AS asked
  MATCH (about:Entity {id: asked})<-[:OBSERVES]-(figure:Observation)
  WHERE figure.metric IN $metrics AND figure.periodStart IS NOT NULL
    AND ($period IS NULL OR (figure.periodStart >= left($period, 10) AND figure.periodEnd <= substring($period, 11)))
    AND ($overlaps IS NULL OR (figure.periodStart <= substring($overlaps, 11) AND figure.periodEnd >= left($overlaps, 10)))
    AND ($from IS NULL OR figure.periodStart >= $from) AND ($to IS NULL OR figure.periodEnd <= $to)
  WITH place, about, figure, head([spot IN range(0, size($metrics) - 1) WHERE $metrics[spot] = figure.metric]) AS column
  WITH place, column, about, figure, CASE figure.firmness WHEN 'FACT' THEN 0 WHEN 'FORECAST' THEN 1 ELSE 2 END AS firm
  ORDER BY figure.periodStart, figure.periodEnd, place, column, firm, figure.id
  WITH figure.periodStart AS first, figure.periodEnd AS last,
    collect({place: place, column: column, about: about, figure: figure, id: figure.id, value: figure.comparedValue, terms: figure.terms}) AS cells
  RETURN first, last, cells, [cell IN cells WHERE cell.place = 0 AND cell.column = 0] AS bases
}
UNWIND [0] AS cut
WITH first, last, cells, head(bases) AS base,
  size([other IN bases WHERE other.terms = bases[0].terms AND other.value <> bases[0].value]) > 0 AS several
CALL (cells, base, several) {
  UNWIND range(0, size(cells) - 1) AS place
  WITH place, cells[place] AS cell, base, several
  WITH place, cell, cell.figure AS figure, base, base.figure AS against, several
  WITH place, cell, base, CASE
    WHEN against IS NULL THEN ['NO_FIGURE']
    WHEN figure = against THEN []
    ELSE [term IN cell.terms WHERE NOT term IN base.terms | head(split(term, '='))]
      + CASE WHEN several THEN ['SEVERAL'] ELSE [] END
      + CASE WHEN figure.metric = against.metric OR EXISTS {
          MATCH (figure)-[:MEASURED_AS]->(:Metric)-[:COMPARABLE_WITH]-(other:Metric) WHERE other.id = 'metric:' + against.metric
        } THEN [] ELSE ['METRIC'] END
      + CASE WHEN EXISTS {
          MATCH (figure)<-[:CONCERNS]-(:Conflict {conflictType: 'NOT_COMPARABLE'})-[:CONCERNS]->(against)
        } THEN ['CONFLICT'] ELSE [] END
    END AS reasons
  WITH place, cell, reasons, CASE WHEN size(reasons) = 0 THEN cell.value - base.value END AS less,
    CASE WHEN size(reasons) = 0 AND base.value <> 0 THEN cell.value / base.value END AS times
  WITH place, cell, reasons, less, times, CASE
    WHEN abs(times) >= 10 THEN 100.0 WHEN abs(times) >= 1 THEN 1000.0 WHEN abs(times) >= 0.1 THEN 10000.0
    WHEN abs(times) >= 0.01 THEN 100000.0 ELSE 10000000.0 END AS scale
  ORDER BY place
  RETURN collect({
    subject: cell.about, observation: cell.figure, reasons: reasons,
    difference: CASE WHEN abs(less) >= 1000000000.0 THEN round(less * 100) / 100 ELSE round(less * 1000000.0) / 1000000.0 END,
    ratio: round(times * scale) / scale
  }) AS row
}
CALL (base) {
  MATCH (anchor:Observation {id: base.id})
  RETURN head(collect(anchor)) AS anchor
}

RETURN first AS periodStart, last AS periodEnd, anchor AS base, row AS figures ORDER BY periodStart, periodEnd
