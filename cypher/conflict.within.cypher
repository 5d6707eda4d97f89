/* To try it, run these first:
:param within => 'region:wuzhong';
*/
// conflict.within: conflicts about an entity, its figures and checks over these, its parts, and what lies in it or in them.
// root
// args: within: ID!
// returns: node

MATCH (:Entity {id: $within})<-[:PART_OF|LOCATED_IN*0..6]-(:Entity)<-[:OBSERVES|ABOUT|CHECKS*0..2]-(:Entity)<-[:CONCERNS]-(node:Conflict)

RETURN DISTINCT node ORDER BY node.sortName, node.id
