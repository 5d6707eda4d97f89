// Sample questions: the tabs of GraphiQL, which show the names of the operations. Each is run by a test on both engines.

export interface Sample {
  readonly title: string;
  readonly query: string;
}

export const samples: readonly Sample[] = [
  {
    title: "An enterprise with its park, certifications and every relation, with where each was said",
    query: `query EnterpriseCard {
  enterprise(name: "鑫宏业") {
    name
    park { name }
    certifications { edges { status year node { name level } } }
    relations {
      nodes { type to { name } status sources { document { name } line } }
    }
  }
}
`,
  },
  {
    title: "Nationally certified enterprises of Xishan, with totals by park and certification",
    query: `query CertifiedEnterprises {
  enterprises(filter: { region: "region:xishan", certificationLevel: NATIONAL }, first: 10) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { name park { name } certifications { nodes { name } } }
    facets { parks { name count } certifications { name count } }
  }
}
`,
  },
  {
    title: "A park: who is there, what it focuses on, and figures about its region",
    query: `query ParkPage {
  park(name: "宛山湖科技城") {
    name
    enterprises { totalCount nodes { name industry clusters { nodes { name } } } }
    clusters { nodes { name } }
    region {
      name
      observations(first: 10) { nodes { metric value unit period bound status sources { line document { name } } } }
    }
  }
}
`,
  },
  {
    title: "Search by pinyin initials, and how two enterprises connect",
    query: `query SearchAndPath {
  search(text: "xhy") { score matched entity { id kind name } }
  path(from: "enterprise:xinhongye", to: "enterprise:zhongke-weizhi") {
    length
    nodes { name kind }
    relations { type from { name } to { name } sources { line document { name } } }
  }
}
`,
  },
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
  {
    title: "A chain: its parts, what a district lacks of them, and who next door has it (产业链缺口)",
    query: `query ChainGaps {
  cluster(name: "3+3+3") {
    name
    gaps(region: "region:wuzhong") {
      missing
      single
      neighbours { name }
      parts {
        part { name }
        depth
        verdict
        why
        elsewhere { region { name } count enterprises { name } }
        wanted { from { name } status }
        sources { line document { name } }
      }
    }
  }
}
`,
  },
  {
    title: "A park: what fits its focus, and which parks want the same (主导产业)",
    query: `query ParkFit {
  park(name: "宛山湖科技城") {
    fit(cluster: "cluster:xishan-new-energy") {
      verdict
      why
      memberCount
      members { name }
      focus { how cluster { name } relation { status } sources { line document { name } } }
    }
    fitFor(enterprise: "enterprise:anpuruisi") { verdict why present }
  }
  focusOverlap(region: "region:xishan", first: 3) {
    count
    one { name }
    other { name }
    shared { cluster { name } }
  }
  cluster(id: "cluster:xishan-equipment") {
    singleSuppliers { supplier { name } customer { name } product sources { line document { name } } }
  }
}
`,
  },
  {
    title: "Projects of a district by stage, and the totals that reports state beside them (项目全生命周期)",
    query: `query ProjectPipeline {
  projectPipeline(region: "region:xishan") {
    projects
    unstaged
    stages { name reached now planned investment investmentUnknown projects { name events { stage at status sources { line } } } }
    conversions { from to reached converted share median monthsUnknown }
    outOfOrder { project { name } stage at later laterAt }
  }
  projectPipelineBy(by: CLUSTER) { name projects stages { name reached } }
  projectTotals(region: "region:xishan") {
    figure { name value unit period sources { line document { name } } }
    stage
    named
    surely
    difference
    caveats
    projects { name }
  }
}
`,
  },
  {
    title:
      "Three ways in which two enterprises connect, what they have in common, and who is like one of them",
    query: `query Connections {
  paths(from: "enterprise:xinhongye", to: "enterprise:anman") {
    length
    avoided
    nodes { name kind }
    relations { type status sources { line document { name } } }
  }
  commonNeighbours(ids: ["enterprise:xinhongye", "enterprise:anman"]) { count entity { name kind } relations { type } }
  enterprise(name: "鑫宏业") {
    similar(first: 5) { score words enterprise { name } shared { how points entity { name } } }
  }
  neighbourhood(id: "enterprise:xinhongye", hops: 2, perKind: 3) { truncated nodes { name kind } relations { type } }
}
`,
  },
];
