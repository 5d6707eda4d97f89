// Sample questions: chains, parks, projects, and how things connect.
import type { Sample } from "./sample.ts";

export const structure: readonly Sample[] = [
  {
    title: {
      zh: "产业链缺口：各环节、本地缺哪些、邻近地区谁有",
      en: "A chain: its parts, what a district lacks of them, and who next door has it",
    },
    query: `query ChainGaps($cluster: ID!, $region: ID!) {
  cluster(id: $cluster) {
    name
    gaps(region: $region) {
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
    variables: { cluster: "cluster:wuzhong-3-3-3", region: "region:wuzhong" },
  },
  {
    title: {
      zh: "园区与主导产业：什么相符，哪些园区定位重叠",
      en: "A park: what fits its focus, and which parks want the same",
    },
    query: `query ParkFit($park: ID!, $focus: ID!, $enterprise: ID!, $region: ID!, $cluster: ID!) {
  park(id: $park) {
    fit(cluster: $focus) {
      verdict
      why
      memberCount
      members { name }
      focus { how cluster { name } relation { status } sources { line document { name } } }
    }
    fitFor(enterprise: $enterprise) { verdict why present }
  }
  focusOverlap(region: $region, first: 3) {
    count
    one { name }
    other { name }
    shared { cluster { name } }
  }
  cluster(id: $cluster) {
    singleSuppliers { supplier { name } customer { name } product sources { line document { name } } }
  }
}
`,
    variables: {
      park: "park:wanshanhu-science-city",
      focus: "cluster:xishan-new-energy",
      enterprise: "enterprise:anpuruisi",
      region: "region:xishan",
      cluster: "cluster:xishan-equipment",
    },
  },
  {
    title: {
      zh: "项目全生命周期：各阶段的项目，与报告所述总数对照",
      en: "Projects of a district by stage, and the totals that reports state beside them",
    },
    query: `query ProjectPipeline($region: ID!) {
  projectPipeline(region: $region) {
    projects
    unstaged
    stages { name reached now planned investment investmentUnknown projects { name events { stage at status sources { line } } } }
    conversions { from to reached converted share median monthsUnknown }
    outOfOrder { project { name } stage at later laterAt }
  }
  projectPipelineBy(by: CLUSTER) { name projects stages { name reached } }
  projectTotals(region: $region) {
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
    variables: { region: "region:xishan" },
  },
  {
    title: {
      zh: "两家企业之间三条不同的联系、共同之处，以及谁与之相似",
      en: "Three ways in which two enterprises connect, what they have in common, and who is like one of them",
    },
    query: `query Connections($from: ID!, $to: ID!) {
  paths(from: $from, to: $to) {
    length
    avoided
    nodes { name kind }
    relations { type status sources { line document { name } } }
  }
  commonNeighbours(ids: [$from, $to]) { count entity { name kind } relations { type } }
  enterprise(id: $from) {
    similar(first: 5) { score words enterprise { name } shared { how points entity { name } } }
  }
  neighbourhood(id: $from, hops: 2, perKind: 3) { truncated nodes { name kind } relations { type } }
}
`,
    variables: { from: "enterprise:xinhongye", to: "enterprise:anman" },
  },
];
