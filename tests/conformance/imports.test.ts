// The shape of the sources: imports point inward, and only the adapters know their engines.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const source = fileURLToPath(new URL("../../src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort();

interface Import {
  readonly file: string;
  readonly target: string;
}

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(source, file), "utf8");
  const found = text.matchAll(/(?:^(?:import|export)[^"';]*? from|(?:from|import))\s*\(?\s*"([^"]+)"/gm);
  return [...found].map((match): Import => {
    const target = match[1] ?? "";
    return {
      file,
      target: target.startsWith(".") ? relative(source, resolve(source, dirname(file), target)) : target,
    };
  });
});

/** What each layer may import beside itself and packages. Files of src/ itself put the layers together. */
const inward: Readonly<Record<string, readonly string[]>> = {
  text: [],
  ontology: ["text"],
  // An adapter looks at the shape of what it is given: `cypher` knows nothing but the language.
  store: ["cypher", "ontology", "text"],
  cypher: [],
  questions: ["cypher", "store"],
  names: ["store", "ontology", "text"],
  packed: [],
  match: ["packed", "text"],
  cache: [],
  run: ["cache", "store"],
  respond: ["run", "store"],
  calculate: ["ontology", "text"],
  plan: ["calculate", "questions", "run", "store", "ontology", "text"],
  emit: ["calculate", "plan", "questions", "cypher", "respond", "run", "store", "ontology"],
  execute: ["names", "cache", "emit", "plan", "respond", "run", "store", "ontology"],
  eligibility: ["cache", "questions", "plan", "run", "store", "ontology", "text"],
  load: ["packed", "match", "questions", "store", "ontology", "text"],
  import: ["packed", "load", "match", "ontology", "text"],
  api: [
    "cache",
    "load",
    "eligibility",
    "names",
    "execute",
    "plan",
    "questions",
    "run",
    "store",
    "ontology",
    "text",
  ],
  graphs: ["questions", "cypher", "store", "ontology", "text"],
  reconcile: ["graphs", "store", "ontology", "text"],
  catalogue: ["api", "load", "execute", "run", "store", "ontology", "text"],
  access: ["store"],
  watch: ["catalogue", "load", "store", "text"],
  backup: ["load", "store", "ontology", "text"],
  review: ["import", "match", "load", "ontology", "text"],
  http: [
    "access",
    "watch",
    "review",
    "match",
    "mcp",
    "graphs",
    "reconcile",
    "catalogue",
    "api",
    "cache",
    "load",
    "execute",
    "questions",
    "respond",
    "run",
    "store",
    "ontology",
    "text",
  ],
  mcp: ["catalogue", "api", "load", "store", "ontology", "text"],
  cli: [
    "access",
    "watch",
    "backup",
    "http",
    "import",
    "review",
    "match",
    "mcp",
    "graphs",
    "catalogue",
    "api",
    "load",
    "eligibility",
    "names",
    "execute",
    "plan",
    "questions",
    "run",
    "store",
    "ontology",
    "text",
  ],
};
const common = ["errors.ts", "config.ts", "packaged.ts"];
const layerOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : "");

describe("imports point inward", () => {
  test("every folder of src/ is a layer with a place", () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => layer !== "").sort()).toEqual(
      Object.keys(inward).sort(),
    );
  });

  test("no layer imports one further out", () => {
    const wrong = imports.filter(({ file, target }) => {
      const layer = layerOf(file);
      if (layer === "" || !target.endsWith(".ts")) return false;
      const to = layerOf(target);
      if (to === "") return layer !== "cli" && !common.includes(target);
      return to !== layer && !(inward[layer] ?? []).includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test("only an adapter imports its engine, and only the place that chooses imports the adapters", () => {
    const importers = (target: string): string[] =>
      imports.filter((one) => one.target === target).map((one) => one.file);
    expect(importers("neo4j-driver")).toEqual(["store/neo4j-values.ts", "store/neo4j.ts"]);
    expect(importers("@grafeo-db/js")).toEqual(["store/embedded-search.ts", "store/embedded.ts"]);
    expect(importers("store/neo4j.ts")).toEqual(["store/open.ts"]);
    expect(importers("store/embedded.ts")).toEqual(["store/open.ts"]);
  });

  test("only packaged.ts looks for files beside the sources: compiled code lies elsewhere", () => {
    const looking = files.filter((file) =>
      /new URL\([^)]*import\.meta|import\.meta\.(dirname|filename)/.test(
        readFileSync(join(source, file), "utf8"),
      ),
    );
    expect(looking).toEqual(["packaged.ts"]);
  });

  test("nothing that asks questions compares engines", () => {
    const asking = files.filter((file) =>
      [
        "cypher",
        "questions",
        "run",
        "respond",
        "execute",
        "eligibility",
        "load",
        "api",
        "http",
        "ontology",
        "text",
      ].includes(layerOf(file)),
    );
    const wrong = asking.filter((file) =>
      /engine\s*(?:===|!==)\s*"|"(?:neo4j|embedded)"\s*(?:===|!==)/.test(
        readFileSync(join(source, file), "utf8"),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

test("no file is longer than 250 lines", () => {
  const long = files.filter((file) => readFileSync(join(source, file), "utf8").split("\n").length > 251);
  expect(long).toEqual([]);
});

test("helpers of suites prepare nothing at their import: the quick suites share them between files", () => {
  const folder = fileURLToPath(new URL("../support", import.meta.url));
  const helpers = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  expect(helpers.length).toBeGreaterThan(20);
  const text = (file: string): string => readFileSync(join(folder, file), "utf8");
  const hook = /\b(?:beforeAll|afterAll|beforeEach|afterEach)\(/;
  // Functions of helpers that register hooks, those that call such a one among them.
  const registering = new Set<string>();
  for (let known = -1; known < registering.size; ) {
    known = registering.size;
    for (const file of helpers)
      for (const [body, name] of text(file).matchAll(/^export (?:async )?function (\w+)[\s\S]*?^}/gm))
        if (
          name !== undefined &&
          (hook.test(body) || [...registering].some((one) => body.includes(`${one}(`)))
        )
          registering.add(name);
  }
  expect([...registering]).toEqual(expect.arrayContaining(["loadedEngines", "loadedReckoning"]));
  const calls = new RegExp(
    `^(?:(?:export )?const .*= )?(?:${[...registering, "beforeAll", "afterAll"].join("|")})\\(`,
    "m",
  );
  expect(helpers.filter((file) => calls.test(text(file)))).toEqual([]);
});
