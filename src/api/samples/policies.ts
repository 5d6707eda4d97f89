// Sample questions: what measures ask and give, and who is on which rung.
import type { Sample } from "./sample.ts";

export const policies: readonly Sample[] = [
  {
    title: {
      zh: "让政策找企业：一家企业能享受哪些措施、多少钱、缺什么",
      en: "Which measures an enterprise may get, how much, what it lacks, and where that was said",
    },
    query: `query PolicyMatches($enterprise: ID!) {
  enterprise(id: $enterprise) {
    name
    policyMatches(first: 5) {
      totalCount
      edges {
        status amount amountKind lacks
        node { name }
        conditions { status text clause implied fact { type to { name } } sources { line document { name } } }
      }
    }
  }
}
`,
    variables: { enterprise: "enterprise:xinhongye" },
  },
  {
    title: {
      zh: "企业培育：园区里谁还能拿一项奖励，各缺什么",
      en: "Who in a park could still get a reward, and what each lacks",
    },
    query: `query Candidates($measure: ID!, $park: ID, $condition: ID!) {
  measure(id: $measure) {
    name amount amountKind
    candidates(park: $park) {
      totalCount
      edges { status lacks node { name } missing { text status change toFind } }
    }
    whatIf(condition: $condition, drop: true) {
      before { eligible unknown ineligible cost }
      after { eligible unknown ineligible cost }
      costKind
    }
  }
}
`,
    variables: {
      measure: "measure:xishan-srdi-national-first",
      park: "park:wanshanhu-science-city",
      condition: "condition:in-xishan",
    },
  },
  {
    title: {
      zh: "梯度培育：在哪一级，下一级奖多少，何时复审",
      en: "The ladder: which rung, what the next one pays, when re-examination is due",
    },
    query: `query Ladder($certified: ID!, $other: ID!, $rung: ID!, $region: ID) {
  enterprise(id: $certified) { ladder { track rung since certification { name } due dueUnknown next { name } } }
  other: enterprise(id: $other) {
    ladder(all: true) { track next { name } pays { amount amountKind measure { name } sources { line } } }
  }
  certification(id: $rung) {
    candidates(region: $region, first: 5) { totalCount edges { rung current { name } node { name } } }
  }
}
`,
    variables: {
      certified: "enterprise:weichuang",
      other: "enterprise:jiguang",
      rung: "certification:srdi-little-giant-national",
      region: "region:wuzhong",
    },
  },
];
