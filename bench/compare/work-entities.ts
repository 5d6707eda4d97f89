// Work around one entity: an enterprise's card, a park's first page, two hops of supply, five levels.
import { enterpriseId, parkId, partId } from "../../scripts/synthetic/world.ts";
import { type Fields, first, list, object, type Work } from "./work.ts";

const order = "sort: [{ sortName: ASC }, { id: ASC }]";
const edgeOrder = "sort: [{ node: { sortName: ASC } }, { node: { id: ASC } }]";

const card: Work = {
  name: "card",
  ours: `query Card($id: ID!) { enterprise(id: $id) {
    id name creditCode capital founded industry park { id name }
    clusters(first: 20) { nodes { id name } }
    certifications(first: 20) { edges { year node { id name level } } }
    customers(first: 20) { nodes { id name } } } }`,
  peer: `query Card($id: ID!) { enterprises(where: { id: { eq: $id } }) {
    id name creditCode capital founded industry
    parksConnection(first: 1, sort: [{ edge: { status: DESC } }, { node: { sortName: ASC } }, { node: { id: ASC } }]) {
      edges { node { id name } } }
    clusters(limit: 20, ${order}) { id name }
    certificationsConnection(first: 20, ${edgeOrder}) { edges { properties { year } node { id name level } } }
    customers(limit: 20, ${order}) { id name } } }`,
  limit: `MATCH (e:Enterprise {id: $id})
    CALL (e) { MATCH (e)-[r:LOCATED_IN]->(p:Park)
      WITH p, r ORDER BY CASE r.status WHEN 'STATED' THEN 0 WHEN 'IMPLIED' THEN 1 ELSE 2 END, p.sortName, p.id LIMIT 1
      RETURN head(collect(p {.id, .name})) AS park }
    CALL (e) { MATCH (e)-[:BELONGS_TO]->(c:Cluster) WITH c ORDER BY c.sortName, c.id LIMIT 20
      RETURN collect(c {.id, .name}) AS clusters }
    CALL (e) { MATCH (e)-[r:CERTIFIED_AS]->(c:Certification) WITH c, r ORDER BY c.sortName, c.id, r.id LIMIT 20
      RETURN collect({year: r.year, node: c {.id, .name, .level}}) AS certifications }
    CALL (e) { MATCH (e)-[:SUPPLIES]->(c:Enterprise) WITH c ORDER BY c.sortName, c.id LIMIT 20
      RETURN collect(c {.id, .name}) AS customers }
    RETURN {enterprise: e {.id, .name, .creditCode, .capital, .founded, .industry, park: park,
      clusters: {nodes: clusters}, certifications: {edges: certifications}, customers: {nodes: customers}}} AS data`,
  fromOurs: (data) => {
    const { clusters, certifications, customers, ...own } = object(data.enterprise);
    const held = list(object(certifications).edges).map(({ year, node }) => ({
      year: year ?? null,
      ...object(node),
    }));
    return {
      ...own,
      clusters: object(clusters).nodes ?? null,
      held,
      customers: object(customers).nodes ?? null,
    };
  },
  fromPeer: (data) => {
    const { parksConnection, clusters, certificationsConnection, customers, ...own } = first(
      data.enterprises,
    );
    const park = list(object(parksConnection).edges)[0]?.node ?? null;
    const held = list(object(certificationsConnection).edges).map(({ properties, node }) => ({
      year: object(properties).year ?? null,
      ...object(node),
    }));
    return { ...own, park, clusters: clusters ?? null, held, customers: customers ?? null };
  },
  variables: (sample) => sample.draw(200, sample.enterprises).map((index) => ({ id: enterpriseId(index) })),
};

const parkPage: Work = {
  name: "park page",
  ours: `query ParkPage($id: ID!) { park(id: $id) { id name enterprises(first: 20) { totalCount nodes {
    id name clusters(first: 5) { nodes { id name } } certifications(first: 5) { nodes { id name level } } } } } }`,
  peer: `query ParkPage($id: ID!) { parks(where: { id: { eq: $id } }) { id name
    enterprisesConnection(first: 20, ${edgeOrder}) { totalCount edges { node {
      id name clusters(limit: 5, ${order}) { id name } certifications(limit: 5, ${order}) { id name level } } } } } }`,
  limit: `MATCH (p:Park {id: $id})
    CALL (p) { MATCH (p)<-[:LOCATED_IN]-(e:Enterprise) RETURN count(e) AS total }
    CALL (p) { MATCH (p)<-[:LOCATED_IN]-(e:Enterprise) WITH e ORDER BY e.sortName, e.id LIMIT 20
      CALL (e) { MATCH (e)-[:BELONGS_TO]->(c:Cluster) WITH c ORDER BY c.sortName, c.id LIMIT 5
        RETURN collect(c {.id, .name}) AS clusters }
      CALL (e) { MATCH (e)-[r:CERTIFIED_AS]->(c:Certification) WITH c, r ORDER BY c.sortName, c.id, r.id LIMIT 5
        RETURN collect(c {.id, .name, .level}) AS certifications }
      WITH e, clusters, certifications ORDER BY e.sortName, e.id
      RETURN collect(e {.id, .name, clusters: {nodes: clusters}, certifications: {nodes: certifications}}) AS page }
    RETURN {park: p {.id, .name, enterprises: {totalCount: total, nodes: page}}} AS data`,
  fromOurs: (data) => {
    const { enterprises, ...own } = object(data.park);
    const { totalCount, nodes } = object(enterprises);
    const page = list(nodes).map(({ clusters, certifications, ...rest }) => ({
      ...rest,
      clusters: object(clusters).nodes ?? null,
      certifications: object(certifications).nodes ?? null,
    }));
    return { ...own, total: totalCount ?? null, page };
  },
  fromPeer: (data) => {
    const { enterprisesConnection, ...own } = first(data.parks);
    const { totalCount, edges } = object(enterprisesConnection);
    return { ...own, total: totalCount ?? null, page: list(edges).map(({ node }) => node ?? null) };
  },
  variables: (sample) => sample.draw(100, sample.parks).map((index) => ({ id: parkId(index) })),
};

const twoHops: Work = {
  name: "two hops",
  ours: `query TwoHops($id: ID!) { enterprise(id: $id) { id customers(first: 10) { nodes {
    id name customers(first: 10) { nodes { id name } } } } } }`,
  peer: `query TwoHops($id: ID!) { enterprises(where: { id: { eq: $id } }) { id customers(limit: 10, ${order}) {
    id name customers(limit: 10, ${order}) { id name } } } }`,
  limit: `MATCH (e:Enterprise {id: $id})
    CALL (e) { MATCH (e)-[:SUPPLIES]->(c:Enterprise) WITH c ORDER BY c.sortName, c.id LIMIT 10
      CALL (c) { MATCH (c)-[:SUPPLIES]->(d:Enterprise) WITH d ORDER BY d.sortName, d.id LIMIT 10
        RETURN collect(d {.id, .name}) AS second }
      WITH c, second ORDER BY c.sortName, c.id
      RETURN collect(c {.id, .name, customers: {nodes: second}}) AS customers }
    RETURN {enterprise: e {.id, customers: {nodes: customers}}} AS data`,
  fromOurs: (data) => ({
    id: object(data.enterprise).id ?? null,
    customers: list(object(object(data.enterprise).customers).nodes).map(({ customers, ...rest }) => ({
      ...rest,
      customers: object(customers).nodes ?? null,
    })),
  }),
  fromPeer: (data) => first(data.enterprises),
  variables: (sample) => sample.draw(200, sample.enterprises).map((index) => ({ id: enterpriseId(index) })),
};

/** The far levels of `fiveLevels`, the same in both forms but for `nodes`. */
function levels(members: readonly Fields[], ours: boolean): Fields[] {
  const inner = (value: Fields[string] | undefined): Fields[] => list(ours ? object(value).nodes : value);
  return members.map((member) => ({
    id: member.id ?? null,
    customers: inner(member.customers).map((customer) => ({
      id: customer.id ?? null,
      customers: inner(customer.customers).map((second) => ({
        id: second.id ?? null,
        certifications: inner(second.certifications).map((held) => ({ ...held })),
      })),
    })),
  }));
}

const fiveLevels: Work = {
  name: "five levels",
  ours: `query FiveLevels($id: ID!) { cluster(id: $id) { id members(first: 5) { nodes { id
    customers(first: 5) { nodes { id customers(first: 5) { nodes { id
      certifications(first: 5) { nodes { id name } } } } } } } } } }`,
  peer: `query FiveLevels($id: ID!) { clusters(where: { id: { eq: $id } }) { id members(limit: 5, ${order}) { id
    customers(limit: 5, ${order}) { id customers(limit: 5, ${order}) { id
      certifications(limit: 5, ${order}) { id name } } } } } }`,
  limit: `MATCH (k:Cluster {id: $id})
    CALL (k) { MATCH (k)<-[:BELONGS_TO]-(e:Enterprise) WITH e ORDER BY e.sortName, e.id LIMIT 5
      CALL (e) { MATCH (e)-[:SUPPLIES]->(c:Enterprise) WITH c ORDER BY c.sortName, c.id LIMIT 5
        CALL (c) { MATCH (c)-[:SUPPLIES]->(d:Enterprise) WITH d ORDER BY d.sortName, d.id LIMIT 5
          CALL (d) { MATCH (d)-[r:CERTIFIED_AS]->(t:Certification) WITH t, r ORDER BY t.sortName, t.id, r.id LIMIT 5
            RETURN collect(t {.id, .name}) AS held }
          WITH d, held ORDER BY d.sortName, d.id
          RETURN collect(d {.id, certifications: {nodes: held}}) AS second }
        WITH c, second ORDER BY c.sortName, c.id
        RETURN collect(c {.id, customers: {nodes: second}}) AS customers }
      WITH e, customers ORDER BY e.sortName, e.id
      RETURN collect(e {.id, customers: {nodes: customers}}) AS members }
    RETURN {cluster: k {.id, members: {nodes: members}}} AS data`,
  fromOurs: (data) => levels(list(object(object(data.cluster).members).nodes), true),
  fromPeer: (data) => levels(list(first(data.clusters).members), false),
  // The rarer half of the parts: all that differs between the ways is what lies below the members.
  variables: (sample) => sample.draw(40, 100).map((index) => ({ id: partId(100 + index) })),
};

export const entityWork: readonly Work[] = [card, parkPage, twoHops, fiveLevels];
