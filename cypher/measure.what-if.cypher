// Measure.whatIf: enterprises by status, and the cost, before and after a condition is changed or dropped.
// on: Measure
// args: condition: ID!, atLeast: Float, atMost: Float, target: ID, drop: Boolean, region: ID, park: ID, asOf: Date
// returns: condition, before, after, costKind
// Written by `npm run generate` from scripts/generate/questions: change it there.

MATCH (parent:Measure {id: $id})

MATCH (parent)-[:HAS_CONDITION]->(asked:Condition {id: $condition})
WITH DISTINCT parent, asked
CALL (parent) {
  UNWIND [false, true] AS after
  WITH parent, after, ['ELIGIBLE', 'NEARLY', 'UNKNOWN'] AS wanted, coalesce($asOf, toString(date())) AS day
  CALL (parent, wanted, day, after) {
    CALL () {
      CALL () {
        MATCH (:Park {id: $park})-[:LOCATED_IN|PART_OF*0..8]->(y)
        RETURN y
        UNION
        MATCH (:Region {id: $region})-[:PART_OF*0..8]->(y)
        RETURN y
      }
      RETURN collect(y.id) AS around
    }
    CALL (parent, around, after) {
      MATCH (parent)-[h:HAS_CONDITION]->(c:Condition)
      CALL (c, after) {
        CALL (c, after) {
          WITH c, after WHERE NOT (after AND c.id = $condition AND $target IS NOT NULL)
          MATCH (c)-[:TESTS]->(t)
          RETURN t
          UNION
          WITH c, after WHERE after AND c.id = $condition AND $target IS NOT NULL
          MATCH (t:Entity {id: $target})
          RETURN t
        }
        RETURN head(collect(t)) AS t
      }
      CALL (t) {
        MATCH (t)-[:LOCATED_IN|PART_OF*0..8]->(y)
        RETURN collect({id: y.id, level: y.regionLevel}) AS up
      }
      WITH * WHERE NOT (after AND $drop = true AND c.id = $condition)
      WITH c {.id, .predicate, .negated, .orHigher, .level, .track, .metric, .unit, .earliestDay, .latestDay, atLeast: CASE WHEN after AND c.id = $condition THEN coalesce($atLeast, c.atLeast) ELSE c.atLeast END, atMost: CASE WHEN after AND c.id = $condition THEN coalesce($atMost, c.atMost) ELSE c.atMost END, group: coalesce(h.alternative, 0), target: t.id, targetTrack: t.track, targetRung: t.rung, complete: t.complete, validYears: t.validYears, up: up, implied: coalesce(t.id IN around, false), d: CASE WHEN NOT coalesce(c.negated, false) THEN CASE WHEN coalesce(t.id IN around, false) THEN 0 WHEN c.predicate IN ['HOLDS', 'FIRST_RECOGNITION', 'RE_EXAMINATION'] AND t.complete = true THEN 100 ELSE 1 END WHEN CASE WHEN coalesce(t.id IN around, false) THEN 0 WHEN c.predicate IN ['HOLDS', 'FIRST_RECOGNITION', 'RE_EXAMINATION'] AND t.complete = true THEN 100 ELSE 1 END = 0 THEN 300 WHEN CASE WHEN coalesce(t.id IN around, false) THEN 0 WHEN c.predicate IN ['HOLDS', 'FIRST_RECOGNITION', 'RE_EXAMINATION'] AND t.complete = true THEN 100 ELSE 1 END = 1 THEN 1 ELSE 0 END} AS k ORDER BY k.group, k.id
      RETURN collect(k) AS conditions
    }
    CALL (parent, around) {
      WITH parent, around WHERE NOT EXISTS { MATCH (parent)-[:HAS_CONDITION]->(:Condition) }
      MATCH (parent)-[:APPLIES_TO]->(t:Region)
      CALL (t) { MATCH (t)-[:PART_OF*0..8]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }
      WITH t, up, around ORDER BY t.id
      RETURN collect({id: t.id, predicate: 'IN_REGION', negated: false, group: 0, target: t.id, up: up, implied: coalesce(t.id IN around, false), d: CASE WHEN coalesce(t.id IN around, false) THEN 0 ELSE 1 END}) AS applies
    }
    WITH parent, wanted, day, after, conditions + CASE size(applies) WHEN 1 THEN applies ELSE [] END AS conditions, EXISTS { MATCH (parent)-[:HAS_CONDITION]->(:Condition) } AS given
    WITH parent, wanted, day, after, given, conditions, CASE WHEN $park IS NULL AND $region IS NULL THEN head([k IN conditions WHERE k.group = 0 AND NOT coalesce(k.negated, false) AND k.predicate = 'IN_PARK'] + [k IN conditions WHERE k.group = 0 AND NOT coalesce(k.negated, false) AND k.predicate = 'IN_REGION']) ELSE null END AS start,
      head([k IN conditions WHERE k.group = 0 AND NOT coalesce(k.negated, false) AND k.predicate IN ['RE_EXAMINATION', 'FIRST_RECOGNITION', 'HOLDS']]) AS holding, CASE WHEN any(k IN conditions WHERE k.group > 0) THEN [k IN conditions WHERE k.group > 0 | k.group] ELSE [0] END AS groups
    WITH parent, wanted, day, after, given, conditions, start, holding, groups, [g IN groups | reduce(total = 0, k IN conditions | CASE WHEN k.group = 0 OR k.group = g THEN total + k.d ELSE total END)] AS bases
    WITH parent, wanted, day, after, given, conditions, start, holding, groups, bases, reduce(best = 3, one IN [total IN bases | CASE WHEN total = 0 THEN 0 WHEN total >= 300 THEN 3 WHEN total % 100 = 0 THEN 1 ELSE 2 END] | CASE WHEN one < best THEN one ELSE best END) AS usual
    CALL (start, wanted) {
      WITH start, wanted WHERE start IS NOT NULL AND 'UNKNOWN' IN wanted
      MATCH (r:Region)-[:PART_OF*0..8]->(y:Region)
      WITH start, r, collect({id: y.id, level: y.regionLevel}) AS up
      WHERE NOT any(a IN up WHERE a.id = start.target)
        AND NOT any(a IN up WHERE any(b IN start.up WHERE coalesce(a.level = b.level AND a.id <> b.id AND a.level <> 'AREA', false)))
      RETURN collect(r.id) AS near
    }
    CALL (wanted, start, holding, day) {
      CALL (wanted, start, holding, day) {
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) THEN [1] ELSE [] END AS go
        CALL (start) {
          MATCH (:Entity {id: start.target})<-[:PART_OF*0..8]-(site)
          RETURN site
          UNION
          MATCH (lot:Park)-[:LOCATED_IN]->(hall)
          WITH lot, hall
          MATCH (hall)-[:LOCATED_IN|PART_OF*0..8]->(:Entity {id: start.target})
          MATCH (lot)<-[:PART_OF*0..4]-(site)
          RETURN site
        }
        MATCH (site)<-[l:LOCATED_IN]-(e:Enterprise)
        WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
        RETURN e
      }
      RETURN collect(DISTINCT e) AS sures
    }
    CALL (wanted, start, holding, near, day) {
      CALL (wanted, start, holding, near, day) {
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL THEN [] ELSE [1] END AS go
        CALL () {
          MATCH (:Entity {id: coalesce($park, $region)})<-[:PART_OF*0..8]-(site)
          RETURN site
          UNION
          MATCH (lot:Park)-[:LOCATED_IN]->(hall)
          WITH lot, hall
          MATCH (hall)-[:LOCATED_IN|PART_OF*0..8]->(:Entity {id: coalesce($park, $region)})
          MATCH (lot)<-[:PART_OF*0..4]-(site)
          RETURN site
        }
        MATCH (site)<-[l:LOCATED_IN]-(e:Enterprise)
        WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
        WITH *
        WHERE $park IS NULL OR $region IS NULL OR EXISTS { MATCH (e)-[:LOCATED_IN|PART_OF*1..9]->(:Region {id: $region}) }
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND wanted = ['ELIGIBLE'] AND holding IS NOT NULL THEN [1] ELSE [] END AS go
        MATCH (title:Certification)
        WHERE title.id = holding.target OR (holding.orHigher = true AND title.track = holding.targetTrack AND title.rung > holding.targetRung)
        MATCH (title)<-[r:CERTIFIED_AS]-(e:Enterprise)
        WHERE NOT r.status IN ['TARGET', 'FORECAST']
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) AND 'UNKNOWN' IN wanted THEN [1] ELSE [] END AS go
        UNWIND near AS place
        MATCH (:Region {id: place})<-[l:LOCATED_IN]-(e:Enterprise)
        WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) AND 'UNKNOWN' IN wanted AND start.predicate = 'IN_PARK' THEN [1] ELSE [] END AS go
        MATCH (site:Park)
        WHERE site.id <> start.target AND site.id IN [b IN start.up | b.id]
        MATCH (site)<-[l:LOCATED_IN]-(e:Enterprise)
        WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) AND 'UNKNOWN' IN wanted AND start.predicate = 'IN_REGION' THEN [1] ELSE [] END AS go
        UNWIND near AS place
        MATCH (lot:Park)-[:LOCATED_IN]->(:Region {id: place})
        MATCH (lot)<-[:PART_OF*0..4]-(site:Park)<-[l:LOCATED_IN]-(e:Enterprise)
        WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) AND 'UNKNOWN' IN wanted AND start.predicate = 'IN_REGION' THEN [1] ELSE [] END AS go
        MATCH (site:Park)
        WHERE NOT EXISTS { MATCH (site)-[:PART_OF|LOCATED_IN*1..8]->(:Region) }
        MATCH (site)<-[l:LOCATED_IN]-(e:Enterprise)
        WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) AND 'UNKNOWN' IN wanted THEN [1] ELSE [] END AS go
        MATCH (e:Enterprise)
        WHERE NOT EXISTS { MATCH (e)-[:LOCATED_IN]->() }
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) AND 'UNKNOWN' IN wanted THEN [1] ELSE [] END AS go
        MATCH (e:Enterprise)-[l:LOCATED_IN]->()
        WHERE l.endLatest < day
        WITH DISTINCT e, day WHERE NOT EXISTS { MATCH (e)-[l:LOCATED_IN]->() WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true) }
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) AND 'UNKNOWN' IN wanted THEN [1] ELSE [] END AS go
        MATCH (e:Enterprise)-[l:LOCATED_IN]->()
        WHERE l.startEarliest > day
        WITH DISTINCT e, day WHERE NOT EXISTS { MATCH (e)-[l:LOCATED_IN]->() WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true) }
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND start IS NOT NULL AND NOT 'INELIGIBLE' IN wanted AND (wanted <> ['ELIGIBLE'] OR holding IS NULL) AND 'UNKNOWN' IN wanted THEN [1] ELSE [] END AS go
        MATCH (e:Enterprise)-[l:LOCATED_IN]->()
        WHERE l.status IN ['TARGET', 'FORECAST']
        WITH DISTINCT e, day WHERE NOT EXISTS { MATCH (e)-[l:LOCATED_IN]->() WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true) }
        RETURN e
        UNION ALL
        UNWIND CASE WHEN $park IS NULL AND $region IS NULL AND size(wanted) > 0 AND ('INELIGIBLE' IN wanted OR (start IS NULL AND (wanted <> ['ELIGIBLE'] OR holding IS NULL))) THEN [1] ELSE [] END AS go
        MATCH (e:Enterprise)
        RETURN e
      }
      RETURN collect(DISTINCT e) AS others
    }
    CALL (conditions, start, sures, others, day) {
      CALL (conditions, start, sures, others, day) {
        UNWIND sures AS e
        RETURN e, true AS inside, 0 AS g, 0 - start.d AS delta
        UNION ALL
        UNWIND others AS e
        RETURN e, true AS inside, 0 AS g, 0 AS delta
        UNION ALL
        UNWIND conditions AS one
        WITH one AS k, size(sures) > 0 AND coalesce(one.id = start.id, false) AS sure, sures, others, day
        CALL (k, sure, sures, others, day) {
          CALL (k, sure, sures, others, day) {
            WITH k, sure, sures, others, day WHERE k.predicate IN ['HOLDS', 'HOLDS_LEVEL', 'FIRST_RECOGNITION', 'RE_EXAMINATION']
            CALL (k) {
              MATCH (title:Certification)
              WHERE title.id = k.target OR title.track = k.targetTrack OR (k.predicate = 'HOLDS_LEVEL' AND (title.level = k.level OR (k.orHigher = true AND title.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL'] WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END)) AND (k.track IS NULL OR title.track = k.track))
              WITH title, COUNT { (title)<-[:CERTIFIED_AS]-() } AS holders
              RETURN collect(title) AS titles, coalesce(sum(holders), 0) AS many
            }
            CALL (titles, many, sures, others) {
              WITH titles, many, sures, others WHERE size(sures) + size(others) < many
              CALL (sures, others) {
                UNWIND sures AS e
                RETURN e
                UNION ALL
                UNWIND others AS e
                RETURN e
              }
              MATCH (e)-[r:CERTIFIED_AS]->(title:Certification)
              WHERE title IN titles
              RETURN e, r, title
              UNION ALL
              WITH titles, many, sures, others WHERE size(sures) + size(others) >= many
              UNWIND titles AS title
              MATCH (title)<-[r:CERTIFIED_AS]-(e:Enterprise)
              RETURN e, r, title
            }
            WITH k, day, e, r, title
            WHERE NOT r.status IN ['TARGET', 'FORECAST']
            WITH k, e, r, title, day, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1 WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands, CASE WHEN toString(r.renewedIn) <= left(day, 4) THEN toString(r.renewedIn) ELSE null END AS renewed
            RETURN e, CASE k.predicate WHEN 'HOLDS' THEN CASE WHEN (title.id = k.target OR (k.orHigher = true AND title.track = k.targetTrack AND title.rung > k.targetRung)) AND stands = 0 THEN 0 WHEN (title.id = k.target OR (k.orHigher = true AND title.track = k.targetTrack AND title.rung > k.targetRung)) AND stands = 1 THEN 1001 WHEN title.track = k.targetTrack AND title.rung > k.targetRung AND stands <= 1 THEN 2001 WHEN (title.id = k.target AND stands >= 2) OR (title.track = k.targetTrack AND title.rung < k.targetRung AND r.status = 'STATED' AND stands = 0) THEN 3100 ELSE CASE WHEN k.complete = true THEN 9100 ELSE 9001 END END WHEN 'HOLDS_LEVEL' THEN CASE WHEN (title.level = k.level OR (k.orHigher = true AND title.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL'] WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END)) AND (k.track IS NULL OR title.track = k.track) AND stands = 0 THEN 0 ELSE 9001 END WHEN 'FIRST_RECOGNITION' THEN CASE WHEN title.id = k.target AND renewed IS NULL AND stands = 0 AND (k.earliestDay IS NULL OR r.startEarliest >= k.earliestDay) AND (k.latestDay IS NULL OR r.startLatest <= k.latestDay) THEN 0 WHEN title.id = k.target AND renewed IS NULL AND stands <= 1 AND NOT (coalesce(r.startLatest < k.earliestDay, false) OR coalesce(r.startEarliest > k.latestDay, false)) THEN 1001 WHEN title.id = k.target AND stands <= 1 THEN 2300 WHEN title.track = k.targetTrack AND title.rung > k.targetRung AND stands <= 1 THEN 3001 WHEN (title.id = k.target AND stands >= 2) OR (title.track = k.targetTrack AND title.rung < k.targetRung AND r.status = 'STATED' AND stands = 0) THEN 4100 ELSE CASE WHEN k.complete = true THEN 9100 ELSE 9001 END END WHEN 'RE_EXAMINATION' THEN CASE WHEN title.id = k.target AND renewed IS NOT NULL AND stands = 0 AND (k.earliestDay IS NULL OR renewed >= left(k.earliestDay, 4)) AND (k.latestDay IS NULL OR renewed <= left(k.latestDay, 4)) THEN 0 WHEN title.id = k.target AND renewed IS NULL AND stands <= 1 AND (($asOf IS NOT NULL AND r.startEarliest >= left(day, 4) + '-01-01') OR (k.validYears > 0 AND r.until IS NULL AND r.endEarliest > day)) THEN 1100 WHEN title.id = k.target AND stands <= 1 THEN 2001 WHEN title.track = k.targetTrack AND title.rung > k.targetRung AND stands <= 1 THEN 3001 WHEN (title.id = k.target AND stands >= 2) OR (title.track = k.targetTrack AND title.rung < k.targetRung AND r.status = 'STATED' AND stands = 0) THEN 4100 ELSE CASE WHEN k.complete = true THEN 9100 ELSE 9001 END END END AS code
            UNION ALL
            WITH k, sure, sures, others, day WHERE k.predicate IN ['IN_REGION', 'IN_PARK'] AND NOT k.implied
            CALL (k, sure, sures, others, day) {
              CALL (k, sure, sures, others) {
                UNWIND others AS e
                RETURN e
                UNION ALL
                WITH k, sure, sures WHERE NOT sure
                UNWIND sures AS e
                RETURN e
              }
              MATCH (e)-[l:LOCATED_IN]->(site)
              WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true) AND coalesce(l.endLatest >= day, true)
              RETURN site, collect(DISTINCT e) AS here
            }
            CALL (site) { MATCH (site)-[:LOCATED_IN|PART_OF*0..8]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }
            WITH here, CASE k.predicate WHEN 'IN_REGION' THEN CASE WHEN any(a IN up WHERE a.id = k.target) THEN 0 WHEN NOT coalesce(any(a IN up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA')), false) THEN 1001 ELSE 2300 END ELSE CASE WHEN any(a IN up WHERE a.id = k.target) THEN 0 WHEN 'Park' IN labels(site) AND NOT site.id IN [b IN k.up | b.id] THEN 1300 WHEN NOT coalesce(any(a IN up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA')), false) THEN 2001 ELSE 3300 END END AS code
            UNWIND here AS e
            RETURN e, code
            UNION ALL
            WITH k, sure, sures, others, day WHERE k.predicate IN ['IN_CLUSTER']
            CALL (k) {
              MATCH (:Cluster {id: k.target})<-[:PART_OF*0..4]-(part:Cluster)
              WITH DISTINCT part
              WITH part, COUNT { (part)<-[:BELONGS_TO]-() } AS members
              RETURN collect(part) AS parts, coalesce(sum(members), 0) AS many
            }
            CALL (parts, many, sures, others) {
              WITH parts, many, sures, others WHERE size(sures) + size(others) < many
              CALL (sures, others) {
                UNWIND sures AS e
                RETURN e
                UNION ALL
                UNWIND others AS e
                RETURN e
              }
              MATCH (e)-[b:BELONGS_TO]->(part:Cluster)
              WHERE part IN parts
              RETURN e, b
              UNION ALL
              WITH parts, many, sures, others WHERE size(sures) + size(others) >= many
              UNWIND parts AS part
              MATCH (part)<-[b:BELONGS_TO]-(e:Enterprise)
              RETURN e, b
            }
            WITH e, b, day
            WHERE NOT b.status IN ['TARGET', 'FORECAST'] AND coalesce(b.startEarliest <= day, true) AND coalesce(b.endLatest >= day, true)
            RETURN e, 0 AS code
            UNION ALL
            WITH k, sure, sures, others, day WHERE k.predicate IN ['LISTED']
            MATCH (:Institution)<-[q:LISTED_ON]-(e:Enterprise)
            WHERE NOT q.status IN ['TARGET', 'FORECAST']
            RETURN e, CASE CASE WHEN q.startEarliest > day THEN 3 WHEN q.endLatest < day THEN 2 WHEN q.endEarliest < day THEN 1 WHEN q.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END WHEN 0 THEN 0 ELSE 1001 END AS code
            UNION ALL
            WITH k, sure, sures, others, day WHERE k.predicate IN ['LISTED']
            CALL (sures, others) {
              UNWIND sures AS e
              RETURN e
              UNION ALL
              UNWIND others AS e
              RETURN e
            }
            WITH e
            WHERE $asOf IS NULL AND e.listed IS NOT NULL
            RETURN e, CASE WHEN e.listed THEN 0 ELSE 2100 END AS code
            UNION ALL
            WITH k, sure, sures, others, day WHERE k.predicate = 'FIGURE'
            CALL (k) {
              MATCH (:Metric {id: 'metric:' + k.metric})<-[m:MEASURED_AS]-()
              RETURN count(m) AS many
            }
            CALL (k, many, sures, others) {
              WITH k, many, sures, others WHERE size(sures) + size(others) < many
              CALL (sures, others) {
                UNWIND sures AS e
                RETURN e
                UNION ALL
                UNWIND others AS e
                RETURN e
              }
              MATCH (e)<-[:OBSERVES]-(o:Observation)
              WHERE o.metric = k.metric
              RETURN e, o
              UNION ALL
              WITH k, many, sures, others WHERE size(sures) + size(others) >= many
              MATCH (o:Observation {metric: k.metric})
              MATCH (o)-[:OBSERVES]->(e:Enterprise)
              RETURN e, o
            }
            WITH k, day, e, o
            WHERE o.normalisedUnit = k.unit AND NOT o.status IN ['TARGET', 'FORECAST'] AND ($asOf IS NULL OR coalesce(o.periodEnd <= day, false))
            WITH e, coalesce(o.periodEnd, '') AS ended, CASE WHEN k.atLeast IS NULL THEN 0 WHEN o.bound = 'AT_LEAST' THEN CASE WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 1 END WHEN o.bound = 'AT_MOST' THEN CASE WHEN o.normalisedValue < k.atLeast THEN 100 ELSE 1 END WHEN o.bound = 'ABOUT' THEN CASE WHEN o.normalisedValue >= k.atLeast * 1.1 THEN 0 WHEN o.normalisedValue <= k.atLeast * 0.9 THEN 100 ELSE 1 END WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0 WHEN o.bound = 'AT_MOST' THEN CASE WHEN o.normalisedValue <= k.atMost THEN 0 ELSE 1 END WHEN o.bound = 'AT_LEAST' THEN CASE WHEN o.normalisedValue > k.atMost THEN 100 ELSE 1 END WHEN o.bound = 'ABOUT' THEN CASE WHEN o.normalisedValue <= k.atMost * 0.9 THEN 0 WHEN o.normalisedValue >= k.atMost * 1.1 THEN 100 ELSE 1 END WHEN o.normalisedValue <= k.atMost THEN 0 ELSE 100 END AS answer
            WITH e, ended, min(answer) AS least, max(answer) AS most
            ORDER BY ended DESC
            WITH e, head(collect([least, most])) AS span
            RETURN e, CASE WHEN span[1] = 0 THEN 0 WHEN span[0] >= 100 THEN 100 ELSE 1 END AS code
            UNION ALL
            WITH k, sure, sures, others, day WHERE k.predicate = 'CAPITAL'
            CALL (sures, others) {
              UNWIND sures AS e
              RETURN e
              UNION ALL
              UNWIND others AS e
              RETURN e
            }
            WITH k, e WHERE k.unit = 'yuan' AND e.capital IS NOT NULL
            RETURN e, CASE WHEN CASE WHEN k.atLeast IS NULL THEN 0 WHEN 'EXACT' = 'AT_LEAST' THEN CASE WHEN e.capital >= k.atLeast THEN 0 ELSE 1 END WHEN 'EXACT' = 'AT_MOST' THEN CASE WHEN e.capital < k.atLeast THEN 100 ELSE 1 END WHEN 'EXACT' = 'ABOUT' THEN CASE WHEN e.capital >= k.atLeast * 1.1 THEN 0 WHEN e.capital <= k.atLeast * 0.9 THEN 100 ELSE 1 END WHEN e.capital >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0 WHEN 'EXACT' = 'AT_MOST' THEN CASE WHEN e.capital <= k.atMost THEN 0 ELSE 1 END WHEN 'EXACT' = 'AT_LEAST' THEN CASE WHEN e.capital > k.atMost THEN 100 ELSE 1 END WHEN 'EXACT' = 'ABOUT' THEN CASE WHEN e.capital <= k.atMost * 0.9 THEN 0 WHEN e.capital >= k.atMost * 1.1 THEN 100 ELSE 1 END WHEN e.capital <= k.atMost THEN 0 ELSE 100 END = 0 THEN 0 WHEN CASE WHEN k.atLeast IS NULL THEN 0 WHEN 'EXACT' = 'AT_LEAST' THEN CASE WHEN e.capital >= k.atLeast THEN 0 ELSE 1 END WHEN 'EXACT' = 'AT_MOST' THEN CASE WHEN e.capital < k.atLeast THEN 100 ELSE 1 END WHEN 'EXACT' = 'ABOUT' THEN CASE WHEN e.capital >= k.atLeast * 1.1 THEN 0 WHEN e.capital <= k.atLeast * 0.9 THEN 100 ELSE 1 END WHEN e.capital >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0 WHEN 'EXACT' = 'AT_MOST' THEN CASE WHEN e.capital <= k.atMost THEN 0 ELSE 1 END WHEN 'EXACT' = 'AT_LEAST' THEN CASE WHEN e.capital > k.atMost THEN 100 ELSE 1 END WHEN 'EXACT' = 'ABOUT' THEN CASE WHEN e.capital <= k.atMost * 0.9 THEN 0 WHEN e.capital >= k.atMost * 1.1 THEN 100 ELSE 1 END WHEN e.capital <= k.atMost THEN 0 ELSE 100 END >= 100 THEN 100 ELSE 1 END AS code
            UNION ALL
            WITH k, sure, sures, others, day WHERE k.predicate = 'FOUNDED'
            CALL (sures, others) {
              UNWIND sures AS e
              RETURN e
              UNION ALL
              UNWIND others AS e
              RETURN e
            }
            WITH k, e WHERE e.founded IS NOT NULL
            RETURN e, CASE WHEN CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01' ELSE e.founded END IS NULL THEN 1
                WHEN coalesce(e.foundedBy < k.earliestDay, false) OR coalesce(CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01' ELSE e.founded END > k.latestDay, false) THEN 300
                WHEN coalesce(CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01' ELSE e.founded END >= k.earliestDay, true) AND coalesce(e.foundedBy <= k.latestDay, true) THEN 0 ELSE 1 END AS code
          }
          RETURN e, min(code) % 1000 AS w
        }
        WITH k, sure, e, w WHERE NOT (sure AND w = 0)
        RETURN e, false AS inside, k.group AS g, CASE WHEN NOT coalesce(k.negated, false) THEN w WHEN w = 0 THEN 300 WHEN w = 1 THEN 1 ELSE 0 END - k.d AS delta
      }
      WITH e, max(CASE WHEN inside THEN 1 ELSE 0 END) AS inside, sum(CASE g WHEN 0 THEN delta ELSE 0 END) AS common, collect(CASE WHEN g > 0 THEN [g, delta] END) AS own
      WHERE inside = 1
      RETURN e, common, own
    }
    WITH *, CASE WHEN common = 0 AND size(own) = 0 THEN usual ELSE reduce(best = 3, one IN [total IN [j IN range(0, size(groups) - 1) | bases[j] + common + reduce(t = 0, pair IN own | CASE WHEN pair[0] = groups[j] THEN t + pair[1] ELSE t END)] | CASE WHEN total = 0 THEN 0 WHEN total >= 300 THEN 3 WHEN total % 100 = 0 THEN 1 ELSE 2 END] | CASE WHEN one < best THEN one ELSE best END) END AS rank
    RETURN rank, count(*) AS n
  }
  RETURN collect({after: after, rank: rank, n: n}) AS counts
}
CALL () { MATCH (one:Enterprise) RETURN count(one) AS total }
WITH parent, asked, total, {eligible: reduce(n = 0, one IN counts | CASE WHEN one.after = false AND one.rank = 0 THEN n + one.n ELSE n END), nearly: reduce(n = 0, one IN counts | CASE WHEN one.after = false AND one.rank = 1 THEN n + one.n ELSE n END), unknown: reduce(n = 0, one IN counts | CASE WHEN one.after = false AND one.rank = 2 THEN n + one.n ELSE n END), rest: reduce(n = 0, one IN counts | CASE WHEN one.after = false AND one.rank = 3 THEN n + one.n ELSE n END)} AS was, {eligible: reduce(n = 0, one IN counts | CASE WHEN one.after = true AND one.rank = 0 THEN n + one.n ELSE n END), nearly: reduce(n = 0, one IN counts | CASE WHEN one.after = true AND one.rank = 1 THEN n + one.n ELSE n END), unknown: reduce(n = 0, one IN counts | CASE WHEN one.after = true AND one.rank = 2 THEN n + one.n ELSE n END), rest: reduce(n = 0, one IN counts | CASE WHEN one.after = true AND one.rank = 3 THEN n + one.n ELSE n END)} AS will

RETURN asked AS condition, {eligible: was.eligible, nearly: was.nearly, unknown: was.unknown, ineligible: CASE WHEN $park IS NULL AND $region IS NULL THEN total - was.eligible - was.nearly - was.unknown ELSE was.rest END, cost: was.eligible * parent.amount} AS before, {eligible: will.eligible, nearly: will.nearly, unknown: will.unknown, ineligible: CASE WHEN $park IS NULL AND $region IS NULL THEN total - will.eligible - will.nearly - will.unknown ELSE will.rest END, cost: will.eligible * parent.amount} AS after, parent.amountKind AS costKind
