// Sample questions: who and where, and what relates to what.
import type { Sample } from "./sample.ts";

export const lookups: readonly Sample[] = [
  {
    title: {
      zh: "一家企业的园区、资质和全部关系，各有出处",
      en: "An enterprise with its park, certifications and every relation, with where each was said",
    },
    query: `query EnterpriseCard($enterprise: ID!) {
  enterprise(id: $enterprise) {
    name
    park { name }
    certifications { edges { status year node { name level } } }
    relations {
      nodes { type from { name } to { name } status sources { document { name } line } }
    }
  }
}
`,
    variables: { enterprise: "enterprise:xinhongye" },
  },
  {
    title: {
      zh: "一个地区具有国家级资质的企业，按园区和资质汇总",
      en: "Nationally certified enterprises of a region, with totals by park and certification",
    },
    query: `query CertifiedEnterprises($region: ID!, $level: CertificationLevel, $first: Int) {
  enterprises(filter: { region: $region, certificationLevel: $level }, first: $first) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { name park { name } certifications { nodes { name } } }
    facets { parks { name count } certifications { name count } }
  }
}
`,
    variables: { region: "region:xishan", level: "NATIONAL", first: 10 },
  },
  {
    title: {
      zh: "一个园区：有哪些企业、主导产业，及所在地区的数据",
      en: "A park: who is there, what it focuses on, and figures about its region",
    },
    query: `query ParkPage($park: ID!) {
  park(id: $park) {
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
    variables: { park: "park:wanshanhu-science-city" },
  },
  {
    title: {
      zh: "按拼音首字母搜索；两家企业怎样联系",
      en: "Search by pinyin initials, and how two enterprises connect",
    },
    query: `query SearchAndPath($text: String!, $from: ID!, $to: ID!) {
  search(text: $text) { score matched entity { id kind name } }
  path(from: $from, to: $to) {
    length
    nodes { name kind }
    relations { type from { name } to { name } sources { line document { name } } }
  }
}
`,
    variables: { text: "xhy", from: "enterprise:xinhongye", to: "enterprise:zhongke-weizhi" },
  },
];
