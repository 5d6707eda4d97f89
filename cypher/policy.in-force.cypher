/* To try it, run these first:
:param region => 'region:xishan';
:param direct => false;
*/
// policy.in-force: policies in force for a region or park: those that apply to it or to a region or park it lies
// in; with direct, to itself.
// root
// args: region: ID!, direct: Boolean = false
// returns: node

MATCH (:Entity {id: $region})-[:LOCATED_IN|PART_OF*0..8]->(whole:Entity)
MATCH (whole)<-[:APPLIES_TO]-(node:Policy)
WHERE NOT $direct OR whole.id = $region

RETURN DISTINCT node ORDER BY node.sortName, node.id
