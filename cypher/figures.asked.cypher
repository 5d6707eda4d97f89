/* To try it, run these first:
:param asked => [{id: 'observation:xishan-srdi-output-2022'}, {subject: 'region:xishan', metric: 'srdi-count'}, {id: 'measure:xishan-srdi-national-first'}];
*/
// figures.asked: what a calculation needs to know of the figures and measures that it is asked for, each candidate of an
// operand with its place, the latest first. Which of them is meant is decided in code (src/calculate).
// root
// args: asked: [JSON!]
// returns: facts, inputs

CALL () {
  UNWIND range(0, size(coalesce($asked, [])) - 1) AS place
  WITH place, $asked[place] AS one
  CALL (one) {
    MATCH (figure:Observation {id: one.id})
    RETURN figure
    UNION
    MATCH (figure:Measure {id: one.id})
    RETURN figure
    UNION
    MATCH (figure:Observation)-[:OBSERVES]->(:Entity {id: one.subject})
    WHERE figure.metric = one.metric
    RETURN figure
    UNION
    MATCH (peer:Observation {id: one.peer})-[:OBSERVES]->(:Entity)<-[:OBSERVES]-(figure:Observation)
    WHERE figure.metric = peer.metric
    RETURN figure
  }
  UNWIND [0] AS cut
  WITH place, figure ORDER BY place, figure.periodEnd IS NULL, figure.periodEnd DESC, figure.id LIMIT 1000
  CALL (figure) {
    MATCH (figure)-[:OBSERVES]->(about:Entity)
    RETURN collect(about.id) AS subjects
  }
  CALL (figure) {
    MATCH (figure)-[:OBSERVES]->(whose:Entity)-[:PART_OF*0..3]->(held:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(site:Entity)-[:LOCATED_IN|PART_OF*0..6]->(area:Entity)
    WHERE area <> whose AND (site = held OR ((site:Region OR site:Park)
      AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))
    RETURN collect(DISTINCT area.id) AS areas
  }
  CALL (figure) {
    MATCH (figure)-[:INCLUDED_IN*1..6]->(total:Observation)
    RETURN collect(DISTINCT total.id) AS totals
  }
  CALL (figure) {
    MATCH (figure)<-[:CHECKS {checkRole: 'PART'}]-(:Check)-[:CHECKS {checkRole: 'WHOLE'}]->(whole:Observation)
    RETURN collect(DISTINCT whole.id) AS wholes
  }
  CALL (figure) {
    MATCH (figure)<-[:CONCERNS]-(:Conflict {conflictType: 'NOT_COMPARABLE'})-[:CONCERNS]->(other:Observation)
    RETURN collect(DISTINCT other.id) AS conflicts
  }
  CALL (figure) {
    MATCH (figure)-[:MEASURED_AS]->(:Metric)-[:COMPARABLE_WITH]-(beside:Metric)
    RETURN collect(DISTINCT substring(beside.id, 7)) AS comparable
  }
  CALL (figure) {
    MATCH (figure)<-[:CHECKS {checkRole: 'LATER'}]-(:Check {checkType: 'GROWTH'})-[:CHECKS {checkRole: 'RESULT'}]->(grown:Observation)
    WITH grown ORDER BY grown.id
    RETURN collect(grown) AS growths
  }
  WITH place, figure, subjects, areas, totals + wholes AS above, conflicts, comparable, growths,
    CASE WHEN figure:Measure THEN 'MEASURE' ELSE 'OBSERVATION' END AS kind
  WITH place, figure, growths, {
      place: place, id: figure.id, kind: kind, name: figure.name,
      value: coalesce(figure.comparedValue, figure.amount), unit: coalesce(figure.comparedUnit, 'yuan'),
      statedValue: coalesce(figure.value, figure.amount), statedUnit: coalesce(figure.unit, '元'),
      yearOnYear: coalesce(figure.yearOnYear, head(growths).comparedValue), metric: figure.metric, subject: head(subjects),
      period: figure.period, start: figure.periodStart, end: figure.periodEnd,
      bound: CASE WHEN figure.amountKind = 'CEILING' THEN 'AT_MOST' ELSE coalesce(figure.bound, 'EXACT') END,
      status: figure.status, firmness: coalesce(figure.firmness, 'FACT'), terms: coalesce(figure.terms, []),
      wholes: above, areas: areas, conflicts: conflicts, comparable: comparable
    } AS fact
  ORDER BY place, figure.periodEnd IS NULL, figure.periodEnd DESC, figure.id
  RETURN collect(fact) AS told, collect({entity: figure, sources: figure.sources, statedBy: head(growths)}) AS cited
}

RETURN told AS facts, cited AS inputs
