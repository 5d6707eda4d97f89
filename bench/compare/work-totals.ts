// Work that counts: the certified by cluster, and totals within totals.
import { certificationId, clusterId } from "../../scripts/synthetic/world.ts";
import { type Fields, list, object, type Work } from "./work.ts";

const byId = (one: Fields, other: Fields): number => (String(one.id) < String(other.id) ? -1 : 1);

/** Enterprises with a certification that `filter` tells, by cluster: the batch form against one count a cluster. */
function totals(
  name: string,
  type: { readonly ours: string; readonly peer: string },
  filter: { readonly ours: string; readonly peer: string; readonly limit: string },
  variables: Work["variables"],
): Work {
  return {
    name,
    ours: `query Totals($held: ${type.ours}!) {
    enterprises(filter: { ${filter.ours}: $held }) { facets { clusters(first: 1000) { key count } } } }`,
    peer: `query Totals($held: ${type.peer}!) { clusters(where: { clusterType: { eq: "PART" } }) { id
    membersConnection(where: { node: { certifications: { some: { ${filter.peer}: { eq: $held } } } } }) {
      totalCount } } }`,
    limit: `MATCH (e:Enterprise)-[:CERTIFIED_AS]->(:Certification {${filter.limit}: $held})
    WITH DISTINCT e
    MATCH (e)-[:BELONGS_TO]->(part:Cluster)
    WITH part, collect(DISTINCT e) AS held
    MATCH (part)-[:PART_OF*0..3]->(k:Cluster)
    UNWIND held AS e
    WITH k, count(DISTINCT e) AS count ORDER BY count DESC, k.id LIMIT 1000
    WITH collect({key: k.id, count: count}) AS found
    RETURN {enterprises: {facets: {clusters: found}}} AS data`,
    fromOurs: (data) =>
      list(object(object(data.enterprises).facets).clusters)
        .filter(({ key }) => String(key).startsWith("cluster:synthetic-part-"))
        .map(({ key, count }) => ({ id: key ?? null, count: count ?? null }))
        .sort(byId),
    fromPeer: (data) =>
      list(data.clusters)
        .map(({ id, membersConnection }) => ({
          id: id ?? null,
          count: object(membersConnection).totalCount ?? null,
        }))
        .filter(({ count }) => count !== 0)
        .sort(byId),
    variables,
  };
}

const byCertification = totals(
  "totals, one certification",
  { ours: "ID", peer: "ID" },
  { ours: "certifiedAs", peer: "id", limit: "id" },
  () => Array.from({ length: 16 }, (_, index) => ({ held: certificationId(index * 2) })),
);

const byLevel = totals(
  "totals, all of a level",
  { ours: "CertificationLevel", peer: "String" },
  { ours: "certificationLevel", peer: "level", limit: "level" },
  () => ["NATIONAL", "PROVINCIAL", "MUNICIPAL"].map((held) => ({ held })),
);

const nestedTotals: Work = {
  name: "nested totals",
  ours: `query Nested($id: ID!) { cluster(id: $id) { id parts(first: 10) { nodes { id
    members(first: 3) { totalCount nodes { id customers { totalCount } certifications { totalCount } } } } } } }`,
  peer: `query Nested($id: ID!) { clusters(where: { id: { eq: $id } }) { id
    parts(limit: 10, sort: [{ sortName: ASC }, { id: ASC }]) { id
      membersConnection(first: 3, sort: [{ node: { sortName: ASC } }, { node: { id: ASC } }]) { totalCount
        edges { node { id customersConnection { totalCount } certificationsConnection { totalCount } } } } } } }`,
  limit: `MATCH (k:Cluster {id: $id})
    CALL (k) { MATCH (k)<-[:PART_OF]-(p:Cluster) WITH p ORDER BY p.sortName, p.id LIMIT 10
      CALL (p) { MATCH (p)<-[:BELONGS_TO]-(e:Enterprise) RETURN count(e) AS total }
      CALL (p) { MATCH (p)<-[:BELONGS_TO]-(e:Enterprise) WITH e ORDER BY e.sortName, e.id LIMIT 3
        WITH e, COUNT { (e)-[:SUPPLIES]->(:Enterprise) } AS customers,
          COUNT { (e)-[:CERTIFIED_AS]->(:Certification) } AS held
        ORDER BY e.sortName, e.id
        RETURN collect({id: e.id, customers: {totalCount: customers}, certifications: {totalCount: held}}) AS page }
      WITH p, total, page ORDER BY p.sortName, p.id
      RETURN collect({id: p.id, members: {totalCount: total, nodes: page}}) AS parts }
    RETURN {cluster: {id: k.id, parts: {nodes: parts}}} AS data`,
  fromOurs: (data) =>
    list(object(object(data.cluster).parts).nodes).map(({ id, members }) => ({
      id: id ?? null,
      total: object(members).totalCount ?? null,
      page: list(object(members).nodes).map((node) => ({
        id: node.id ?? null,
        customers: object(node.customers).totalCount ?? null,
        certifications: object(node.certifications).totalCount ?? null,
      })),
    })),
  fromPeer: (data) =>
    list(object(list(data.clusters)[0]).parts).map(({ id, membersConnection }) => ({
      id: id ?? null,
      total: object(membersConnection).totalCount ?? null,
      page: list(object(membersConnection).edges).map(({ node }) => ({
        id: object(node).id ?? null,
        customers: object(object(node).customersConnection).totalCount ?? null,
        certifications: object(object(node).certificationsConnection).totalCount ?? null,
      })),
    })),
  variables: () => Array.from({ length: 20 }, (_, index) => ({ id: clusterId(index) })),
};

export const totalWork: readonly Work[] = [byCertification, byLevel, nestedTotals];
