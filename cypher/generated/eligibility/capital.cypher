// Written by `npm run generate` from src/eligibility/rules: change it there.
// What is known of enterprises about one condition on the registered capital: a weight, and whom it is so of.
// params: k: the condition; day, asOf
// returns: w, ids
UNWIND [$k] AS k
UNWIND [$day] AS day
CALL (k, day) {
  WITH k, day
  MATCH (e:Enterprise)
  WHERE k.unit = 'yuan' AND e.capital IS NOT NULL
  RETURN e, CASE WHEN CASE WHEN k.atLeast IS NULL THEN 0 WHEN 'EXACT' = 'AT_LEAST' THEN CASE
    WHEN e.capital >= k.atLeast THEN 0 ELSE 1 END WHEN 'EXACT' = 'AT_MOST' THEN CASE
    WHEN e.capital < k.atLeast THEN 100 ELSE 1 END WHEN 'EXACT' = 'ABOUT' THEN CASE
    WHEN e.capital >= k.atLeast * 1.1 THEN 0 WHEN e.capital <= k.atLeast * 0.9 THEN 100 ELSE 1 END
    WHEN e.capital >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0
    WHEN 'EXACT' = 'AT_MOST' THEN CASE WHEN e.capital <= k.atMost THEN 0 ELSE 1 END WHEN 'EXACT' = 'AT_LEAST' THEN CASE
    WHEN e.capital > k.atMost THEN 100 ELSE 1 END WHEN 'EXACT' = 'ABOUT' THEN CASE
    WHEN e.capital <= k.atMost * 0.9 THEN 0 WHEN e.capital >= k.atMost * 1.1 THEN 100 ELSE 1 END
    WHEN e.capital <= k.atMost THEN 0 ELSE 100 END = 0 THEN 0 WHEN CASE WHEN k.atLeast IS NULL THEN 0
    WHEN 'EXACT' = 'AT_LEAST' THEN CASE WHEN e.capital >= k.atLeast THEN 0 ELSE 1 END
    WHEN 'EXACT' = 'AT_MOST' THEN CASE WHEN e.capital < k.atLeast THEN 100 ELSE 1 END WHEN 'EXACT' = 'ABOUT' THEN CASE
    WHEN e.capital >= k.atLeast * 1.1 THEN 0 WHEN e.capital <= k.atLeast * 0.9 THEN 100 ELSE 1 END
    WHEN e.capital >= k.atLeast THEN 0 ELSE 100 END + CASE WHEN k.atMost IS NULL THEN 0
    WHEN 'EXACT' = 'AT_MOST' THEN CASE WHEN e.capital <= k.atMost THEN 0 ELSE 1 END WHEN 'EXACT' = 'AT_LEAST' THEN CASE
    WHEN e.capital > k.atMost THEN 100 ELSE 1 END WHEN 'EXACT' = 'ABOUT' THEN CASE
    WHEN e.capital <= k.atMost * 0.9 THEN 0 WHEN e.capital >= k.atMost * 1.1 THEN 100 ELSE 1 END
    WHEN e.capital <= k.atMost THEN 0 ELSE 100 END >= 100 THEN 100 ELSE 1 END AS code
}
WITH e, min(code) % 1000 AS w
RETURN w, collect(e.id) AS ids
