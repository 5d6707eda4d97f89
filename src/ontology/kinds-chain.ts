// The kind Product and the relations by which a chain is mapped: who makes what, of which parts, from what before it,
// and what may take its place.
import { nameEn } from "./common.ts";
import { float, integer, type NodeKind, oneOf, type RelationKind, text } from "./definitions.ts";
import { chainPosition } from "./enumerations.ts";

const share = float("市场份额", "share", "Share of the market, or of what the customer buys.", {
  unit: "per cent",
  least: 0,
  most: 100,
});
const year = integer("年份", "year", "The year of the fact.", { unit: "year", least: 1000 });

export const chainKinds = {
  Product: {
    title: { zh: "产品", en: "Product" },
    field: "product",
    plural: "products",
    prefix: "product",
    doc: "What an enterprise makes or a project will make: a good, a part, a material, a service.",
    colour: "#69C1FC",
    properties: {
      nameEn,
      position: oneOf(
        chainPosition,
        "环节",
        "position",
        "Where it stands in its chain: upstream (上游), midstream (中游), downstream (下游).",
        { indexed: true },
      ),
      industryCode: text("行业代码", "industry code", "Code of GB/T 4754 of the industry that makes it.", {
        indexed: true,
      }),
    },
  },
} as const satisfies Record<string, NodeKind>;

export const chainRelations = {
  MAKES: {
    from: ["Enterprise", "Project"],
    to: ["Product"],
    title: { zh: "生产", en: "makes" },
    inverse: { zh: "生产者", en: "made by" },
    doc: "Makes the product, or will make it.",
    properties: {
      share,
      weight: float("权重", "weight", "What the product makes in the revenue of its maker.", {
        unit: "per cent",
        least: 0,
        most: 100,
      }),
      year,
    },
  },
  COMPONENT_OF: {
    from: ["Product"],
    to: ["Product"],
    title: { zh: "部件用于", en: "component of" },
    inverse: { zh: "部件", en: "has component" },
    doc: "Is a part of the other product (零部件).",
    acyclic: true,
    properties: {
      weight: float("成本占比", "weight", "What it makes in the cost of the whole.", {
        unit: "per cent",
        least: 0,
        most: 100,
      }),
      quantity: float("用量", "quantity", "How many go into one.", { least: 0 }),
    },
  },
  UPSTREAM_OF: {
    from: ["Product", "Cluster"],
    to: ["Product", "Cluster"],
    title: { zh: "上游于", en: "upstream of" },
    inverse: { zh: "下游于", en: "downstream of" },
    doc: "Stands before the other in a chain: the other is made from it or with it, or is where it is used.",
    properties: {
      weight: float("权重", "weight", "What it makes in the inputs of the other.", {
        unit: "per cent",
        least: 0,
        most: 100,
      }),
    },
  },
  SUBSTITUTES: {
    from: ["Product"],
    to: ["Product"],
    title: { zh: "可替代", en: "substitutes" },
    inverse: { zh: "可被替代", en: "substituted by" },
    doc: "May take the place of the other product.",
    properties: {
      weight: float("替代程度", "weight", "How far it can take its place.", {
        unit: "per cent",
        least: 0,
        most: 100,
      }),
    },
  },
} as const satisfies Record<string, RelationKind>;

/** Shares and weights of relations of other files. */
export const supplyShares = { share } as const;
