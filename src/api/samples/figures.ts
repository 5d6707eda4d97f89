// Sample questions: figures, targets, days, and how good the data are.
import type { Sample } from "./sample.ts";

export const figures: readonly Sample[] = [
  {
    title: {
      zh: "数据：时间序列与增速、占比、户均产值、排名",
      en: "Figures: a series with growth, the share of a whole, output per enterprise, a ranking",
    },
    query: `query Figures($subject: ID!, $period: Period) {
  series(metric: "srdi-output", subjects: [$subject]) {
    subject { name }
    points { period value unit bound status yearOnYear growth { percent reasons } sources { line document { name } } }
  }
  shares(subject: $subject, metric: "industrial-output", period: $period) {
    whole { value unit }
    parts { percent reasons observation { name value unit } }
  }
  perUnit(metric: "srdi-output", per: "srdi-count", subjects: [$subject]) {
    value unit reasons numerator { value unit } denominator { value unit }
  }
  ranking(metric: "industry-scale", period: "2021", status: FORECAST) {
    ranked { rank observation { value unit subject { name } } }
    apart { reasons observation { name } }
  }
}
`,
    variables: { subject: "region:xishan", period: "2022" },
  },
  {
    title: {
      zh: "目标与其后的实绩；两个地区并列比较",
      en: "Targets against what has been stated since, and two districts side by side",
    },
    query: `query Targets($region: ID!, $other: ID!) {
  targets(subject: $region, first: 10) {
    totalCount
    edges { outcome due late percent reasons actual { value } node { name value unit bound period sources { line } } }
  }
  comparison(metrics: ["industrial-output"], subjects: [$region, $other]) {
    periodStart
    base { value unit }
    figures { subject { name } observation { value unit bound status } ratio reasons }
  }
}
`,
    variables: { region: "region:wuzhong", other: "region:xishan" },
  },
  {
    title: {
      zh: "截至某日：当时谁持有国家级资质，哪些无法判定",
      en: "As of a date: who held a national certification in a region then, and what is not known",
    },
    query: `query AsOf($region: ID!, $date: Date!, $enterprise: ID!) {
  enterprises(filter: { region: $region, certificationLevel: NATIONAL }, asOf: $date) {
    totalCount
    edges {
      validity
      node { name certifications(asOf: $date) { edges { validity year node { name level } } } }
    }
  }
  node(id: $enterprise) {
    relations(asOf: $date, certain: true) { edges { validity node { type to { name } sources { line } } } }
  }
}
`,
    variables: { region: "region:wuzhong", date: "2021", enterprise: "enterprise:weichuang" },
  },
  {
    title: {
      zh: "数据质量：缺什么、疑什么、旧在哪里",
      en: "Quality of the data: what is missing, doubtful or old",
    },
    query: `query DataQuality($today: Date, $due: Date) {
  dataQuality {
    enterprisesWithoutPark(first: 5) { totalCount nodes { name } }
    certificationsUnplaced(first: 5) { totalCount edges { detail node { name sources { line document { name } } } } }
    staleFigures(asOf: $today, first: 5) { totalCount edges { detail node { name } } }
    overdueTargets(asOf: $due, first: 5) { totalCount edges { node { name ... on Observation { value unit } sources { line } } } }
    undatedFigures(first: 5) { totalCount edges { node { name ... on Observation { value } } related { name } } }
    conflicts(limit: 3) { conflictType total conflicts { name reason } }
    firmness { kind total stated implied target forecast }
  }
}
`,
    variables: { today: "2025", due: "2023" },
  },
  {
    title: {
      zh: "对账：哪些数字不相符、为什么；矛盾；一行文字被引用之处",
      en: "The ledger: figures that do not fit, why, and both places; conflicts; what a line is cited for",
    },
    query: `query Ledger($document: ID!, $line: Int) {
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
  document(id: $document) {
    name
    coverage { lines linesWithFacts linesOpen withoutFacts { line reason } }
    facts(line: $line, first: 20) { totalCount nodes { line kind entity { name kind } relation { type from { name } to { name } } } }
  }
}
`,
    variables: { document: "document:wuzhong-2021-summary", line: 3 },
  },
];
