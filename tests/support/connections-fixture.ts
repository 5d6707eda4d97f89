// A small world about connections: two enterprises joined in several ways, one joined by its region only, and a
// region with more enterprises than a neighbourhood passes through. Its facts are invented.
import type { CsvRecord, FolderContent } from "./folder.ts";

const sources = "doc:1";
const relation = (from: string, to: string, more: CsvRecord = {}): CsvRecord => ({
  from,
  to,
  key: "",
  status: "",
  sources,
  ...more,
});
const enterprise = (id: string, more: CsvRecord = {}): CsvRecord => ({
  id: `enterprise:${id}`,
  name: `企业${id}`,
  industry: "",
  products: "",
  sources,
  ...more,
});
const crowd = Array.from({ length: 1_100 }, (_, index) => `hub-${index + 1}`);

export const connections: FolderContent = {
  entities: {
    Document: [{ id: "document:doc", name: "报告", stem: "doc", lines: 9, sources: "" }],
    Region: [
      { id: "region:city", name: "市", sources },
      { id: "region:hub", name: "省", sources },
    ],
    Park: [
      { id: "park:west", name: "西园", sources },
      { id: "park:hub-a", name: "甲园", sources },
      { id: "park:hub-b", name: "乙园", sources },
    ],
    Cluster: [{ id: "cluster:cable", name: "线缆", sources }],
    Certification: [{ id: "certification:title", name: "小巨人", sources }],
    Fund: [{ id: "fund:fund", name: "基金", sources }],
    Enterprise: [
      enterprise("a", { industry: "线缆", products: "电缆|光缆" }),
      enterprise("b", { industry: "线缆", products: "电缆|插头" }),
      enterprise("c"),
      enterprise("d", { products: "插座" }),
      enterprise("far"),
      ...crowd.map((id) => enterprise(id)),
    ],
  },
  relations: {
    LOCATED_IN: [
      relation("enterprise:a", "park:west"),
      relation("enterprise:b", "park:west"),
      relation("park:west", "region:city"),
      relation("enterprise:far", "region:city"),
      relation("enterprise:c", "region:city"),
      relation("park:hub-a", "region:hub"),
      relation("park:hub-b", "region:hub"),
      ...crowd.map((id) => relation(`enterprise:${id}`, "region:hub")),
    ],
    BELONGS_TO: [relation("enterprise:a", "cluster:cable"), relation("enterprise:b", "cluster:cable")],
    CERTIFIED_AS: [
      relation("enterprise:b", "certification:title", { key: "2019" }),
      relation("enterprise:b", "certification:title", { key: "2022" }),
      relation("enterprise:c", "certification:title"),
    ],
    SUPPLIES: [
      relation("enterprise:a", "enterprise:c"),
      relation("enterprise:a", "enterprise:c", { key: "2" }),
      relation("enterprise:d", "enterprise:c"),
    ],
    INVESTS_IN: [relation("fund:fund", "enterprise:hub-3"), relation("fund:fund", "enterprise:hub-4")],
  },
};
