// path: the shortest chain of relations between two entities, and up to two others that share no step with it.
// root
// args: from: ID!, to: ID!, maxHops: Int, types: [RelationType!], avoid: [EntityKind!]
// returns: length, nodes, relations, avoided, alternatives
//
// Entities of the kinds to avoid lie on no path, the two ends excepted. Without `avoid` those are regions and
// documents; where no path is left then, none is avoided. Of several shortest the first by its ids is taken, of the
// first 1,000 that the engine finds.
// The embedded engine looks at a condition within the pattern while it searches, and at one on nodes(way) only
// afterwards; Neo4j is the other way round, so each has a file of its own.

MATCH (start:Entity {id: $from})
MATCH (goal:Entity {id: $to})
CALL (start, goal) {
  WITH start, goal WHERE start <> goal
  MATCH way = allShortestPaths((start)-[link:LOCATED_IN|PART_OF|BELONGS_TO|SUPPLIES/*relations*/*1..6/*maxHops*/
    WHERE ($types IS NULL OR type(link) IN $types)
      AND (startNode(link).id IN [$from, $to]
        OR none(label IN labels(startNode(link)) WHERE label IN coalesce($avoid, ['Region', 'Document'])))
      AND (endNode(link).id IN [$from, $to]
        OR none(label IN labels(endNode(link)) WHERE label IN coalesce($avoid, ['Region', 'Document'])))]-(goal))
  WITH way LIMIT 1000
  WITH nodes(way) AS chain, relationships(way) AS links
  WITH chain, links, [one IN chain | one.id] AS trail, [link IN links | link.id] AS marks
  ORDER BY trail, marks LIMIT 1
  RETURN collect({length: size(links), nodes: chain, relations: links, trail: trail, marks: marks}) AS strict
}
CALL (start, goal, strict) {
  WITH start, goal WHERE start <> goal AND $avoid IS NULL AND size(strict) = 0
  MATCH way = allShortestPaths((start)-[link:LOCATED_IN|PART_OF|BELONGS_TO|SUPPLIES/*relations*/*1..6/*maxHops*/
    WHERE ($types IS NULL OR type(link) IN $types)]-(goal))
  WITH way LIMIT 1000
  WITH nodes(way) AS chain, relationships(way) AS links
  WITH chain, links, [one IN chain | one.id] AS trail, [link IN links | link.id] AS marks
  ORDER BY trail, marks LIMIT 1
  RETURN collect({length: size(links), nodes: chain, relations: links, trail: trail, marks: marks}) AS loose
}
WITH start, goal,
  CASE WHEN size(loose) > 0 THEN [] ELSE coalesce($avoid, ['Region', 'Document']) END AS kept,
  CASE WHEN start = goal THEN [{length: 0, nodes: [start], relations: [], trail: [start.id], marks: []}]
    ELSE strict + loose END AS first
WITH start, goal, kept, first, head(first) AS best
WHERE best IS NOT NULL
WITH start, goal, kept, best, best.trail[1..-1] AS steps, best.marks AS used
CALL (start, goal, kept, steps, used) {
  WITH start, goal, kept, steps, used WHERE start <> goal
  MATCH way = allShortestPaths((start)-[link:LOCATED_IN|PART_OF|BELONGS_TO|SUPPLIES/*relations*/*1..6/*maxHops*/
    WHERE ($types IS NULL OR type(link) IN $types) AND NOT link.id IN used
      AND (startNode(link).id IN [$from, $to]
        OR (NOT startNode(link).id IN steps AND none(label IN labels(startNode(link)) WHERE label IN kept)))
      AND (endNode(link).id IN [$from, $to]
        OR (NOT endNode(link).id IN steps AND none(label IN labels(endNode(link)) WHERE label IN kept)))]-(goal))
  WITH way LIMIT 1000
  WITH nodes(way) AS chain, relationships(way) AS links
  WITH chain, links, [one IN chain | one.id] AS trail, [link IN links | link.id] AS marks
  ORDER BY trail, marks LIMIT 1
  RETURN collect({length: size(links), nodes: chain, relations: links, trail: trail, marks: marks}) AS second
}
WITH start, goal, kept, best, second, steps, used, head(second) AS other
WITH start, goal, kept, best, second, steps + coalesce(other.trail[1..-1], []) AS steps, used + coalesce(other.marks, []) AS used
CALL (start, goal, kept, steps, used, second) {
  WITH start, goal, kept, steps, used WHERE size(second) > 0
  MATCH way = allShortestPaths((start)-[link:LOCATED_IN|PART_OF|BELONGS_TO|SUPPLIES/*relations*/*1..6/*maxHops*/
    WHERE ($types IS NULL OR type(link) IN $types) AND NOT link.id IN used
      AND (startNode(link).id IN [$from, $to]
        OR (NOT startNode(link).id IN steps AND none(label IN labels(startNode(link)) WHERE label IN kept)))
      AND (endNode(link).id IN [$from, $to]
        OR (NOT endNode(link).id IN steps AND none(label IN labels(endNode(link)) WHERE label IN kept)))]-(goal))
  WITH way LIMIT 1000
  WITH nodes(way) AS chain, relationships(way) AS links
  WITH chain, links, [one IN chain | one.id] AS trail, [link IN links | link.id] AS marks
  ORDER BY trail, marks LIMIT 1
  RETURN collect({length: size(links), nodes: chain, relations: links, trail: trail, marks: marks}) AS third
}

RETURN best.length AS length, best.nodes AS nodes, best.relations AS relations, kept AS avoided, second + third AS alternatives
