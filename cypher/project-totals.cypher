/* To try it, run these first:
:param region => null;
:param park => null;
:param cluster => null;
:param from => null;
:param to => null;
:param first => 50;
*/
// projectTotals: totals of projects that sources state, each beside what the graph can name, and the difference.
// root
// args: region: ID, park: ID, cluster: ID, from: Date, to: Date, first: Int = 50
// returns: figure, stage, stated, unit, named, surely, difference, caveats, projects
//
// Named are the projects of the subject (in the region or park, of the cluster or programme) that reached the stage, and
// may have done so in the period stated; surely, those whose date leaves no doubt. The two are never added together.

MATCH (step:Stage)<-[:TALLIES]-(:Metric)<-[:MEASURED_AS]-(node:Observation)-[:OBSERVES]->(subject:Entity)
WHERE ($from IS NULL OR node.periodStart >= $from) AND ($to IS NULL OR node.periodEnd <= $to)
  AND ($region IS NULL OR EXISTS { MATCH (subject)-[:PART_OF*0..3]->(held)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(site)-[:LOCATED_IN|PART_OF*0..7]->(:Region {id: $region})
      WHERE (site = held OR ((site:Region OR site:Park)
        AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END))) })
  AND ($park IS NULL OR EXISTS { MATCH (subject)-[:PART_OF*0..3]->(held)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(site)-[:LOCATED_IN|PART_OF*0..4]->(:Park {id: $park})
      WHERE (site = held OR ((site:Region OR site:Park)
        AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END))) })
  AND ($cluster IS NULL OR subject.id = $cluster OR EXISTS { MATCH (subject)-[:BELONGS_TO|PART_OF]->(:Cluster)-[:PART_OF*0..6]->(:Cluster {id: $cluster}) })
WITH step, node, subject ORDER BY node.periodEnd IS NULL, node.periodEnd, node.metric, node.id, step.code LIMIT $first
WITH collect(step) AS steps, collect(node) AS nodes, collect(subject.id) AS about
CALL (about) {
  CALL (about) {
    MATCH (one:Project)-[:LOCATED_IN|PART_OF]->(site)
    WITH about, site, collect(DISTINCT one) AS there
    MATCH (site)-[:LOCATED_IN|PART_OF*0..6]->(whole)
    WHERE whole.id IN about
    UNWIND there AS member
    RETURN whole.id AS owner, member
    UNION
    MATCH (one:Project)-[:BELONGS_TO|PARTICIPATES_IN|PART_OF]->(group)
    WITH about, group, collect(DISTINCT one) AS therein
    MATCH (group)-[:PARTICIPATES_IN|PART_OF*0..6]->(total)
    WHERE total.id IN about
    UNWIND therein AS member
    RETURN total.id AS owner, member
  }
  WITH owner, collect(member) AS owned
  RETURN collect(owner) AS owners, collect(owned) AS holdings
}
UNWIND range(0, size(nodes) - 1) AS place
WITH steps[place] AS step, nodes[place] AS node, about[place] AS whose, owners, holdings
CALL (step, node, whose, owners, holdings) {
  UNWIND range(0, size(owners) - 1) AS spot
  WITH step, node, whose, owners[spot] AS owner, holdings[spot] AS held
  WHERE owner = whose
  UNWIND held AS candidate
  MATCH (candidate)-[event:REACHED]->(step)
  WHERE NOT event.status IN ['TARGET', 'FORECAST']
    AND coalesce(event.startEarliest <= node.periodEnd, true) AND coalesce(event.startLatest >= node.periodStart, true)
  WITH candidate, max(CASE WHEN event.startEarliest >= node.periodStart AND event.startLatest <= node.periodEnd THEN 1 ELSE 0 END) AS certain
  ORDER BY candidate.sortName, candidate.id
  RETURN collect(candidate) AS candidates, count(candidate) AS many, coalesce(sum(certain), 0) AS sure,
    count(candidate.investment) AS known, coalesce(sum(candidate.investment), 0.0) AS money
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
  ORDER BY figure.periodEnd IS NULL, figure.periodEnd, figure.metric, figure.id, stage
