/* To try it, run these first:
:param ids => ['enterprise:xinhongye', 'enterprise:zhongke-weizhi'];
:param atLeast => null;
:param kinds => null;
:param first => 20;
*/
// commonNeighbours: what several entities all have a relation with, or at least so many of them, and through which.
// root
// args: ids: [ID!]!, atLeast: Int, kinds: [EntityKind!], first: Int = 20
// returns: entity, count, of, relations

UNWIND $ids AS given
WITH DISTINCT given
MATCH (asked:Entity {id: given})-[:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES]-(common:Entity)
WHERE $kinds IS NULL OR any(label IN labels(common) WHERE label IN $kinds)
WITH common, count(DISTINCT asked) AS together
WHERE together >= coalesce($atLeast, size($ids)) AND NOT common.id IN $ids
WITH common, together ORDER BY together DESC, common.sortName, common.id LIMIT $first
CALL (common) {
  UNWIND $ids AS wanted
  WITH DISTINCT common, wanted
  MATCH (member:Entity {id: wanted})-[link:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES]-(common)
  WITH member, link ORDER BY member.sortName, member.id, link.id
  RETURN collect(DISTINCT member) AS members, collect(link) AS links
}

RETURN common AS entity, together AS count, members AS of, links AS relations ORDER BY count DESC, entity.sortName, entity.id
