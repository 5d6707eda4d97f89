// A small world for tests of clusters and chains. Its facts are invented.
import type { CsvRecord, FolderContent } from "./folder.ts";

const sources = "doc:1";
const named = (id: string, name: string, more: CsvRecord = {}): CsvRecord => ({
  id,
  name,
  aliases: "",
  sources,
  ...more,
});
const relation = (from: string, to: string, more: CsvRecord = {}): CsvRecord => ({
  from,
  to,
  key: "",
  status: "",
  sources,
  ...more,
});

/** A chain with parts of parts, two districts of one city and one elsewhere. Invented. */
export const chainsWorld: FolderContent = {
  entities: {
    Document: [named("document:doc", "报告", { stem: "doc", lines: 9, sources: "" })],
    Region: [
      named("region:city", "市", { regionLevel: "CITY" }),
      named("region:east", "东区", { regionLevel: "DISTRICT" }),
      named("region:west", "西区", { regionLevel: "DISTRICT" }),
      named("region:far", "远区", { regionLevel: "DISTRICT" }),
      named("region:county", "某县", { regionLevel: "COUNTY" }),
    ],
    Park: [
      named("park:east", "东园"),
      named("park:inner", "东园一期"),
      named("park:west", "西园"),
      named("park:blank", "空园"),
    ],
    Cluster: [
      named("cluster:chain", "电池链"),
      named("cluster:cell", "电芯"),
      named("cluster:pack", "电池包"),
      named("cluster:cathode", "正极"),
      named("cluster:recycling", "回收"),
      named("cluster:drug-east", "医药（东区）"),
      named("cluster:drug-far", "医药（远区）"),
      named("cluster:other", "纺织"),
    ],
    Enterprise: ["a", "b", "c", "d", "e", "f", "g"].map((id) => named(`enterprise:${id}`, `企业${id}`)),
  },
  relations: {
    PART_OF: [
      relation("region:east", "region:city"),
      relation("region:west", "region:city"),
      relation("park:inner", "park:east"),
      relation("cluster:cell", "cluster:chain"),
      relation("cluster:pack", "cluster:chain"),
      relation("cluster:recycling", "cluster:chain", { sources: "doc:2|doc:3" }),
      relation("cluster:cathode", "cluster:cell"),
    ],
    LOCATED_IN: [
      relation("park:east", "region:east"),
      relation("park:west", "region:west"),
      relation("park:blank", "region:east"),
      relation("enterprise:a", "park:inner"),
      relation("enterprise:a", "park:west"),
      relation("enterprise:b", "region:east"),
      relation("enterprise:c", "park:west"),
      relation("enterprise:d", "region:far"),
      relation("enterprise:e", "region:east"),
      relation("enterprise:f", "region:west"),
    ],
    BELONGS_TO: [
      relation("enterprise:a", "cluster:cathode"),
      relation("enterprise:a", "cluster:cell"),
      relation("enterprise:b", "cluster:pack"),
      relation("enterprise:c", "cluster:pack"),
      relation("enterprise:d", "cluster:drug-far"),
      relation("enterprise:e", "cluster:recycling", { status: "TARGET" }),
      relation("enterprise:f", "cluster:recycling"),
    ],
    FOCUSES_ON: [
      relation("park:east", "cluster:chain"),
      relation("park:west", "cluster:pack"),
      relation("park:west", "cluster:other"),
      relation("park:inner", "cluster:drug-far"),
      relation("region:east", "cluster:recycling", { status: "TARGET" }),
    ],
    SUPPLIES: [
      relation("enterprise:a", "enterprise:b", { product: "正极" }),
      relation("enterprise:a", "enterprise:c", { product: "正极" }),
      relation("enterprise:g", "enterprise:c", { product: "正极" }),
      relation("enterprise:a", "enterprise:d", { product: "正极" }),
      relation("enterprise:g", "enterprise:d", { product: "" }),
      relation("enterprise:b", "enterprise:e", { product: "" }),
      relation("enterprise:b", "enterprise:f", { product: "电池包" }),
      relation("enterprise:g", "enterprise:f", { product: "外壳" }),
      relation("enterprise:c", "enterprise:g", { product: "电池包", status: "TARGET" }),
    ],
  },
};
