// neighbourhood: the entities around one, nearest first, and the relations among them; empty for an unknown id.
// root
// args: id: ID!, hops: Int, kinds: [EntityKind!], limit: Int
// returns: nodes, relations, truncated

CALL () {
  MATCH (centre:Entity {id: $id})
  CALL (centre) {
    MATCH way = (centre)-[:LOCATED_IN|PART_OF|BELONGS_TO|SUPPLIES/*relations*/*1..1/*hops*/]-(other:Entity)
    WHERE other <> centre AND ($kinds IS NULL OR any(label IN labels(other) WHERE label IN $kinds))
    WITH other, min(length(way)) AS distance ORDER BY distance, other.sortName, other.id LIMIT 1001
    RETURN collect(other) AS around
  }
  WITH [centre] + around[0..$limit] AS members, size(around) > $limit AS more
  CALL (members) {
    UNWIND members AS one
    MATCH (one)-[link]->(two:Entity)
    WHERE two IN members
    WITH link ORDER BY link.id
    RETURN collect(link) AS links
  }
  RETURN members, links, more
  UNION
  UNWIND [0] AS none
  WITH none WHERE NOT EXISTS { MATCH (:Entity {id: $id}) }
  RETURN [] AS members, [] AS links, false AS more
}

RETURN members AS nodes, links AS relations, more AS truncated
