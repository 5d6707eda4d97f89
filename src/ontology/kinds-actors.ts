// Node kinds: who and where. Titles, documentation and units are written here once.
import { nameEn } from "./common.ts";
import { date, flag, float, type NodeKind, oneOf, text, texts } from "./definitions.ts";
import * as enumerations from "./enumerations.ts";

const formerNames = texts(
  "曾用名",
  "former names",
  "Names borne before, separated by |, each with its dates after @ as far as they are known: 旧名@2004/2015-06.",
  { searched: "name" },
);

const level = oneOf(
  enumerations.level,
  "级别",
  "level",
  "The level of government that grants, designates or runs it.",
  {
    indexed: true,
  },
);

export const actorKinds = {
  Enterprise: {
    title: { zh: "企业", en: "Enterprise" },
    field: "enterprise",
    plural: "enterprises",
    prefix: "enterprise",
    doc: "A company or a group of companies.",
    colour: "#4C8EDA",
    properties: {
      creditCode: text("统一社会信用代码", "credit code", "Unified social credit code, 18 characters.", {
        unique: true,
      }),
      founded: date("成立时间", "founded", "When it was founded.", { indexed: true }),
      capital: float("注册资本", "capital", "Registered capital.", {
        unit: "yuan",
        indexed: true,
        least: 0,
      }),
      listed: flag("上市", "listed", "Whether its shares are listed on an exchange; empty where unknown.", {
        indexed: true,
      }),
      stockCode: text("证券代码", "stock code", "Code of its shares, without the exchange: 688211.", {
        unique: true,
      }),
      industryCode: text("行业代码", "industry code", "Code of GB/T 4754, with its letter: C3831.", {
        indexed: true,
      }),
      formerNames,
      industry: text("行业", "industry", "Its line of business in a few words.", {
        indexed: true,
      }),
      products: texts("产品", "products", "What it makes or does."),
    },
  },
  Park: {
    title: { zh: "园区", en: "Park" },
    field: "park",
    plural: "parks",
    prefix: "park",
    doc: "A development zone, industrial park or specialised park.",
    colour: "#28BDAD",
    isPlace: true,
    properties: {
      nameEn,
      level,
      parkType: oneOf(enumerations.parkType, "园区类型", "park type", "What sort of park it is."),
      area: float("面积", "area", "Its area.", { unit: "mu", least: 0 }),
      founded: date("设立时间", "founded", "When it was set up."),
      formerNames,
    },
  },
  Region: {
    title: { zh: "地区", en: "Region" },
    field: "region",
    plural: "regions",
    prefix: "region",
    doc: "An administrative region or a named area.",
    colour: "#EF9CAB",
    isPlace: true,
    properties: {
      nameEn,
      regionLevel: oneOf(
        enumerations.regionLevel,
        "行政级别",
        "region level",
        "Its administrative level; AREA for a named area that is no administrative unit.",
      ),
      adminCode: text("行政区划代码", "administrative code", "Code of GB/T 2260.", { unique: true }),
      formerNames,
    },
  },
  Cluster: {
    title: { zh: "产业集群", en: "Cluster" },
    field: "cluster",
    plural: "clusters",
    prefix: "cluster",
    doc: "A cluster, chain or leading industry, or a part of one.",
    colour: "#AAA1F6",
    properties: {
      nameEn,
      clusterType: oneOf(
        enumerations.clusterType,
        "类型",
        "cluster type",
        "A system of clusters (四新四强), a cluster, a chain, an industry, or a part of one.",
      ),
    },
  },
  Platform: {
    title: { zh: "平台载体", en: "Platform" },
    field: "platform",
    plural: "platforms",
    prefix: "platform",
    doc: "A laboratory, research centre, internet platform, network or carrier.",
    colour: "#0DA26B",
    properties: {
      nameEn,
      platformType: oneOf(
        enumerations.platformType,
        "平台类型",
        "platform type",
        "What sort of platform it is.",
      ),
      level,
      functions: texts("功能", "functions", "What it does for those who use it, such as 政策订阅."),
    },
  },
  Institution: {
    title: { zh: "机构", en: "Institution" },
    field: "institution",
    plural: "institutions",
    prefix: "institution",
    doc: "A bureau, committee, bank, university, institute, chamber, exchange or service firm.",
    colour: "#A5ABB6",
    properties: {
      nameEn,
      institutionType: oneOf(
        enumerations.institutionType,
        "机构类型",
        "institution type",
        "What sort of institution it is.",
      ),
      level,
      formerNames,
    },
  },
  Fund: {
    title: { zh: "基金", en: "Fund" },
    field: "fund",
    plural: "funds",
    prefix: "fund",
    doc: "An investment, guarantee or guidance fund.",
    colour: "#F66EB0",
    properties: {
      nameEn,
      fundType: oneOf(enumerations.fundType, "基金类型", "fund type", "What sort of fund it is."),
      size: float("规模", "size", "Its size.", { unit: "yuan", least: 0 }),
    },
  },
} as const satisfies Record<string, NodeKind>;
