// Sample questions: who and where, and what relates to what.
import type { Sample } from "./sample.ts";

export const lookups: readonly Sample[] = [
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
];
