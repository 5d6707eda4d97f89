/* To try it, run these first:
:param id => 'enterprise:xinhongye';
*/
// Enterprise.region: the smallest region an enterprise is placed in, directly or through its park.
// on: Enterprise
// returns: node, depth

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:LOCATED_IN|PART_OF*1..6]->(node:Region)
WITH DISTINCT node
OPTIONAL MATCH way = (node)-[:PART_OF*1..6]->(:Region)

RETURN node, coalesce(max(length(way)), 0) AS depth ORDER BY depth DESC, node.sortName, node.id
