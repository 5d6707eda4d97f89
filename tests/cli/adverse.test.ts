// What goes wrong around a server: readers that are gone, folders that cannot be used, names that are misspelt, many
// starts at once, a stop while it is asked.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { misspelt } from "../../src/cli/misspelt.ts";
import { readSettings } from "../../src/config.ts";
import { industryGraph } from "../support/command.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

// Several processes start one after another in each: that takes long on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const seed = writeFolder(fixture);
const folder = (): string => mkdtempSync(join(tmpdir(), "industry-graph-adverse-"));
const started = (dataDir: string, more: Readonly<Record<string, string>> = {}) =>
  industryGraph(["start"], { DATA_DIR: dataDir, SEED_DIR: seed, PORT: "0", ...more });
const bin = fileURLToPath(new URL("../../bin/industry-graph.js", import.meta.url));

describe("a data folder that cannot be used is told in a line, with what to do", () => {
  const place = folder();
  writeFileSync(join(place, "file"), "");
  const places: [string, string][] = [
    ["a file", join(place, "file")],
    ["below a file", join(place, "file", "data")],
    ["where no folder can be made", "/proc/industry-graph"],
  ];
  if (process.getuid?.() !== 0) {
    mkdirSync(join(place, "closed"));
    chmodSync(join(place, "closed"), 0o500);
    places.push(["below a folder that is closed", join(place, "closed", "data")]);
  }
  test.each(places)("%s", async (_, path) => {
    const command = started(path);
    const { code } = await command.ended;
    expect([code, command.stdout()]).toEqual([1, ""]);
    const lines = command.stderr().trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(path);
    expect(lines[0]).toContain("DATA_DIR");
  });
});

test("where there is no place for temporary files, a check of several folders says so, with what to do", async () => {
  const command = industryGraph(["check", `${seed},${writeFolder(fixture)}`], {
    TMPDIR: "/proc/industry-graph",
  });
  expect((await command.ended).code).toBe(2);
  expect(command.stderr()).toMatch(/\/proc\/industry-graph.*Set TMPDIR/);
  expect(command.stderr()).not.toMatch(/\n\s+at /);
});

test("of many starts at once on a lock that was left behind one serves, and the others are told who has it", async () => {
  const data = folder();
  const first = started(data);
  await first.waitFor(/Stop with Ctrl-C/);
  first.child.kill("SIGKILL");
  await first.ended;
  const all = Array.from({ length: 5 }, () => started(data));
  const serving = await Promise.any(all.map((one) => one.waitFor(/Stop with Ctrl-C/).then(() => one)));
  const others = all.filter((one) => one !== serving);
  for (const other of others) {
    expect((await other.ended).code).toBe(1);
    expect(other.stderr()).toMatch(/is (?:open in process|being opened by another process)/);
    expect(other.stderr()).not.toMatch(/Move it away|\n\s+at /);
  }
  serving.child.kill("SIGTERM");
  expect((await serving.ended).code).toBe(0);
  expect(readdirSync(data).filter((file) => file.startsWith("lock"))).toEqual([]);
});

test("a server goes on when the reader of what it says has gone, and stops when it is told to", async () => {
  const child = spawn(process.execPath, [bin, "start"], {
    env: { ...process.env, NEO4J_URI: "", DATA_DIR: folder(), SEED_DIR: seed, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (piece: Buffer) => {
      out += piece.toString();
      const found = /GraphiQL {2}(http:\S+)\/graphql/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(out)));
  });
  child.stdout.destroy();
  // What it logs is not read any more: more of it than a pipe holds.
  child.stderr.pause();
  for (let at = 0; at < 600; at++) expect((await fetch(`${url}/health`)).status).toBe(200);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  child.kill("SIGTERM");
  const code = await Promise.race([
    ended,
    new Promise((resolve) => setTimeout(() => resolve("alive"), 20_000)),
  ]);
  if (code === "alive") child.kill("SIGKILL");
  expect(code).toBe(0);
});

test("a server that is told to stop answers what it is answering, and takes nothing more", async () => {
  const server = started(folder(), { LOG_LEVEL: "error" });
  const [, url] = await server.waitFor(/GraphiQL {2}(http:\S+)\/graphql/);
  const body = JSON.stringify({ query: "{ parks { totalCount } }" });
  // Begun before the stop, sent to its end after it.
  const answered = new Promise<{ status?: number; connection?: string; text: string }>((resolve, reject) => {
    const sent = request(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        connection: "keep-alive",
        // The server says when it has begun with the request.
        expect: "100-continue",
      },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let text = "";
      response.on("data", (piece: Buffer) => {
        text += piece.toString();
      });
      response.on("end", () =>
        resolve({ status: response.statusCode, connection: response.headers.connection, text }),
      );
    });
    sent.on("continue", () => {
      sent.write(body.slice(0, 10));
      server.child.kill("SIGTERM");
      setTimeout(() => sent.end(body.slice(10)), 1_500);
    });
    sent.flushHeaders();
  });
  expect(await answered).toEqual({
    status: 200,
    connection: "close",
    text: '{"data":{"parks":{"totalCount":3}}}',
  });
  expect((await server.ended).code).toBe(0);
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});

describe("settings", () => {
  test.each<[string, string]>([
    ["PORT", "0x10"],
    ["PORT", " "],
    ["PORT", "4000.5"],
    ["PORT", "1e3"],
    ["TIMEOUT_MS", "3000000000"],
    ["TIMEOUT_MS", "0"],
    ["CACHE_MB", "-1"],
    ["HOST", "a b"],
    ["PUBLIC", "yes"],
    ["ALLOWED_ORIGINS", "map.example.org"],
    ["ALLOWED_ORIGINS", "https://map.example.org/path"],
    ["ALLOWED_HOSTS", "https://map.example.org"],
  ])("%s=%j is refused", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`${name}=`));
  });

  test("a name that is a slip away from ours is told, others are nobody's business", () => {
    expect(
      misspelt({ MAX_DEPHT: "3", TIMEOUT_M: "5", DATADIR: "x", ALOWED_HOSTS: "y", CACHE_MB: "3" }),
    ).toEqual([
      "MAX_DEPHT is no setting, and is not used: did you mean MAX_DEPTH?",
      "TIMEOUT_M is no setting, and is not used: did you mean TIMEOUT_MS?",
      "DATADIR is no setting, and is not used: did you mean DATA_DIR?",
      "ALOWED_HOSTS is no setting, and is not used: did you mean ALLOWED_HOSTS?",
    ]);
    expect(
      misspelt({ PATH: "", HOME: "", HOSTNAME: "", USER: "", LANG: "", POST: "", PWD: "", SHLVL: "" }),
    ).toEqual([]);
  });
});
