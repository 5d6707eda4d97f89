// Sample questions: figures, targets, days, and how good the data are.
import type { Sample } from "./sample.ts";

export const figures: readonly Sample[] = [
  {
    title: "Figures: a series with growth, the share of a whole, output per enterprise, a ranking",
    query: `query Figures {
  series(metric: "srdi-output", subjects: ["region:xishan"]) {
    subject { name }
    points { period value unit bound status yearOnYear growth { percent reasons } sources { line document { name } } }
  }
  shares(subject: "region:xishan", metric: "industrial-output", period: "2022") {
    whole { value unit }
    parts { percent reasons observation { name value unit } }
  }
  perUnit(metric: "srdi-output", per: "srdi-count", subjects: ["region:xishan"]) {
    value unit reasons numerator { value unit } denominator { value unit }
  }
  ranking(metric: "industry-scale", period: "2021", status: FORECAST) {
    ranked { rank observation { value unit subject { name } } }
    apart { reasons observation { name } }
  }
}
`,
  },
  {
    title: "Targets against what has been stated since, and two districts side by side",
    query: `query Targets {
  targets(subject: "region:wuzhong", first: 10) {
    totalCount
    edges { outcome due late percent reasons actual { value } node { name value unit bound period sources { line } } }
  }
  comparison(metrics: ["industrial-output"], subjects: ["region:xishan", "region:wuzhong"]) {
    periodStart
    base { value unit }
    figures { subject { name } observation { value unit bound status } ratio reasons }
  }
}
`,
  },
  {
    title:
      "As of a date: who held a national certification in Wuzhong at the end of 2021, and what is not known",
    query: `query AsOf {
  enterprises(filter: { region: "region:wuzhong", certificationLevel: NATIONAL }, asOf: "2021") {
    totalCount
    edges {
      validity
      node { name certifications(asOf: "2021") { edges { validity year node { name level } } } }
    }
  }
  node(id: "enterprise:weichuang") {
    relations(asOf: "2021", certain: true) { edges { validity node { type to { name } sources { line } } } }
  }
}
`,
  },
  {
    title: "Quality of the data: what is missing, doubtful or old",
    query: `query DataQuality {
  dataQuality {
    enterprisesWithoutPark(first: 5) { totalCount nodes { name } }
    certificationsUnplaced(first: 5) { totalCount edges { detail node { name sources { line document { name } } } } }
    staleFigures(asOf: "2025", first: 5) { totalCount edges { detail node { name } } }
    overdueTargets(asOf: "2023", first: 5) { totalCount edges { node { name ... on Observation { value unit } sources { line } } } }
    undatedFigures(first: 5) { totalCount edges { node { name ... on Observation { value } } related { name } } }
    conflicts(limit: 3) { conflictType total conflicts { name reason } }
    firmness { kind total stated implied target forecast }
  }
}
`,
  },
  {
    title: "The ledger: figures that do not fit, why, and both places; conflicts; what a line is cited for",
    query: `query Ledger {
  checks(filter: { outcome: FAILS }, first: 5) {
    totalCount
    nodes {
      name checkType reason expected actual difference checkedUnit
      figures { edges { checkRole node { name value unit sources { line document { name } } } } }
      explanations { nodes { name reason } }
    }
  }
  conflicts(filter: { conflictType: CONTRADICTION }, first: 5) {
    totalCount
    nodes { name reason resolution concerns { nodes { kind name } } sources { line document { name } } }
  }
  document(stem: "001_6c5c9b800a4b9530") {
    name
    coverage { lines linesWithFacts linesOpen withoutFacts { line reason } }
    facts(line: 3, first: 20) { totalCount nodes { line kind entity { name kind } relation { type from { name } to { name } } } }
  }
}
`,
  },
];
