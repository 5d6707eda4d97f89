// Group 6: figures: series, comparison, shares, rankings, figures per unit, targets and what came of them.
import { districts } from "../../scripts/synthetic/words.ts";
import { countryId, enterpriseId, parkId, regionId } from "../../scripts/synthetic/world.ts";
import { each, type Group, largest } from "./question.ts";

const figure = "id value unit period bound status";
const enterprises = Array.from({ length: 100 }, (_, index) => enterpriseId(index * 5));
const parks = Array.from({ length: 100 }, (_, index) => parkId(index));
const city = [...districts.keys()].map((index) => regionId(`91010${index + 1}`));
const [revenue, output] = ["synthetic-revenue", "synthetic-output"];

export const figures: Group = {
  title: "6. Figures",
  questions: () => [
    {
      name: "series",
      query: `query Series($metric: String!, $subjects: [ID!]!, $from: Date) { series(metric: $metric, subjects: $subjects, from: $from) {
        id subject { name } points { ${figure} growth { change percent reasons previous { id } } } } }`,
      cases: each({
        "10 enterprises": { metric: revenue, subjects: enterprises.slice(0, 10) },
        "100 enterprises": { metric: revenue, subjects: enterprises },
        "20 parks of ten years": { metric: output, subjects: parks.slice(0, 20) },
        "100 parks since 2020": { metric: output, subjects: parks, from: "2020" },
        "districts of a city": { metric: output, subjects: city },
      }),
    },
    {
      name: "comparison",
      query: `query Comparison($metrics: [String!]!, $subjects: [ID!]!, $from: Date) {
        comparison(metrics: $metrics, subjects: $subjects, from: $from) { periodStart base { id }
          figures { difference ratio reasons subject { name } observation { ${figure} } } } }`,
      cases: each({
        "10 enterprises": { metrics: [revenue], subjects: enterprises.slice(0, 10) },
        "20 parks of ten years": { metrics: [output], subjects: parks.slice(0, 20) },
        "100 parks since 2020": { metrics: [output], subjects: parks, from: "2020" },
        "districts of a city, two metrics": {
          metrics: [output, "synthetic-high-tech-output"],
          subjects: city,
        },
      }),
    },
    {
      name: "shares",
      query: `query Shares($subject: ID, $metric: String, $period: Period, $subjects: [ID!]) {
        shares(subject: $subject, metric: $metric, period: $period, subjects: $subjects) { whole { ${figure} }
          parts { percent reasons observation { ${figure} subject { name } } } } }`,
      cases: each({
        "the country": { subject: countryId, metric: output, period: "2024" },
        "a province": { subject: largest.province, metric: output, period: "2024" },
        "a city": { subject: largest.city, metric: output, period: "2024" },
        "largest cluster": { subject: largest.cluster, metric: output, period: "2024" },
        "a city, of its districts": { subject: largest.city, metric: output, period: "2024", subjects: city },
      }),
    },
    {
      name: "ranking",
      query: `query Ranking($metric: String!, $period: Period!, $kind: EntityKind, $region: ID, $status: FactStatus) {
        ranking(metric: $metric, period: $period, kind: $kind, region: $region, status: $status, first: 20) {
          total apartTotal ranked { rank observation { ${figure} subject { id name } } } apart { reasons observation { id } } } }`,
      cases: each({
        "all revenues": { metric: revenue, period: "2024" },
        "enterprises by revenue": { metric: revenue, period: "2023", kind: "ENTERPRISE" },
        "in a province": { metric: revenue, period: "2024", region: largest.province },
        "in a city": { metric: revenue, period: "2024", region: largest.city },
        "parks by output": { metric: output, period: "2024", kind: "PARK" },
        "regions by target": { metric: output, period: "2024", kind: "REGION", status: "TARGET" },
      }),
    },
    {
      name: "perUnit",
      query: `query PerUnit($metric: String!, $per: String!, $subjects: [ID!]!, $period: Period) {
        perUnit(metric: $metric, per: $per, subjects: $subjects, period: $period) { value unit reasons subject { id name }
          numerator { ${figure} } denominator { ${figure} } } }`,
      cases: each({
        "output per mu, 100 parks": {
          metric: output,
          per: "synthetic-land",
          subjects: parks,
          period: "2024",
        },
        "output per mu, 100 parks, all years": { metric: output, per: "synthetic-land", subjects: parks },
        "output per enterprise, 100 parks": {
          metric: output,
          per: "synthetic-tenants",
          subjects: parks,
          period: "2024",
        },
      }),
    },
    {
      name: "targets",
      query: `query Targets($subject: ID, $metric: String, $outcome: Outcome, $due: Boolean) {
        targets(subject: $subject, metric: $metric, outcome: $outcome, due: $due, first: 20) { totalCount
          edges { outcome due late gap percent reasons node { ${figure} subject { id name } } actual { ${figure} } } } }`,
      cases: each({
        all: {},
        "all missed": { outcome: "MISSED" },
        "all undecided": { outcome: "UNDECIDED" },
        "due and open": { outcome: "OPEN", due: true },
        "of output": { metric: output },
        "of a province": { subject: largest.province },
        "of the largest park": { subject: largest.park },
      }),
    },
  ],
};
