/* To try it, run these first:
:param id => 'region:xishan';
:param direct => false;
*/
// place.policies: policies in force for a region or park: those that apply to it or to a region or park it lies in, each once;
// with direct, to itself. The edge is the nearest of these relations.
// on: Region, Park
// args: direct: Boolean = false
// returns: node, edge

MATCH (parent:Entity {id: $id})

MATCH (parent)-[above:LOCATED_IN|PART_OF*0..8]->(whole:Entity)<-[tie:APPLIES_TO]-(node:Policy)
WITH node, tie, size(above) AS far
WHERE NOT $direct OR far = 0
WITH node, tie, far ORDER BY far, tie.id
WITH node, head(collect(tie)) AS edge

RETURN node, edge ORDER BY node.sortName, node.id
