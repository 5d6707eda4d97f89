// `ask` while a server has the data folder open: it asks that server, found by the folder or named, and answers the same.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Command, industryGraph } from "../support/command.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const settings = {
  DATA_DIR: join(mkdtempSync(join(tmpdir(), "industry-graph-")), "data"),
  SEED_DIR: writeFolder(fixture),
  PORT: "0",
  LOG_LEVEL: "silent",
};

async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const command = industryGraph(args, { ...settings, ...more });
  const { code } = await command.ended;
  return { code, out: command.stdout(), err: command.stderr() };
}

let server: Command;
let url: string;
let before: string;
let health: { readonly version: string; readonly findings: unknown };
let healthCode: number | null;
const asked = ["ask", "enterprise-certifications", "enterprise=鑫宏业", "--format", "csv"];

beforeAll(async () => {
  expect((await run(["load", settings.SEED_DIR])).code).toBe(0);
  before = (await run(asked)).out;
  const doctor = await run(["doctor", "--json", "--first", "1"]);
  health = JSON.parse(doctor.out) as typeof health;
  healthCode = doctor.code;
  server = industryGraph(["start"], settings);
  url = (await server.waitFor(/Pages +(http:\S+)/))[1] ?? "";
}, 60_000);
afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.ended;
});

describe("a question while a server has the data folder", () => {
  test("what the data are and what they lack is told by that server", async () => {
    const status = await run(["status", "--json"]);
    expect([status.code, status.err]).toEqual([0, ""]);
    expect(JSON.parse(status.out)).toMatchObject({ ready: true, address: url, watches: [] });
    const doctor = await run(["doctor", "--json", "--first", "1"]);
    const served = JSON.parse(doctor.out) as { version: string; findings: unknown[]; folder: string };
    expect(served.folder).toBe(url);
    expect(served.findings).toEqual(health.findings);
    expect([doctor.code, served.version]).toEqual([healthCode, health.version]);
    // What opens the folder itself still says who has it.
    expect((await run(["load", settings.SEED_DIR])).err).toContain(`which serves it at ${url}`);
  });

  test("is asked of that server, with the same answer and version", async () => {
    expect(before).toContain("鑫宏业");
    expect(await run(asked)).toEqual({ code: 0, out: before, err: "" });
    const table = await run(asked.slice(0, 3));
    expect(table.err).toMatch(/rows; dataset [0-9a-f]{12}\./);
  });

  test("is asked of a server that is named, whatever the folder", async () => {
    const elsewhere = { DATA_DIR: join(tmpdir(), "industry-graph-nothing-here") };
    expect(await run([...asked, "--url", url], elsewhere)).toEqual({ code: 0, out: before, err: "" });
  });

  test("that is wrong is told as ever, and so is a server that is not there", async () => {
    const unknown = await run(["ask", "enterprise-certifications", "enterprise=没有这家企业有限公司"]);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("没有这家企业有限公司")]);
    const nobody = await run([...asked, "--url", "http://127.0.0.1:9"]);
    expect([nobody.code, nobody.err]).toEqual([
      1,
      expect.stringContaining("Nothing answers at http://127.0.0.1:9"),
    ]);
    expect((await run([...asked, "--url", "localhost"])).code).toBe(2);
  });

  test("in Cypher is told where the server is", async () => {
    const query = await run(["query", "node", "--param", "id=enterprise:xinhongye"]);
    expect([query.code, query.err]).toEqual([1, expect.stringContaining(`serves it at ${url}`)]);
  });
});
