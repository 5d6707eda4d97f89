/* To try it, run these first:
:param region => 'region:yangzhou';
:param first => 20;
*/
// focusOverlap: pairs of parks in a region whose declared foci overlap, those that share most first, and what they share.
// root
// args: region: ID!, first: Int = 20
// returns: one, other, count, shared
//
// Shared is each cluster in the focus of either that the other focuses on as well, itself or with a whole of it.

CALL () {
  MATCH (park:Park)
  WHERE EXISTS { MATCH (park)-[:LOCATED_IN|PART_OF*1..7]->(:Region {id: $region}) }
  WITH collect(park) AS parks
  UNWIND parks AS site
  MATCH (site)-[:FOCUSES_ON]->(aim:Cluster)-[:PART_OF*0..8]->(:Cluster)<-[:FOCUSES_ON]-(rival:Park)
  WHERE rival <> site AND rival IN parks
  WITH DISTINCT site, rival, aim
  WITH CASE WHEN site.id < rival.id THEN site.id ELSE rival.id END AS low,
    CASE WHEN site.id < rival.id THEN rival.id ELSE site.id END AS high,
    aim.id AS theme
  WITH low, high, count(DISTINCT theme) AS many
  ORDER BY many DESC, low, high LIMIT $first
  RETURN low, high, many
}
UNWIND [0] AS cut
MATCH (left:Park {id: low})
MATCH (right:Park {id: high})
CALL (left, right) {
  CALL (left, right) {
    MATCH (left)-[:FOCUSES_ON]->(own:Cluster)-[:PART_OF*0..8]->(:Cluster)<-[:FOCUSES_ON]-(right)
    RETURN own.id AS narrow
    UNION
    MATCH (right)-[:FOCUSES_ON]->(own:Cluster)-[:PART_OF*0..8]->(:Cluster)<-[:FOCUSES_ON]-(left)
    RETURN own.id AS narrow
  }
  UNWIND [0] AS cut2
  MATCH (common:Cluster {id: narrow})
  CALL (common, left) {
    MATCH (left)-[ours:FOCUSES_ON]->(:Cluster)<-[:PART_OF*0..8]-(common)
    WITH DISTINCT ours ORDER BY ours.id
    RETURN collect(ours) AS declared
  }
  CALL (common, right) {
    MATCH (right)-[your:FOCUSES_ON]->(:Cluster)<-[:PART_OF*0..8]-(common)
    WITH DISTINCT your ORDER BY your.id
    RETURN collect(your) AS stated
  }
  WITH DISTINCT common, declared, stated ORDER BY common.sortName, common.id
  RETURN collect({cluster: common, byOne: declared, byOther: stated}) AS overlaps
}

RETURN left AS one, right AS other, many AS count, overlaps AS shared ORDER BY count DESC, one.id, other.id
