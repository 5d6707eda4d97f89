// projectPipeline: how many named projects reached each stage, with their investment, how many went on, and how long it took.
// root
// args: region: ID, park: ID, cluster: ID, from: Date, to: Date
// returns: projects, unstaged, stages, conversions, outOfOrder
//
// Plans (TARGET, FORECAST) are counted apart. Within from and to only events count whose date surely lies there; those
// that may, or are not dated, are counted as uncertain. A project went on to a stage if it reached that or a later one.

CALL () {
  MATCH (project:Project)
  WHERE ($region IS NULL OR EXISTS { MATCH (project)-[:LOCATED_IN|PART_OF*1..7]->(:Region {id: $region}) })
    AND ($park IS NULL OR EXISTS { MATCH (project)-[:LOCATED_IN|PART_OF*1..4]->(:Park {id: $park}) })
    AND ($cluster IS NULL OR EXISTS { MATCH (project)-[:BELONGS_TO|PART_OF*1..7]->(:Cluster {id: $cluster}) })
  WITH project ORDER BY project.sortName, project.id
  RETURN collect(project) AS scope, sum(CASE WHEN project.stage IS NULL THEN 1 ELSE 0 END) AS without
}
CALL (scope) {
  MATCH (step:Stage)
  CALL (scope, step) {
    UNWIND scope AS one
    MATCH (one)-[event:REACHED]->(step)
    WITH one, step, CASE WHEN event.status IN ['TARGET', 'FORECAST'] THEN 3
      WHEN ($from IS NULL OR event.startEarliest >= $from) AND ($to IS NULL OR event.startLatest <= $to) THEN 1
      WHEN event.startLatest < $from OR event.startEarliest > $to THEN 4
      ELSE 2 END AS sort
    WITH one, step, min(sort) AS sort
    RETURN sum(CASE sort WHEN 1 THEN 1 ELSE 0 END) AS reached,
      sum(CASE sort WHEN 2 THEN 1 ELSE 0 END) AS uncertain,
      sum(CASE sort WHEN 3 THEN 1 ELSE 0 END) AS planned,
      sum(CASE WHEN sort = 1 AND one.stage = step.code THEN 1 ELSE 0 END) AS here,
      sum(CASE WHEN sort = 1 AND one.investment IS NOT NULL THEN one.investment ELSE 0.0 END) AS money,
      sum(CASE WHEN sort = 1 AND one.investment IS NOT NULL THEN 1 ELSE 0 END) AS known
  }
  CALL (scope, step) {
    UNWIND scope AS who
    MATCH (who)-[passed:REACHED]->(step)
    WHERE NOT passed.status IN ['TARGET', 'FORECAST'] AND ($from IS NULL OR passed.startEarliest >= $from)
      AND ($to IS NULL OR passed.startLatest <= $to)
    WITH DISTINCT who
    WITH who ORDER BY who.sortName, who.id LIMIT 20
    RETURN collect(who) AS reachers
  }
  WITH step, coalesce(reached, 0) AS reached, coalesce(uncertain, 0) AS uncertain, coalesce(planned, 0) AS planned,
    coalesce(here, 0) AS here, money, coalesce(known, 0) AS known, reachers
  ORDER BY step.rank
  RETURN collect({stage: step.code, name: step.name, reached: reached, now: here, uncertain: uncertain,
    planned: planned, investment: CASE WHEN known > 0 THEN money END, investmentUnknown: reached - known,
    projects: reachers}) AS rows
}
CALL (scope) {
  UNWIND scope AS one
  MATCH (one)-[first:REACHED]->(early:Stage)
  WHERE NOT first.status IN ['TARGET', 'FORECAST'] AND ($from IS NULL OR first.startEarliest >= $from)
    AND ($to IS NULL OR first.startLatest <= $to)
  WITH DISTINCT one, early
  MATCH (late:Stage)
  WHERE late.rank > early.rank
  CALL (one, early, late) {
    MATCH (one)-[on:REACHED]->(beyond:Stage)
    WHERE beyond.rank >= late.rank AND NOT on.status IN ['TARGET', 'FORECAST']
    RETURN count(on) > 0 AS went
  }
  CALL (one, early, late) {
    MATCH (one)-[begun:REACHED]->(early)
    MATCH (one)-[done:REACHED]->(late)
    WHERE NOT begun.status IN ['TARGET', 'FORECAST'] AND NOT done.status IN ['TARGET', 'FORECAST']
      AND substring(begun.startEarliest, 0, 7) = substring(begun.startLatest, 0, 7)
      AND substring(done.startEarliest, 0, 7) = substring(done.startLatest, 0, 7)
      AND begun.startEarliest <= done.startLatest
    WITH (toInteger(substring(done.startEarliest, 0, 4)) - toInteger(substring(begun.startEarliest, 0, 4))) * 12
      + toInteger(substring(done.startEarliest, 5, 2)) - toInteger(substring(begun.startEarliest, 5, 2)) AS months
    RETURN min(months) AS took
  }
  WITH early, late, one, went, took ORDER BY took
  WITH early, late, count(one) AS started, sum(CASE WHEN went THEN 1 ELSE 0 END) AS gone, collect(took) AS spans
  WHERE gone > 0 OR late.rank = early.rank + 1
  WITH early, late, started, gone, spans ORDER BY early.rank, late.rank
  RETURN collect({from: early.code, to: late.code, reached: started, converted: gone,
    share: toFloat(gone) / started, months: spans, monthsUnknown: gone - size(spans),
    median: CASE WHEN size(spans) > 0 THEN toFloat(spans[(size(spans) - 1) / 2] + spans[size(spans) / 2]) / 2 END}) AS pairs
}
CALL (scope) {
  UNWIND scope AS one
  MATCH (one)-[lower:REACHED]->(before:Stage)
  MATCH (one)-[upper:REACHED]->(after:Stage)
  WHERE after.rank > before.rank AND upper.startLatest < lower.startEarliest
    AND NOT lower.status IN ['TARGET', 'FORECAST'] AND NOT upper.status IN ['TARGET', 'FORECAST']
  WITH one, before, after, lower, upper ORDER BY one.sortName, one.id, before.rank, after.rank, lower.id, upper.id
  RETURN collect({project: one, stage: before.code, at: lower.since, later: after.code, laterAt: upper.since,
    sources: lower.sources + upper.sources}) AS oddities
}

RETURN size(scope) AS projects, coalesce(without, 0) AS unstaged, rows AS stages, pairs AS conversions, oddities AS outOfOrder
