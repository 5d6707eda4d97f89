// Group 7: lists as of a date.
import { certificationId, clusterId, enterpriseId } from "../../scripts/synthetic/world.ts";
import { each, type Group, largest, someEnterprises } from "./question.ts";

const page = "totalCount edges { validity node { id name } }";

export const times: Group = {
  title: "7. Time",
  questions: (world) => {
    const some = someEnterprises(world, 15);
    return [
      {
        name: "Park.enterprises as of",
        query: `query Tenants($id: ID!, $asOf: Date, $certain: Boolean) { park(id: $id) { id
          enterprises(asOf: $asOf, certain: $certain, first: 20) { ${page} } } }`,
        cases: each({
          "largest park, 2021": { id: largest.park, asOf: "2021" },
          "largest park, 2021, certain": { id: largest.park, asOf: "2021", certain: true },
        }),
      },
      {
        name: "Cluster.members as of",
        query: `query Members($id: ID!, $asOf: Date) { cluster(id: $id) { id members(asOf: $asOf, first: 20) { ${page} } } }`,
        cases: each({
          "largest part, 2020": { id: "cluster:synthetic-part-0", asOf: "2020" },
          "small cluster, 2020": { id: clusterId(19), asOf: "2020" },
        }),
      },
      {
        name: "Certification.holders as of",
        query: `query Holders($id: ID!, $asOf: Date, $certain: Boolean) { certification(id: $id) { id
          holders(asOf: $asOf, certain: $certain, first: 20) { ${page} } } }`,
        cases: each({
          "commonest, 2022": { id: certificationId(31), asOf: "2022" },
          "commonest, 2022, certain": { id: certificationId(31), asOf: "2022", certain: true },
          "rarest, 2024-06": { id: certificationId(0), asOf: "2024-06" },
        }),
      },
      {
        name: "enterprises as of",
        query: `query Enterprises($filter: EnterpriseFilter, $asOf: Date, $certain: Boolean) {
          enterprises(filter: $filter, asOf: $asOf, certain: $certain, first: 20) { totalCount nodes { id name } } }`,
        cases: each({
          "all, 2015": { asOf: "2015" },
          "a province, 2020": { filter: { region: largest.province }, asOf: "2020" },
          "a city, certified, 2022": {
            filter: { region: largest.city, certifiedAs: certificationId(31) },
            asOf: "2022",
          },
          "largest park, 2020, certain": { filter: { park: largest.park }, asOf: "2020", certain: true },
          "largest cluster, 2020": { filter: { cluster: largest.cluster }, asOf: "2020" },
        }),
      },
      {
        name: "Entity.relations as of",
        query: `query Relations($id: ID!, $asOf: Date!) { node(id: $id) { id relations(asOf: $asOf, first: 50) { totalCount
          edges { node { id type since until validity(asOf: $asOf) } } } } }`,
        cases: [
          { name: "of 15 enterprises, 2022", variables: some.map((id) => ({ id, asOf: "2022" })) },
          ...each({
            "of the hub, 2022": { id: enterpriseId(0), asOf: "2022" },
            "of the largest park, 2022": { id: largest.park, asOf: "2022" },
          }),
        ],
      },
    ];
  },
};
