// quality.certifications-unplaced: certifications of which the level, or the rung on a track that has rungs, is not known.
// root
// returns: node, detail, related

MATCH (node:Certification)
WITH node, node.level IS NULL AS levelless, node.rung IS NULL AND EXISTS {
  MATCH (other:Certification) WHERE other.track = node.track AND other.rung IS NOT NULL
} AS rungless
WHERE levelless OR rungless
WITH node, CASE WHEN levelless AND rungless THEN 'level and rung unknown' WHEN rungless THEN 'rung unknown' ELSE 'level unknown' END AS words

RETURN node, words AS detail, [] AS related ORDER BY node.sortName, node.id
