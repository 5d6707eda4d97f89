/* To try it, run these first:
:param id => 'region:wuzhong';
:param direct => false;
*/
// Entity.conflicts: conflicts about the entity, about figures of it or checks over these, and about its parts and what
// belongs to it (as observation.within has it), each once; with direct, about the entity itself. The edge is the relation nearest the entity.
// on: Entity
// args: direct: Boolean = false
// returns: node, edge

MATCH (parent:Entity {id: $id})

MATCH (parent)<-[parts:PART_OF|LOCATED_IN*0..6]-(site:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(held:Entity)<-[below:PART_OF*0..3]-(:Entity)<-[steps:OBSERVES|ABOUT|CHECKS*0..2]-(about:Entity)<-[tie:CONCERNS]-(node:Conflict)
WHERE (site = held OR ((site:Region OR site:Park)
  AND all(bond IN ties WHERE site = CASE WHEN type(bond) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(bond) ELSE startNode(bond) END)))
WITH node, tie, size(parts) + size(ties) + size(below) + size(steps) AS far
WHERE NOT $direct OR far = 0
WITH node, tie, far ORDER BY far, tie.id
WITH node, head(collect(tie)) AS edge

RETURN node, edge ORDER BY node.sortName, node.id
