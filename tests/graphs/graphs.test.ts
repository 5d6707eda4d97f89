// What lies around an entity as files, read back by others' readers: graphology, n3, jsonld, SHACL, and (with Python)
// networkx, rdflib, followthemoney.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kindOf } from "../../src/ontology/model.ts";
import { python, runPython } from "../support/python.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));
const centre = "enterprise:xinhongye";
const name = "无锡鑫宏业线缆科技股份有限公司";

let server: TestServer;
beforeAll(async () => {
  server = await serveFolder(seed);
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });
const text = async (path: string): Promise<string> => {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};
const around = (format: string, more = "") => text(`/subgraph.${format}?id=鑫宏业&hops=2${more}`);

interface Wanted {
  readonly nodes: Record<string, string>;
  readonly ties: string[][];
}

interface Around {
  readonly nodes: { id: string; name: string }[];
  readonly relations: { type: string; from: { id: string }; to: { id: string } }[];
}

/** The same by GraphQL. */
async function wanted(): Promise<Wanted> {
  const { data } = await server.ask(
    `{ neighbourhood(id: "${centre}", hops: 2) { nodes { id name } relations { type from { id } to { id } } } }`,
  );
  const { nodes, relations } = (data as { neighbourhood: Around }).neighbourhood;
  return {
    nodes: Object.fromEntries(nodes.map((one) => [one.id, one.name])),
    ties: relations.map(({ type, from, to }) => [from.id, to.id, type]).sort(),
  };
}

function ofGraph(graph: ReturnType<typeof gexf.parse>): Wanted {
  return {
    nodes: Object.fromEntries(graph.mapNodes((id, { label }) => [id, String(label)])),
    ties: graph.mapEdges((_, { type }, from, to) => [from, to, String(type)]).sort(),
  };
}

const triples = (turtle: string): Store => new Store(new Parser().parse(turtle));

describe("the surroundings of an enterprise", () => {
  test("as GEXF: what GraphQL gives, with titles and colours of the ontology", async () => {
    const file = await around("gexf");
    const graph = gexf.parse(graphology.MultiDirectedGraph, file, { respectInputGraphType: true });
    expect(ofGraph(graph)).toEqual(await wanted());
    expect(graph.getNodeAttributes(centre)).toMatchObject({ label: name, kind_zh: "企业" });
    const { colour } = kindOf("Enterprise");
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    expect(graph.getNodeAttribute(centre, "color")).toBe(`rgb(${red},${green},${blue})`);
    expect(graph.findEdge((_, one) => one.label === "位于" && one.sources.includes(":"))).toBeDefined();
  });

  test("as GraphML: the same", async () => {
    const graph = graphml.parse(graphology.MultiDirectedGraph as never, await around("graphml"));
    expect(ofGraph(graph)).toEqual(await wanted());
  });

  test("as JSON: node-link and the elements of Cytoscape", async () => {
    const linked = JSON.parse(await around("json")) as {
      graph: { cut: boolean; dataset_version: string };
      nodes: { id: string; label: string }[];
      links: { source: string; target: string; type: string }[];
    };
    const { nodes, ties } = await wanted();
    expect(Object.fromEntries(linked.nodes.map((one) => [one.id, one.label]))).toEqual(nodes);
    expect(linked.links.map((one) => [one.source, one.target, one.type]).sort()).toEqual(ties);
    const cytoscape = JSON.parse(await around("json", "&layout=cytoscape")) as {
      elements: { nodes: { data: { id: string } }[]; edges: { data: { source: string } }[] };
    };
    expect(cytoscape.elements.nodes.map(({ data }) => data.id).sort()).toEqual(Object.keys(nodes).sort());
    expect(cytoscape.elements.edges).toHaveLength(ties.length);
  });

  test("as Turtle and JSON-LD: the same triples, in shape, each name defined", async () => {
    const store = triples(await around("ttl"));
    const nquads = (await jsonld.toRDF(JSON.parse(await around("jsonld")) as object, {
      format: "application/n-quads",
    })) as unknown as string;
    const lines = (of: Store): string[] =>
      of
        .getQuads(null, null, null, null)
        .map((one) => JSON.stringify(one))
        .sort();
    expect(lines(triples(nquads))).toEqual(lines(store));
    const about = `${server.url}/entity/${centre}`;
    expect(store.getObjects(about, "https://schema.org/name", null).map(({ value }) => value)).toEqual([
      name,
    ]);
    const [line] = store.getObjects(about, "http://www.w3.org/ns/prov#wasDerivedFrom", null);
    expect(line?.value).toMatch(/\/entity\/document:[\w-]+#line-\d+$/);
    // Everything of ours that is said is in the vocabulary, with a definition.
    const vocabulary = triples(await text("/vocabulary"));
    const ours = new Set(
      store
        .getQuads(null, null, null, null)
        .flatMap(({ predicate, object }) => [predicate.value, object.value])
        .filter((one) => one.startsWith(`${server.url}/vocabulary#`)),
    );
    expect(ours.size).toBeGreaterThan(15);
    for (const one of ours)
      expect([
        one,
        vocabulary.countQuads(one, "http://www.w3.org/2000/01/rdf-schema#comment", null, null),
      ]).toEqual([one, 1]);
  });

  test("a list that was cut says so, and an unknown name, form or variable is told", async () => {
    const cut = await get(`/subgraph.json?id=${centre}&limit=2`);
    expect(cut.headers.get("x-cut")).toBe("true");
    expect(((await cut.json()) as { graph: { cut: boolean } }).graph.cut).toBe(true);
    expect((await get(`/subgraph.json?id=${centre}&hops=1&limit=500`)).headers.get("x-cut")).toBeNull();
    // Kinds go by their titles too.
    const ofKinds = (kinds: string) => text(`/subgraph.json?id=${centre}&hops=2&kinds=${kinds}`);
    expect(await ofKinds("企业,政策")).toBe(await ofKinds("ENTERPRISE,Policy"));
    for (const [path, status, word] of [
      ["/subgraph.gexf", 400, "id is missing"],
      ["/subgraph.gexf?id=没有这家企业有限公司", 400, "没有这家企业有限公司"],
      ["/subgraph.gexf?id=enterprise:none", 400, "enterprise:none"],
      [`/subgraph.png?id=${centre}`, 404, ".gexf"],
      [`/subgraph.gexf?id=${centre}&depth=2`, 400, "hops"],
      [`/subgraph.gexf?id=${centre}&hops=9`, 400, "4"],
      [`/subgraph.json?id=${centre}&layout=tree`, 400, "cytoscape"],
    ] as const) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, status]);
      expect(await response.text()).toContain(word);
    }
  });
});

describe("an entity's address", () => {
  test("gives JSON, JSON-LD and Turtle by ending and by Accept, with each line said", async () => {
    const { data } = await server.ask(`{ node(id: "${centre}") { relations(first: 1000) { totalCount } } }`);
    const total = (data as { node: { relations: { totalCount: number } } }).node.relations.totalCount;
    for (const [path, headers] of [
      [`/entity/${centre}.json`, {}],
      [`/entity/${centre}`, { accept: "application/json" }],
    ] as const) {
      const told = (await (await get(path, headers)).json()) as Record<string, unknown>;
      expect(told).toMatchObject({ id: centre, kind: "Enterprise", name });
      const relations = told.relations as {
        type: string;
        other: { name: string };
        sources: { address: string }[];
      }[];
      expect(relations).toHaveLength(total);
      for (const one of relations) expect(one.sources[0]?.address).toMatch(/\/entity\/document:.*#line-\d+$/);
    }
    for (const [path, headers] of [
      [`/entity/${centre}.ttl`, {}],
      [`/entity/${centre}`, { accept: "text/turtle" }],
    ] as const)
      expect(
        triples(await (await get(path, headers)).text()).countQuads(
          `${server.url}/entity/${centre}`,
          null,
          null,
          null,
        ),
      ).toBeGreaterThan(10);
    const linked = await get(`/entity/${centre}`, { accept: "application/ld+json" });
    expect(linked.headers.get("content-type")).toContain("application/ld+json");
  });

  test("is led to from a name, in the form asked for; the page is for people", async () => {
    for (const [path, headers, to] of [
      ["/entity/鑫宏业.json", {}, `/entity/${centre}.json`],
      ["/entity/鑫宏业", { accept: "text/html" }, `/entity/${centre}`],
      ["/entity/鑫宏业?lang=en", { accept: "text/html" }, `/entity/${centre}?lang=en`],
    ] as const) {
      const response = await fetch(`${server.url}${path}`, { headers, redirect: "manual" });
      expect([response.status, response.headers.get("location")]).toEqual([302, to]);
    }
    const page = await get(`/entity/${centre}`, { accept: "text/html" });
    expect(page.headers.get("content-type")).toContain("text/html");
    expect((await get("/entity/enterprise:none.json")).status).toBe(404);
  });
});

test("linked data keep to the shapes of the vocabulary", async () => {
  const data = triples(await text(`/subgraph.ttl?id=${centre}&hops=1&limit=60`));
  const shapes = triples(await text("/shapes"));
  expect(await text("/shapes.jsonld")).toBe(await text("/shapes.jsonld"));
  const report = await new Validator(shapes).validate(data);
  // Citations name documents that a part of the graph may leave out.
  const wrong = report.results.filter(({ path }) => path?.value !== "http://purl.org/dc/terms/isPartOf");
  expect(wrong.map(({ focusNode, path, message }) => [focusNode?.value, path?.value, message])).toEqual([]);
  // The shapes do look: an entity without a name is found.
  const nameless = new Store(
    data.getQuads(null, null, null, null).filter(({ predicate }) => !predicate.value.endsWith("#name")),
  );
  expect((await new Validator(shapes).validate(nameless)).conforms).toBe(false);
}, 60_000);

describe.skipIf(python === undefined)("with Python", () => {
  test("networkx, rdflib and followthemoney read the same, and nothing is lost", async () => {
    const folder = mkdtempSync(join(tmpdir(), "industry-graph-"));
    const kinds = ["gexf", "graphml", "json", "ttl", "jsonld", "ftm.json"];
    const files: string[] = [];
    for (const kind of kinds) {
      const file = join(folder, `graph.${kind}`);
      writeFileSync(file, await around(kind));
      files.push(kind, file);
    }
    const read = fileURLToPath(new URL("read_back.py", import.meta.url));
    const [gexfRead, graphmlRead, jsonRead, ttl, linked, ftm] = JSON.parse(
      await runPython([read, ...files]),
    ) as [
      Wanted,
      Wanted,
      Wanted,
      unknown[],
      unknown[],
      { id: string; name: string; schema: string; lost: object }[],
    ];
    const same = await wanted();
    for (const one of [gexfRead, graphmlRead, jsonRead])
      expect({ nodes: one.nodes, ties: [...one.ties].sort() }).toEqual(same);
    expect(linked).toEqual(ttl);
    expect(ftm.filter(({ lost }) => Object.keys(lost).length > 0)).toEqual([]);
    expect(ftm).toContainEqual(
      expect.objectContaining({ id: "enterprise.xinhongye", schema: "Company", name }),
    );
  }, 120_000);
});
