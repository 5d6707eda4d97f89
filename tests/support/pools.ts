// The values that a loaded store holds, a few of each property, to draw filters from.
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import type { GraphStore } from "../../src/store/port.ts";
import type { Pools } from "./list-documents.ts";

/** Values of a property at the most. */
const most = 12;

/** Arguments that name entities of a kind. */
const named: Readonly<Record<string, string>> = {
  region: "Region",
  park: "Park",
  cluster: "Cluster",
  maker: "Enterprise",
  certifiedAs: "Certification",
  requires: "Certification",
  policy: "Policy",
  issuer: "Institution",
  document: "Document",
  subject: "Region",
  about: "Cluster",
  concerns: "Region",
  within: "Region",
  "ClusterFilter.within": "Cluster",
};

const spread = (values: readonly unknown[]): unknown[] => {
  const sorted = [...new Set(values)].sort((one, other) => (String(one) < String(other) ? -1 : 1));
  const step = Math.max(1, Math.floor(sorted.length / most));
  return sorted.filter((_, index) => index % step === 0).slice(0, most);
};

/** The pools of a store. */
export async function poolsOf(store: GraphStore | undefined): Promise<Pools> {
  if (store === undefined) throw new Error("no store is loaded");
  const values = new Map<string, unknown[]>();
  const add = (key: string, value: unknown): void => {
    const known = values.get(key);
    if (known === undefined) values.set(key, [value]);
    else known.push(value);
  };
  const addAll = (prefixes: readonly string[], properties: unknown): void => {
    for (const [name, value] of Object.entries(properties as object))
      for (const one of Array.isArray(value) ? value : [value])
        for (const prefix of prefixes) if (one !== null && one !== "") add(`${prefix}${name}`, one);
  };
  const nodes = await store.read("MATCH (n:Entity) RETURN labels(n) AS labels, properties(n) AS properties");
  for (const { labels, properties } of nodes) {
    const kind = kindNames.find((one) => (labels as string[]).includes(one));
    if (kind !== undefined) addAll([`${kind}.`, "Entity.", ""], properties);
  }
  const edges = await store.read("MATCH ()-[e]->() RETURN type(e) AS type, properties(e) AS properties");
  for (const { type, properties } of edges) {
    const { id: _id, ...own } = properties as Record<string, unknown>;
    addAll([`${type}.`, "Relation.", ""], own);
  }
  const pools = new Map<string, readonly unknown[]>([...values].map(([key, all]) => [key, spread(all)]));
  const ids = (kind: string): readonly unknown[] => pools.get(`${kind}.id`) ?? [];
  for (const [argument, kind] of Object.entries(named)) {
    // What a kind is called like is asked by name now and then.
    const names = (pools.get(`${kind}.name`) ?? []).slice(0, 2);
    pools.set(argument, [...ids(kind), ...names]);
  }
  const prefix = `${kindOf("Metric").prefix}:`;
  pools.set(
    "metric",
    ids("Metric").map((id) => String(id).slice(prefix.length)),
  );
  const names = pools.get("name") ?? [];
  pools.set("text", names);
  pools.set("String", names);
  pools.set("Period", ["2022", "2021", "2022-H1", "2023-10", "2020/2025"]);
  pools.set("Date", ["2021", "2022-06", "2019-01-15", "2024"]);
  pools.set("FigureCondition.unit", ["亿元", "家", "%", "万元", "亩"]);
  pools.set("Float", [0, 1, 10, 100, 1e8]);
  pools.set("Int", [1, 2, 5]);
  pools.set("first", [1, 3, 100]);
  pools.set("last", [1, 3, 100]);
  pools.set("at", [0, 0.1, 0.5, 0.95, 1]);
  pools.set("industryCode", ["C38", "C", "3824"]);
  return pools;
}
