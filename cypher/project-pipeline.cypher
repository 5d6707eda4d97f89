/* To try it, run these first:
:param region => null;
:param park => null;
:param cluster => null;
:param from => null;
:param to => null;
*/
// projectPipeline: how many named projects reached each stage, with their investment, how many went on, and how long it took.
// root
// args: region: ID, park: ID, cluster: ID, from: Date, to: Date
// returns: projects, unstaged, stages, conversions, outOfOrder
//
// Plans (TARGET, FORECAST) are counted apart. Within from and to only events count whose date surely lies there; those
// that may, or are not dated, are counted as uncertain. A project went on to a stage if it reached that or a later one.

CALL () {
  MATCH (project:Project)
  WHERE ($region IS NULL OR EXISTS { MATCH (project)-[:PART_OF*0..3]->(held)-[ties:HOSTS|UNDERTAKES*0..1]-(site)-[:LOCATED_IN|PART_OF*0..7]->(:Region {id: $region})
      WHERE site = held OR ((site:Region OR site:Park) AND all(tie IN ties WHERE site = startNode(tie))) })
    AND ($park IS NULL OR EXISTS { MATCH (project)-[:PART_OF*0..3]->(held)-[ties:HOSTS|UNDERTAKES*0..1]-(site)-[:LOCATED_IN|PART_OF*0..4]->(:Park {id: $park})
      WHERE site = held OR ((site:Region OR site:Park) AND all(tie IN ties WHERE site = startNode(tie))) })
    AND ($cluster IS NULL OR EXISTS { MATCH (project)-[:BELONGS_TO]->(:Cluster)-[:PART_OF*0..6]->(:Cluster {id: $cluster}) })
  WITH project ORDER BY project.sortName, project.id
  RETURN collect(project) AS scope, coalesce(sum(CASE WHEN project.stage IS NULL THEN 1 ELSE 0 END), 0) AS without
}
// Projects with the same stage now and the same events, by stage and sort, are counted as one course. An event is a
// number: rank and sort, then the month, 0 where it is not known; sorts are 1 counted, 2 uncertain, 3 planned, 4 outside.
CALL (scope) {
  UNWIND range(0, size(scope) - 1) AS place
  WITH place, scope[place] AS one
  MATCH (one)-[event:REACHED]->(step:Stage)
  WITH place, one, step.rank AS rank, event.startEarliest AS day, event.startLatest AS last, event.status IN ['TARGET', 'FORECAST'] AS planned
  WITH place, one, (rank * 10 + CASE WHEN planned THEN 3
    WHEN ($from IS NULL OR day >= $from) AND ($to IS NULL OR last <= $to) THEN 1
    WHEN last < $from OR day > $to THEN 4 ELSE 2 END) * 100000
    + CASE WHEN left(day, 7) = left(last, 7) THEN toInteger(left(day, 4)) * 12 + toInteger(substring(day, 5, 2)) ELSE 0 END AS fact
  WITH place, one, collect(fact) AS own
  WITH place, one.stage AS stands, one.investment AS money, [fact IN own | fact / 100000] AS marks, own
  WITH stands, marks, collect(place) AS places, collect(own) AS owns, sum(coalesce(money, 0.0)) AS sum, count(money) AS known
  RETURN collect({stands: stands, marks: marks, places: places, many: size(places), owns: owns, sum: sum, known: known}) AS courses
}
CALL (courses) {
  MATCH (rung:Stage)
  WITH courses, rung.rank AS rank, rung.code AS code
  UNWIND courses AS course
  WITH rank, code, course, reduce(least = 9, mark IN course.marks | CASE WHEN mark / 10 = rank AND mark % 10 < least THEN mark % 10 ELSE least END) AS sort
  WHERE sort < 9
  WITH code, course, sort, course.many AS many
  WITH code, sum(CASE sort WHEN 1 THEN many ELSE 0 END) AS reached, sum(CASE sort WHEN 2 THEN many ELSE 0 END) AS uncertain,
    sum(CASE sort WHEN 3 THEN many ELSE 0 END) AS planned,
    sum(CASE WHEN sort = 1 AND course.stands = code THEN many ELSE 0 END) AS here,
    sum(CASE sort WHEN 1 THEN course.sum ELSE 0.0 END) AS sum, sum(CASE sort WHEN 1 THEN course.known ELSE 0 END) AS known,
    collect(CASE sort WHEN 1 THEN course.places[0..20] END) AS places
  RETURN collect({code: code, reached: reached, uncertain: uncertain, planned: planned, here: here, sum: sum, known: known,
    places: places}) AS tallies
}
CALL (scope, tallies) {
  MATCH (step:Stage)
  WITH scope, step, head([tally IN tallies WHERE tally.code = step.code]) AS tally
  CALL (scope, tally) {
    UNWIND coalesce(tally.places, []) AS list
    UNWIND list AS spot
    WITH spot ORDER BY spot LIMIT 20
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
CALL (courses, ranks) {
  UNWIND courses AS course
  WITH ranks, course.many AS many, course.marks AS marks,
    reduce(most = 0, mark IN course.marks | CASE WHEN mark % 10 <> 3 AND mark / 10 > most THEN mark / 10 ELSE most END) AS top
  UNWIND [rank IN ranks WHERE any(mark IN marks WHERE mark = rank * 10 + 1)] AS low
  // How many projects that reached a stage came how far: whoever came further went on to all stages up to there.
  WITH ranks, low, top, sum(many) AS many
  WITH ranks, low, collect({top: top, many: many}) AS tops
  UNWIND [rank IN ranks WHERE rank > low] AS high
  WITH low, high, high = head([rank IN ranks WHERE rank > low]) AS next, reduce(n = 0, one IN tops | n + one.many) AS started,
    reduce(n = 0, one IN tops | CASE WHEN one.top >= high THEN n + one.many ELSE n END) AS gone
  RETURN collect({low: low, high: high, next: next, started: started, gone: gone}) AS ways
}
CALL (courses, ranks) {
  UNWIND courses AS course
  WITH ranks, course.owns AS owns, course.marks AS marks
  UNWIND [rank IN ranks WHERE any(mark IN marks WHERE mark = rank * 10 + 1)] AS low
  UNWIND [rank IN ranks WHERE rank > low AND any(mark IN marks WHERE mark / 10 = rank AND mark % 10 <> 3)] AS high
  WITH low, high, owns, [at IN range(0, size(marks) - 1) WHERE marks[at] = low * 10 + 1] AS begun,
    [at IN range(0, size(marks) - 1) WHERE marks[at] / 10 = high AND marks[at] % 10 <> 3] AS done
  // The shortest of each project; a stage is reached more than once in few.
  UNWIND CASE WHEN size(begun) = 1 AND size(done) = 1
    THEN [own IN owns WHERE own[begun[0]] % 100000 > 0 | own[done[0]] % 100000 - own[begun[0]] % 100000]
    ELSE [own IN owns | reduce(least = -1, one IN begun | reduce(l = least, other IN done |
      CASE WHEN own[one] % 100000 > 0 AND own[other] % 100000 >= own[one] % 100000
        AND (l < 0 OR own[other] % 100000 - own[one] % 100000 < l) THEN own[other] % 100000 - own[one] % 100000 ELSE l END))] END AS took
  WITH low, high, took WHERE took >= 0
  WITH low, high, took ORDER BY took
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
CALL (scope) {
  UNWIND [one IN scope WHERE one.outOfOrder] AS odd
  MATCH (odd)-[lower:REACHED]->(before:Stage)
  MATCH (odd)-[upper:REACHED]->(after:Stage)
  WHERE after.rank > before.rank AND upper.startLatest < lower.startEarliest
    AND NOT lower.status IN ['TARGET', 'FORECAST'] AND NOT upper.status IN ['TARGET', 'FORECAST']
  WITH odd, before, after, lower, upper ORDER BY odd.sortName, odd.id, before.rank, after.rank, lower.id, upper.id
  RETURN collect({project: odd, stage: before.code, at: lower.since, later: after.code, laterAt: upper.since,
    sources: lower.sources + upper.sources}) AS oddities
}

RETURN size(scope) AS projects, without AS unstaged, rows AS stages, pairs AS conversions, oddities AS outOfOrder
