/* To try it, run these first:
:param id => 'region:xishan';
*/
// Region.enterprises: enterprises in a region or a part of it, directly or through a park, by name.
// on: Region
// returns: node

MATCH (parent:Region {id: $id})

MATCH (parent)<-[:LOCATED_IN|PART_OF*1..6]-(node:Enterprise)

RETURN DISTINCT node ORDER BY node.sortName, node.id
