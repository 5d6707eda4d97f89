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
  RETURN collect(project) AS scope, coalesce(sum(CASE WHEN project.stage IS NULL THEN 1 ELSE 0 END), 0) AS without
}
CALL (scope) {
  UNWIND range(0, size(scope) - 1) AS place
  WITH place, scope[place] AS one
  WITH place, one, one.stage AS stands, one.investment AS money
  MATCH (one)-[event:REACHED]->(step:Stage)
  WITH place, stands, money, step, event.startEarliest AS day, event.startLatest AS last, event.status IN ['TARGET', 'FORECAST'] AS planned
  WITH place, stands, money, step, day, last, CASE WHEN planned THEN 3
    WHEN ($from IS NULL OR day >= $from) AND ($to IS NULL OR last <= $to) THEN 1
    WHEN last < $from OR day > $to THEN 4 ELSE 2 END AS sort
  WITH place, collect({rank: step.rank, code: step.code, sort: sort, now: stands = step.code, day: day, last: last,
    month: CASE WHEN left(day, 7) = left(last, 7) THEN toInteger(left(day, 4)) * 12 + toInteger(substring(day, 5, 2)) END, money: money}) AS own
  RETURN collect({place: place, own: own}) AS histories
}
CALL (scope, histories) {
  UNWIND histories AS history
  UNWIND history.own AS fact
  WITH fact.code AS code, history.place AS place, min(fact.sort) AS sort, max(fact.money) AS money,
    max(CASE WHEN fact.now THEN 1 ELSE 0 END) AS now
  ORDER BY place
  WITH code, sum(CASE sort WHEN 1 THEN 1 ELSE 0 END) AS reached, sum(CASE sort WHEN 2 THEN 1 ELSE 0 END) AS uncertain,
    sum(CASE sort WHEN 3 THEN 1 ELSE 0 END) AS planned, sum(CASE sort WHEN 1 THEN now ELSE 0 END) AS here,
    sum(CASE sort WHEN 1 THEN coalesce(money, 0.0) ELSE 0.0 END) AS sum,
    sum(CASE WHEN sort = 1 AND money IS NOT NULL THEN 1 ELSE 0 END) AS known,
    collect(CASE sort WHEN 1 THEN place END) AS places
  RETURN collect({code: code, reached: reached, uncertain: uncertain, planned: planned, here: here, sum: sum, known: known,
    places: places[0..20]}) AS tallies
}
CALL (scope, tallies) {
  MATCH (step:Stage)
  WITH scope, step, head([tally IN tallies WHERE tally.code = step.code]) AS tally
  CALL (scope, tally) {
    UNWIND coalesce(tally.places, []) AS spot
    WITH scope[spot] AS who, spot ORDER BY spot
    RETURN collect(who) AS reachers
  }
  WITH step, tally, reachers ORDER BY step.rank
  RETURN collect({stage: step.code, name: step.name, reached: coalesce(tally.reached, 0), now: coalesce(tally.here, 0),
    uncertain: coalesce(tally.uncertain, 0), planned: coalesce(tally.planned, 0),
    investment: CASE WHEN tally.known > 0 THEN tally.sum END,
    investmentUnknown: coalesce(tally.reached - tally.known, 0), projects: reachers}) AS rows
}
CALL () {
  MATCH (rung:Stage)
  WITH rung.rank AS rank ORDER BY rank
  RETURN collect(rank) AS ranks
}
CALL (histories, ranks) {
  UNWIND range(0, size(histories) - 1) AS spot
  WITH spot, ranks, histories[spot].own AS own
  WITH spot, ranks, own, reduce(most = 0, fact IN own | CASE WHEN fact.sort <> 3 AND fact.rank > most THEN fact.rank ELSE most END) AS top
  UNWIND own AS begun
  WITH spot, ranks, begun, top
  WHERE begun.sort = 1
  // How many projects that reached a stage came how far: whoever came further went on to all stages up to there.
  WITH spot, ranks, begun.rank AS low, max(top) AS top
  WITH ranks, low, top, count(*) AS many
  WITH ranks, low, collect({top: top, many: many}) AS tops
  UNWIND [rank IN ranks WHERE rank > low] AS high
  WITH low, high, high = head([rank IN ranks WHERE rank > low]) AS next, reduce(n = 0, one IN tops | n + one.many) AS started,
    reduce(n = 0, one IN tops | CASE WHEN one.top >= high THEN n + one.many ELSE n END) AS gone
  RETURN collect({low: low, high: high, next: next, started: started, gone: gone}) AS ways
}
CALL (histories) {
  UNWIND range(0, size(histories) - 1) AS spot
  WITH spot, [fact IN histories[spot].own WHERE fact.sort <> 3 AND fact.month IS NOT NULL] AS own
  WHERE size(own) > 1
  UNWIND own AS begun
  UNWIND own AS done
  WITH spot, begun, done
  WHERE done.rank > begun.rank AND done.month >= begun.month AND begun.sort = 1
  WITH spot, begun.rank AS low, done.rank AS high, min(done.month - begun.month) AS took
  ORDER BY took
  WITH low, high, collect(took) AS spans
  RETURN collect({low: low, high: high, spans: spans}) AS gaps
}
CALL (ways, gaps) {
  UNWIND ways AS way
  WITH way.low AS low, way.high AS high, way.next AS next, way.started AS started, way.gone AS gone,
    coalesce(head([gap IN gaps WHERE gap.low = way.low AND gap.high = way.high | gap.spans]), []) AS spans
  MATCH (early:Stage {rank: low})
  MATCH (late:Stage {rank: high})
  WITH early, late, next, started, gone, spans
  WHERE gone > 0 OR next
  WITH early, late, started, gone, spans ORDER BY early.rank, late.rank
  RETURN collect({from: early.code, to: late.code, reached: started, converted: gone,
    share: toFloat(gone) / started, months: spans, monthsUnknown: gone - size(spans),
    median: CASE WHEN size(spans) > 0 THEN toFloat(spans[(size(spans) - 1) / 2] + spans[size(spans) / 2]) / 2 END}) AS pairs
}
CALL (scope, histories) {
  UNWIND histories AS history
  WITH history.place AS place, [fact IN history.own WHERE fact.sort <> 3 AND fact.day IS NOT NULL] AS own
  WHERE any(fact IN own WHERE any(other IN own WHERE other.rank > fact.rank AND other.last < fact.day))
  WITH scope[place] AS odd
  MATCH (odd)-[lower:REACHED]->(before:Stage)
  MATCH (odd)-[upper:REACHED]->(after:Stage)
  WHERE after.rank > before.rank AND upper.startLatest < lower.startEarliest
    AND NOT lower.status IN ['TARGET', 'FORECAST'] AND NOT upper.status IN ['TARGET', 'FORECAST']
  WITH odd, before, after, lower, upper ORDER BY odd.sortName, odd.id, before.rank, after.rank, lower.id, upper.id
  RETURN collect({project: odd, stage: before.code, at: lower.since, later: after.code, laterAt: upper.since,
    sources: lower.sources + upper.sources}) AS oddities
}

RETURN size(scope) AS projects, without AS unstaged, rows AS stages, pairs AS conversions, oddities AS outOfOrder
