// names.within: those of some entities that belong to one, or to a part of it, as observation.within has it; figures,
// checks and conflicts with what they are about. Seen from each of them, so that a large place costs no more.
// With direct, those that belong to it without its parts, and what is about it itself.
// params: within, direct, ids
// returns: id

UNWIND $ids AS asked
MATCH (node:Entity {id: asked})
WHERE asked <> $within
  AND (NOT $direct OR (EXISTS { MATCH (node)-[:PART_OF|LOCATED_IN]->(:Entity {id: $within}) }
    OR EXISTS { MATCH (node)-[:OBSERVES|ABOUT|CHECKS|CONCERNS*1..2]->(:Entity {id: $within}) }
    OR EXISTS {
      MATCH (node)-[tie:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY]-(site:Entity {id: $within})
      WHERE (site:Region OR site:Park) AND site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END
    }))
  AND EXISTS {
  MATCH (node)-[:OBSERVES|ABOUT|CHECKS|CONCERNS*0..2]->(:Entity)-[:PART_OF*0..3]->(held:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(site:Entity)-[:PART_OF|LOCATED_IN*0..6]->(:Entity {id: $within})
  WHERE (site = held OR ((site:Region OR site:Park)
    AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))
}

RETURN node.id AS id ORDER BY id
