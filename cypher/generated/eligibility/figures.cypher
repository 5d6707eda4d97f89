// Written by `npm run generate` from src/eligibility/rules: change it there.
// What is known of enterprises about one condition on a figure: a weight, and whom it is so of.
// params: k: the condition; day, asOf
// returns: w, ids
UNWIND [$k] AS k
UNWIND [$day] AS day
CALL (k, day) {
  WITH k, day
  MATCH (o:Observation {metric: k.metric})
  WHERE o.normalisedUnit = k.unit AND NOT o.status IN ['TARGET', 'FORECAST']
    AND ($asOf IS NULL OR coalesce(o.periodEnd <= day, false))
  MATCH (o)-[:OBSERVES]->(e:Enterprise)
  WITH e, coalesce(o.periodEnd, '') AS ended, CASE WHEN k.atLeast IS NULL THEN 0 WHEN o.bound = 'AT_LEAST' THEN CASE
    WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 1 END WHEN o.bound = 'AT_MOST' THEN CASE
    WHEN o.normalisedValue < k.atLeast THEN 100 ELSE 1 END WHEN o.bound = 'ABOUT' THEN CASE
    WHEN o.normalisedValue >= k.atLeast * 1.1 THEN 0 WHEN o.normalisedValue <= k.atLeast * 0.9 THEN 100 ELSE 1 END
    WHEN o.normalisedValue >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0
    WHEN o.bound = 'AT_MOST' THEN CASE WHEN o.normalisedValue <= k.atMost THEN 0 ELSE 1 END
    WHEN o.bound = 'AT_LEAST' THEN CASE WHEN o.normalisedValue > k.atMost THEN 100 ELSE 1 END
    WHEN o.bound = 'ABOUT' THEN CASE WHEN o.normalisedValue <= k.atMost * 0.9 THEN 0
    WHEN o.normalisedValue >= k.atMost * 1.1 THEN 100 ELSE 1 END WHEN o.normalisedValue <= k.atMost THEN 0
    ELSE 100 END AS answer
  WITH e, ended, min(answer) AS least, max(answer) AS most
  ORDER BY ended DESC
  WITH e, head(collect([least, most])) AS span
  RETURN e, CASE WHEN span[1] = 0 THEN 0 WHEN span[0] >= 100 THEN 100 ELSE 1 END AS code
}
WITH e, min(code) % 1000 AS w
RETURN w, collect(e.id) AS ids
