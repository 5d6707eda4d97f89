// quality.certifications-unplaced: certifications of which the level, or the rung on their track, is not known.
// root
// returns: node, detail, related

MATCH (node:Certification)
WHERE node.level IS NULL OR (node.track IS NOT NULL AND node.rung IS NULL)
WITH node, CASE WHEN node.level IS NOT NULL THEN 'rung unknown'
  WHEN node.track IS NOT NULL AND node.rung IS NULL THEN 'level and rung unknown' ELSE 'level unknown' END AS detail

RETURN node, detail, [] AS related ORDER BY node.sortName, node.id
