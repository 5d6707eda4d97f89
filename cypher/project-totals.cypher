// projectTotals: totals of projects that sources state, each beside what the graph can name, and the difference.
// root
// args: region: ID, park: ID, cluster: ID, from: Date, to: Date
// returns: figure, stage, stated, unit, named, surely, difference, caveats, projects
//
// Named are the projects of the subject (in the region or park, of the cluster or programme) that reached the stage, and
// may have done so in the period stated; surely, those whose date leaves no doubt. The two are never added together.

MATCH (step:Stage)<-[:TALLIES]-(:Metric)<-[:MEASURED_AS]-(node:Observation)-[:OBSERVES]->(subject:Entity)
WHERE ($region IS NULL OR subject.id = $region OR EXISTS { MATCH (subject)-[:LOCATED_IN|PART_OF*1..7]->(:Region {id: $region}) })
  AND ($park IS NULL OR subject.id = $park OR EXISTS { MATCH (subject)-[:LOCATED_IN|PART_OF*1..4]->(:Park {id: $park}) })
  AND ($cluster IS NULL OR subject.id = $cluster OR EXISTS { MATCH (subject)-[:BELONGS_TO|PART_OF*1..7]->(:Cluster {id: $cluster}) })
  AND ($from IS NULL OR node.periodStart >= $from) AND ($to IS NULL OR node.periodEnd <= $to)
CALL (step, node, subject) {
  MATCH (one:Project)-[event:REACHED]->(step)
  WHERE NOT event.status IN ['TARGET', 'FORECAST']
    AND coalesce(event.startEarliest <= node.periodEnd, true) AND coalesce(event.startLatest >= node.periodStart, true)
    AND (EXISTS { MATCH (one)-[:LOCATED_IN|PART_OF*1..7]->(subject) }
      OR EXISTS { MATCH (one)-[:BELONGS_TO|PARTICIPATES_IN|PART_OF*1..7]->(subject) })
  WITH one, max(CASE WHEN event.startEarliest >= node.periodStart AND event.startLatest <= node.periodEnd THEN 1 ELSE 0 END) AS sure
  ORDER BY one.sortName, one.id
  RETURN collect(one) AS candidates, count(one) AS many, coalesce(sum(sure), 0) AS sure,
    count(one.investment) AS known, coalesce(sum(one.investment), 0.0) AS money
}
WITH step, node, candidates, many, sure, known, CASE node.comparedUnit WHEN 'yuan' THEN money ELSE toFloat(many) END AS own,
  CASE node.comparedUnit WHEN 'yuan' THEN 'INVESTMENT' ELSE 'COUNT' END AS kind
WITH step, node, candidates, sure, own, kind,
  CASE WHEN node.periodEnd IS NULL THEN ['UNDATED'] ELSE [] END
  + CASE WHEN node.firmness <> 'FACT' THEN ['NOT_YET_A_FACT'] ELSE [] END
  + CASE WHEN node.bound <> 'EXACT' THEN ['BOUND'] ELSE [] END
  + CASE WHEN sure < many THEN ['DATES_UNCERTAIN'] ELSE [] END
  + CASE WHEN kind = 'INVESTMENT' AND known < many THEN ['INVESTMENT_UNKNOWN'] ELSE [] END AS doubts

RETURN node AS figure, step.code AS stage, node.comparedValue AS stated, node.comparedUnit AS unit,
  CASE WHEN 'INVESTMENT_UNKNOWN' IN doubts THEN null ELSE own END AS named, sure AS surely,
  CASE WHEN 'INVESTMENT_UNKNOWN' IN doubts THEN null ELSE node.comparedValue - own END AS difference,
  doubts AS caveats, candidates AS projects
  ORDER BY figure.periodEnd IS NULL, figure.periodEnd, figure.metric, figure.id
