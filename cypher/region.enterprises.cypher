/* To try it, run these first:
:param id => 'region:xishan';
:param direct => false;
*/
// Region.enterprises: enterprises in a region or a part of it, directly or through a park, by name; with direct, placed
// in the region itself.
// on: Region
// args: direct: Boolean = false
// returns: node

MATCH (parent:Region {id: $id})

MATCH (parent)<-[links:LOCATED_IN|PART_OF*1..6]-(node:Enterprise)
WHERE NOT $direct OR size(links) = 1

RETURN DISTINCT node ORDER BY node.sortName, node.id
