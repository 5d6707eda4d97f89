/* To try it, run these first:
:param id => 'enterprise:xinhongye';
:param first => 10;
*/
// Enterprise.similar: enterprises that share most with it, with what they share.
// on: Enterprise
// args: first: Int = 10
// returns: enterprise, score, shared, words
//
// Score: 3 points for each cluster, customer or supplier that both have, 2 for each park, 1 for each certification,
// 2 for the same line of business (industry), 2 for each product (MAKES) and 1 for each product in words that both make. What more than 20,000 enterprises
// share tells nothing and finds nobody; products are compared among the 1,000 that score highest by the rest.

MATCH (parent:Enterprise {id: $id})

CALL (parent) {
  MATCH (parent)-[:BELONGS_TO]->(cluster:Cluster)
  WITH DISTINCT cluster WHERE COUNT { (cluster)<-[:BELONGS_TO]-() } <= 20000
  MATCH (cluster)<-[:BELONGS_TO]-(other:Enterprise)
  WITH DISTINCT cluster, other
  RETURN other, 3 AS points
  UNION ALL
  MATCH (parent)-[:LOCATED_IN]->(park:Park)
  WITH DISTINCT park WHERE COUNT { (park)<-[:LOCATED_IN]-() } <= 20000
  MATCH (park)<-[:LOCATED_IN]-(other:Enterprise)
  WITH DISTINCT park, other
  RETURN other, 2 AS points
  UNION ALL
  MATCH (parent)-[:CERTIFIED_AS]->(title:Certification)
  WITH DISTINCT title WHERE COUNT { (title)<-[:CERTIFIED_AS]-() } <= 20000
  MATCH (title)<-[:CERTIFIED_AS]-(other:Enterprise)
  WITH DISTINCT title, other
  RETURN other, 1 AS points
  UNION ALL
  MATCH (parent)-[:SUPPLIES]->(customer:Enterprise)
  WITH DISTINCT customer WHERE COUNT { (customer)<-[:SUPPLIES]-() } <= 20000
  MATCH (customer)<-[:SUPPLIES]-(other:Enterprise)
  WITH DISTINCT customer, other
  RETURN other, 3 AS points
  UNION ALL
  MATCH (parent)<-[:SUPPLIES]-(supplier:Enterprise)
  WITH DISTINCT supplier WHERE COUNT { (supplier)-[:SUPPLIES]->() } <= 20000
  MATCH (supplier)-[:SUPPLIES]->(other:Enterprise)
  WITH DISTINCT supplier, other
  RETURN other, 3 AS points
  UNION ALL
  MATCH (parent)-[:MAKES]->(good:Product)
  WITH DISTINCT good WHERE COUNT { (good)<-[:MAKES]-() } <= 20000
  MATCH (good)<-[:MAKES]-(other:Enterprise)
  WITH DISTINCT good, other
  RETURN other, 2 AS points
  UNION ALL
  WITH parent WHERE parent.industry IS NOT NULL
  MATCH (other:Enterprise {industry: parent.industry})
  RETURN other, 2 AS points
}
WITH parent, other, sum(points) AS base
WHERE other <> parent
WITH parent, other, base ORDER BY base DESC, other.id LIMIT 1000
WITH parent, other, base, [word IN coalesce(parent.products, []) WHERE word IN coalesce(other.products, [])] AS goods
WITH parent, other, base + size(goods) AS score, goods + CASE WHEN parent.industry = other.industry THEN [parent.industry] ELSE [] END AS words
ORDER BY score DESC, other.sortName, other.id LIMIT $first
CALL (parent, other) {
  CALL (parent, other) {
    MATCH (parent)-[mine:BELONGS_TO]->(thing:Cluster)<-[theirs:BELONGS_TO]-(other)
    RETURN 'CLUSTER' AS how, 3 AS worth, thing, mine.sources + theirs.sources AS said
    UNION ALL
    MATCH (parent)-[mine:LOCATED_IN]->(thing:Park)<-[theirs:LOCATED_IN]-(other)
    RETURN 'PARK' AS how, 2 AS worth, thing, mine.sources + theirs.sources AS said
    UNION ALL
    MATCH (parent)-[mine:CERTIFIED_AS]->(thing:Certification)<-[theirs:CERTIFIED_AS]-(other)
    RETURN 'CERTIFICATION' AS how, 1 AS worth, thing, mine.sources + theirs.sources AS said
    UNION ALL
    MATCH (parent)-[mine:SUPPLIES]->(thing:Enterprise)<-[theirs:SUPPLIES]-(other)
    RETURN 'CUSTOMER' AS how, 3 AS worth, thing, mine.sources + theirs.sources AS said
    UNION ALL
    MATCH (parent)<-[mine:SUPPLIES]-(thing:Enterprise)-[theirs:SUPPLIES]->(other)
    RETURN 'SUPPLIER' AS how, 3 AS worth, thing, mine.sources + theirs.sources AS said
    UNION ALL
    MATCH (parent)-[mine:MAKES]->(thing:Product)<-[theirs:MAKES]-(other)
    RETURN 'PRODUCT' AS how, 2 AS worth, thing, mine.sources + theirs.sources AS said
  }
  UNWIND [0] AS cut
  WITH how, worth, thing, said ORDER BY worth DESC, how, thing.id, said
  WITH how, worth, thing, head(collect(said)) AS said
  WITH how, worth, thing, said ORDER BY worth DESC, how, thing.id
  RETURN collect({how: how, points: worth, entity: thing, sources: said}) AS reasons
}

RETURN other AS enterprise, score, reasons AS shared, words ORDER BY score DESC, enterprise.sortName, enterprise.id
