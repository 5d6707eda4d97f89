/* To try it, run these first:
:param within => 'region:xishan';
*/
// observation.within: figures about an entity, its parts, and what lies in it or in them.
// root
// args: within: ID!
// returns: node

MATCH (:Entity {id: $within})<-[:PART_OF|LOCATED_IN*0..6]-(:Entity)<-[:OBSERVES]-(node:Observation)

RETURN DISTINCT node ORDER BY node.id
