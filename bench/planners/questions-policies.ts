// Group 1: which measures an enterprise may get, who may get a measure, and what if it were otherwise.
import { conditionId, holdsOrHigher, inRegion, revenue } from "../../scripts/synthetic/conditions.ts";
import { certificationOf, measureId, type Sort, sorts } from "../../scripts/synthetic/measures.ts";
import { enterpriseId, parkId } from "../../scripts/synthetic/world.ts";
import { each, type Group, largest, type Question, someEnterprises } from "./question.ts";

const match = "status text clause toFind change implied fact { id } figure { id }";

const policyMatches: Question["query"] = `query Matches($id: ID!, $status: [MatchStatus!], $asOf: Date) {
  enterprise(id: $id) { id policyMatches(status: $status, asOf: $asOf, first: 20) { totalCount
    edges { status amount amountKind lacks node { id name } conditions { ${match} } } } } }`;

const candidates = `query Candidates($id: ID!, $region: ID, $park: ID, $status: [MatchStatus!], $asOf: Date) {
  measure(id: $id) { id candidates(region: $region, park: $park, status: $status, asOf: $asOf, first: 20) {
    totalCount edges { status amount lacks node { id name } conditions { ${match} } missing { text } } } } }`;

const whatIf = `query WhatIf($id: ID!, $condition: ID!, $atLeast: Float, $target: ID, $drop: Boolean, $region: ID) {
  measure(id: $id) { id whatIf(condition: $condition, atLeast: $atLeast, target: $target, drop: $drop, region: $region) {
    before { eligible nearly unknown ineligible cost } after { eligible nearly unknown ineligible cost } } } }`;

const statuses = ["ELIGIBLE", "NEARLY", "UNKNOWN", "INELIGIBLE"];
const usual = ["ELIGIBLE", "NEARLY", "UNKNOWN"];
const [country, province, city, district] = ["country", "910000", "910100", "910101"];
const of = (place: string | number, sort: Sort) => ({ id: measureId(place, sort), status: usual });

export const policies: Group = {
  title: "1. Policies look for enterprises",
  questions: (world) => {
    const some = someEnterprises(world, 15);
    return [
      {
        name: "Enterprise.policyMatches",
        query: policyMatches,
        cases: [
          { name: "of 15 enterprises", variables: some.map((id) => ({ id, status: usual })) },
          { name: "only eligible", variables: some.map((id) => ({ id, status: ["ELIGIBLE"] })) },
          { name: "each status", variables: some.map((id) => ({ id, status: statuses })) },
          { name: "as of 2024", variables: some.map((id) => ({ id, status: usual, asOf: "2024" })) },
          { name: "of the leader", variables: [{ id: enterpriseId(0), status: usual }] },
        ],
      },
      {
        name: "Measure.candidates of the country",
        query: candidates,
        cases: each(Object.fromEntries(sorts.map((sort) => [`${sort}, no place`, of(country, sort)]))),
      },
      {
        name: "Measure.candidates of a place",
        query: candidates,
        cases: each({
          ...Object.fromEntries(sorts.map((sort) => [`province, ${sort}`, of(province, sort)])),
          "city, first": of(city, "first"),
          "city, growth": of(city, "growth"),
          "city, cluster": of(city, "cluster"),
          "district, first": of(district, "first"),
          "district, renewal": of(district, "renewal"),
          "park's own": of(0, "park"),
        }),
      },
      {
        name: "Measure.candidates within",
        query: candidates,
        cases: (["first", "growth", "either", "unreported"] as const).flatMap((sort) =>
          each({
            [`${sort}, country's in the largest park`]: { ...of(country, sort), park: largest.park },
            [`${sort}, country's in a district`]: { ...of(country, sort), region: largest.district },
            [`${sort}, country's in a city`]: { ...of(country, sort), region: largest.city },
            [`${sort}, country's in a province`]: { ...of(country, sort), region: largest.province },
          }),
        ),
      },
      {
        name: "Measure.candidates by status",
        query: candidates,
        cases: [
          ...statuses.map((status) => ({
            name: `growth of the country, ${status}`,
            variables: [{ id: measureId(country, "growth"), status: [status] }],
          })),
          ...statuses.map((status) => ({
            name: `first of a province, ${status}`,
            variables: [{ id: measureId(province, "first"), status: [status] }],
          })),
          ...each({
            "first of the country, as of 2024": { ...of(country, "first"), asOf: "2024" },
            "either of a province, as of 2024-06": { ...of(province, "either"), asOf: "2024-06" },
          }),
        ],
      },
      {
        name: "Measure.whatIf",
        query: whatIf,
        cases: each({
          "country, revenue of 5 instead of 20 million": {
            id: measureId(country, "growth"),
            condition: conditionId(revenue(20)),
            atLeast: 5_000_000,
          },
          "province, revenue of 5 instead of 20 million": {
            id: measureId(province, "growth"),
            condition: conditionId(revenue(20)),
            atLeast: 5_000_000,
          },
          "district, the whole city instead": {
            id: measureId(district, "first"),
            condition: conditionId(inRegion(largest.district)),
            target: largest.city,
          },
          "city, without the certification": {
            id: measureId(city, "growth"),
            condition: conditionId(holdsOrHigher(certificationOf(2, 2))),
            drop: true,
          },
          "country's in the city, revenue": {
            id: measureId(country, "growth"),
            condition: conditionId(revenue(20)),
            atLeast: 5_000_000,
            region: largest.city,
          },
        }),
      },
      {
        name: "Measure.candidates of 15 parks",
        query: candidates,
        cases: [
          {
            name: "province's first, park by park",
            variables: Array.from({ length: 15 }, (_, index) => ({
              ...of(province, "first"),
              park: parkId(index),
            })),
          },
        ],
      },
    ];
  },
};
