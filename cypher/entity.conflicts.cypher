/* To try it, run these first:
:param id => 'region:wuzhong';
:param direct => false;
*/
// Entity.conflicts: conflicts about the entity, about figures of it or checks over these, and about its parts and what
// lies in it, each once; with direct, about the entity itself. The edge is the relation nearest the entity.
// on: Entity
// args: direct: Boolean = false
// returns: node, edge

MATCH (parent:Entity {id: $id})

MATCH (parent)<-[parts:PART_OF|LOCATED_IN*0..6]-(site:Entity)<-[steps:OBSERVES|ABOUT|CHECKS*0..2]-(about:Entity)<-[tie:CONCERNS]-(node:Conflict)
WITH node, tie, size(parts) + size(steps) AS far
WHERE NOT $direct OR far = 0
WITH node, tie, far ORDER BY far, tie.id
WITH node, head(collect(tie)) AS edge

RETURN node, edge ORDER BY node.sortName, node.id
