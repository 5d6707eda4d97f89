/* To try it, run these first:
:param from => 'enterprise:xinhongye';
:param to => 'enterprise:zhongke-weizhi';
:param maxHops => 6;
:param types => null;
:param avoid => null;
*/
// path: the shortest chain of relations between two entities.
// root
// args: from: ID!, to: ID!, maxHops: Int = 6, types: [RelationType!], avoid: [EntityKind!]
// returns: length, nodes, relations, avoided, trail
//
// Entities of the kinds to avoid lie on no path, the two ends excepted. Without `avoid` those are regions and
// documents; where no path is left then, none is avoided. Of several shortest the first by its ids is taken, of the
// first 1,000 that the engine finds. Ids are carried along, not entities, and looked up at the end.
// The embedded engine looks at a condition within the pattern while it searches, and at one on nodes(way) only
// afterwards; Neo4j is the other way round, so each has a file of its own. Looking while searching is slow here: first
// it is tried whether one of the shortest of all paths will do.

MATCH (start:Entity {id: $from})
MATCH (goal:Entity {id: $to})
WITH start, goal, coalesce($avoid, ['Region', 'Document']) AS kept
CALL (start, goal, kept) {
  WITH start, goal, kept WHERE start <> goal
  MATCH way = allShortestPaths((start)-[:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES*1..10]-(goal))
  WHERE all(tie IN relationships(way) WHERE ($types IS NULL OR type(tie) IN $types))
    AND all(stop IN nodes(way) WHERE stop.id IN [$from, $to]
      OR none(label IN labels(stop) WHERE label IN kept))
  WITH way LIMIT 1000
  WITH [one IN nodes(way) | one.id] AS trail, [link IN relationships(way) | link.id] AS marks
  ORDER BY trail, marks LIMIT 1
  WHERE size(marks) <= $maxHops
  RETURN collect({trail: trail, marks: marks}) AS strict1
}
CALL (start, goal, kept, strict1) {
  WITH start, goal, kept WHERE start <> goal AND size(strict1) = 0
  MATCH way = allShortestPaths((start)-[link:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES*1..10
    WHERE ($types IS NULL OR type(link) IN $types)
      AND (startNode(link).id IN [$from, $to]
        OR none(label IN labels(startNode(link)) WHERE label IN kept))
      AND (endNode(link).id IN [$from, $to]
        OR none(label IN labels(endNode(link)) WHERE label IN kept))]-(goal))
  WITH way LIMIT 1000
  WITH [one IN nodes(way) | one.id] AS trail, [link IN relationships(way) | link.id] AS marks
  ORDER BY trail, marks LIMIT 1
  WHERE size(marks) <= $maxHops
  RETURN collect({trail: trail, marks: marks}) AS strict2
}
CALL (start, goal, strict1, strict2) {
  WITH start, goal WHERE start <> goal AND $avoid IS NULL AND size(strict1) + size(strict2) = 0
  MATCH way = allShortestPaths((start)-[link:LOCATED_IN|PART_OF|SUBSIDIARY_OF|BELONGS_TO|FOCUSES_ON|LEADS|CERTIFIED_AS|SUPPLIES|COOPERATES_WITH|INVESTS_IN|UNDERTAKES|
      ISSUED_BY|OFFERS|REQUIRES|APPLIES_TO|RECEIVED|GRANTED_CREDIT|LISTED_ON|HOSTS|PARTICIPATES_IN|TARGETS|MAKES|
      COMPONENT_OF|UPSTREAM_OF|SUBSTITUTES|EXCLUDES*1..10
    WHERE ($types IS NULL OR type(link) IN $types)]-(goal))
  WITH way LIMIT 1000
  WITH [one IN nodes(way) | one.id] AS trail, [link IN relationships(way) | link.id] AS marks
  ORDER BY trail, marks LIMIT 1
  WHERE size(marks) <= $maxHops
  RETURN collect({trail: trail, marks: marks}) AS loose
}
WITH start, goal, CASE WHEN size(loose) > 0 THEN [] ELSE kept END AS kept,
  CASE WHEN start = goal THEN {trail: [$from], marks: []} ELSE head(strict1 + strict2 + loose) END AS best
WHERE best IS NOT NULL
WITH kept, best AS found
CALL (found) {
  UNWIND range(0, size(found.trail) - 1) AS i
  MATCH (one:Entity {id: found.trail[i]})
  WITH one, i ORDER BY i
  RETURN collect(one) AS entities
}
CALL (found) {
  UNWIND range(0, size(found.marks) - 1) AS i
  MATCH (:Entity {id: found.trail[i]})-[step {id: found.marks[i]}]-(:Entity {id: found.trail[i + 1]})
  WITH step, i ORDER BY i
  RETURN collect(step) AS links
}

RETURN size(found.marks) AS length, entities AS nodes, links AS relations, kept AS avoided, found.trail AS trail ORDER BY length, trail
