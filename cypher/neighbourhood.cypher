/* To try it, run these first:
:param id => 'enterprise:xinhongye';
:param hops => 1;
:param kinds => null;
:param limit => 100;
:param perKind => null;
*/
// neighbourhood: the entities around one, nearest first, and the relations among them; empty for an unknown id.
// root
// args: id: ID!, hops: Int = 1, kinds: [EntityKind!], limit: Int = 100, perKind: Int
// returns: nodes, relations, truncated
//
// What keeps it small, whatever the graph: at a hop the first 1,001 by name of each kind are kept (of the first 20,000
// that the engine finds); 1,000 of them lead on, each if it has at most 1,000 relations; and where `limit` is reached
// without asking for kinds, no further hop is made. At the end the entities are looked up by their ids: the embedded
// engine gives what stands in a part of a list as a bare number.

CALL () {
  MATCH (centre:Entity {id: $id})
  CALL (centre) {
    MATCH (centre)-[:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES]-(next:Entity)
    WHERE next <> centre
    WITH labels(next) AS marks, collect(DISTINCT next) AS found
    UNWIND found[0..20000] AS one
    WITH marks, one ORDER BY one.sortName, one.id
    WITH marks, collect(one) AS found
    UNWIND found[0..1001] AS one
    WITH one ORDER BY one.sortName, one.id
    RETURN collect(one) AS ring1
  }
  WITH centre, ring1, [centre] + ring1 AS seen1,
    CASE WHEN size(ring1) <= $limit OR $kinds IS NOT NULL OR $perKind IS NOT NULL THEN ring1[0..1000] ELSE [] END AS rim1
  CALL (rim1, seen1) {
    UNWIND rim1 AS step
    WITH step, seen1 WHERE $hops >= 2 AND COUNT { (step)--() } <= 1000
    MATCH (step)-[:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES]-(next:Entity)
    WHERE NOT next IN seen1
    WITH labels(next) AS marks, collect(DISTINCT next) AS found
    UNWIND found[0..20000] AS one
    WITH marks, one ORDER BY one.sortName, one.id
    WITH marks, collect(one) AS found
    UNWIND found[0..1001] AS one
    WITH one ORDER BY one.sortName, one.id
    RETURN collect(one) AS ring2
  }
  WITH centre, ring1, ring2, seen1 + ring2 AS seen2,
    CASE WHEN size(seen1) + size(ring2) <= $limit + 1 OR $kinds IS NOT NULL OR $perKind IS NOT NULL THEN ring2[0..1000] ELSE [] END AS rim2
  CALL (rim2, seen2) {
    UNWIND rim2 AS step
    WITH step, seen2 WHERE $hops >= 3 AND COUNT { (step)--() } <= 1000
    MATCH (step)-[:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES]-(next:Entity)
    WHERE NOT next IN seen2
    WITH labels(next) AS marks, collect(DISTINCT next) AS found
    UNWIND found[0..20000] AS one
    WITH marks, one ORDER BY one.sortName, one.id
    WITH marks, collect(one) AS found
    UNWIND found[0..1001] AS one
    WITH one ORDER BY one.sortName, one.id
    RETURN collect(one) AS ring3
  }
  WITH centre, ring1, ring2, ring3, seen2 + ring3 AS seen3,
    CASE WHEN size(seen2) + size(ring3) <= $limit + 1 OR $kinds IS NOT NULL OR $perKind IS NOT NULL THEN ring3[0..1000] ELSE [] END AS rim3
  CALL (rim3, seen3) {
    UNWIND rim3 AS step
    WITH step, seen3 WHERE $hops >= 4 AND COUNT { (step)--() } <= 1000
    MATCH (step)-[:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES]-(next:Entity)
    WHERE NOT next IN seen3
    WITH labels(next) AS marks, collect(DISTINCT next) AS found
    UNWIND found[0..20000] AS one
    WITH marks, one ORDER BY one.sortName, one.id
    WITH marks, collect(one) AS found
    UNWIND found[0..1001] AS one
    WITH one ORDER BY one.sortName, one.id
    RETURN collect(one) AS ring4
  }
  CALL (ring1, ring2, ring3, ring4) {
    CALL (ring1, ring2, ring3, ring4) {
      UNWIND ring1 AS near
      RETURN near, 1 AS distance
      UNION ALL
      UNWIND ring2 AS near
      RETURN near, 2 AS distance
      UNION ALL
      UNWIND ring3 AS near
      RETURN near, 3 AS distance
      UNION ALL
      UNWIND ring4 AS near
      RETURN near, 4 AS distance
    }
    UNWIND [0] AS cut
    WITH near, distance, head([label IN labels(near) WHERE label <> 'Entity']) AS kind
    WHERE $kinds IS NULL OR kind IN $kinds
    WITH kind, near, distance ORDER BY distance, near.sortName, near.id
    WITH kind, collect({near: near, distance: distance}) AS group
    WITH group, coalesce($perKind, 1001) AS most
    WITH group[0..most] AS kept, size(group) > most AS left
    UNWIND kept AS item
    WITH item.near AS near, item.distance AS distance, left ORDER BY distance, near.sortName, near.id
    RETURN collect(near) AS around, coalesce(max(CASE WHEN left THEN 1 ELSE 0 END), 0) AS left
  }
  WITH [centre] + around[0..$limit] AS inner, size(around) > $limit OR left = 1 AS more
  CALL (inner) {
    UNWIND inner AS one
    MATCH (one)-[link]->(two:Entity)
    WHERE two IN inner
    WITH link ORDER BY link.id
    RETURN collect(link) AS links
  }
  RETURN [one IN inner | one.id] AS ids, links, more
  UNION
  UNWIND [0] AS none
  WITH none WHERE NOT EXISTS { MATCH (:Entity {id: $id}) }
  RETURN [] AS ids, [] AS links, false AS more
}
UNWIND [0] AS cut2
CALL (ids) {
  UNWIND range(0, size(ids) - 1) AS place
  MATCH (member:Entity {id: ids[place]})
  WITH member, place ORDER BY place
  RETURN collect(member) AS members
}

RETURN members AS nodes, links AS relations, more AS truncated
