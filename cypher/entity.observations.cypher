// Entity.observations: figures about the entity, by metric, the latest period first.
// on: Entity
// args: metric: String, period: String
// returns: node, edge

MATCH (parent:Entity {id: $id})

MATCH (parent)<-[edge:OBSERVES]-(node:Observation)
WHERE ($metric IS NULL OR node.metric = $metric) AND ($period IS NULL OR node.period = $period)

RETURN node, edge ORDER BY node.metric, node.period IS NULL, node.period DESC, node.id
