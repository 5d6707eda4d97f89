// Written by `npm run generate` from src/eligibility/rules: change it there.
// How many enterprises come up to a name and an id.
// params: name, id
// returns: n
MATCH (e:Enterprise)
WHERE e.sortName < $name OR (e.sortName = $name AND e.id <= $id)
RETURN count(e) AS n
