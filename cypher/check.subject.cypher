/* To try it, run these first:
:param subject => 'region:xishan';
*/
// check.subject: checks over figures about an entity.
// root
// args: subject: ID!
// returns: node

MATCH (:Entity {id: $subject})<-[:OBSERVES]-(:Observation)<-[:CHECKS]-(node:Check)

RETURN DISTINCT node ORDER BY node.id
