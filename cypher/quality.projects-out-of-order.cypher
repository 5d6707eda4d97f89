// quality.projects-out-of-order: projects that are said to have reached a later stage surely before an earlier one.
// root
// returns: node, detail, related

MATCH (node:Project {outOfOrder: true})-[lower:REACHED]->(early:Stage)
MATCH (node)-[upper:REACHED]->(late:Stage)
WHERE late.rank > early.rank AND upper.startLatest < lower.startEarliest
  AND NOT lower.status IN ['TARGET', 'FORECAST'] AND NOT upper.status IN ['TARGET', 'FORECAST']
WITH node, early, late, lower.since AS low, upper.since AS high ORDER BY early.rank, late.rank, low, high
WITH node, collect(early.name + ' ' + low + ', ' + late.name + ' ' + high) AS texts, collect(DISTINCT early) AS earlies
WITH node, head(texts) AS worst, size(texts) AS many, earlies

RETURN node, worst + CASE many WHEN 1 THEN '' ELSE ' and ' + toString(many - 1) + ' more' END AS detail, earlies AS related ORDER BY node.sortName, node.id
