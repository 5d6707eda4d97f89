// Work on filters that are put together, and on sums by group: what planners ask, and what the peer has nearest to it.
import { certificationId, partId } from "../../scripts/synthetic/world.ts";
import { type Fields, list, object, type Work } from "./work.ts";

const andOrNot: Work = {
  name: "and, or, not",
  ours: `query AndOrNot($one: ID!, $other: ID!, $held: ID!, $least: Float!) {
    enterprises(first: 20, filter: { and: [
      { or: [{ cluster: $one }, { cluster: $other }] }
      { not: { certifiedAs: $held } }
      { capitalAtLeast: $least }] }) { totalCount nodes { id name capital } } }`,
  peer: `query AndOrNot($one: ID!, $other: ID!, $held: ID!, $least: Float!) {
    enterprisesConnection(first: 20, sort: [{ sortName: ASC }, { id: ASC }], where: { AND: [
      { OR: [{ clusters: { some: { id: { eq: $one } } } }, { clusters: { some: { id: { eq: $other } } } }] }
      { NOT: { certifications: { some: { id: { eq: $held } } } } }
      { capital: { gte: $least } }] }) { totalCount edges { node { id name capital } } } }`,
  limit: `MATCH (e:Enterprise)-[:BELONGS_TO]->(k:Cluster)
    WHERE k.id IN [$one, $other] AND e.capital >= $least
      AND NOT EXISTS { (e)-[:CERTIFIED_AS]->(:Certification {id: $held}) }
    WITH DISTINCT e ORDER BY e.sortName, e.id
    WITH collect(e) AS found
    RETURN {enterprises: {totalCount: size(found), nodes: [e IN found[0..20] | e {.id, .name, .capital}]}} AS data`,
  fromOurs: (data) => data.enterprises ?? null,
  fromPeer: (data) => {
    const { totalCount, edges } = object(data.enterprisesConnection);
    return { totalCount: totalCount ?? null, nodes: list(edges).map(({ node }) => node ?? null) };
  },
  variables: (sample) =>
    sample.draw(30, 60).map((index) => ({
      one: partId(index),
      other: partId(index + 60),
      held: certificationId(31 - (index % 6)),
      least: 1_000_000 * (1 + (index % 5)),
    })),
};

const byId = (one: Fields, other: Fields): number => (String(one.id) < String(other.id) ? -1 : 1);

const groupedSums: Work = {
  name: "sums by cluster",
  ours: `query Sums($held: ID!) { enterprises(filter: { certifiedAs: $held }) { aggregate {
    groups(by: [{ by: CLUSTERS }], first: 1000) { nodes { keys { id } count sum(of: CAPITAL) { value } } } } } }`,
  peer: `query Sums($held: ID!) { clusters { id
    membersConnection(where: { node: { certifications: { some: { id: { eq: $held } } } } }) {
      aggregate { count { nodes } node { capital { sum } } } } } }`,
  limit: `MATCH (e:Enterprise)-[:CERTIFIED_AS]->(:Certification {id: $held})
    WITH DISTINCT e
    MATCH (e)-[:BELONGS_TO]->(k:Cluster)
    WITH DISTINCT e, k
    WITH k, count(*) AS count, sum(e.capital) AS sum ORDER BY count DESC, k.id LIMIT 1000
    WITH collect({keys: [{id: k.id}], count: count, sum: {value: sum}}) AS found
    RETURN {enterprises: {aggregate: {groups: {nodes: found}}}} AS data`,
  // Those of no cluster, and clusters with none, are told by one side alone; an unknown sum is null here and 0 there.
  fromOurs: (data) =>
    list(object(object(object(data.enterprises).aggregate).groups).nodes)
      .map(({ keys, count, sum }) => ({
        id: list(keys)[0]?.id ?? null,
        count: count ?? null,
        sum: object(sum).value ?? 0,
      }))
      .filter(({ id }) => id !== null)
      .sort(byId),
  fromPeer: (data) =>
    list(data.clusters)
      .map(({ id, membersConnection }) => {
        const { count, node } = object(object(membersConnection).aggregate);
        const { sum } = object(object(node).capital);
        return { id: id ?? null, count: object(count).nodes ?? null, sum: sum ?? 0 };
      })
      .filter(({ count }) => count !== 0)
      .sort(byId),
  variables: () => Array.from({ length: 16 }, (_, index) => ({ held: certificationId(index * 2) })),
};

export const filterWork: readonly Work[] = [andOrNot, groupedSums];
