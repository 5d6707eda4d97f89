// Written by `npm run generate` from src/eligibility/rules: change it there.
// The conditions of a measure, as they are or with one changed; `d` is what each weighs where nothing is known.
// params: id, asOf; condition, atLeast, atMost, target, drop: the change, null where nothing is changed
// returns: conditions, given, today
MATCH (parent:Measure {id: $id})
WITH parent, coalesce($asOf, toString(date())) AS day
CALL (parent, day) {
  MATCH (parent)-[h:HAS_CONDITION]->(c:Condition)
  WHERE coalesce(h.startEarliest <= day, true) AND coalesce(h.endLatest >= day, true)
  CALL (c) {
    CALL (c) {
      WITH c WHERE NOT (coalesce(c.id = $condition AND $target IS NOT NULL, false))
      MATCH (c)-[:TESTS]->(t)
      RETURN t
      UNION
      WITH c WHERE coalesce(c.id = $condition AND $target IS NOT NULL, false)
      MATCH (t:Entity {id: $target})
      RETURN t
    }
    RETURN head(collect(t)) AS t
  }
  CALL (t) {
    MATCH (t)-[:LOCATED_IN|PART_OF*0..8]->(y)
    RETURN collect({id: y.id, level: y.regionLevel}) AS up
  }
  WITH * WHERE NOT coalesce($drop = true AND c.id = $condition, false)
  WITH c {.id, .predicate, .negated, .orHigher, .level, .track, .metric, .unit, .earliestDay, .latestDay, atLeast: CASE
    WHEN c.id = $condition THEN coalesce($atLeast, c.atLeast) ELSE c.atLeast END, atMost: CASE
    WHEN c.id = $condition THEN coalesce($atMost, c.atMost)
    ELSE c.atMost END, group: coalesce(h.alternative, 0), d: CASE WHEN NOT coalesce(c.negated, false) THEN CASE
    WHEN c.predicate IN ['HOLDS', 'FIRST_RECOGNITION', 'RE_EXAMINATION'] AND t.complete = true THEN 100 ELSE 1 END
    WHEN CASE WHEN c.predicate IN ['HOLDS', 'FIRST_RECOGNITION', 'RE_EXAMINATION'] AND t.complete = true THEN 100
    ELSE 1 END = 0 THEN 300 WHEN CASE
    WHEN c.predicate IN ['HOLDS', 'FIRST_RECOGNITION', 'RE_EXAMINATION'] AND t.complete = true THEN 100
    ELSE 1 END = 1 THEN 1
    ELSE 0 END, target: t.id, targetTrack: t.track, targetRung: t.rung, complete: t.complete, validYears: t.validYears,
    up: up} AS k ORDER BY k.group, k.id
  RETURN collect(k) AS conditions
}
CALL (parent, day) {
  WITH parent, day WHERE NOT EXISTS {
    MATCH (parent)-[holds:HAS_CONDITION]->(:Condition)
    WHERE coalesce(holds.startEarliest <= day, true) AND coalesce(holds.endLatest >= day, true)
  }
  MATCH (parent)-[:APPLIES_TO]->(t:Region)
  CALL (t) { MATCH (t)-[:PART_OF*0..8]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }
  WITH t, up ORDER BY t.id
  RETURN collect({id: t.id, predicate: 'IN_REGION', negated: false, group: 0, target: t.id, up: up, d: 1}) AS applies
}
RETURN conditions + CASE size(applies) WHEN 1 THEN applies ELSE [] END AS conditions, EXISTS {
    MATCH (parent)-[holds:HAS_CONDITION]->(:Condition)
    WHERE coalesce(holds.startEarliest <= day, true) AND coalesce(holds.endLatest >= day, true)
  } AS given, toString(date()) AS today
