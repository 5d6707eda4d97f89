// Written by `npm run generate` from src/eligibility/rules: change it there.
// The highest rung of each enterprise on a track; null where none of its titles stands at that day.
// params: track, day, asOf
// returns: height, ids
UNWIND [$day] AS day
MATCH (title:Certification {track: $track})<-[r:CERTIFIED_AS]-(e:Enterprise)
WHERE title.rung IS NOT NULL
WITH e, max(CASE WHEN NOT r.status IN ['TARGET', 'FORECAST'] AND CASE WHEN r.startEarliest > day THEN 3
  WHEN r.endLatest < day THEN 2 WHEN r.endEarliest < day THEN 1 WHEN r.startLatest <= day OR $asOf IS NULL THEN 0
  ELSE 1 END <= 1 THEN title.rung ELSE null END) AS height
RETURN height, collect(e.id) AS ids
