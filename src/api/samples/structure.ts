// Sample questions: chains, parks, projects, and how things connect.
import type { Sample } from "./sample.ts";

export const structure: readonly Sample[] = [
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
