/* To try it, run these first:
:param within => 'region:wuzhong';
:param direct => false;
*/
// conflict.within: conflicts about an entity, its figures and checks over these, its parts, and what belongs to it or to
// them (as observation.within has it); with direct, about the entity itself.
// root
// args: within: ID!, direct: Boolean = false
// returns: node

MATCH (:Entity {id: $within})<-[:PART_OF|LOCATED_IN*0..6]-(site:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(held:Entity)<-[:PART_OF*0..3]-(:Entity)<-[:OBSERVES|ABOUT|CHECKS*0..2]-(about:Entity)<-[:CONCERNS]-(node:Conflict)
WHERE (NOT $direct OR about.id = $within)
  AND (site = held OR ((site:Region OR site:Park)
  AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))

RETURN DISTINCT node ORDER BY node.sortName, node.id
