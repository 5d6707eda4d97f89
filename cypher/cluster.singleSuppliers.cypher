// Cluster.singleSuppliers: members that are the only known source of something for a customer.
// on: Cluster
// args: region: ID, first: Int = 20
// returns: supplier, customer, product, relation, sources
//
// The only source: nobody else supplies the customer with the same product, nor with anything that is not named.
// A supply whose product is not named is one where the customer has no other supplier. Plans do not count.

MATCH (parent:Cluster {id: $id})

MATCH (parent)<-[:PART_OF*0..8]-(part:Cluster)
WITH DISTINCT part
MATCH (part)<-[tie:BELONGS_TO]-(member:Enterprise)
WHERE NOT tie.status IN ['TARGET', 'FORECAST']
WITH DISTINCT member
WHERE $region IS NULL OR EXISTS { MATCH (member)-[:LOCATED_IN|PART_OF*1..7]->(:Region {id: $region}) }
MATCH (member)-[supply:SUPPLIES]->(buyer:Enterprise)
WHERE member <> buyer AND (COUNT { (buyer)<-[:SUPPLIES]-() } = 1 OR NOT EXISTS {
    MATCH (buyer)<-[rival:SUPPLIES]-(other:Enterprise)
    WHERE other <> member AND other <> buyer AND coalesce(rival.product = supply.product, true)
  }) AND NOT supply.status IN ['TARGET', 'FORECAST']
WITH member, buyer, supply ORDER BY member.sortName, member.id, buyer.sortName, buyer.id, supply.id LIMIT $first

RETURN member AS supplier, buyer AS customer, supply.product AS product, supply AS relation, supply.sources AS sources
  ORDER BY supplier.sortName, supplier.id, customer.sortName, customer.id, relation.id
