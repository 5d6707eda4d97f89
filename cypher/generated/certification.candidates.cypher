/* To try it, run these first:
:param id => 'certification:srdi-little-giant-national';
:param asOf => null;
:param eligibility => [{parent: 'certification:srdi-little-giant-national', rows: [{id: 'enterprise:xinhongye', rung: null}], total: 1}];
*/
// Certification.candidates: enterprises below a rung of a track, the nearest first; of a park or region also those of unknown rung.
// on: Certification
// args: asOf: Date, eligibility: [JSON!]!
// returns: node, rung, current, fact, conditions, alternatives, missing, lacks, lacksZh
// details: current, fact, conditions, alternatives, missing, lacks, lacksZh
// eligibility: the rows of a page, as in [{parent: 'certification:a', rows: [{id: 'enterprise:b', rung: 2}], total: 1}]
// Written by `npm run generate` from src/eligibility/rules: change it there.

MATCH (parent:Certification {id: $id})

UNWIND $eligibility AS ranked
WITH parent, ranked
WHERE ranked.parent = parent.id
UNWIND ranked.rows AS row
MATCH (node:Enterprise {id: row.id})
WITH parent, node, row.rung AS rung

CALL (parent, node) {
  UNWIND [coalesce($asOf, toString(date()))] AS day
  MATCH (node)-[r:CERTIFIED_AS]->(x:Certification {track: parent.track})
  WHERE NOT r.status IN ['TARGET', 'FORECAST'] AND x.rung IS NOT NULL
  WITH r, x, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1
    WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands WHERE stands <= 1
  WITH r, x ORDER BY x.rung DESC, stands, r.startLatest IS NULL, r.startLatest DESC, r.id LIMIT 1
  RETURN head(collect(r)) AS fact, head(collect(x)) AS current
}
CALL (parent, node) {
  CALL (parent) {
    UNWIND [coalesce($asOf, toString(date()))] AS day
    CALL (parent) {
      MATCH (parent)-[:HAS_CONDITION]->(every:Condition)
      RETURN count(every) AS entered
    }
    CALL (parent) {
      MATCH (parent)-[:APPLIES_TO]->(home:Region)
      RETURN head(collect(coalesce(home.nameEn, '“' + home.name + '”'))) AS homeEn, head(collect(home.name)) AS homeZh
    }
    RETURN CASE WHEN entered > 0 THEN 'none of its conditions is in force on ' + day + ': look into the document'
      ELSE 'conditions are not entered yet: look into the document' END AS noneEn, CASE
      WHEN entered > 0 THEN day + '没有生效的条件，需查阅原文' ELSE '条件尚未录入，需查阅原文' END AS noneZh
  }
  UNWIND [0] AS cutNone
  CALL (parent, node) {
    UNWIND [coalesce($asOf, toString(date()))] AS day
    CALL (node, day) {
      MATCH (node)-[r:CERTIFIED_AS]->(x:Certification)
      WHERE NOT r.status IN ['TARGET', 'FORECAST']
      WITH r, x, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1
        WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands
      ORDER BY stands, x.rung IS NULL, x.rung DESC, r.startLatest IS NULL, r.startLatest DESC, r.id
      RETURN collect({
        id: x.id, track: x.track, rung: x.rung, level: x.level, stands: stands, stated: r.status = 'STATED',
        start: r.startEarliest, begun: r.startLatest, lapse: r.endEarliest, until: r.until,
        renewed: CASE WHEN toString(r.renewedIn) <= left(day, 4) THEN toString(r.renewedIn) ELSE null END, link: r.id
      }) AS certs
    }
    CALL (node, day) {
      MATCH (node)-[l:LOCATED_IN]->(x)-[:LOCATED_IN|PART_OF*0..8]->(y)
      WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true)
        AND coalesce(l.endLatest >= day, true)
      WITH l, x, collect({id: y.id, level: y.regionLevel}) AS up ORDER BY l.status = 'STATED' DESC, l.id
      RETURN collect({id: x.id, park: 'Park' IN labels(x), up: up, link: l.id}) AS places
    }
    CALL (node, day) {
      MATCH (node)-[l:BELONGS_TO]->(x)-[:PART_OF*0..4]->(y)
      WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true)
        AND coalesce(l.endLatest >= day, true)
      WITH l, collect({id: y.id}) AS up ORDER BY l.status = 'STATED' DESC, l.id
      RETURN collect({up: up, link: l.id}) AS memberships
    }
    CALL (node, day) {
      MATCH (node)-[r:LISTED_ON]->(:Institution)
      WHERE NOT r.status IN ['TARGET', 'FORECAST']
      WITH r, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1
        WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands ORDER BY stands, r.id
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
      RETURN stated + CASE WHEN node.capital IS NULL THEN []
        ELSE [{metric: 'CAPITAL', unit: 'yuan',
        latest: [{normalisedValue: node.capital, bound: 'EXACT'}]}] END AS figures
    }
    UNWIND [0] AS cutFigures
    MATCH (parent)-[h:HAS_CONDITION]->(c:Condition)
    WHERE coalesce(h.startEarliest <= day, true) AND coalesce(h.endLatest >= day, true)
    OPTIONAL MATCH (c)-[:TESTS]->(t)
    CALL (t) {
      MATCH (t)-[:LOCATED_IN|PART_OF*0..8]->(y)
      RETURN collect({id: y.id, level: y.regionLevel}) AS up
    }
    WITH *, c {.id, .predicate, .negated, .orHigher, .level, .track, .metric, .unit, .earliestDay, .latestDay,
      .atLeast, .atMost, group: coalesce(h.alternative, 0), target: t.id, targetTrack: t.track, targetRung: t.rung,
      complete: t.complete, validYears: t.validYears, up: up} AS k
    WITH *, CASE CASE k.predicate WHEN 'CAPITAL' THEN 'FIGURE' ELSE k.predicate END
      WHEN 'HOLDS' THEN CASE
        WHEN any(q
        IN certs WHERE (q.id = k.target OR (k.orHigher = true AND q.track = k.targetTrack AND q.rung > k.targetRung))
        AND q.stands = 0) THEN 0
          WHEN any(q
            IN certs WHERE (q.id = k.target
            OR (k.orHigher = true AND q.track = k.targetTrack AND q.rung > k.targetRung)) AND q.stands = 1) THEN 1
          WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
          WHEN k.complete = true
            OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2)
            OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
      WHEN 'HOLDS_LEVEL' THEN CASE
        WHEN any(q
        IN certs WHERE (q.level = k.level
        OR (k.orHigher = true AND q.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL']
        WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END))
        AND (k.track IS NULL OR q.track = k.track) AND q.stands = 0) THEN 0 ELSE 1 END
      WHEN 'FIRST_RECOGNITION' THEN CASE
        WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands = 0
        AND (k.earliestDay IS NULL OR q.start >= k.earliestDay) AND (k.latestDay IS NULL OR q.begun <= k.latestDay))
        THEN 0
          WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands <= 1
            AND NOT (coalesce(q.begun < k.earliestDay, false) OR coalesce(q.start > k.latestDay, false))) THEN 1
          WHEN any(q IN certs WHERE q.id = k.target AND q.stands <= 1) THEN 300
          WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
          WHEN k.complete = true
            OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2)
            OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
      WHEN 'RE_EXAMINATION' THEN CASE
        WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NOT NULL AND q.stands = 0
        AND (k.earliestDay IS NULL OR q.renewed >= left(k.earliestDay, 4))
        AND (k.latestDay IS NULL OR q.renewed <= left(k.latestDay, 4))) THEN 0
          WHEN any(q IN certs WHERE q.id = k.target AND q.renewed IS NULL AND q.stands <= 1
            AND (($asOf IS NOT NULL AND q.start >= left(day, 4) + '-01-01')
            OR (k.validYears > 0 AND q.until IS NULL AND q.lapse > day))) THEN 100
          WHEN any(q IN certs WHERE q.id = k.target AND q.stands <= 1) THEN 1
          WHEN any(q IN certs WHERE q.track = k.targetTrack AND q.rung > k.targetRung AND q.stands <= 1) THEN 1
          WHEN k.complete = true
            OR any(q IN certs WHERE (q.id = k.target AND q.stands >= 2)
            OR (q.track = k.targetTrack AND q.rung < k.targetRung AND q.stated AND q.stands = 0)) THEN 100 ELSE 1 END
      WHEN 'IN_REGION' THEN CASE WHEN any(p IN places WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0
          WHEN size(places) = 0 THEN 1
          WHEN all(p
            IN places WHERE any(a
            IN p.up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))) THEN 300
            ELSE 1 END
      WHEN 'IN_PARK' THEN CASE WHEN any(p IN places WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0
          WHEN size(places) = 0 THEN 1
          WHEN any(p IN places WHERE p.park AND NOT p.id IN [b IN k.up | b.id]) THEN 300
          WHEN all(p
            IN places WHERE any(a
            IN p.up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA'))) THEN 300
            ELSE 1 END
      WHEN 'IN_CLUSTER' THEN CASE WHEN any(p IN memberships WHERE any(a IN p.up WHERE a.id = k.target)) THEN 0
        ELSE 1 END
      WHEN 'LISTED' THEN CASE
        WHEN any(q IN listings WHERE q.stands = 0) OR ($asOf IS NULL AND node.listed = true) THEN 0
          WHEN $asOf IS NULL AND node.listed = false AND size(listings) = 0 THEN 100 ELSE 1 END
      WHEN 'FIGURE'
        THEN reduce(w = 1, ws
        IN [f IN figures WHERE f.metric = coalesce(k.metric, k.predicate)
        AND f.unit = k.unit
        | [o IN f.latest | CASE WHEN k.atLeast IS NULL THEN 0 WHEN o.bound = 'AT_LEAST' THEN CASE
        WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 1 END WHEN o.bound = 'AT_MOST' THEN CASE
        WHEN o.normalisedValue < k.atLeast THEN 100 ELSE 1 END WHEN o.bound = 'ABOUT' THEN CASE
        WHEN o.normalisedValue >= k.atLeast * 1.1 THEN 0 WHEN o.normalisedValue <= k.atLeast * 0.9 THEN 100 ELSE 1 END
        WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0
        WHEN o.bound = 'AT_MOST' THEN CASE WHEN o.normalisedValue <= k.atMost THEN 0 ELSE 1 END
        WHEN o.bound = 'AT_LEAST' THEN CASE WHEN o.normalisedValue > k.atMost THEN 100 ELSE 1 END
        WHEN o.bound = 'ABOUT' THEN CASE WHEN o.normalisedValue <= k.atMost * 0.9 THEN 0
        WHEN o.normalisedValue >= k.atMost * 1.1 THEN 100 ELSE 1 END WHEN o.normalisedValue <= k.atMost THEN 0
        ELSE 100 END]] | CASE WHEN all(one IN ws WHERE one = 0) THEN 0 WHEN all(one IN ws WHERE one >= 100) THEN 100
        ELSE 1 END)
      WHEN 'FOUNDED' THEN CASE WHEN CASE size(node.founded) WHEN 4 THEN node.founded + '-01-01'
        WHEN 7 THEN node.founded + '-01' ELSE node.founded END IS NULL THEN 1
          WHEN coalesce(node.foundedBy < k.earliestDay, false)
            OR coalesce(CASE size(node.founded) WHEN 4 THEN node.founded + '-01-01' WHEN 7 THEN node.founded + '-01'
            ELSE node.founded END > k.latestDay, false) THEN 300
          WHEN coalesce(CASE size(node.founded) WHEN 4 THEN node.founded + '-01-01' WHEN 7 THEN node.founded + '-01'
            ELSE node.founded END >= k.earliestDay, true) AND coalesce(node.foundedBy <= k.latestDay, true) THEN 0
            ELSE 1 END
      ELSE 1 END AS plain
    WITH *, CASE WHEN NOT coalesce(k.negated, false) THEN plain WHEN plain = 0 THEN 300 WHEN plain = 1 THEN 1
      ELSE 0 END AS w
    CALL (c) {
      MATCH (measured:Metric {id: 'metric:' + c.metric})
      RETURN head(collect(measured)) AS gauge
    }
    WITH *, CASE k.predicate
      WHEN 'HOLDS' THEN 'recognised as ' + coalesce(t.nameEn, '“' + t.name + '”') + CASE
        WHEN k.orHigher = true THEN ' (or a higher one)' ELSE '' END
      WHEN 'HOLDS_LEVEL' THEN 'a certification of the ' + toLower(k.level) + ' level' + CASE
        WHEN k.orHigher = true THEN ' or a higher one' ELSE '' END + coalesce(' on the track ' + k.track, '')
      WHEN 'FIRST_RECOGNITION'
        THEN 'recognised as ' + coalesce(t.nameEn,
        '“' + t.name + '”') + ' for the first time' + coalesce(' ' + c.boundsEn, '')
      WHEN 'RE_EXAMINATION'
        THEN 're-examined as ' + coalesce(t.nameEn, '“' + t.name + '”') + coalesce(' ' + c.boundsEn, '')
      WHEN 'IN_REGION' THEN 'in ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'IN_PARK' THEN 'in ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'IN_CLUSTER' THEN 'part of ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'LISTED' THEN 'listed'
      WHEN 'FIGURE'
        THEN coalesce(gauge.nameEn, '“' + gauge.name + '”', k.metric) + coalesce(' (' + c.boundsEn + ')', '')
      WHEN 'CAPITAL' THEN 'registered capital' + coalesce(' (' + c.boundsEn + ')', '')
      WHEN 'FOUNDED' THEN 'founded' + coalesce(' ' + c.boundsEn, '')
      ELSE null END AS thing
    WITH node, h, c, k, w,
    CASE k.predicate
      WHEN 'HOLDS'
        THEN head([q
        IN certs WHERE (q.id = k.target
        OR (k.orHigher = true AND q.track = k.targetTrack AND q.rung > k.targetRung))] + [q
        IN certs WHERE q.track = k.targetTrack AND q.rung IS NOT NULL AND k.targetRung IS NOT NULL])
      WHEN 'FIRST_RECOGNITION'
        THEN head([q IN certs WHERE q.id = k.target
        AND q.renewed IS NULL] + [q IN certs WHERE q.id = k.target] + [q IN certs WHERE q.track = k.targetTrack
        AND q.rung IS NOT NULL AND k.targetRung IS NOT NULL])
      WHEN 'RE_EXAMINATION'
        THEN head([q IN certs WHERE q.id = k.target
        AND q.renewed IS NOT NULL] + [q IN certs WHERE q.id = k.target] + [q IN certs WHERE q.track = k.targetTrack
        AND q.rung IS NOT NULL AND k.targetRung IS NOT NULL])
      WHEN 'HOLDS_LEVEL'
        THEN head([q
        IN certs WHERE (q.level = k.level
        OR (k.orHigher = true AND q.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL']
        WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END))
        AND (k.track IS NULL OR q.track = k.track)])
      WHEN 'IN_REGION' THEN head([q IN places WHERE any(a IN q.up WHERE a.id = k.target)] + places)
      WHEN 'IN_PARK' THEN head([q IN places WHERE any(a IN q.up WHERE a.id = k.target)] + places)
      WHEN 'IN_CLUSTER' THEN head([q IN memberships WHERE any(a IN q.up WHERE a.id = k.target)])
      WHEN 'LISTED' THEN head(listings)
      ELSE null END AS nearest,
    head([f IN figures WHERE k.predicate = 'FIGURE' AND f.metric = coalesce(k.metric, k.predicate)
      AND f.unit = k.unit]) AS compared,
    CASE k.predicate WHEN 'CAPITAL' THEN 'capital' WHEN 'FOUNDED' THEN 'founded' WHEN 'LISTED' THEN 'listed'
      ELSE null END AS own,
    coalesce(c.summary, CASE WHEN k.negated = true THEN 'not ' ELSE '' END + CASE
      WHEN k.predicate IN ['HOLDS_LEVEL', 'FIGURE', 'CAPITAL'] THEN 'to have '
      ELSE 'to be ' END + thing, '“' + c.name + '”') AS textEn,
    CASE k.predicate
      WHEN 'HOLDS' THEN 'to be recognised as ' + coalesce(t.nameEn, '“' + t.name + '”') + CASE
        WHEN k.orHigher = true THEN ' (or a higher one)' ELSE '' END
      WHEN 'FIRST_RECOGNITION' THEN 'to be recognised as ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'RE_EXAMINATION' THEN 'to pass re-examination as ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'LISTED' THEN 'to be listed'
      ELSE 'to reach: ' + coalesce(c.summary, thing, '“' + c.name + '”') END AS change,
    CASE k.predicate
      WHEN 'HOLDS' THEN '获评' + t.name + CASE WHEN k.orHigher = true THEN '（或更高级别）' ELSE '' END
      WHEN 'FIRST_RECOGNITION' THEN '获评' + t.name
      WHEN 'RE_EXAMINATION' THEN '通过复审：' + t.name
      WHEN 'LISTED' THEN '上市'
      ELSE '达到：' + c.name END AS changeZh,
    CASE k.predicate
      WHEN 'HOLDS' THEN 'whether and when it was recognised as ' + coalesce(t.nameEn, '“' + t.name + '”') + CASE
        WHEN k.orHigher = true THEN ' (or a higher one)' ELSE '' END
      WHEN 'FIRST_RECOGNITION' THEN 'whether and when it was recognised as ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'RE_EXAMINATION'
        THEN 'whether and when it passed re-examination as ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'HOLDS_LEVEL' THEN 'its certifications and their levels: ' + coalesce(c.summary, thing, '“' + c.name + '”')
      WHEN 'IN_REGION' THEN 'where it is registered or works: whether in ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'IN_PARK' THEN 'where it is registered or works: whether in ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'IN_CLUSTER' THEN 'whether it belongs to ' + coalesce(t.nameEn, '“' + t.name + '”')
      WHEN 'LISTED' THEN 'whether it is listed'
      WHEN 'CAPITAL' THEN 'its registered capital'
      WHEN 'FOUNDED' THEN 'when it was founded'
      ELSE 'its latest figure: ' + coalesce(c.summary, thing, '“' + c.name + '”') END AS toFind,
    CASE k.predicate
      WHEN 'HOLDS' THEN '是否获评、何时获评' + t.name + CASE WHEN k.orHigher = true THEN '（或更高级别）' ELSE '' END
      WHEN 'FIRST_RECOGNITION' THEN '是否获评、何时获评' + t.name
      WHEN 'RE_EXAMINATION' THEN '是否、何时通过复审：' + t.name
      WHEN 'HOLDS_LEVEL' THEN '所获资质及其级别：' + c.name
      WHEN 'IN_REGION' THEN '注册或经营地点：是否在' + t.name
      WHEN 'IN_PARK' THEN '注册或经营地点：是否在' + t.name
      WHEN 'IN_CLUSTER' THEN '是否属于' + t.name
      WHEN 'LISTED' THEN '是否上市'
      WHEN 'CAPITAL' THEN '注册资本'
      WHEN 'FOUNDED' THEN '成立时间'
      ELSE '最近一期数据：' + c.name END AS toFindZh
    WITH h, c, k, w, own, textEn, change, changeZh, toFind, toFindZh, node AS holder, nearest.link AS link,
      head(compared.latest) AS lately
    CALL (holder, link) {
      MATCH (holder)-[f:CERTIFIED_AS|LOCATED_IN|BELONGS_TO|LISTED_ON]->()
      WHERE f.id = link
      RETURN head(collect(f)) AS fact
    }
    CALL (holder, lately) {
      MATCH (holder)<-[:OBSERVES]-(told:Observation)
      WHERE told.id = lately.id
      RETURN head(collect(told)) AS shown
    }
    WITH h, c, k, w, own, textEn, change, changeZh, toFind, toFindZh, fact, shown
    ORDER BY k.group, c.id
    WITH collect({
      w: w, group: k.group, condition: c, text: textEn, textZh: c.name, clause: h.clause, alternative: h.alternative,
        sources: h.sources,
      status: CASE w WHEN 0 THEN 'MET' WHEN 1 THEN 'UNKNOWN' ELSE 'UNMET' END,
      fact: fact, figure: shown, property: own,
      implied: coalesce(fact.status = 'IMPLIED', shown.status = 'IMPLIED', false),
      change: CASE WHEN w = 100 THEN change ELSE null END, changeZh: CASE WHEN w = 100 THEN changeZh ELSE null END,
      toFind: CASE WHEN w = 1 THEN toFind ELSE null END, toFindZh: CASE WHEN w = 1 THEN toFindZh ELSE null END
    }) AS conditions
    WITH conditions, CASE
      WHEN any(k IN conditions WHERE k.group > 0) THEN [k IN conditions WHERE k.group > 0 | k.group]
      ELSE [0] END AS groups
    CALL (conditions, groups) {
      UNWIND CASE WHEN groups = [0] THEN [] ELSE groups END AS g
      WITH DISTINCT conditions, g
      CALL (conditions, g) {
        UNWIND conditions AS k
        WITH k WHERE k.w > 0 AND (k.group = 0 OR k.group = g)
        RETURN collect({group: k.group, w: k.w, text: k.text, textZh: k.textZh, change: k.change, changeZh: k.changeZh,
          toFind: k.toFind, toFindZh: k.toFindZh}) AS asked
      }
      WITH g, reduce(total = 0, k IN asked | total + k.w) AS total, [k IN asked WHERE k.group > 0] AS own
      UNWIND [['not met: ', '不符合：', [k IN own WHERE k.w = 300 | k.text], [k IN own WHERE k.w = 300 | k.textZh]],
        ['missing: ', '尚缺：', [k IN own WHERE k.w = 100 | k.change], [k IN own WHERE k.w = 100 | k.changeZh]],
        ['not in the graph, to be looked into: ', '图中无据，需核实：', [k IN own WHERE k.w = 1 | k.toFind],
        [k IN own WHERE k.w = 1 | k.toFindZh]]] AS part
      WITH g, total, size(own) AS open, part[0] AS heading, part[1] AS headingZh, part[2] AS named, part[3] AS namedZh
      WITH g, total, open,
        collect(CASE WHEN size(named) = 0 THEN null
        ELSE heading + head(named) + reduce(said = '', one IN tail(named) | said + ', ' + one) END) AS parts,
        collect(CASE WHEN size(namedZh) = 0 THEN null
        ELSE headingZh + head(namedZh) + reduce(said = '', one IN tail(namedZh) | said + '，' + one) END) AS partsZh
      WITH g, total, open, CASE WHEN total = 0 THEN 0 WHEN total >= 300 THEN 3 WHEN total % 100 = 0 THEN 1
        ELSE 2 END AS best,
        coalesce(CASE WHEN size(parts) = 0 THEN null
        ELSE head(parts) + reduce(text = '', one IN tail(parts) | text + '; ' + one) END,
        'all conditions are met') AS lacks,
        coalesce(CASE WHEN size(partsZh) = 0 THEN null
        ELSE head(partsZh) + reduce(text = '', one IN tail(partsZh) | text + '；' + one) END, '条件均已满足') AS lacksZh
      ORDER BY best, total, g
      RETURN collect({alternative: g, status: ['ELIGIBLE', 'NEARLY', 'UNKNOWN', 'INELIGIBLE'][best], open: open,
        lacks: lacks, lacksZh: lacksZh}) AS alternatives
    }
    WITH conditions, alternatives, CASE WHEN size(alternatives) = 0 THEN 0
      ELSE head(alternatives).alternative END AS chosen
    WITH conditions, alternatives, chosen, CASE
      WHEN size(alternatives) < 2 OR any(a IN alternatives WHERE a.open = 0) THEN []
      ELSE ['one of these: ' + CASE
      WHEN size([a IN alternatives | '(' + toString(a.alternative) + ') ' + a.lacks]) = 0 THEN null
      ELSE head([a IN alternatives | '(' + toString(a.alternative) + ') ' + a.lacks]) + reduce(text = '', one
      IN tail([a IN alternatives | '(' + toString(a.alternative) + ') ' + a.lacks])
      | text + '; or ' + one) END] END AS ways, CASE
      WHEN size(alternatives) < 2 OR any(a IN alternatives WHERE a.open = 0) THEN []
      ELSE ['以下满足其一：' + CASE
      WHEN size([a IN alternatives | '（' + toString(a.alternative) + '）' + a.lacksZh]) = 0 THEN null
      ELSE head([a IN alternatives | '（' + toString(a.alternative) + '）' + a.lacksZh]) + reduce(text = '', one
      IN tail([a IN alternatives | '（' + toString(a.alternative) + '）' + a.lacksZh])
      | text + '；' + one) END] END AS waysZh
    CALL (conditions, chosen) {
      UNWIND conditions AS k
      WITH k WHERE k.w > 0 AND (k.group = 0 OR k.group = chosen)
      RETURN collect(k) AS missing
    }
    WITH conditions, alternatives, missing, ways, waysZh,
      [k IN missing WHERE k.group = 0
      OR size(ways) = 0
      | {w: k.w, text: k.text, textZh: k.textZh, change: k.change, changeZh: k.changeZh, toFind: k.toFind,
      toFindZh: k.toFindZh}] AS plain
    UNWIND [['not met: ', '不符合：', [k IN plain WHERE k.w = 300 | k.text], [k IN plain WHERE k.w = 300 | k.textZh]],
      ['missing: ', '尚缺：', [k IN plain WHERE k.w = 100 | k.change], [k IN plain WHERE k.w = 100 | k.changeZh]],
      ['not in the graph, to be looked into: ', '图中无据，需核实：', [k IN plain WHERE k.w = 1 | k.toFind],
      [k IN plain WHERE k.w = 1 | k.toFindZh]]] AS part
    WITH conditions, alternatives, missing, ways, waysZh, part[0] AS heading, part[1] AS headingZh, part[2] AS named,
      part[3] AS namedZh
    WITH conditions, alternatives, missing, ways, waysZh,
      collect(CASE WHEN size(named) = 0 THEN null
      ELSE heading + head(named) + reduce(said = '', one IN tail(named) | said + ', ' + one) END) AS plainParts,
      collect(CASE WHEN size(namedZh) = 0 THEN null
      ELSE headingZh + head(namedZh) + reduce(said = '', one IN tail(namedZh) | said + '，' + one) END) AS plainPartsZh
    RETURN conditions, alternatives, missing, plainParts + ways AS parts, plainPartsZh + waysZh AS partsZh
  }
  RETURN conditions, alternatives, missing, CASE WHEN size(conditions) = 0 THEN noneEn
    ELSE coalesce(CASE WHEN size(parts) = 0 THEN null
    ELSE head(parts) + reduce(text = '', one IN tail(parts) | text + '; ' + one) END,
    'all conditions are met') END AS lacks, CASE WHEN size(conditions) = 0 THEN noneZh
    ELSE coalesce(CASE WHEN size(partsZh) = 0 THEN null
    ELSE head(partsZh) + reduce(text = '', one IN tail(partsZh) | text + '；' + one) END, '条件均已满足') END AS lacksZh
}

RETURN node, rung, current, fact, conditions, alternatives, missing, lacks, lacksZh
ORDER BY rung IS NULL, rung DESC, node.sortName, node.id
