// commonNeighbours: what several entities all have a relation with, or at least so many of them, and through which.
// root
// args: ids: [ID!]!, atLeast: Int, kinds: [EntityKind!], first: Int = 20
// returns: entity, count, of, relations

UNWIND $ids AS given
WITH DISTINCT given
MATCH (asked:Entity {id: given})-[:LOCATED_IN|PART_OF|BELONGS_TO|SUPPLIES/*relations*/]-(common:Entity)
WHERE $kinds IS NULL OR any(label IN labels(common) WHERE label IN $kinds)
WITH common, count(DISTINCT asked) AS together
WHERE together >= coalesce($atLeast, size($ids)) AND NOT common.id IN $ids
WITH common, together ORDER BY together DESC, common.sortName, common.id LIMIT $first
CALL (common) {
  UNWIND $ids AS wanted
  WITH DISTINCT common, wanted
  MATCH (member:Entity {id: wanted})-[link:LOCATED_IN|PART_OF|BELONGS_TO|SUPPLIES/*relations*/]-(common)
  WITH member, link ORDER BY member.sortName, member.id, link.id
  RETURN collect(DISTINCT member) AS members, collect(link) AS links
}

RETURN common AS entity, together AS count, members AS of, links AS relations ORDER BY count DESC, entity.sortName, entity.id
