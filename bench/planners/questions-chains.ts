// Group 3: clusters and chains: members, gaps, single suppliers, how clusters and enterprises fit parks.
import { clusterId, countryId, parkId, partId, regionId } from "../../scripts/synthetic/world.ts";
import { each, type Group, largest, someEnterprises } from "./question.ts";

const places = {
  "a district": largest.district,
  "a city": largest.city,
  "a province": largest.province,
};

export const chains: Group = {
  title: "3. Clusters and chains",
  questions: (world) => {
    const some = someEnterprises(world, 15);
    return [
      {
        name: "Cluster.gaps",
        query: `query Gaps($id: ID!, $region: ID!) { cluster(id: $id) { id gaps(region: $region) { missing single compared
          parts { count verdict depth why part { id name } enterprises { id name }
            elsewhere { count region { id name } enterprises { id } } wanted { id } } } } }`,
        cases: [
          ...Object.entries(places).map(([name, region]) => ({
            name: `largest cluster in ${name}`,
            variables: [{ id: largest.cluster, region }],
          })),
          ...each({
            "a part in a city": { id: partId(0), region: largest.city },
            "small cluster in the smallest province": { id: clusterId(19), region: regionId("990000") },
          }),
        ],
      },
      {
        name: "Cluster.singleSuppliers",
        query: `query Single($id: ID!, $region: ID) { cluster(id: $id) { id singleSuppliers(region: $region, first: 20) {
          product supplier { id name } customer { id name } relation { id } } } }`,
        cases: [
          ...each({ "largest cluster": { id: largest.cluster }, "small cluster": { id: clusterId(19) } }),
          ...Object.entries(places).map(([name, region]) => ({
            name: `largest cluster in ${name}`,
            variables: [{ id: largest.cluster, region }],
          })),
        ],
      },
      {
        name: "Cluster.allMembers",
        query: `query Members($id: ID!, $filter: EnterpriseFilter) { cluster(id: $id) { id
          allMembers(filter: $filter, first: 20) { totalCount nodes { id name capital } } } }`,
        cases: each({
          "largest cluster": { id: largest.cluster },
          "largest cluster in a province": { id: largest.cluster, filter: { region: largest.province } },
          "largest cluster, national": { id: largest.cluster, filter: { certificationLevel: "NATIONAL" } },
          "small cluster": { id: clusterId(19) },
        }),
      },
      {
        name: "Cluster.allMembers by capital",
        query: `query Largest($id: ID!) { cluster(id: $id) { id
          allMembers(first: 20, orderBy: [{ field: CAPITAL, direction: DESC }]) { totalCount nodes { id name capital } } } }`,
        cases: each({ "largest cluster": { id: largest.cluster } }),
      },
      {
        name: "Park.fit",
        query: `query Fit($id: ID!, $cluster: ID!) { park(id: $id) { id fit(cluster: $cluster) { verdict why memberCount
          members { id name } focus { how cluster { id } } covered { id } missing { id } } } }`,
        cases: [
          ...each({ "largest park and cluster": { id: largest.park, cluster: largest.cluster } }),
          {
            name: "15 parks, a cluster each",
            variables: Array.from({ length: 15 }, (_, index) => ({
              id: parkId(index),
              cluster: clusterId(index),
            })),
          },
        ],
      },
      {
        name: "Park.fitFor",
        query: `query FitFor($id: ID!, $enterprise: ID!) { park(id: $id) { id fitFor(enterprise: $enterprise) { verdict why
          present clusters { id } focus { how cluster { id } } } } }`,
        cases: [
          {
            name: "15 enterprises, largest park",
            variables: some.map((enterprise) => ({ id: largest.park, enterprise })),
          },
        ],
      },
      {
        name: "focusOverlap",
        query: `query Overlap($region: ID!) { focusOverlap(region: $region, first: 20) { count one { id name } other { id name }
          shared { cluster { id name } byOne { id } byOther { id } } } }`,
        cases: [
          ...Object.entries(places).map(([name, region]) => ({
            name: `in ${name}`,
            variables: [{ region }],
          })),
          ...each({ "in the country": { region: countryId } }),
        ],
      },
    ];
  },
};
