// Group 2: the ladder of an enterprise, and who stands below a rung.
import { certificationId, enterpriseId } from "../../scripts/synthetic/world.ts";
import { each, type Group, largest, someEnterprises } from "./question.ts";

const ladder = `query Ladder($id: ID!, $all: Boolean, $asOf: Date) {
  enterprise(id: $id) { id ladder(all: $all, asOf: $asOf) { track rung since validity due dueUnknown lacks
    certification { id name } next { id name } pays { amount status measure { id name } }
    conditions { status text } missing { text } } } }`;

const candidates = `query Below($id: ID!, $region: ID, $park: ID, $asOf: Date) {
  certification(id: $id) { id candidates(region: $region, park: $park, asOf: $asOf, first: 20) { totalCount
    edges { rung lacks node { id name } current { id name } fact { id } conditions { status text } missing { text } } } } }`;

// Certifications go by track, then from national down to district: 0 to 3 are those of the first track.
const [rarest, lowest, commonest, above] = [0, 3, 31, 30].map(certificationId) as [
  string,
  string,
  string,
  string,
];

export const ladders: Group = {
  title: "2. The ladder",
  questions: (world) => {
    const some = someEnterprises(world, 15);
    return [
      {
        name: "Enterprise.ladder",
        query: ladder,
        cases: [
          { name: "of 15 enterprises", variables: some.map((id) => ({ id })) },
          { name: "all tracks", variables: some.map((id) => ({ id, all: true })) },
          { name: "as of 2022", variables: some.map((id) => ({ id, all: true, asOf: "2022" })) },
          { name: "of the leader", variables: [{ id: enterpriseId(0), all: true }] },
        ],
      },
      {
        name: "Certification.candidates",
        query: candidates,
        cases: each({
          "rarest, national": { id: rarest },
          "lowest rung of its track": { id: lowest },
          "lowest rung, commonest": { id: commonest },
          "second rung, commonest": { id: above },
          "second rung, in the largest park": { id: above, park: largest.park },
          "second rung, in a district": { id: above, region: largest.district },
          "second rung, in a city": { id: above, region: largest.city },
          "second rung, in a province": { id: above, region: largest.province },
          "national, in a province": { id: rarest, region: largest.province },
          "second rung, as of 2022": { id: above, asOf: "2022" },
        }),
      },
    ];
  },
};
