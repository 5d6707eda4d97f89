// Written by `npm run generate` from src/eligibility/rules: change it there.
// Who has a site where at a day.
// params: day
// returns: site, ids
UNWIND [$day] AS day
MATCH (site)<-[l:LOCATED_IN]-(e:Enterprise)
WHERE NOT l.status IN ['TARGET', 'FORECAST'] AND coalesce(l.startEarliest <= day, true)
  AND coalesce(l.endLatest >= day, true)
WITH site, e
RETURN site.id AS site, collect(DISTINCT e.id) AS ids
