/* To try it, run these first:
:param ids => ['enterprise:xinhongye', 'park:xishan-development-zone', 'institution:everbright'];
*/
// relationsAmong: every relation of which both ends are among the entities given.
// root
// args: ids: [ID!]!
// returns: node

UNWIND $ids AS given
WITH DISTINCT given
MATCH (one:Entity {id: given})-[link]->(other:Entity)
WHERE other.id IN $ids

RETURN link AS node ORDER BY node.id
