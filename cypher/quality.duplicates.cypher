/* To try it, run these first:
:param kinds => null;
*/
// quality.duplicates: entities of one kind with the same name once region, brackets and legal form are left off; perhaps one thing twice.
// root
// args: kinds: [EntityKind!]
// returns: node, detail, mates, related
// details: related

CALL () {
  MATCH (one:Enterprise)
  WHERE one.coreKey IS NOT NULL AND ($kinds IS NULL OR 'Enterprise' IN $kinds)
  WITH one.coreKey AS key, count(*) AS many
  WHERE many > 1
  MATCH (one:Entity {coreKey: key})
  WHERE one:Enterprise
  RETURN key, [] AS mates, one AS node
  UNION ALL
  MATCH (other:Entity)
  WHERE NOT other:Observation AND NOT other:Enterprise AND NOT other:Metric AND NOT other:Check AND NOT other:Conflict
  WITH head([label IN labels(other) WHERE label <> 'Entity']) AS kind, other.nameKey AS key, collect(other) AS members, collect(other.id) AS mates
  WHERE size(mates) > 1 AND ($kinds IS NULL OR kind IN $kinds)
  UNWIND members AS node
  RETURN key, mates, node
}

CALL (node, mates) {
  CALL (node, mates) {
    WITH node WHERE node:Enterprise
    MATCH (twin:Entity {coreKey: node.coreKey})
    WHERE twin:Enterprise
    RETURN twin
    UNION
    UNWIND mates AS mate
    MATCH (twin:Entity {id: mate})
    RETURN twin
  }
  WITH node, twin
  WHERE twin <> node
  WITH twin ORDER BY twin.sortName, twin.id LIMIT 10
  RETURN collect(twin) AS related
}

RETURN node, 'also named ' + key AS detail, mates, related ORDER BY node.sortName, node.id
