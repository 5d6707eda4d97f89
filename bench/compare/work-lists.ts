// Work on filtered lists: certified enterprises of a region by capital, two relations and a range.
import { adminCode, certificationId, partId, regionId } from "../../scripts/synthetic/world.ts";
import { list, object, type Work } from "./work.ts";

const region: Work = {
  name: "region's certified",
  ours: `query Region($region: ID!, $certification: ID!) {
    enterprises(filter: { region: $region, certifiedAs: $certification }, first: 20,
      orderBy: [{ field: CAPITAL, direction: DESC }]) { nodes { id name capital } } }`,
  peer: `query Region($region: ID!, $certification: ID!) {
    enterprises(where: { capital: { gte: 0 }, certifications: { some: { id: { eq: $certification } } }, OR: [
        { regions: { some: { OR: [{ id: { eq: $region } }, { partOf: { some: { id: { eq: $region } } } }] } } },
        { parks: { some: { regions: { some: {
          OR: [{ id: { eq: $region } }, { partOf: { some: { id: { eq: $region } } } }] } } } } }] },
      limit: 20, sort: [{ capital: DESC }, { id: ASC }]) { id name capital } }`,
  limit: `MATCH (r:Region {id: $region})<-[:LOCATED_IN|PART_OF*1..6]-(e:Enterprise)
    WHERE EXISTS { (e)-[:CERTIFIED_AS]->(:Certification {id: $certification})}
    WITH DISTINCT e ORDER BY e.capital IS NULL, e.capital DESC, e.id LIMIT 20
    RETURN {enterprises: {nodes: collect(e {.id, .name, .capital})}} AS data`,
  // The peer puts those of unknown capital first: there they are left out, and here they come last.
  fromOurs: (data) => list(object(data.enterprises).nodes).filter(({ capital }) => capital !== null),
  fromPeer: (data) => data.enterprises ?? null,
  variables: (sample) =>
    sample.draw(30, 90).map((index) => ({
      region: regionId(adminCode(Math.floor(index / 10), index % 10)),
      certification: certificationId(31 - (index % 4)),
    })),
};

const range: Work = {
  name: "two relations, range",
  ours: `query Range($cluster: ID!, $certification: ID!, $least: Float!, $most: Float!) {
    enterprises(filter: { cluster: $cluster, certifiedAs: $certification, capitalAtLeast: $least,
      capitalAtMost: $most }, first: 20) { nodes { id name capital } } }`,
  peer: `query Range($cluster: ID!, $certification: ID!, $least: Float!, $most: Float!) {
    enterprises(where: { clusters: { some: { id: { eq: $cluster } } },
        certifications: { some: { id: { eq: $certification } } }, capital: { gte: $least, lte: $most } },
      limit: 20, sort: [{ sortName: ASC }, { id: ASC }]) { id name capital } }`,
  limit: `MATCH (e:Enterprise)-[:BELONGS_TO]->(:Cluster {id: $cluster})
    WHERE e.capital >= $least AND e.capital <= $most
      AND EXISTS { (e)-[:CERTIFIED_AS]->(:Certification {id: $certification}) }
    WITH DISTINCT e ORDER BY e.sortName, e.id LIMIT 20
    RETURN {enterprises: {nodes: collect(e {.id, .name, .capital})}} AS data`,
  fromOurs: (data) => object(data.enterprises).nodes ?? null,
  fromPeer: (data) => data.enterprises ?? null,
  variables: (sample) =>
    sample.draw(30, 60).map((index) => ({
      cluster: partId(index),
      certification: certificationId(31 - (index % 6)),
      least: 1_000_000 * (1 + (index % 5)),
      most: 50_000_000,
    })),
};

export const listWork: readonly Work[] = [region, range];
