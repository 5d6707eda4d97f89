// Written by `npm run generate` from src/eligibility/rules: change it there.
// What is known of enterprises about one condition on certifications: a weight, and whom it is so of.
// params: k: the condition; day, asOf
// returns: w, ids
UNWIND [$k] AS k
UNWIND [$day] AS day
CALL (k, day) {
  WITH k, day
  MATCH (title:Certification)
  WHERE title.id = k.target OR title.track = k.targetTrack
    OR (k.predicate = 'HOLDS_LEVEL'
    AND (title.level = k.level
    OR (k.orHigher = true AND title.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL']
    WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END))
    AND (k.track IS NULL OR title.track = k.track))
  MATCH (title)<-[r:CERTIFIED_AS]-(e:Enterprise)
  WHERE NOT r.status IN ['TARGET', 'FORECAST']
  WITH k, e, r, title, day, CASE WHEN r.startEarliest > day THEN 3 WHEN r.endLatest < day THEN 2
    WHEN r.endEarliest < day THEN 1 WHEN r.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END AS stands, CASE
    WHEN toString(r.renewedIn) <= left(day, 4) THEN toString(r.renewedIn) ELSE null END AS renewed
  RETURN e, CASE k.predicate WHEN 'HOLDS' THEN CASE
    WHEN (title.id = k.target OR (k.orHigher = true AND title.track = k.targetTrack AND title.rung > k.targetRung))
    AND stands = 0 THEN 0
    WHEN (title.id = k.target OR (k.orHigher = true AND title.track = k.targetTrack AND title.rung > k.targetRung))
    AND stands = 1 THEN 1001 WHEN title.track = k.targetTrack AND title.rung > k.targetRung AND stands <= 1 THEN 2001
    WHEN (title.id = k.target AND stands >= 2)
    OR (title.track = k.targetTrack AND title.rung < k.targetRung AND r.status = 'STATED' AND stands = 0) THEN 3100
    ELSE CASE WHEN k.complete = true THEN 9100 ELSE 9001 END END WHEN 'HOLDS_LEVEL' THEN CASE
    WHEN (title.level = k.level
    OR (k.orHigher = true AND title.level IN CASE k.level WHEN 'DISTRICT' THEN ['MUNICIPAL', 'PROVINCIAL', 'NATIONAL']
    WHEN 'MUNICIPAL' THEN ['PROVINCIAL', 'NATIONAL'] WHEN 'PROVINCIAL' THEN ['NATIONAL'] ELSE [] END))
    AND (k.track IS NULL OR title.track = k.track) AND stands = 0 THEN 0 ELSE 9001 END
    WHEN 'FIRST_RECOGNITION' THEN CASE
    WHEN title.id = k.target AND renewed IS NULL AND stands = 0
    AND (k.earliestDay IS NULL OR r.startEarliest >= k.earliestDay)
    AND (k.latestDay IS NULL OR r.startLatest <= k.latestDay) THEN 0
    WHEN title.id = k.target AND renewed IS NULL AND stands <= 1
    AND NOT (coalesce(r.startLatest < k.earliestDay, false) OR coalesce(r.startEarliest > k.latestDay, false))
    THEN 1001 WHEN title.id = k.target AND stands <= 1 THEN 2300
    WHEN title.track = k.targetTrack AND title.rung > k.targetRung AND stands <= 1 THEN 3001
    WHEN (title.id = k.target AND stands >= 2)
    OR (title.track = k.targetTrack AND title.rung < k.targetRung AND r.status = 'STATED' AND stands = 0) THEN 4100
    ELSE CASE WHEN k.complete = true THEN 9100 ELSE 9001 END END WHEN 'RE_EXAMINATION' THEN CASE
    WHEN title.id = k.target AND renewed IS NOT NULL AND stands = 0
    AND (k.earliestDay IS NULL OR renewed >= left(k.earliestDay, 4))
    AND (k.latestDay IS NULL OR renewed <= left(k.latestDay, 4)) THEN 0
    WHEN title.id = k.target AND renewed IS NULL AND stands <= 1
    AND (($asOf IS NOT NULL AND r.startEarliest >= left(day, 4) + '-01-01')
    OR (k.validYears > 0 AND r.until IS NULL AND r.endEarliest > day)) THEN 1100
    WHEN title.id = k.target AND stands <= 1 THEN 2001
    WHEN title.track = k.targetTrack AND title.rung > k.targetRung AND stands <= 1 THEN 3001
    WHEN (title.id = k.target AND stands >= 2)
    OR (title.track = k.targetTrack AND title.rung < k.targetRung AND r.status = 'STATED' AND stands = 0) THEN 4100
    ELSE CASE WHEN k.complete = true THEN 9100 ELSE 9001 END END END AS code
}
WITH e, min(code) % 1000 AS w
RETURN w, collect(e.id) AS ids
