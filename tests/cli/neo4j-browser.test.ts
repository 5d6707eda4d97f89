// `neo4j-browser`: what Neo4j Browser takes, about whatever the store holds, as files and by address.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { industryGraph } from "../support/command.ts";
import { enterprise, relation, s } from "../support/fixture-rows.ts";
import { writeFolder } from "../support/folder.ts";

// Several processes start one after another: that takes long on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const folder = mkdtempSync(join(tmpdir(), "industry-graph-browser-"));
const settings = { DATA_DIR: join(folder, "data") };

const seed = writeFolder({
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: s }],
    Region: [{ id: "region:east", name: "东区", regionLevel: "DISTRICT", sources: s }],
    Enterprise: [enterprise("one", `甲'"<b>机械`), enterprise("two", "丙丁电子")],
  },
  relations: {
    LOCATED_IN: [relation("enterprise:one", "region:east"), relation("enterprise:two", "region:east")],
    SUPPLIES: [relation("enterprise:one", "enterprise:two")],
  },
});

async function run(...args: readonly string[]) {
  const command = industryGraph(args, settings);
  const { code } = await command.ended;
  return { code, out: command.stdout(), err: command.stderr() };
}

test("files and addresses are about the loaded data; an empty store, a port and a folder that cannot be are refused", async () => {
  const empty = await run("neo4j-browser", "--out", join(folder, "none"));
  expect(empty.code).toBe(1);
  expect(empty.err).toContain("holds no data");
  expect((await run("load", seed)).code).toBe(0);

  const out = join(folder, "files");
  for (let again = 0; again < 2; again += 1) {
    const written = await run("neo4j-browser", "--out", out);
    expect([written.code, written.err]).toEqual([0, ""]);
    expect(written.out).toContain("neo4j-questions.zip");
  }
  expect(readdirSync(out).sort()).toEqual(["neo4j-guide.html", "neo4j-questions.zip", "neo4j.grass"]);
  const guide = readFileSync(join(out, "neo4j-guide.html"), "utf8");
  expect(guide).toContain("enterprise:one");
  expect(guide).not.toContain("xinhongye");
  const saved = Object.values(unzipSync(readFileSync(join(out, "neo4j-questions.zip")))).map((bytes) =>
    strFromU8(bytes),
  );
  expect(saved.some((text) => text.includes("'enterprise:one'"))).toBe(true);
  expect(saved.some((text) => text.includes("xinhongye"))).toBe(false);

  const port = await run("neo4j-browser", "--serve", "70000");
  expect([port.code, port.err]).toEqual([2, expect.stringContaining("It is a port")]);
  writeFileSync(join(folder, "a-file"), "");
  const wrong = await run("neo4j-browser", "--out", join(folder, "a-file"));
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("give another --out")]);

  const serving = industryGraph(["neo4j-browser", "--serve", "0"], settings);
  const [, address] = await serving.waitFor(/:guide (\S+)/);
  expect(await (await fetch(address ?? "")).text()).toBe(guide);
  serving.child.kill("SIGTERM");
  expect((await serving.ended).code).toBe(0);
});
