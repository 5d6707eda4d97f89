// A layer above the small world that is to be hidden: it adds to what the world below holds wherever something of it
// could be seen: entities of its kinds, relations between them and the world's, properties that the world leaves open,
// a second name for what has one, figures, a shorter path, another answer to who may have a measure.
import { enterprise, relation } from "./fixture-rows.ts";
import type { FolderContent } from "./folder.ts";

const sources = "doc-s:1";

export const secretWord = "机密";

export const secretLayer: FolderContent = {
  entities: {
    Document: [{ id: "document:s", name: "机密报告", stem: "doc-s", lines: 9, sources: "" }],
    Region: [{ id: "region:secret", name: "机密区", regionLevel: "DISTRICT", sources }],
    Park: [{ id: "park:secret", name: "机密产业园", level: "NATIONAL", area: 77, sources }],
    Cluster: [{ id: "cluster:secret", name: "机密集群", clusterType: "CLUSTER", sources }],
    Certification: [
      {
        id: "certification:secret",
        name: "机密级小巨人",
        level: "NATIONAL",
        track: "srdi",
        rung: 4,
        sources,
      },
    ],
    Measure: [
      {
        id: "measure:secret",
        name: "机密奖励",
        measureType: "REWARD",
        amount: 900000,
        amountKind: "CEILING",
        sources,
      },
    ],
    Project: [{ id: "project:secret", name: "机密项目", stage: "SIGNED", investment: 5, sources }],
    Metric: [{ id: "metric:secret", name: "机密指标", nameEn: "Secret", normalUnit: "count", sources }],
    Enterprise: [
      enterprise("secret", "机密电池有限公司", {
        aliases: "鑫宏业线缆|机密",
        capital: 990000000,
        listed: true,
        founded: "2011",
        industry: "线缆",
        products: "光伏线缆",
        sources,
      }),
      enterprise("same-c", "同名企业", { sources }),
      // What the world leaves open of its own.
      enterprise("drug", "西部制药有限公司", {
        founded: "1999",
        capital: 123,
        industry: "机密行业",
        sources,
      }),
    ],
  },
  relations: {
    PART_OF: [relation("region:secret", "region:city", { sources })],
    LOCATED_IN: [
      relation("park:secret", "region:secret", { sources }),
      relation("enterprise:secret", "park:big", { sources }),
      relation("enterprise:lonely", "park:secret", { sources }),
      relation("enterprise:same-c", "park:big", { sources }),
    ],
    BELONGS_TO: [
      relation("enterprise:secret", "cluster:battery", { sources }),
      relation("enterprise:weizhi", "cluster:secret", { sources }),
    ],
    CERTIFIED_AS: [
      relation("enterprise:secret", "certification:nat", { year: 2020, sources }),
      relation("enterprise:weizhi", "certification:secret", { year: 2022, sources }),
    ],
    SUPPLIES: [
      relation("enterprise:drug", "enterprise:secret", { product: "机密品", sources }),
      relation("enterprise:secret", "enterprise:weizhi", { product: "机密品", sources }),
    ],
    COOPERATES_WITH: [relation("enterprise:latin", "institution:uni", { sources })],
    OFFERS: [relation("policy:plan", "measure:secret", { sources })],
    REQUIRES: [relation("measure:secret", "certification:prov", { sources })],
    APPLIES_TO: [relation("measure:secret", "region:city", { sources })],
    UNDERTAKES: [relation("enterprise:secret", "project:secret", { sources })],
  },
  observations: [
    {
      id: "observation:s1",
      subject: "enterprise:drug",
      metric: "output",
      value: 3,
      unit: "亿元",
      period: "2022",
      sources,
    },
    {
      id: "observation:s2",
      subject: "enterprise:secret",
      metric: "secret",
      value: 4,
      unit: "项",
      period: "2022",
      sources,
    },
  ],
};

/** Ids that only the hidden layer has. */
export const secretIds = [
  ...Object.values(secretLayer.entities ?? {})
    .flat()
    .map(({ id }) => String(id))
    .filter((id) => id !== "enterprise:drug"),
  "observation:s1",
  "observation:s2",
];
