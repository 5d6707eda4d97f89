// The whole store and a part of it, read alike from both engines; the command writes every form of it.
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Parser } from "n3";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { aboutOf } from "../../src/graphs/about.ts";
import { allOf, documentsOf, type GraphPart, partOf } from "../../src/graphs/graph.ts";
import { loadFolder } from "../../src/load/load.ts";
import { kindNames } from "../../src/ontology/model.ts";
import { industryGraph } from "../support/command.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

async function whole(parts: AsyncIterable<GraphPart>): Promise<GraphPart> {
  const all: GraphPart = { entities: [], relations: [] };
  const [entities, relations] = [[...all.entities], [...all.relations]];
  for await (const part of parts) {
    entities.push(...part.entities);
    relations.push(...part.relations);
  }
  return { entities, relations };
}

let before: unknown;
describeEachEngine("a store as a graph", (open) => {
  test("is read whole, in part and around one entity, the same on each engine", async () => {
    const store = await open();
    const { dataset } = await loadFolder(store, writeFolder(fixture));
    const all = await whole(allOf(store));
    expect([all.entities.length, all.relations.length]).toEqual([dataset.nodes, dataset.relations]);
    expect(new Set(all.relations.map(({ id }) => id)).size).toBe(dataset.relations);
    const ids = all.entities.map(({ id }) => id);
    const part = await partOf(store, [...ids, "enterprise:none"]);
    const sorted = (one: readonly { readonly id: string }[]) =>
      [...one].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(part.entities)).toEqual(sorted(all.entities));
    expect(sorted(part.relations)).toEqual(sorted(all.relations));
    const about = await aboutOf(store, "enterprise:xinhongye");
    const near = all.relations.filter(
      ({ from, to }) => from === "enterprise:xinhongye" || to === "enterprise:xinhongye",
    );
    expect(sorted(about?.relations ?? [])).toEqual(sorted(near));
    expect(await aboutOf(store, "enterprise:none")).toBeUndefined();
    const told = {
      all,
      documents: [...(await documentsOf(store))].sort(),
      about: [...(about?.others ?? [])],
    };
    before ??= told;
    expect(told).toEqual(before);
  });
});

describe("export of the store", () => {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-"));
  const settings = { DATA_DIR: join(folder, "data"), SEED_DIR: writeFolder(fixture) };
  const run = async (...args: string[]) => {
    const command = industryGraph(args, settings);
    const { code } = await command.ended;
    return { code, err: command.stderr() };
  };

  test("writes each form, and refuses a target that is taken", async () => {
    expect((await run("load", settings.SEED_DIR)).code).toBe(0);
    for (const format of ["gexf", "graphml", "json", "jsonld", "ttl", "ftm"]) {
      const out = join(folder, `all.${format}`);
      expect(await run("export", "--format", format, "--out", out)).toMatchObject({ code: 0, err: "" });
      expect(readFileSync(out, "utf8")).toContain("鑫宏业");
    }
    expect(new Parser().parse(readFileSync(join(folder, "all.ttl"), "utf8")).length).toBeGreaterThan(300);
    const taken = await run("export", "--format", "ttl", "--out", join(folder, "all.ttl"));
    expect(taken.code).toBe(2);
    expect(taken.err).toContain("give another --out");
    for (const format of ["csv", "parquet"]) {
      const out = join(folder, format);
      expect((await run("export", "--format", format, "--out", out)).code).toBe(0);
      const names = [...kindNames, "figures", "relations"].map((name) => `${name}.${format}`);
      expect(readdirSync(out).sort()).toEqual(names.sort());
    }
    const { data } = Papa.parse<Record<string, string>>(
      readFileSync(join(folder, "csv/relations.csv"), "utf8"),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    expect(data.length).toBeGreaterThan(20);
    for (const row of data) expect(row.dataset_version).toMatch(/^[0-9a-f]{12}$/);
    expect((await run("export", "seed", "--format", "ttl")).err).toContain("from the store");
  }, 120_000);
});
