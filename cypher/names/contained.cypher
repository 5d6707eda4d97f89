// names.contained: what belongs to an entity, or to a part of it, and has a text within its names.
// With direct, without what belongs to its parts.
// params: within, direct, text, kinds, most
// returns: id, labels, name, aliases

MATCH (:Entity {id: $within})<-[:PART_OF|LOCATED_IN*0..6]-(site:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(held:Entity)<-[:PART_OF*0..3]-(node:Entity)
WHERE node.searchText CONTAINS $text AND node.id <> $within
  AND ($kinds IS NULL OR any(label IN labels(node) WHERE label IN $kinds))
  AND (site = held OR ((site:Region OR site:Park)
    AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))
WITH DISTINCT node
WHERE NOT $direct OR (EXISTS { MATCH (node)-[:PART_OF|LOCATED_IN]->(:Entity {id: $within}) }
  OR EXISTS { MATCH (node)-[:OBSERVES|ABOUT|CHECKS|CONCERNS*1..2]->(:Entity {id: $within}) }
  OR EXISTS {
    MATCH (node)-[tie:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY]-(site:Entity {id: $within})
    WHERE (site:Region OR site:Park) AND site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END
  })

RETURN node.id AS id, labels(node) AS labels, node.name AS name, node.aliases AS aliases ORDER BY size(name), id LIMIT $most
