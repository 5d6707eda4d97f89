// The part of the graph that the work measured touches, as @neo4j/graphql wants it declared.

export const typeDefs = /* GraphQL */ `
  type Enterprise @node(labels: ["Enterprise"]) {
    id: ID!
    name: String!
    sortName: String!
    creditCode: String
    founded: String
    capital: Float
    industry: String
    parks: [Park!]! @relationship(type: "LOCATED_IN", direction: OUT, properties: "LocatedIn")
    regions: [Region!]! @relationship(type: "LOCATED_IN", direction: OUT)
    clusters: [Cluster!]! @relationship(type: "BELONGS_TO", direction: OUT)
    certifications: [Certification!]!
      @relationship(type: "CERTIFIED_AS", direction: OUT, properties: "CertifiedAs")
    customers: [Enterprise!]! @relationship(type: "SUPPLIES", direction: OUT)
  }
  type LocatedIn @relationshipProperties {
    status: String!
  }
  type CertifiedAs @relationshipProperties {
    year: Int
  }
  type Park @node(labels: ["Park"]) {
    id: ID!
    name: String!
    sortName: String!
    enterprises: [Enterprise!]! @relationship(type: "LOCATED_IN", direction: IN)
    regions: [Region!]! @relationship(type: "LOCATED_IN", direction: OUT)
  }
  type Region @node(labels: ["Region"]) {
    id: ID!
    name: String!
    sortName: String!
    partOf: [Region!]! @relationship(type: "PART_OF", direction: OUT)
    parks: [Park!]! @relationship(type: "LOCATED_IN", direction: IN)
  }
  type Cluster @node(labels: ["Cluster"]) {
    id: ID!
    name: String!
    sortName: String!
    clusterType: String
    members: [Enterprise!]! @relationship(type: "BELONGS_TO", direction: IN)
    parts: [Cluster!]! @relationship(type: "PART_OF", direction: IN)
  }
  type Certification @node(labels: ["Certification"]) {
    id: ID!
    name: String!
    sortName: String!
    level: String
  }
`;
