// Group 5: how entities relate: paths, neighbourhoods, what several have in common, who is alike.
import { certificationId, enterpriseId } from "../../scripts/synthetic/world.ts";
import { each, type Group, largest, someEnterprises } from "./question.ts";

const found = "length avoided nodes { id name } relations { id type }";

export const connections: Group = {
  title: "5. Connections",
  questions: (world) => {
    const some = someEnterprises(world, 30);
    const pairs = some.slice(0, 15).map((from, index) => ({ from, to: some[15 + index] ?? from }));
    const ends = (from: string, to: string) => ({ from, to });
    return [
      {
        name: "path",
        query: `query Path($from: ID!, $to: ID!, $avoid: [EntityKind!], $types: [RelationType!]) {
          path(from: $from, to: $to, avoid: $avoid, types: $types) { ${found} } }`,
        cases: [
          { name: "15 pairs of enterprises", variables: pairs },
          { name: "by supply alone", variables: pairs.map((pair) => ({ ...pair, types: ["SUPPLIES"] })) },
          {
            name: "avoiding hubs",
            variables: pairs.map((pair) => ({
              ...pair,
              avoid: ["REGION", "DOCUMENT", "CERTIFICATION", "CLUSTER", "PARK"],
            })),
          },
          ...each({
            "enterprise to province": ends(some[0] ?? "", largest.province),
            "the hub to the largest park": ends(enterpriseId(0), largest.park),
          }),
        ],
      },
      {
        name: "paths",
        query: `query Paths($from: ID!, $to: ID!) { paths(from: $from, to: $to, first: 3) { ${found} } }`,
        cases: [
          { name: "15 pairs of enterprises", variables: pairs },
          ...each({ "the hub to the largest park": ends(enterpriseId(0), largest.park) }),
        ],
      },
      {
        name: "commonNeighbours",
        query: `query Common($ids: [ID!]!, $atLeast: Int) { commonNeighbours(ids: $ids, atLeast: $atLeast, first: 20) { count
          entity { id name } of { id } relations { id } } }`,
        cases: [
          { name: "of 15 pairs", variables: pairs.map(({ from, to }) => ({ ids: [from, to] })) },
          ...each({
            "two hubs": { ids: [enterpriseId(0), enterpriseId(1)] },
            "ten enterprises, at least two": { ids: some.slice(0, 10), atLeast: 2 },
            "largest park and cluster": { ids: [largest.park, largest.cluster] },
            "largest park and commonest certification": { ids: [largest.park, certificationId(31)] },
          }),
        ],
      },
      {
        name: "Enterprise.similar",
        query: `query Similar($id: ID!) { enterprise(id: $id) { id similar(first: 10) { score words enterprise { id name }
          shared { how points entity { id name } } } } }`,
        cases: [
          { name: "of 15 enterprises", variables: some.slice(0, 15).map((id) => ({ id })) },
          ...each({ "of the hub": { id: enterpriseId(0) } }),
        ],
      },
      {
        name: "neighbourhood",
        query: `query Around($id: ID!, $hops: Int, $kinds: [EntityKind!], $perKind: Int) {
          neighbourhood(id: $id, hops: $hops, kinds: $kinds, limit: 100, perKind: $perKind) { truncated
            nodes { id name } relations { id type } } }`,
        cases: [
          { name: "1 hop of 15 enterprises", variables: some.slice(0, 15).map((id) => ({ id, hops: 1 })) },
          { name: "2 hops of 15 enterprises", variables: some.slice(0, 15).map((id) => ({ id, hops: 2 })) },
          ...each({
            "3 hops, 10 of a kind": { id: some[0] ?? "", hops: 3, perKind: 10 },
            "1 hop of the hub": { id: enterpriseId(0), hops: 1 },
            "2 hops of the largest park": { id: largest.park, hops: 2 },
            "2 hops of the largest park, 10 of a kind": { id: largest.park, hops: 2, perKind: 10 },
            "2 hops of a province": { id: largest.province, hops: 2 },
            "2 hops of the commonest certification, enterprises": {
              id: certificationId(31),
              hops: 2,
              kinds: ["ENTERPRISE"],
            },
          }),
        ],
      },
    ];
  },
};
