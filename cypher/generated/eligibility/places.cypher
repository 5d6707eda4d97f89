// Written by `npm run generate` from src/eligibility/rules: change it there.
// What sites say of a condition on a place: of several sites of an enterprise the least code decides.
// params: k: the condition; sites: ids
// returns: id, code
UNWIND [$k] AS k
UNWIND $sites AS site_id
MATCH (site:Entity {id: site_id})
CALL (site) { MATCH (site)-[:LOCATED_IN|PART_OF*0..8]->(y) RETURN collect({id: y.id, level: y.regionLevel}) AS up }
RETURN site.id AS id, CASE k.predicate WHEN 'IN_REGION' THEN CASE WHEN any(a IN up WHERE a.id = k.target) THEN 0
  WHEN NOT coalesce(any(a IN up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA')),
  false) THEN 1001 ELSE 2300 END ELSE CASE WHEN any(a IN up WHERE a.id = k.target) THEN 0
  WHEN 'Park' IN labels(site) AND NOT site.id IN [b IN k.up | b.id] THEN 1300
  WHEN NOT coalesce(any(a IN up WHERE any(b IN k.up WHERE a.level = b.level AND a.id <> b.id AND a.level <> 'AREA')),
  false) THEN 2001 ELSE 3300 END END AS code
