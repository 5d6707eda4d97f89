/* To try it, run these first:
:param id => 'cluster:xishan-equipment';
:param region => null;
:param first => 20;
*/
// Cluster.singleSuppliers: members that are the only known source of something for a customer.
// on: Cluster
// args: region: ID, first: Int = 20
// returns: supplier, customer, product, relation, sources
//
// The only source: nobody else supplies the customer with the same product, nor with anything that is not named.
// A supply whose product is not named is one where the customer has no other supplier. Or else: the only known maker of
// a product that goes into one that the customer makes. Plans do not count.

MATCH (parent:Cluster {id: $id})

CALL () {
  CALL () {
    MATCH (zone:Region)-[:PART_OF*0..6]->(:Region {id: $region})
    RETURN zone AS place
    UNION
    MATCH (lot:Park)-[:PART_OF*0..3]->(:Park)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..6]->(:Region {id: $region})
    RETURN lot AS place
  }
  RETURN collect(place) AS places
}
CALL (parent) {
  MATCH (parent)<-[:PART_OF*0..8]-(part:Cluster)
  WITH DISTINCT part
  MATCH (part)<-[tie:BELONGS_TO]-(member:Enterprise)
  WHERE NOT tie.status IN ['TARGET', 'FORECAST']
  RETURN DISTINCT member
}
UNWIND [0] AS cut
WITH member, places
WHERE $region IS NULL OR EXISTS { MATCH (member)-[:LOCATED_IN]->(spot) WHERE spot IN places }
WITH member ORDER BY member.sortName
CALL (member) {
  MATCH (member)-[supply:SUPPLIES]->(buyer:Enterprise)
  WHERE member <> buyer AND NOT supply.status IN ['TARGET', 'FORECAST']
    AND (COUNT { (buyer)<-[:SUPPLIES]-() } = 1 OR NOT EXISTS {
      MATCH (buyer)<-[rival:SUPPLIES]-(other:Enterprise)
      WHERE other <> member AND other <> buyer AND coalesce(rival.product = supply.product, true)
    })
  RETURN buyer, supply, supply.product AS good
  UNION
  MATCH (member)-[supply:MAKES]->(part:Product)-[:COMPONENT_OF|UPSTREAM_OF]->(:Product)<-[use:MAKES]-(buyer:Enterprise)
  WHERE member <> buyer AND NOT supply.status IN ['TARGET', 'FORECAST'] AND NOT use.status IN ['TARGET', 'FORECAST']
    AND NOT EXISTS {
      MATCH (part)<-[make:MAKES]-(maker:Enterprise)
      WHERE maker <> member AND NOT make.status IN ['TARGET', 'FORECAST']
    }
  RETURN buyer, supply, part.name AS good
}
UNWIND [0] AS cut2
WITH member, buyer, supply, good ORDER BY member.sortName, member.id, buyer.sortName, buyer.id, supply.id LIMIT $first

RETURN member AS supplier, buyer AS customer, good AS product, supply AS relation, supply.sources AS sources
  ORDER BY supplier.sortName, supplier.id, customer.sortName, customer.id, relation.id
