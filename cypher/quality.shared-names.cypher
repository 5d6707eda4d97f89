/* To try it, run these first:
:param kinds => null;
*/
// quality.shared-names: entities of one kind that have an alias in common, so that it means none of them without more.
// root
// args: kinds: [EntityKind!]
// returns: node, detail, mates, related
// details: related

MATCH (alias:Alias)
WITH alias.key AS key, collect(alias.entity) AS holders
WHERE size(holders) > 1
UNWIND holders AS holder
MATCH (one:Entity {id: holder})
WITH key, head([label IN labels(one) WHERE label <> 'Entity']) AS kind, collect(one.id) AS ids
WHERE size(ids) > 1 AND ($kinds IS NULL OR kind IN $kinds)
UNWIND ids AS id
WITH id, min(key) AS key, collect(ids) AS mates
MATCH (node:Entity {id: id})

CALL (node, mates) {
  UNWIND mates AS list
  UNWIND list AS mate
  WITH DISTINCT node, mate
  WHERE mate <> node.id
  MATCH (twin:Entity {id: mate})
  WITH twin ORDER BY twin.sortName, twin.id LIMIT 10
  RETURN collect(twin) AS related
}

RETURN node, 'shares ' + key AS detail, mates, related ORDER BY node.sortName, node.id
