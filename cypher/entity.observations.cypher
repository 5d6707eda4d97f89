/* To try it, run these first:
:param id => 'region:xishan';
:param metric => null;
:param period => null;
:param overlaps => null;
:param from => null;
:param to => null;
:param status => null;
:param bound => null;
:param withParts => false;
*/
// Entity.observations: figures of the entity and figures of others that are about it too, by metric, the latest period
// first; with those of its parts and of what belongs to it (as observation.within has it), where
// withParts is true. A period is its days, first/last:
// figures that lie in it are found, with `overlaps` those that have a day in common with it.
// on: Entity
// args: metric: String, period: String, overlaps: Period, from: Date, to: Date, status: FactStatus, bound: Bound, withParts: Boolean = false
// returns: node, edge

MATCH (parent:Entity {id: $id})

CALL (parent) {
  MATCH (parent)<-[found:OBSERVES|ABOUT]-(figure:Observation)
  RETURN figure, found
  UNION
  WITH parent WHERE $withParts
  MATCH (parent)<-[:PART_OF|LOCATED_IN*0..6]-(site:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(held:Entity)<-[:PART_OF*0..3]-(whose:Entity)<-[found:OBSERVES]-(figure:Observation)
  WHERE whose <> parent AND (site = held OR ((site:Region OR site:Park)
    AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))
    AND NOT EXISTS { (figure)-[:ABOUT]->(parent) }
  RETURN figure, found
}
UNWIND [0] AS cut
WITH parent, figure AS node, found AS edge
WHERE ($metric IS NULL OR node.metric = $metric) AND ($period IS NULL OR (node.periodStart >= left($period, 10) AND node.periodEnd <= substring($period, 11)))
  AND ($overlaps IS NULL OR (node.periodStart <= substring($overlaps, 11) AND node.periodEnd >= left($overlaps, 10)))
  AND ($from IS NULL OR node.periodStart >= $from) AND ($to IS NULL OR node.periodEnd <= $to)
  AND ($status IS NULL OR node.status = $status) AND ($bound IS NULL OR node.bound = $bound)

RETURN node, edge ORDER BY node.metric, node.period IS NULL, node.period DESC, node.id
