/* To try it, run these first:
:param metric => 'industrial-output';
:param period => '2022-01-01/2022-12-31';
:param overlaps => null;
:param kind => null;
:param region => null;
:param status => null;
:param order => 'DESC';
:param first => 20;
*/
// ranking: figures of a metric and period from the first on, with the rank of each; those that do not compare with the most stand apart, with the reason.
// Figures that lie in the period count, or have a day in common with `overlaps`; those of just its days are ranked before any others. A region is walked once,
// from its own side; without one the indexes on metricPeriod (metric|first day/last day) and cohort give the figures.
// root
// args: metric: String!, period: Period, overlaps: Period, kind: EntityKind, region: ID, status: FactStatus, order: OrderDirection = DESC, first: Int = 20
// returns: total, ranked, apart, apartTotal

UNWIND [CASE WHEN $status IN ['TARGET', 'FORECAST'] THEN $status ELSE 'FACT' END] AS wanted
CALL () {
  MATCH (area:Region {id: $region})<-[:PART_OF|LOCATED_IN*0..6]-(site:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(held:Entity)<-[:PART_OF*0..3]-(about:Entity)
  WHERE about <> area AND (site = held OR ((site:Region OR site:Park)
    AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))
  WITH DISTINCT about
  MATCH (about)<-[:OBSERVES]-(figure:Observation)
  WHERE figure.metric = $metric AND ($period IS NULL OR (figure.periodStart >= left($period, 10) AND figure.periodEnd <= substring($period, 11)))
    AND ($overlaps IS NULL OR (figure.periodStart <= substring($overlaps, 11) AND figure.periodEnd >= left($overlaps, 10)))
  RETURN collect(figure) AS placed
}
CALL (placed, wanted) {
  CALL (placed) {
    UNWIND placed AS figure
    RETURN figure
    UNION ALL
    WITH placed WHERE $region IS NULL
    MATCH (figure:Observation)
    WHERE figure.metricPeriod >= $metric + '|' + left($period, 10) AND figure.metricPeriod <= $metric + '|' + substring($period, 11) + '~'
      AND figure.periodEnd <= substring($period, 11)
      AND ($overlaps IS NULL OR (figure.periodStart <= substring($overlaps, 11) AND figure.periodEnd >= left($overlaps, 10)))
    RETURN figure
    UNION ALL
    WITH placed WHERE $region IS NULL AND $period IS NULL
    MATCH (figure:Observation)
    WHERE figure.metricPeriod >= $metric + '|' AND figure.metricPeriod <= $metric + '|' + substring($overlaps, 11) + '~'
      AND figure.periodEnd >= left($overlaps, 10)
    RETURN figure
  }
  UNWIND [0] AS cut
  WITH figure, wanted WHERE $kind IS NULL OR figure.subjectKind = $kind
  WITH figure.cohort AS cohort, wanted, count(*) AS many
  WITH cohort, many, CASE WHEN cohort ENDS WITH 'STATUS=' + wanted THEN 0 ELSE 1 END AS unwanted,
    CASE WHEN cohort STARTS WITH $metric + '|' + coalesce($period, $overlaps) THEN 0 ELSE 1 END AS within
  ORDER BY unwanted, within, many DESC, cohort
  RETURN collect({cohort: cohort, many: many, unwanted: unwanted}) AS cohorts
}
WITH wanted, placed, head([one IN cohorts WHERE one.unwanted = 0]) AS chosen,
  reduce(sum = 0, one IN cohorts | sum + one.many) AS everything
WITH wanted, placed, everything, coalesce(chosen.cohort, 'none') AS common, coalesce(chosen.many, 0) AS many
CALL (placed, common) {
  CALL (placed, common) {
    UNWIND placed AS figure
    WITH figure, common WHERE figure.cohort = common
    RETURN figure
    UNION ALL
    WITH common WHERE $region IS NULL
    MATCH (figure:Observation {cohort: common})
    RETURN figure
  }
  UNWIND [0] AS cut2
  WITH figure WHERE $kind IS NULL OR figure.subjectKind = $kind
  WITH figure, CASE WHEN $order = 'ASC' THEN figure.comparedValue ELSE -figure.comparedValue END AS sorted
  ORDER BY sorted, figure.id LIMIT $first
  RETURN collect({figure: figure, sorted: sorted, terms: figure.terms, days: figure.metricPeriod}) AS top
}
CALL (top) {
  UNWIND range(0, size(top) - 1) AS place
  WITH place, top[place] AS one, top
  WITH place, one, 1 + size([other IN top WHERE other.sorted < one.sorted]) AS rank
  ORDER BY place
  RETURN collect({rank: rank, observation: one.figure}) AS best
}
WITH placed, everything - many AS unlike, many, best, common,
  coalesce(head(top).terms, ['BOUND=EXACT', 'STATUS=' + wanted]) AS terms, head(top).days AS days
CALL (placed, unlike, many, common, terms, days) {
  CALL (placed, unlike, common) {
    UNWIND placed AS figure
    WITH figure, common WHERE figure.cohort IS NULL OR figure.cohort <> common
    RETURN figure
    UNION ALL
    WITH unlike, common WHERE $region IS NULL AND unlike > 0
    MATCH (figure:Observation)
    WHERE figure.metricPeriod >= $metric + '|' + left($period, 10) AND figure.metricPeriod <= $metric + '|' + substring($period, 11) + '~'
      AND figure.periodEnd <= substring($period, 11) AND (figure.cohort IS NULL OR figure.cohort <> common)
      AND ($overlaps IS NULL OR (figure.periodStart <= substring($overlaps, 11) AND figure.periodEnd >= left($overlaps, 10)))
    RETURN figure
    UNION ALL
    WITH unlike, common WHERE $region IS NULL AND $period IS NULL AND unlike > 0
    MATCH (figure:Observation)
    WHERE figure.metricPeriod >= $metric + '|' AND figure.metricPeriod <= $metric + '|' + substring($overlaps, 11) + '~'
      AND figure.periodEnd >= left($overlaps, 10) AND (figure.cohort IS NULL OR figure.cohort <> common)
    RETURN figure
  }
  UNWIND [0] AS cut3
  WITH figure, many, days, terms WHERE $kind IS NULL OR figure.subjectKind = $kind
  WITH figure, many, days, terms ORDER BY figure.comparedValue DESC, figure.id LIMIT $first
  WITH figure, [term IN figure.terms
    WHERE NOT term IN terms AND (many > 0 OR term STARTS WITH 'BOUND=' OR term STARTS WITH 'STATUS=')
    | head(split(term, '='))]
    + CASE WHEN figure.metricPeriod <> days AND head([term IN figure.terms WHERE term STARTS WITH 'PERIOD_LENGTH=']) IN terms THEN ['PERIOD'] ELSE [] END AS reasons, figure.comparedValue AS value, figure.id AS tie
  ORDER BY value DESC, tie
  RETURN collect({observation: figure, reasons: reasons}) AS others
}

RETURN many AS total, best AS ranked, others AS apart, unlike AS apartTotal
