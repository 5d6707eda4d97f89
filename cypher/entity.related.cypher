/* To try it, run these first:
:param id => 'region:xishan';
:param type => 'LOCATED_IN';
:param direction => 'BOTH';
:param kind => 'Enterprise';
:param text => null;
*/
// Entity.related: what the entity has relations of one type with, by name; those of a kind, those whose name has a text.
// on: Entity
// args: type: RelationType!, direction: Direction = BOTH, kind: EntityKind, text: String
// returns: node, edge

MATCH (parent:Entity {id: $id})

CALL (parent) {
  MATCH (parent)-[link]->(other:Entity)
  WHERE type(link) = $type AND $direction <> 'IN'
  RETURN other, link
  UNION
  MATCH (parent)<-[link]-(other:Entity)
  WHERE type(link) = $type AND $direction <> 'OUT'
  RETURN other, link
}
UNWIND [0] AS cut
WITH parent, other AS node, link AS edge
WHERE ($kind IS NULL OR $kind IN labels(node)) AND ($text IS NULL OR node.searchText CONTAINS $text)

RETURN node, edge ORDER BY node.sortName, node.id, edge.id
