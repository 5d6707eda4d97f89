// Written by `npm run generate` from src/eligibility/rules: change it there.
// What is known of enterprises about one condition on listing: a weight, and whom it is so of.
// params: k: the condition; day, asOf
// returns: w, ids
UNWIND [$k] AS k
UNWIND [$day] AS day
CALL (k, day) {
  WITH k, day
  MATCH (:Institution)<-[q:LISTED_ON]-(e:Enterprise)
  WHERE NOT q.status IN ['TARGET', 'FORECAST']
  RETURN e, CASE CASE WHEN q.startEarliest > day THEN 3 WHEN q.endLatest < day THEN 2 WHEN q.endEarliest < day THEN 1
    WHEN q.startLatest <= day OR $asOf IS NULL THEN 0 ELSE 1 END WHEN 0 THEN 0 ELSE 1001 END AS code
  UNION ALL
  WITH k, day
  MATCH (e:Enterprise)
  WHERE $asOf IS NULL AND e.listed IS NOT NULL
  RETURN e, CASE WHEN e.listed THEN 0 ELSE 2100 END AS code
}
WITH e, min(code) % 1000 AS w
RETURN w, collect(e.id) AS ids
