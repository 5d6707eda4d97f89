/* To try it, run these first:
:param id => 'cluster:xishan-new-energy';
:param region => 'region:xishan';
*/
// Cluster.productGaps: for each product of the cluster, and what goes into it or stands before it, who makes it in a region and who elsewhere.
// on: Cluster
// args: region: ID!
// returns: product, depth, neededFor, count, verdict, makers, elsewhereCount, elsewhere, projects, sources
//
// The region counts with its parts, an enterprise directly or through a park; plans do not count. A product comes once,
// at the least number of steps before a product of the cluster, up to four.

MATCH (parent:Cluster {id: $id})

MATCH (area:Region {id: $region})
CALL (area) {
  MATCH (zone:Region)-[:PART_OF*0..6]->(area)
  RETURN zone AS place
  UNION
  MATCH (lot:Park)-[:PART_OF*0..3]->(:Park)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..6]->(area)
  RETURN lot AS place
}
WITH parent, collect(place) AS places
CALL (parent) {
  MATCH (parent)<-[:PART_OF*0..8]-(segment:Cluster)
  WITH DISTINCT segment
  MATCH (segment)<-[tie:BELONGS_TO]-(goal:Product)
  RETURN collect(DISTINCT goal) AS goals, collect(DISTINCT {id: goal.id, sources: tie.sources}) AS named
}
CALL (goals) {
  UNWIND goals AS goal
  MATCH way = (item:Product)-[:COMPONENT_OF|UPSTREAM_OF*0..4]->(goal)
  RETURN item, min(length(way)) AS depth
}
UNWIND [0] AS cut
WITH places, named, item, depth
CALL (item, places) {
  MATCH (item)<-[make:MAKES]-(local:Enterprise)-[:LOCATED_IN]->(spot)
  WHERE spot IN places AND NOT make.status IN ['TARGET', 'FORECAST']
  RETURN collect(DISTINCT local) AS locals
}
CALL (item, locals) {
  MATCH (item)<-[made:MAKES]-(distant:Enterprise)
  WHERE NOT distant IN locals AND NOT made.status IN ['TARGET', 'FORECAST']
  RETURN collect(DISTINCT distant) AS strangers
}
CALL (locals) {
  UNWIND locals AS shown
  WITH shown ORDER BY shown.sortName, shown.id LIMIT 10
  RETURN collect(shown) AS samples
}
CALL (strangers) {
  UNWIND strangers AS seen
  WITH seen ORDER BY seen.sortName, seen.id LIMIT 10
  RETURN collect(seen) AS others
}
CALL (item) {
  MATCH (item)-[:COMPONENT_OF|UPSTREAM_OF]->(whole:Product)
  WITH DISTINCT whole ORDER BY whole.sortName, whole.id
  RETURN collect(whole) AS wholes
}
CALL (item) {
  MATCH (item)<-[:MAKES]-(plan:Project)
  WITH DISTINCT plan ORDER BY plan.sortName, plan.id
  RETURN collect(plan) AS plans
}
CALL (item) {
  MATCH (item)-[link:COMPONENT_OF|UPSTREAM_OF]->(:Product)
  WITH link ORDER BY link.id
  UNWIND link.sources AS cited
  RETURN collect(DISTINCT cited) AS linked
}
WITH item, depth, locals, samples, strangers, others, wholes, plans,
  CASE depth WHEN 0 THEN reduce(found = [], one IN named | CASE WHEN one.id = item.id THEN found + one.sources ELSE found END) ELSE linked END AS said

RETURN item AS product, depth, wholes AS neededFor, size(locals) AS count,
  CASE size(locals) WHEN 0 THEN 'NONE' WHEN 1 THEN 'SINGLE' ELSE 'SEVERAL' END AS verdict, samples AS makers,
  size(strangers) AS elsewhereCount, others AS elsewhere, plans AS projects, said AS sources
  ORDER BY depth, product.sortName, product.id
