// Three requests, each as GraphQL and as the Cypher that a practised hand would write for Neo4j: the same answer.

export interface Shape {
  readonly name: string;
  /** The kind whose ids are asked for. */
  readonly kind: "Enterprise" | "Park";
  /** Takes `$id`. */
  readonly request: string;
  /** Takes `$id`; its column `answer` equals the field of the request. */
  readonly byHand: string;
}

export const shapes: readonly Shape[] = [
  {
    name: "enterprise card",
    kind: "Enterprise",
    request: `query ($id: ID!) {
      answer: enterprise(id: $id) {
        id name capital
        park { id name }
        certifications(first: 10) { nodes { id name level } }
        clusters(first: 10) { nodes { id name } }
        customers(first: 10) { nodes { id name } }
      }
    }`,
    byHand: `MATCH (e:Enterprise {id: $id})
RETURN e {
  .id, .name, .capital,
  park: head(COLLECT {
    MATCH (e)-[r:LOCATED_IN]->(p:Park)
    WITH p, r ORDER BY CASE r.status WHEN 'STATED' THEN 0 WHEN 'IMPLIED' THEN 1 ELSE 2 END, p.sortName, p.id LIMIT 1
    RETURN p {.id, .name}
  }),
  certifications: {nodes: COLLECT {
    MATCH (e)-[:CERTIFIED_AS]->(c:Certification)
    WITH c ORDER BY c.sortName, c.id LIMIT 10
    RETURN c {.id, .name, .level}
  }},
  clusters: {nodes: COLLECT {
    MATCH (e)-[:BELONGS_TO]->(c:Cluster)
    WITH c ORDER BY c.sortName, c.id LIMIT 10
    RETURN c {.id, .name}
  }},
  customers: {nodes: COLLECT {
    MATCH (e)-[:SUPPLIES]->(c:Enterprise)
    WITH c ORDER BY c.sortName, c.id LIMIT 10
    RETURN c {.id, .name}
  }}
} AS answer`,
  },
  {
    name: "park page",
    kind: "Park",
    request: `query ($id: ID!) {
      answer: park(id: $id) {
        id name
        enterprises(first: 20, orderBy: [{ field: CAPITAL, direction: DESC }]) {
          totalCount
          nodes { id name capital certifications(first: 5) { nodes { id name } } }
        }
      }
    }`,
    byHand: `MATCH (p:Park {id: $id})
RETURN p {
  .id, .name,
  enterprises: {
    totalCount: COUNT { (p)<-[:LOCATED_IN]-(:Enterprise) },
    nodes: COLLECT {
      MATCH (p)<-[:LOCATED_IN]-(e:Enterprise)
      WITH e ORDER BY e.capital IS NULL, e.capital DESC, e.id LIMIT 20
      RETURN e {
        .id, .name, .capital,
        certifications: {nodes: COLLECT {
          MATCH (e)-[:CERTIFIED_AS]->(c:Certification)
          WITH c ORDER BY c.sortName, c.id LIMIT 5
          RETURN c {.id, .name}
        }}
      }
    }
  }
} AS answer`,
  },
  {
    name: "two hops",
    kind: "Enterprise",
    request: `query ($id: ID!) {
      answer: enterprise(id: $id) {
        id name
        customers(first: 20) { nodes { id name customers(first: 20) { nodes { id name } } } }
      }
    }`,
    byHand: `MATCH (e:Enterprise {id: $id})
RETURN e {
  .id, .name,
  customers: {nodes: COLLECT {
    MATCH (e)-[:SUPPLIES]->(c:Enterprise)
    WITH c ORDER BY c.sortName, c.id LIMIT 20
    RETURN c {
      .id, .name,
      customers: {nodes: COLLECT {
        MATCH (c)-[:SUPPLIES]->(d:Enterprise)
        WITH d ORDER BY d.sortName, d.id LIMIT 20
        RETURN d {.id, .name}
      }}
    }
  }}
} AS answer`,
  },
];
