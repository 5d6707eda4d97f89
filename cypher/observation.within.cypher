/* To try it, run these first:
:param within => 'region:xishan';
:param direct => false;
*/
// observation.within: figures about an entity, its parts, and what belongs to it or to them: what lies there, is hosted or
// undertaken by a region or park, in its focus, in force for it or issued by it; with direct, about the entity itself.
// root
// args: within: ID!, direct: Boolean = false
// returns: node

MATCH (:Entity {id: $within})<-[:PART_OF|LOCATED_IN*0..6]-(site:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(held:Entity)<-[:PART_OF*0..3]-(about:Entity)<-[:OBSERVES]-(node:Observation)
WHERE (NOT $direct OR about.id = $within)
  AND (site = held OR ((site:Region OR site:Park)
  AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))

RETURN DISTINCT node ORDER BY node.id
