// Written by `npm run generate` from src/eligibility/rules: change it there.
// What is known of enterprises about one condition on the founding: a weight, and whom it is so of.
// params: k: the condition; day, asOf
// returns: w, ids
UNWIND [$k] AS k
UNWIND [$day] AS day
CALL (k, day) {
  WITH k, day
  MATCH (e:Enterprise)
  WHERE e.founded IS NOT NULL
  RETURN e, CASE WHEN CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01'
    ELSE e.founded END IS NULL THEN 1
      WHEN coalesce(e.foundedBy < k.earliestDay, false)
        OR coalesce(CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01'
        ELSE e.founded END > k.latestDay, false) THEN 300
      WHEN coalesce(CASE size(e.founded) WHEN 4 THEN e.founded + '-01-01' WHEN 7 THEN e.founded + '-01'
        ELSE e.founded END >= k.earliestDay, true) AND coalesce(e.foundedBy <= k.latestDay, true) THEN 0
        ELSE 1 END AS code
}
WITH e, min(code) % 1000 AS w
RETURN w, collect(e.id) AS ids
