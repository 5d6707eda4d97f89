// `within` means one thing: what belongs to a place belongs to it in lists of figures, conflicts and clusters, in rankings
// and sums, by whichever relation it does so. Small data are invented; the numbers of the five reports were counted from
// the CSV files.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Kind, kindOf, relationOf, relationTypes } from "../../src/ontology/model.ts";
import { readQuestions } from "../../src/questions/read.ts";
import { loadedEngines } from "../support/answers.ts";
import type { CsvRecord } from "../support/folder.ts";
import { workedOut } from "../support/worked-out.ts";

const belonging = relationTypes.filter((type) => relationOf(type).belongs !== undefined);
const nowhere = relationTypes.filter((type) => relationOf(type).belongs === undefined && type !== "PART_OF");

/** Questions that find what belongs to a place, or the places that something belongs to. */
const walking = [
  "observation.within",
  "conflict.within",
  "check.within",
  "entity.conflicts",
  "entity.observations",
  "ranking",
];
const climbing = ["figures.asked", "observation.wholes", "project-totals"];

test("each question that asks what belongs to a place follows every relation that says so", () => {
  const expected = belonging.filter((type) => type !== "LOCATED_IN").sort();
  for (const name of [...walking, ...climbing, "names/within", "names/contained"]) {
    const statement = name.startsWith("names/")
      ? readFileSync(`cypher/${name}.cypher`, "utf8")
      : (readQuestions().get(name)?.statement ?? "");
    const ties = [...statement.matchAll(/\[ties:([A-Z_|]+)\*0\.\.1\]/g)].map(([, types]) => types);
    expect([name, ties.length > 0]).toEqual([name, true]);
    for (const types of ties) expect([name, types?.split("|").sort()]).toEqual([name, expected]);
    for (const type of expected)
      expect([name, type, statement.includes(`'${type}'`)]).toEqual([
        name,
        type,
        relationOf(type).belongs === "from",
      ]);
  }
});

const sources = "doc:1";

/** For each relation type a thing with a figure, bound to the district by it where its ends allow one. */
const bound: { id: string; kind: string; type: string; from: string; to: string }[] = [];
const place = "region:east";
for (const type of [...belonging, ...nowhere]) {
  const { from, to, belongs } = relationOf(type);
  const subjects: readonly string[] = relationOf("OBSERVES").to;
  const things = (ends: readonly string[]): string[] =>
    ends.filter(
      (kind) => subjects.includes(kind) && kindOf(kind as "Park").isPlace !== true && kind !== "Document",
    );
  const isFrom = [...to].includes("Region") && belongs !== "to";
  const kinds = isFrom ? things(from) : [...from].includes("Region") ? things(to) : [];
  for (const kind of kinds) {
    const id = `${kind.toLowerCase()}:${type.toLowerCase().replaceAll("_", "-")}`;
    bound.push({ id, kind, type, from: isFrom ? id : place, to: isFrom ? place : id });
  }
}

const named = (id: string, name: string, more: CsvRecord = {}): CsvRecord => ({
  id,
  name,
  aliases: "",
  sources,
  ...more,
});
const relation = (from: string, to: string): CsvRecord => ({ from, to, key: "", status: "", sources });
const by = <One>(all: readonly One[], key: (one: One) => string): Record<string, One[]> => {
  const groups: Record<string, One[]> = {};
  for (const one of all) groups[key(one)] = [...(groups[key(one)] ?? []), one];
  return groups;
};
const records = <One>(groups: Record<string, One[]>, made: (one: One) => CsvRecord) =>
  Object.fromEntries(Object.entries(groups).map(([key, all]) => [key, all.map(made)]));

const figure = (subject: string, value: number): CsvRecord => ({
  id: `observation:${subject.replace(":", "-")}`,
  subject,
  metric: "output",
  value,
  unit: "亿元",
  period: "2022",
  bound: "",
  status: "",
  sources,
});

const tied = records(
  by(bound, ({ type }) => type),
  ({ from, to }) => relation(from, to),
);

describe("of every kind, by every relation", () => {
  const { ask, data } = loadedEngines({
    entities: {
      Document: [named("document:doc", "报告", { stem: "doc", lines: 9, sources: "" })],
      Metric: [named("metric:output", "产值", { normalUnit: "yuan" })],
      Region: [
        named("region:city", "某市", { regionLevel: "CITY" }),
        named("region:east", "东区", { regionLevel: "DISTRICT" }),
        named("region:west", "西区", { regionLevel: "DISTRICT" }),
      ],
      ...records(
        by(bound, ({ kind }) => kind),
        ({ id }) => named(id, `东${id}`),
      ),
      Park: [named("park:east", "东园")],
      Cluster: [
        ...(by(bound, ({ kind }) => kind).Cluster ?? []).map(({ id }) => named(id, `东${id}`)),
        named("cluster:part", "东园之链一环"),
        named("cluster:park", "东园之链"),
        named("cluster:west", "西区之链"),
      ],
    },
    relations: {
      ...tied,
      PART_OF: [
        relation("region:east", "region:city"),
        relation("region:west", "region:city"),
        relation("cluster:part", "cluster:park"),
      ],
      LOCATED_IN: [...(tied.LOCATED_IN ?? []), relation("park:east", "region:east")],
      FOCUSES_ON: [
        ...(tied.FOCUSES_ON ?? []),
        relation("park:east", "cluster:park"),
        relation("region:west", "cluster:west"),
      ],
    },
    observations: [
      ...bound.map(({ id }, index) => figure(id, index + 1)),
      figure("cluster:part", 101),
      figure("cluster:park", 102),
      figure("cluster:west", 103),
      figure("region:east", 500),
    ],
  });

  const inEast = [
    ...bound.filter(({ type }) => belonging.some((one) => one === type)).map(({ id }) => id),
    "cluster:part",
    "cluster:park",
  ];
  const ids = (nodes: readonly { subject: { id: string } }[]): string[] =>
    nodes.map(({ subject }) => subject.id).sort();
  type Figures = { nodes: { subject: { id: string } }[] };

  test("figures of a district, of the city around it, and of both or neither", async () => {
    const { east, city, not, parts, ranked } = await data<
      Record<"east" | "city" | "not", Figures> & {
        parts: { observations: Figures };
        ranked: { ranked: { observation: { subject: { id: string } } }[] };
      }
    >(`{ east: observations(filter: { within: "东区" }, first: 200) { nodes { subject { id } } }
         city: observations(filter: { within: "某市" }, first: 200) { nodes { subject { id } } }
         not: observations(filter: { within: "某市", not: { within: "东区" } }, first: 200) { nodes { subject { id } } }
         parts: region(name: "东区") { observations(withParts: true, first: 200) { nodes { subject { id } } } }
         ranked: ranking(metric: "产值", period: "2022", region: "东区", first: 200) { ranked { observation { subject { id } } } } }`);
    expect(inEast.length).toBeGreaterThan(12);
    expect(ids(east.nodes)).toEqual([...inEast, "region:east"].sort());
    expect(ids(city.nodes)).toEqual([...inEast, "region:east", "cluster:west"].sort());
    expect(ids(not.nodes)).toEqual(["cluster:west"]);
    expect(ids(parts.observations.nodes)).toEqual(ids(east.nodes));
    expect(ids(ranked.ranked.map(({ observation }) => observation))).toEqual([...inEast].sort());
  });

  test("each kind's own list, lists of any kind, and what is searched for", async () => {
    const kinds = [...new Set(inEast.map((id) => id.slice(0, id.indexOf(":"))))].sort();
    const plural = (kind: string): string =>
      kindOf(bound.find(({ id }) => id.startsWith(`${kind}:`))?.kind as Kind).plural;
    const listed = await data<Record<string, { nodes: { id: string }[] }>>(
      `{ ${kinds.map((kind) => `${plural(kind)}(filter: { within: "东区" }, first: 100) { nodes { id } }`).join(" ")}
         parks(filter: { within: "东区" }) { nodes { id } } }`,
    );
    const all = Object.values(listed).flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(all.sort()).toEqual([...inEast, "park:east"].sort());
    const { any, not } = await data<Record<"any" | "not", { nodes: { to: { id: string } }[] }>>(
      `{ any: relations(types: [OBSERVES], filter: { node: { within: "东区" } }, first: 100) { nodes { to { id } } }
         not: relations(types: [OBSERVES], filter: { node: { within: "某市", not: { within: "东区" } } }) { nodes { to { id } } } }`,
    );
    expect(any.nodes.map(({ to }) => to.id).sort()).toEqual([...inEast].sort());
    expect(not.nodes.map(({ to }) => to.id).sort()).toEqual(["cluster:west", "region:east"]);
    const found = (text: string, within: string) =>
      `search(text: "${text}", within: "${within}", kinds: [CLUSTER]) { entity { id } }`;
    expect(
      await data(`{ a: ${found("东园之链", "东园")} c: ${found("西区之链", "某市")}
        d: clusters(filter: { within: "东园之链" }) { nodes { id } } }`),
    ).toEqual({
      a: [{ entity: { id: "cluster:park" } }, { entity: { id: "cluster:part" } }],
      c: [{ entity: { id: "cluster:west" } }],
      d: { nodes: [{ id: "cluster:part" }] },
    });
    const { messages } = await ask(`{ ${found("东园之链", "西区")} }`);
    expect(messages.join()).toMatch(
      /nothing that belongs to 西区 .* elsewhere there is 东园之链 \(cluster:park\)/,
    );
  });

  test("clusters of a district are those of its parks too, with their parts, as groups have them", async () => {
    const { clusters, grouped, park } = await data<{
      clusters: { nodes: { id: string }[] };
      grouped: { aggregate: { groups: { nodes: { keys: { id: string | null }[]; count: number }[] } } };
      park: { nodes: { id: string }[] };
    }>(`{ clusters(filter: { region: "东区" }, first: 100) { nodes { id } }
         park: clusters(filter: { park: "东园" }) { nodes { id } }
         grouped: clusters { aggregate { groups(by: [{ by: REGION, level: DISTRICT }]) { nodes { keys { id } count } } } } }`);
    const expected = inEast.filter((id) => id.startsWith("cluster:")).sort();
    expect(clusters.nodes.map(({ id }) => id).sort()).toEqual(expected);
    expect(park.nodes.map(({ id }) => id).sort()).toEqual(["cluster:park", "cluster:part"]);
    const counts = new Map(
      grouped.aggregate.groups.nodes.map(({ keys, count }) => [keys[0]?.id ?? null, count]),
    );
    expect(counts.get("region:east")).toBe(expected.length);
    expect(counts.get("region:west")).toBe(1);
  });

  test("a cluster's figure is not added to its district's", async () => {
    const { observations } = await data<{
      observations: { aggregate: { sum: { value: number | null; reasons: string[] } } };
    }>(
      `{ observations(filter: { or: [{ subject: "东区" }, { subject: "东园之链" }] }) { aggregate { sum(of: VALUE) { value reasons } } } }`,
    );
    expect(observations.aggregate.sum).toEqual({ value: null, reasons: ["PART_AND_WHOLE"] });
  });
});

describe("in the five reports", () => {
  const { data } = loadedEngines("seed");
  workedOut(data)([
    [
      "吴中区及其集群、平台、政策措施的数据87条（其中集群17条），锡山区80条，扬州市27条（其中集群11条），江苏省199条",
      `{ a: observations(filter: { within: "吴中区" }) { totalCount }
         b: observations(filter: { within: "锡山区" }) { totalCount }
         c: observations(filter: { within: "扬州市" }) { totalCount }
         d: observations(filter: { within: "江苏" }) { totalCount }
         e: park(name: "杭集高新区") { observations { totalCount } with: observations(withParts: true) { totalCount } } }`,
      {
        a: { totalCount: 87 },
        b: { totalCount: 80 },
        c: { totalCount: 27 },
        d: { totalCount: 199 },
        e: { observations: { totalCount: 0 }, with: { totalCount: 4 } },
      },
    ],
    [
      "范围：各类列表与按地区、园区筛选一致",
      `{ a: enterprises(filter: { within: "锡山区" }) { totalCount } b: enterprises(filter: { region: "锡山区" }) { totalCount }
         c: platforms(filter: { within: "锡山经济技术开发区" }) { totalCount } d: platforms(filter: { park: "锡山经济技术开发区" }) { totalCount }
         e: programmes(filter: { within: "江苏省" }) { totalCount } f: programmes(filter: { region: "江苏省" }) { totalCount }
         g: search(text: "465亿元", within: "锡山区") { entity { kind } } }`,
      {
        ...{ a: { totalCount: 24 }, b: { totalCount: 24 }, c: { totalCount: 3 }, d: { totalCount: 3 } },
        ...{ e: { totalCount: 65 }, f: { totalCount: 65 } },
        ...{ g: [{ entity: { kind: "OBSERVATION" } }] },
      },
    ],
    [
      "集群：扬州市26个（市、县和园区重点发展的及其组成部分），杭集高新区10个，锡山区15个",
      `{ a: clusters(filter: { region: "扬州市" }) { totalCount } b: clusters(filter: { park: "杭集高新区" }) { totalCount } c: clusters(filter: { region: "锡山" }) { totalCount } }`,
      { a: { totalCount: 26 }, b: { totalCount: 10 }, c: { totalCount: 15 } },
    ],
  ]);
});
