// Written by `npm run generate` from src/eligibility/rules: change it there.
// A rung: its track and height.
// params: id
// returns: track, rung, today
MATCH (c:Certification {id: $id})
RETURN c.track AS track, c.rung AS rung, toString(date()) AS today
