// ranking: figures of a metric and period from the first on, with the rank of each; those that do not compare with the most stand apart, with the reason.
// root
// args: metric: String!, period: Period!, kind: EntityKind, region: ID, status: FactStatus, order: OrderDirection = DESC, first: Int = 20
// returns: total, ranked, apart, apartTotal

UNWIND [CASE WHEN $status IN ['TARGET', 'FORECAST'] THEN $status ELSE 'FACT' END] AS wanted
CALL () {
  MATCH (figure:Observation {metricPeriod: $metric + '|' + $period})
  WHERE ($kind IS NULL OR figure.subjectKind = $kind) AND ($region IS NULL OR EXISTS {
    MATCH (figure)-[:OBSERVES]->(:Entity)-[:LOCATED_IN|PART_OF*1..6]->(:Region {id: $region})
  } OR EXISTS {
    MATCH (figure)-[:OBSERVES]->(:Cluster)<-[:FOCUSES_ON]-(:Region {id: $region})
  })
  RETURN collect(figure) AS figures
}
CALL (figures, wanted) {
  UNWIND figures AS figure
  WITH figure, wanted WHERE figure.bound = 'EXACT' AND figure.firmness = wanted
  WITH figure.terms AS terms, count(*) AS many ORDER BY many DESC, terms LIMIT 1
  RETURN collect(terms) AS common
}
WITH figures, coalesce(head(common), ['BOUND=EXACT', 'STATUS=' + wanted]) AS common, size(common) > 0 AS alike
CALL (figures, common) {
  UNWIND figures AS figure
  WITH figure, common WHERE figure.terms = common
  RETURN count(figure) AS many
}
CALL (figures, common) {
  UNWIND figures AS figure
  WITH figure, common WHERE figure.terms = common
  WITH figure, CASE WHEN $order = 'ASC' THEN figure.comparedValue ELSE -figure.comparedValue END AS sorted
  ORDER BY sorted, figure.id LIMIT $first
  RETURN collect({figure: figure, sorted: sorted}) AS top
}
CALL (top) {
  UNWIND range(0, size(top) - 1) AS place
  WITH place, top[place] AS one, top
  WITH place, one, 1 + size([other IN top WHERE other.sorted < one.sorted]) AS rank
  ORDER BY place
  RETURN collect({rank: rank, observation: one.figure}) AS best
}
CALL (figures, common) {
  UNWIND figures AS figure
  WITH figure, common WHERE figure.terms <> common
  RETURN count(figure) AS unlike
}
CALL (figures, common, alike) {
  UNWIND figures AS figure
  WITH figure, common, alike WHERE figure.terms <> common
  WITH figure, [term IN figure.terms
    WHERE NOT term IN common AND (alike OR term STARTS WITH 'BOUND=' OR term STARTS WITH 'STATUS=')
    | head(split(term, '='))] AS reasons
  ORDER BY figure.comparedValue DESC, figure.id LIMIT $first
  RETURN collect({observation: figure, reasons: reasons}) AS others
}

RETURN many AS total, best AS ranked, others AS apart, unlike AS apartTotal
