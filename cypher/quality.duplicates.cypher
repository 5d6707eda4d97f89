/* To try it, run these first:
:param kinds => null;
*/
// quality.duplicates: entities of one kind with the same name once place, brackets and legal form are left off, or with another's name as an alias; perhaps one thing twice. What two places or 集团 tell apart is not.
// root
// args: kinds: [EntityKind!]
// returns: node, detail, found, related
// details: related

CALL () {
  MATCH (one:Enterprise)
  WHERE one.coreKey IS NOT NULL AND ($kinds IS NULL OR 'Enterprise' IN $kinds)
  WITH one.coreKey AS key, count(*) AS many
  WHERE many > 1
  MATCH (one:Entity {coreKey: key})
  WHERE one:Enterprise
  MATCH (twin:Entity {coreKey: key})
  WHERE twin:Enterprise AND twin <> one
    AND coalesce(one.grouped, false) = coalesce(twin.grouped, false)
    AND (one.placeStems IS NULL OR twin.placeStems IS NULL OR one.placeStems[0] IN twin.placeStems OR twin.placeStems[0] IN one.placeStems)
  WITH key, one, collect(twin.id) AS mates
  RETURN key, mates, one AS node
  UNION ALL
  MATCH (other:Entity)
  WHERE NOT other:Observation AND NOT other:Enterprise AND NOT other:Metric AND NOT other:Check AND NOT other:Conflict
  WITH head([label IN labels(other) WHERE label <> 'Entity']) AS kind, other.nameKey AS key, collect(other) AS members, collect(other.id) AS mates
  WHERE size(mates) > 1 AND ($kinds IS NULL OR kind IN $kinds)
  UNWIND members AS node
  RETURN key, mates, node
  UNION ALL
  MATCH (alias:Alias)
  MATCH (bearer:Entity {nameKey: alias.key})
  MATCH (owner:Entity {id: alias.entity})
  WITH alias.key AS key, owner, bearer, head([label IN labels(owner) WHERE label <> 'Entity']) AS kind, head([label IN labels(bearer) WHERE label <> 'Entity']) AS other
  WHERE owner <> bearer AND kind = other AND ($kinds IS NULL OR kind IN $kinds)
  UNWIND [[owner.id, bearer.id], [bearer.id, owner.id]] AS pair
  MATCH (node:Entity {id: pair[0]})
  RETURN key, [pair[1]] AS mates, node
}
WITH node, min(key) AS key, collect(mates) AS found

CALL (node, found) {
  UNWIND found AS list
  UNWIND list AS mate
  WITH DISTINCT node, mate
  WHERE mate <> node.id
  MATCH (twin:Entity {id: mate})
  WITH twin ORDER BY twin.sortName, twin.id LIMIT 10
  RETURN collect(twin) AS related
}

RETURN node, 'also named ' + key AS detail, found, related ORDER BY node.sortName, node.id
