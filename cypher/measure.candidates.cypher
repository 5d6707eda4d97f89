// Measure.candidates: enterprises by how they stand to a measure: eligible, nearly, unknown, ineligible.
// on: Measure
// args: region: ID, park: ID, status: [MatchStatus!], asOf: Date
// returns: node, status, rank, amount, amountKind, conditions, missing, lacks
// details: conditions, missing, lacks
// Written by `npm run generate` from scripts/generate/questions: change it there.

MATCH (parent:Measure {id: $id})

WITH parent, coalesce($status, ['ELIGIBLE', 'NEARLY', 'UNKNOWN']) AS wanted, coalesce($asOf, toString(date())) AS day
CALL (parent) {
  MATCH (parent)-[h:HAS_CONDITION]->(c:Condition)
  OPTIONAL MATCH (c)-[:TESTS]->(t)
  CALL (t) {
    MATCH (t)-[:LOCATED_IN|PART_OF*0..5]->(y)
    RETURN collect({id: y.id, level: y.regionLevel}) AS up
  }
  WITH c {.id, .predicate, .negated, .orHigher, .level, .track, .metric, .unit, .atLeast, .atMost, .earliestDay, .latestDay, group: coalesce(h.alternative, 0), target: t.id, targetTrack: t.track, targetRung: t.rung, complete: t.complete, validYears: t.validYears, up: up} AS k ORDER BY k.group, k.id
  RETURN collect(k) AS conditions
}
CALL (parent, conditions) {
  WITH parent, conditions WHERE NOT EXISTS { MATCH (parent)-[:HAS_CONDITION]->(:Condition) }
  MATCH (parent)-[h:APPLIES_TO]->(t:Region)
  CALL (t) { MATCH (t)-[:PART_OF*0..5]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }
  WITH t, up ORDER BY t.id
  RETURN collect({id: t.id, predicate: 'IN_REGION', negated: false, group: 0, target: t.id, up: up}) AS applies
}
WITH parent, wanted, day, conditions + CASE size(applies) WHEN 1 THEN applies ELSE [] END AS conditions, EXISTS { MATCH (parent)-[:HAS_CONDITION]->(:Condition) } AS given
WITH parent, wanted, day, given, conditions, head([k IN conditions WHERE k.group = 0 AND k.predicate = 'IN_PARK' AND NOT coalesce(k.negated, false)] + [k IN conditions WHERE k.group = 0 AND k.predicate = 'IN_REGION' AND NOT coalesce(k.negated, false)]) AS start,
  head([k IN conditions WHERE k.group = 0 AND k.predicate IN ['RE_EXAMINATION', 'FIRST_RECOGNITION', 'HOLDS'] AND NOT coalesce(k.negated, false) AND NOT coalesce(k.orHigher, false)]) AS holding,
  size([k IN conditions WHERE k.predicate IN ['IN_REGION', 'IN_PARK']]) > 1 AS elsewhere
WITH parent, wanted, day, given, conditions, start, holding, elsewhere, any(k IN conditions WHERE k.predicate IN ['HOLDS', 'HOLDS_LEVEL', 'FIRST_RECOGNITION', 'RE_EXAMINATION']) AS needsCerts, any(k IN conditions WHERE k.predicate IN ['IN_REGION', 'IN_PARK']) AS needsPlaces, any(k IN conditions WHERE k.predicate IN ['IN_CLUSTER']) AS needsMemberships, any(k IN conditions WHERE k.predicate IN ['LISTED']) AS needsListings, any(k IN conditions WHERE k.predicate IN ['FIGURE', 'CAPITAL']) AS needsFigures, CASE WHEN any(k IN conditions WHERE k.group > 0) THEN [k IN conditions WHERE k.group > 0 | k.group] ELSE [0] END AS groups
CALL (start, wanted) {
  WITH start, wanted WHERE start.predicate = 'IN_REGION' AND 'UNKNOWN' IN wanted
  MATCH (r:Region)-[:PART_OF*0..5]->(y:Region)
  WITH start, r, collect({id: y.id, level: y.regionLevel}) AS up
  WHERE NOT any(a IN up WHERE any(b IN start.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))
  RETURN collect(r.id) AS near
}
CALL (wanted, start, holding, near, day) {
  CALL (wanted, start, holding, near, day) {
    WITH wanted, start, holding, near, day WHERE $park IS NOT NULL
    MATCH (:Park {id: $park})<-[:LOCATED_IN|PART_OF*0..3]-(x)<-[l:LOCATED_IN]-(e:Enterprise)
    WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true) AND ($region IS NULL OR EXISTS { MATCH (e)-[:LOCATED_IN|PART_OF*1..6]->(:Region {id: $region}) })
    RETURN e, null AS sure
    UNION
    WITH wanted, start, holding, near, day WHERE $park IS NULL AND $region IS NOT NULL
    MATCH (:Region {id: $region})<-[:LOCATED_IN|PART_OF*0..5]-(x)<-[l:LOCATED_IN]-(e:Enterprise)
    WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
    RETURN e, null AS sure
    UNION
    WITH wanted, start, holding, near, day WHERE $park IS NULL AND $region IS NULL AND wanted = ['ELIGIBLE'] AND holding IS NOT NULL
    MATCH (:Certification {id: holding.target})<-[r:CERTIFIED_AS]-(e:Enterprise)
    WHERE NOT r.status IN ['TARGET', 'FORECAST']
    RETURN e, null AS sure
    UNION
    WITH wanted, start, holding, near, day WHERE $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL)
    MATCH (:Entity {id: start.target})<-[:LOCATED_IN|PART_OF*0..5]-(x)<-[l:LOCATED_IN]-(e:Enterprise)
    WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
    RETURN e, start.id AS sure
    UNION
    WITH wanted, start, holding, near, day WHERE $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start.predicate = 'IN_REGION' AND 'UNKNOWN' IN wanted AND NOT 'INELIGIBLE' IN wanted
    UNWIND near AS place
    MATCH (:Region {id: place})<-[l:LOCATED_IN]-(e:Enterprise)
    WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
    RETURN e, null AS sure
    UNION
    WITH wanted, start, holding, near, day WHERE $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start.predicate = 'IN_REGION' AND 'UNKNOWN' IN wanted AND NOT 'INELIGIBLE' IN wanted
    UNWIND near AS place
    MATCH (:Region {id: place})<-[:LOCATED_IN]-(:Park)<-[:PART_OF*0..2]-(:Park)<-[l:LOCATED_IN]-(e:Enterprise)
    WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
    RETURN e, null AS sure
    UNION
    WITH wanted, start, holding, near, day WHERE $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start.predicate = 'IN_REGION' AND 'UNKNOWN' IN wanted AND NOT 'INELIGIBLE' IN wanted
    MATCH (p:Park)<-[l:LOCATED_IN]-(e:Enterprise)
    WHERE NOT EXISTS { MATCH (p)-[:PART_OF|LOCATED_IN*1..3]->(:Region) } AND NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
    RETURN e, null AS sure
    UNION
    WITH wanted, start, holding, near, day WHERE $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start.predicate = 'IN_REGION' AND 'UNKNOWN' IN wanted AND NOT 'INELIGIBLE' IN wanted
    MATCH (e:Enterprise)
    WHERE NOT EXISTS { MATCH (e)-[:LOCATED_IN]->() }
    RETURN e, null AS sure
    UNION
    WITH wanted, start, holding, near, day WHERE $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND ('INELIGIBLE' IN wanted OR (start IS NULL AND (wanted <> ['ELIGIBLE'] OR holding IS NULL)) OR (start.predicate = 'IN_PARK' AND 'UNKNOWN' IN wanted))
    MATCH (e:Enterprise)
    RETURN e, null AS sure
  }
  RETURN e, max(sure) AS sure
}
CALL (e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures) {
  WITH e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures WHERE needsCerts
  MATCH (e)-[r:CERTIFIED_AS]->(x:Certification)
  WHERE NOT r.status IN ['TARGET', 'FORECAST']
  WITH r, x, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1 WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands
  ORDER BY stands, x.rung IS NULL, x.rung DESC, r.startLatest IS NULL, r.startLatest DESC, r.id
  RETURN collect({
    id: x.id, track: x.track, rung: x.rung, level: x.level, stands: stands, stated: r.status = 'STATED',
    start: r.startEarliest, begun: r.startLatest, lapse: r.endEarliest, until: r.until,
    renewed: CASE WHEN toString(r.renewedIn) <= left(day, 4) THEN toString(r.renewedIn) ELSE null END, link: r.id
  }) AS certs
}
CALL (e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures) {
  WITH e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures WHERE needsPlaces AND (sure IS NULL OR elsewhere)
  MATCH (e)-[l:LOCATED_IN]->(x)-[:LOCATED_IN|PART_OF*0..5]->(y)
  WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
  WITH l, x, collect({id: y.id, level: y.regionLevel}) AS up ORDER BY l.status = 'STATED' DESC, l.id
  RETURN collect({id: x.id, park: 'Park' IN labels(x), up: up, link: l.id}) AS places
}
CALL (e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures) {
  WITH e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures WHERE needsMemberships
  MATCH (e)-[l:BELONGS_TO]->(x)-[:PART_OF*0..4]->(y)
  WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
  WITH l, collect({id: y.id}) AS up ORDER BY l.status = 'STATED' DESC, l.id
  RETURN collect({up: up, link: l.id}) AS memberships
}
CALL (e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures) {
  WITH e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures WHERE needsListings
  MATCH (e)-[r:LISTED_ON]->(:Institution)
  WHERE NOT r.status IN ['TARGET', 'FORECAST']
  WITH r, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1 WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands ORDER BY stands, r.id
  RETURN collect({stands: stands, link: r.id}) AS listings
}
CALL (e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures) {
  WITH e, day, sure, elsewhere, needsCerts, needsPlaces, needsMemberships, needsListings, needsFigures WHERE needsFigures
  MATCH (e)<-[:OBSERVES]-(o:Observation)
  WHERE NOT o.status IN ['TARGET', 'FORECAST'] AND ($asOf IS NULL OR coalesce(o.periodEnd <= day, false))
  WITH o ORDER BY o.id
  WITH o.metric AS metric, o.normalisedUnit AS unit, coalesce(o.periodEnd, '') AS ended, collect(o) AS same
  ORDER BY metric, unit, ended DESC
  WITH metric, unit, head(collect(same)) AS latest
  WITH collect({metric: metric, unit: unit, latest: latest}) AS stated
  RETURN stated + CASE WHEN e.capital IS NULL THEN [] ELSE [{metric: 'CAPITAL', unit: 'yuan', latest: [{normalisedValue: e.capital, bound: 'EXACT'}]}] END AS figures
}
WITH parent, wanted, given, e, groups, [k IN conditions | {group: k.group, negated: coalesce(k.negated, false), w: CASE WHEN k.id = sure THEN 0 ELSE CASE CASE k.predicate WHEN 'CAPITAL' THEN 'FIGURE' ELSE k.predicate END
  WHEN 'HOLDS' THEN CASE WHEN any(q IN certs WHERE (q.id = k.target OR (k.orHigher = true AND q.track = k.targetTrack AND q.rung > k.targetRung)) AND q.stands = 0) THEN 0
      WHEN any(q IN certs WHERE (q.id = k.target OR (k.orHigher = true AND q.track = k.targetTrack AND q.rung > k.targetRung)) AND q.stands = 1) THEN 1
      WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
      WHEN k.complete = true OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2) OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
  WHEN 'HOLDS_LEVEL' THEN CASE WHEN any(q IN certs WHERE (q.level = k.level OR (k.orHigher = true AND q.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL'] WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END)) AND (k.track IS NULL OR q.track = k.track) AND q.stands = 0) THEN 0 ELSE 1 END
  WHEN 'FIRST_RECOGNITION' THEN CASE WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands = 0 AND (k.earliestDay IS NULL OR q.start >= k.earliestDay) AND (k.latestDay IS NULL OR q.begun <= k.latestDay)) THEN 0
      WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands <= 1 AND NOT (coalesce(q.begun < k.earliestDay, false) OR coalesce(q.start > k.latestDay, false))) THEN 1
      WHEN any(q IN certs WHERE q.id = k.target AND q.stands <= 1) THEN 300
      WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
      WHEN k.complete = true OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2) OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
  WHEN 'RE_EXAMINATION' THEN CASE WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NOT NULL AND q.stands = 0 AND (k.earliestDay IS NULL OR q.renewed >= left(k.earliestDay, 4)) AND (k.latestDay IS NULL OR q.renewed <= left(k.latestDay, 4))) THEN 0
      WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands <= 1 AND (($asOf IS NOT NULL AND q.start >= left(day, 4) + '-01-01') OR (k.validYears > 0 AND q.until IS NULL AND q.lapse > day))) THEN 100
      WHEN any(q IN certs WHERE q.id = k.target AND q.stands <= 1) THEN 1
      WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
      WHEN k.complete = true OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2) OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
  WHEN 'IN_REGION' THEN CASE WHEN any(p IN places WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0
      WHEN size(places) = 0 THEN 1
      WHEN all(p IN places WHERE any(a IN p.up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))) THEN 300 ELSE 1 END
  WHEN 'IN_PARK' THEN CASE WHEN any(p IN places WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0
      WHEN size(places) = 0 THEN 1
      WHEN any(p IN places WHERE p.park AND NOT p.id IN [b IN k.up | b.id]) THEN 300
      WHEN all(p IN places WHERE any(a IN p.up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))) THEN 300 ELSE 1 END
  WHEN 'IN_CLUSTER' THEN CASE WHEN any(p IN memberships WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0 ELSE 1 END
  WHEN 'LISTED' THEN CASE WHEN any(q IN listings WHERE q.stands = 0) OR ($asOf IS NULL AND e.listed = true) THEN 0
      WHEN $asOf IS NULL AND e.listed = false AND size(listings) = 0 THEN 100 ELSE 1 END
  WHEN 'FIGURE' THEN reduce(w = 1, ws IN [f IN figures WHERE f.metric = coalesce(k.metric, k.predicate) AND f.unit = k.unit | [o IN f.latest | CASE WHEN k.atLeast IS NULL THEN 0 WHEN o.bound = 'AT_LEAST' THEN CASE WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 1 END WHEN o.bound = 'AT_MOST' THEN CASE WHEN o.normalisedValue < k.atLeast THEN 100 ELSE 1 END WHEN o.bound = 'ABOUT' THEN CASE WHEN o.normalisedValue >= k.atLeast * 1.1 THEN 0 WHEN o.normalisedValue <= k.atLeast * 0.9 THEN 100 ELSE 1 END WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0 WHEN o.bound = 'AT_MOST' THEN CASE WHEN o.normalisedValue <= k.atMost THEN 0 ELSE 1 END WHEN o.bound = 'AT_LEAST' THEN CASE WHEN o.normalisedValue > k.atMost THEN 100 ELSE 1 END WHEN o.bound = 'ABOUT' THEN CASE WHEN o.normalisedValue <= k.atMost * 0.9 THEN 0 WHEN o.normalisedValue >= k.atMost * 1.1 THEN 100 ELSE 1 END WHEN o.normalisedValue <= k.atMost THEN 0 ELSE 100 END]] | CASE WHEN all(one IN ws WHERE one = 0) THEN 0 WHEN all(one IN ws WHERE one >= 100) THEN 100 ELSE 1 END)
  WHEN 'FOUNDED' THEN CASE WHEN CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01' ELSE e.founded END IS NULL THEN 1
      WHEN coalesce(e.foundedBy < k.earliestDay, false) OR coalesce(CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01' ELSE e.founded END > k.latestDay, false) THEN 300
      WHEN coalesce(CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01' ELSE e.founded END >= k.earliestDay, true) AND coalesce(e.foundedBy <= k.latestDay, true) THEN 0 ELSE 1 END
  ELSE 1 END END}] AS plain
WITH parent, wanted, given, e, groups, [k IN plain | {group: k.group, w: CASE WHEN NOT k.negated THEN k.w WHEN k.w = 0 THEN 300 WHEN k.w = 1 THEN 1 ELSE 0 END}] AS ws
WITH parent, wanted, given, e, [g IN groups | reduce(total = 0, k IN ws | CASE WHEN k.group = 0 OR k.group = g THEN total + k.w ELSE total END)] AS totals
WITH parent, wanted, given, e, [s IN totals | CASE WHEN s = 0 THEN 0 WHEN s >= 300 THEN 3 WHEN s % 100 = 0 THEN 1 ELSE 2 END] AS ranks
WITH parent, wanted, given, e, reduce(best = 3, s IN ranks | CASE WHEN s < best THEN s ELSE best END) AS rank
WITH parent, wanted, e AS node, CASE WHEN given OR rank = 3 THEN rank ELSE 2 END AS rank
WHERE ['ELIGIBLE', 'NEARLY', 'UNKNOWN', 'INELIGIBLE'][rank] IN wanted

CALL (parent, node) {
  UNWIND [coalesce($asOf, toString(date()))] AS day
  CALL (node, day) {
    MATCH (node)-[r:CERTIFIED_AS]->(x:Certification)
    WHERE NOT r.status IN ['TARGET', 'FORECAST']
    WITH r, x, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1 WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands
    ORDER BY stands, x.rung IS NULL, x.rung DESC, r.startLatest IS NULL, r.startLatest DESC, r.id
    RETURN collect({
      id: x.id, track: x.track, rung: x.rung, level: x.level, stands: stands, stated: r.status = 'STATED',
      start: r.startEarliest, begun: r.startLatest, lapse: r.endEarliest, until: r.until,
      renewed: CASE WHEN toString(r.renewedIn) <= left(day, 4) THEN toString(r.renewedIn) ELSE null END, link: r.id
    }) AS certs
  }
  CALL (node, day) {
    MATCH (node)-[l:LOCATED_IN]->(x)-[:LOCATED_IN|PART_OF*0..5]->(y)
    WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
    WITH l, x, collect({id: y.id, level: y.regionLevel}) AS up ORDER BY l.status = 'STATED' DESC, l.id
    RETURN collect({id: x.id, park: 'Park' IN labels(x), up: up, link: l.id}) AS places
  }
  CALL (node, day) {
    MATCH (node)-[l:BELONGS_TO]->(x)-[:PART_OF*0..4]->(y)
    WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
    WITH l, collect({id: y.id}) AS up ORDER BY l.status = 'STATED' DESC, l.id
    RETURN collect({up: up, link: l.id}) AS memberships
  }
  CALL (node, day) {
    MATCH (node)-[r:LISTED_ON]->(:Institution)
    WHERE NOT r.status IN ['TARGET', 'FORECAST']
    WITH r, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1 WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands ORDER BY stands, r.id
    RETURN collect({stands: stands, link: r.id}) AS listings
  }
  CALL (node, day) {
    MATCH (node)<-[:OBSERVES]-(o:Observation)
    WHERE NOT o.status IN ['TARGET', 'FORECAST'] AND ($asOf IS NULL OR coalesce(o.periodEnd <= day, false))
    WITH o ORDER BY o.id
    WITH o.metric AS metric, o.normalisedUnit AS unit, coalesce(o.periodEnd, '') AS ended, collect(o) AS same
    ORDER BY metric, unit, ended DESC
    WITH metric, unit, head(collect(same)) AS latest
    WITH collect({metric: metric, unit: unit, latest: latest}) AS stated
    RETURN stated + CASE WHEN node.capital IS NULL THEN [] ELSE [{metric: 'CAPITAL', unit: 'yuan', latest: [{normalisedValue: node.capital, bound: 'EXACT'}]}] END AS figures
  }
  MATCH (parent)-[h:HAS_CONDITION]->(c:Condition)
  OPTIONAL MATCH (c)-[:TESTS]->(t)
  CALL (t) {
    MATCH (t)-[:LOCATED_IN|PART_OF*0..5]->(y)
    RETURN collect({id: y.id, level: y.regionLevel}) AS up
  }
  WITH *, c {.id, .predicate, .negated, .orHigher, .level, .track, .metric, .unit, .atLeast, .atMost, .earliestDay, .latestDay, group: coalesce(h.alternative, 0), target: t.id, targetTrack: t.track, targetRung: t.rung, complete: t.complete, validYears: t.validYears, up: up} AS k
  WITH *, CASE CASE k.predicate WHEN 'CAPITAL' THEN 'FIGURE' ELSE k.predicate END
    WHEN 'HOLDS' THEN CASE WHEN any(q IN certs WHERE (q.id = k.target OR (k.orHigher = true AND q.track = k.targetTrack AND q.rung > k.targetRung)) AND q.stands = 0) THEN 0
        WHEN any(q IN certs WHERE (q.id = k.target OR (k.orHigher = true AND q.track = k.targetTrack AND q.rung > k.targetRung)) AND q.stands = 1) THEN 1
        WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
        WHEN k.complete = true OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2) OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
    WHEN 'HOLDS_LEVEL' THEN CASE WHEN any(q IN certs WHERE (q.level = k.level OR (k.orHigher = true AND q.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL'] WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END)) AND (k.track IS NULL OR q.track = k.track) AND q.stands = 0) THEN 0 ELSE 1 END
    WHEN 'FIRST_RECOGNITION' THEN CASE WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands = 0 AND (k.earliestDay IS NULL OR q.start >= k.earliestDay) AND (k.latestDay IS NULL OR q.begun <= k.latestDay)) THEN 0
        WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands <= 1 AND NOT (coalesce(q.begun < k.earliestDay, false) OR coalesce(q.start > k.latestDay, false))) THEN 1
        WHEN any(q IN certs WHERE q.id = k.target AND q.stands <= 1) THEN 300
        WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
        WHEN k.complete = true OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2) OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
    WHEN 'RE_EXAMINATION' THEN CASE WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NOT NULL AND q.stands = 0 AND (k.earliestDay IS NULL OR q.renewed >= left(k.earliestDay, 4)) AND (k.latestDay IS NULL OR q.renewed <= left(k.latestDay, 4))) THEN 0
        WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands <= 1 AND (($asOf IS NOT NULL AND q.start >= left(day, 4) + '-01-01') OR (k.validYears > 0 AND q.until IS NULL AND q.lapse > day))) THEN 100
        WHEN any(q IN certs WHERE q.id = k.target AND q.stands <= 1) THEN 1
        WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
        WHEN k.complete = true OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2) OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
    WHEN 'IN_REGION' THEN CASE WHEN any(p IN places WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0
        WHEN size(places) = 0 THEN 1
        WHEN all(p IN places WHERE any(a IN p.up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))) THEN 300 ELSE 1 END
    WHEN 'IN_PARK' THEN CASE WHEN any(p IN places WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0
        WHEN size(places) = 0 THEN 1
        WHEN any(p IN places WHERE p.park AND NOT p.id IN [b IN k.up | b.id]) THEN 300
        WHEN all(p IN places WHERE any(a IN p.up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))) THEN 300 ELSE 1 END
    WHEN 'IN_CLUSTER' THEN CASE WHEN any(p IN memberships WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0 ELSE 1 END
    WHEN 'LISTED' THEN CASE WHEN any(q IN listings WHERE q.stands = 0) OR ($asOf IS NULL AND node.listed = true) THEN 0
        WHEN $asOf IS NULL AND node.listed = false AND size(listings) = 0 THEN 100 ELSE 1 END
    WHEN 'FIGURE' THEN reduce(w = 1, ws IN [f IN figures WHERE f.metric = coalesce(k.metric, k.predicate) AND f.unit = k.unit | [o IN f.latest | CASE WHEN k.atLeast IS NULL THEN 0 WHEN o.bound = 'AT_LEAST' THEN CASE WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 1 END WHEN o.bound = 'AT_MOST' THEN CASE WHEN o.normalisedValue < k.atLeast THEN 100 ELSE 1 END WHEN o.bound = 'ABOUT' THEN CASE WHEN o.normalisedValue >= k.atLeast * 1.1 THEN 0 WHEN o.normalisedValue <= k.atLeast * 0.9 THEN 100 ELSE 1 END WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0 WHEN o.bound = 'AT_MOST' THEN CASE WHEN o.normalisedValue <= k.atMost THEN 0 ELSE 1 END WHEN o.bound = 'AT_LEAST' THEN CASE WHEN o.normalisedValue > k.atMost THEN 100 ELSE 1 END WHEN o.bound = 'ABOUT' THEN CASE WHEN o.normalisedValue <= k.atMost * 0.9 THEN 0 WHEN o.normalisedValue >= k.atMost * 1.1 THEN 100 ELSE 1 END WHEN o.normalisedValue <= k.atMost THEN 0 ELSE 100 END]] | CASE WHEN all(one IN ws WHERE one = 0) THEN 0 WHEN all(one IN ws WHERE one >= 100) THEN 100 ELSE 1 END)
    WHEN 'FOUNDED' THEN CASE WHEN CASE size(node.founded) WHEN 4 THEN node.founded + '-01-01' WHEN 7 THEN node.founded + '-01' ELSE node.founded END IS NULL THEN 1
        WHEN coalesce(node.foundedBy < k.earliestDay, false) OR coalesce(CASE size(node.founded) WHEN 4 THEN node.founded + '-01-01' WHEN 7 THEN node.founded + '-01' ELSE node.founded END > k.latestDay, false) THEN 300
        WHEN coalesce(CASE size(node.founded) WHEN 4 THEN node.founded + '-01-01' WHEN 7 THEN node.founded + '-01' ELSE node.founded END >= k.earliestDay, true) AND coalesce(node.foundedBy <= k.latestDay, true) THEN 0 ELSE 1 END
    ELSE 1 END AS plain
  WITH *, CASE WHEN NOT coalesce(k.negated, false) THEN plain WHEN plain = 0 THEN 300 WHEN plain = 1 THEN 1 ELSE 0 END AS w
  WITH node, h, t, c, k, w,
  CASE k.predicate
    WHEN 'HOLDS' THEN head([q IN certs WHERE (q.id = k.target OR (k.orHigher = true AND q.track = k.targetTrack AND q.rung > k.targetRung))] + [q IN certs WHERE q.track = k.targetTrack AND q.rung IS NOT NULL AND k.targetRung IS NOT NULL])
    WHEN 'FIRST_RECOGNITION' THEN head([q IN certs WHERE q.id = k.target AND q.renewed IS NULL] + [q IN certs WHERE q.id = k.target] + [q IN certs WHERE q.track = k.targetTrack AND q.rung IS NOT NULL AND k.targetRung IS NOT NULL])
    WHEN 'RE_EXAMINATION' THEN head([q IN certs WHERE q.id = k.target AND q.renewed IS NOT NULL] + [q IN certs WHERE q.id = k.target] + [q IN certs WHERE q.track = k.targetTrack AND q.rung IS NOT NULL AND k.targetRung IS NOT NULL])
    WHEN 'HOLDS_LEVEL' THEN head([q IN certs WHERE (q.level = k.level OR (k.orHigher = true AND q.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL'] WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END)) AND (k.track IS NULL OR q.track = k.track)])
    WHEN 'IN_REGION' THEN head([q IN places WHERE any(a IN q.up WHERE a.id = k.target)] + places)
    WHEN 'IN_PARK' THEN head([q IN places WHERE any(a IN q.up WHERE a.id = k.target)] + places)
    WHEN 'IN_CLUSTER' THEN head([q IN memberships WHERE any(a IN q.up WHERE a.id = k.target)])
    WHEN 'LISTED' THEN head(listings)
    ELSE null END AS nearest,
  head([f IN figures WHERE k.predicate = 'FIGURE' AND f.metric = coalesce(k.metric, k.predicate) AND f.unit = k.unit]) AS compared,
  CASE k.predicate WHEN 'CAPITAL' THEN 'capital' WHEN 'FOUNDED' THEN 'founded' WHEN 'LISTED' THEN 'listed' ELSE null END AS own,
  CASE k.predicate
    WHEN 'HOLDS' THEN '获评' + t.name
    WHEN 'FIRST_RECOGNITION' THEN '获评' + t.name
    WHEN 'RE_EXAMINATION' THEN '通过复审：' + t.name
    WHEN 'LISTED' THEN '上市'
    ELSE '达到：' + c.name END AS change,
  CASE k.predicate
    WHEN 'HOLDS' THEN '是否获评、何时获评' + t.name
    WHEN 'FIRST_RECOGNITION' THEN '是否获评、何时获评' + t.name
    WHEN 'RE_EXAMINATION' THEN '是否、何时通过复审：' + t.name
    WHEN 'HOLDS_LEVEL' THEN '所获资质及其级别：' + c.name
    WHEN 'IN_REGION' THEN '注册或经营地点：是否在' + t.name
    WHEN 'IN_PARK' THEN '注册或经营地点：是否在' + t.name
    WHEN 'IN_CLUSTER' THEN '是否属于' + t.name
    WHEN 'LISTED' THEN '是否上市'
    WHEN 'CAPITAL' THEN '注册资本'
    WHEN 'FOUNDED' THEN '成立时间'
    ELSE '最近一期数据：' + c.name END AS toFind
  WITH h, c, k, w, own, change, toFind, node AS holder, nearest.link AS link, head(compared.latest) AS shown
  CALL (holder, link) {
    MATCH (holder)-[f:CERTIFIED_AS|LOCATED_IN|BELONGS_TO|LISTED_ON]->()
    WHERE f.id = link
    RETURN head(collect(f)) AS fact
  }
  WITH h, c, k, w, own, change, toFind, fact, shown
  ORDER BY k.group, c.id
  WITH collect({
    w: w, group: k.group, condition: c, text: c.name, clause: h.clause, alternative: h.alternative, sources: h.sources,
    status: CASE w WHEN 0 THEN 'MET' WHEN 1 THEN 'UNKNOWN' ELSE 'UNMET' END,
    fact: fact, figure: shown, property: own,
    implied: coalesce(fact.status = 'IMPLIED', shown.status = 'IMPLIED', false),
    change: CASE WHEN w = 100 THEN change ELSE null END,
    toFind: CASE WHEN w = 1 THEN toFind ELSE null END
  }) AS conditions
  WITH conditions, CASE WHEN any(k IN conditions WHERE k.group > 0) THEN [k IN conditions WHERE k.group > 0 | k.group] ELSE [0] END AS groups
  UNWIND groups AS chosen
  CALL (conditions, chosen) {
    UNWIND conditions AS k
    WITH k WHERE k.w > 0 AND (k.group = 0 OR k.group = chosen)
    RETURN collect(k) AS missing
  }
  WITH conditions, chosen, missing, reduce(total = 0, k IN missing | total + k.w) AS total
  WITH conditions, chosen, missing, total, CASE WHEN total = 0 THEN 0 WHEN total >= 300 THEN 3 WHEN total % 100 = 0 THEN 1 ELSE 2 END AS best
  ORDER BY best, total, chosen LIMIT 1
  UNWIND [['不符合：', [k IN missing WHERE k.w = 300 | k.text]], ['尚缺：', [k IN missing WHERE k.w = 100 | k.change]], ['图中无据，需核实：', [k IN missing WHERE k.w = 1 | k.toFind]]] AS part
  WITH conditions, missing, part[0] AS heading, part[1] AS named
  WITH conditions, missing, collect(CASE WHEN size(named) = 0 THEN null ELSE heading + head(named) + reduce(said = '', one IN tail(named) | said + '，' + one) END) AS said
  RETURN conditions, missing, CASE WHEN size(conditions) = 0 THEN '条件尚未录入，需查阅原文' WHEN size(said) = 0 THEN '条件均已满足' ELSE head(said) + reduce(text = '', one IN tail(said) | text + '；' + one) END AS lacks
}

RETURN node, ['ELIGIBLE', 'NEARLY', 'UNKNOWN', 'INELIGIBLE'][rank] AS status, rank, parent.amount AS amount, parent.amountKind AS amountKind, conditions, missing, lacks
ORDER BY rank, node.sortName, node.id
