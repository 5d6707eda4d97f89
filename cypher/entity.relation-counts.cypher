/* To try it, run these first:
:param id => 'region:xishan';
*/
// Entity.relationCounts: how many relations the entity has of each type and direction, by the kind at the other end.
// on: Entity
// returns: type, direction, kind, count

MATCH (parent:Entity {id: $id})

CALL (parent) {
  MATCH (parent)-[link]->(other:Entity)
  RETURN type(link) AS sort, 'OUT' AS way, head([label IN labels(other) WHERE label <> 'Entity']) AS label, count(*) AS many
  UNION ALL
  MATCH (parent)<-[link]-(other:Entity)
  RETURN type(link) AS sort, 'IN' AS way, head([label IN labels(other) WHERE label <> 'Entity']) AS label, count(*) AS many
}

RETURN sort AS type, way AS direction, label AS kind, many AS count ORDER BY type, direction DESC, kind
