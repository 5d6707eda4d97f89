// path: the shortest chain of relations between two entities; of several, the first by the ids on it.
// root
// args: from: ID!, to: ID!, maxHops: Int
// returns: length, nodes, relations, trail, steps

MATCH (start:Entity {id: $from})
MATCH (goal:Entity {id: $to})
CALL (start, goal) {
  WITH start, goal WHERE start = goal
  RETURN 0 AS hops, [start] AS chain, [] AS links
  UNION
  WITH start, goal WHERE start <> goal
  MATCH way = allShortestPaths((start)-[:LOCATED_IN|PART_OF|BELONGS_TO|SUPPLIES/*relations*/*1..6/*maxHops*/]-(goal))
  RETURN length(way) AS hops, nodes(way) AS chain, relationships(way) AS links
}

RETURN hops AS length, chain AS nodes, links AS relations, [n IN chain | n.id] AS trail, [link IN links | link.id] AS steps ORDER BY length, trail, steps
