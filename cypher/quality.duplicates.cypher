// quality.duplicates: entities of one kind with the same name once region, brackets and legal form are left off; perhaps one thing twice.
// root
// args: kinds: [EntityKind!]
// returns: node, detail, related

MATCH (one:Entity)
WHERE NOT one:Observation AND NOT one:Metric AND NOT one:Check AND NOT one:Conflict
WITH head([label IN labels(one) WHERE label <> 'Entity']) AS kind, coalesce(one.shortKey, one.nameKey) AS key, collect(one) AS members
WHERE size(members) > 1 AND ($kinds IS NULL OR kind IN $kinds)
UNWIND members AS node
CALL (node, members) {
  UNWIND members AS other
  WITH node, other WHERE other <> node
  WITH other ORDER BY other.sortName, other.id LIMIT 10
  RETURN collect(other) AS related
}

RETURN node, 'also named ' + key AS detail, related ORDER BY node.sortName, node.id
