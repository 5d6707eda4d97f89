// quality.duplicates: entities of one kind with the same name once region, brackets and legal form are left off; perhaps one thing twice.
// root
// args: kinds: [EntityKind!]
// returns: node, detail, related

CALL () {
  MATCH (one:Enterprise)
  WHERE one.coreKey IS NOT NULL
  WITH one.coreKey AS key, count(*) AS many
  WHERE many > 1
  MATCH (one:Enterprise {coreKey: key})
  RETURN 'Enterprise' AS kind, key, collect(one) AS members
  UNION ALL
  MATCH (one:Entity)
  WHERE NOT one:Observation AND NOT one:Enterprise AND NOT one:Metric AND NOT one:Check AND NOT one:Conflict
  WITH head([label IN labels(one) WHERE label <> 'Entity']) AS kind, one.nameKey AS key, collect(one) AS members
  WHERE size(members) > 1
  RETURN kind, key, members
}
WITH kind, key, members
WHERE $kinds IS NULL OR kind IN $kinds
UNWIND members AS node
CALL (node, members) {
  UNWIND members AS other
  WITH node, other WHERE other <> node
  WITH other ORDER BY other.sortName, other.id LIMIT 10
  RETURN collect(other) AS related
}

RETURN node, 'also named ' + key AS detail, related ORDER BY node.sortName, node.id
