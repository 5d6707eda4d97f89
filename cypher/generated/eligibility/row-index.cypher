// Written by `npm run generate` from src/eligibility/rules: change it there.
// Every enterprise, by name.
// returns: ids
MATCH (e:Enterprise)
WITH e ORDER BY e.sortName, e.id
RETURN collect(e.id) AS ids
