/* To try it, run these first:
:param id => 'enterprise:xinhongye';
*/
// Enterprise.region: the smallest region an enterprise is placed in, directly or through its park.
// on: Enterprise
// returns: node, depth

MATCH (parent:Enterprise {id: $id})

MATCH (parent)-[:LOCATED_IN|PART_OF*1..6]->(node:Region)
WITH DISTINCT node

// The more wholes it lies in, the smaller it is. Counted, not matched: an OPTIONAL MATCH looks at every region anew on
// the embedded engine, for each enterprise of a list.
RETURN node, COUNT { (node)-[:PART_OF*1..6]->(:Region) } AS depth ORDER BY depth DESC, node.sortName, node.id
