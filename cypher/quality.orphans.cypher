/* To try it, run these first:
:param kinds => null;
*/
// quality.orphans: entities without any relation, other than figures and documents, which are tied by their columns, and stages, which are words.
// root
// args: kinds: [EntityKind!]
// returns: node, detail, related

MATCH (node:Entity)
WHERE NOT node:Observation AND NOT node:Document AND NOT node:Stage AND NOT EXISTS { MATCH (node)--() }
  AND ($kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds))

RETURN node, 'no relation' AS detail, [] AS related ORDER BY node.sortName, node.id
