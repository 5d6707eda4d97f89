// Sample questions: what measures ask and give, and who is on which rung.
import type { Sample } from "./sample.ts";

export const policies: readonly Sample[] = [
  {
    title:
      "Which measures an enterprise may get, how much, what it lacks, and where that was said (让政策找企业)",
    query: `query PolicyMatches {
  enterprise(name: "鑫宏业") {
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
  },
  {
    title: "Who in a park could still get the little giant reward, and what each lacks (企业培育)",
    query: `query Candidates {
  measure(name: "锡山区国家级专精特新企业认定奖励") {
    name amount amountKind
    candidates(park: "park:wanshanhu-science-city") {
      totalCount
      edges { status lacks node { name } missing { text status change toFind } }
    }
    whatIf(condition: "condition:in-xishan", drop: true) {
      before { eligible unknown ineligible cost }
      after { eligible unknown ineligible cost }
      costKind
    }
  }
}
`,
  },
  {
    title: "The ladder: which rung, what the next one pays, when re-examination is due (梯度培育)",
    query: `query Ladder {
  enterprise(name: "伟创电气") { ladder { track rung since certification { name } due dueUnknown next { name } } }
  jiguang: enterprise(name: "吉冈精密") {
    ladder(all: true) { track next { name } pays { amount amountKind measure { name } sources { line } } }
  }
  certification(id: "certification:srdi-little-giant-national") {
    candidates(region: "region:wuzhong", first: 5) { totalCount edges { rung current { name } node { name } } }
  }
}
`,
  },
];
