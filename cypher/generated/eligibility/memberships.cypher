// Written by `npm run generate` from src/eligibility/rules: change it there.
// What is known of enterprises about one condition on clusters: a weight, and whom it is so of.
// params: k: the condition; day, asOf
// returns: w, ids
UNWIND [$k] AS k
UNWIND [$day] AS day
CALL (k, day) {
  WITH k, day
  MATCH (:Cluster {id: k.target})<-[:PART_OF*0..4]-(part:Cluster)
  WITH DISTINCT part, day
  MATCH (part)<-[b:BELONGS_TO]-(e:Enterprise)
  WHERE NOT b.status IN ['TARGET', 'FORECAST'] AND coalesce(b.startEarliest <= day, true)
    AND coalesce(b.endLatest >= day, true)
  RETURN e, 0 AS code
}
WITH e, min(code) % 1000 AS w
RETURN w, collect(e.id) AS ids
