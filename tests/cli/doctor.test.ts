// `industry-graph doctor` as a process: what it prints of good and bad data, and its exit code.
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { journalPath, keepWatch } from "../../src/watch/folder.ts";
import { appendEvent, readJournal } from "../../src/watch/journal.ts";
import type { WatchEvent } from "../../src/watch/records.ts";
import { newSecret, type Watch } from "../../src/watch/watch.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";

const bin = fileURLToPath(new URL("../../bin/industry-graph.js", import.meta.url));
const sources = "doc-a:1";

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(folder: string, ...args: string[]): Promise<Outcome> {
  const env = { ...process.env, DATA_DIR: folder, NEO4J_URI: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

async function loaded(content: FolderContent): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-doctor-"));
  expect((await run(folder, "load", writeFolder(content))).code).toBe(0);
  return folder;
}

const world = (names: readonly string[]): FolderContent => ({
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
    Region: [{ id: "region:city", name: "某市", sources }],
    Park: [{ id: "park:one", name: "一园", sources }],
    Cluster: [{ id: "cluster:one", name: "链", sources }],
    Metric: [{ id: "metric:output", name: "产值", sources }],
    Enterprise: names.map((name, index) => ({ id: `enterprise:${index}`, name, sources })),
  },
  relations: {
    LOCATED_IN: [
      { from: "park:one", to: "region:city", sources },
      ...names.map((_, index) => ({ from: `enterprise:${index}`, to: "park:one", sources })),
    ],
    BELONGS_TO: names.map((_, index) => ({ from: `enterprise:${index}`, to: "cluster:one", sources })),
  },
  observations: [
    {
      id: "observation:1",
      subject: "park:one",
      metric: "output",
      value: 5,
      unit: "亿元",
      period: "2022",
      status: "TARGET",
      sources,
    },
  ],
});

interface Report {
  readonly healthy: boolean;
  readonly findings: readonly {
    readonly finding: string;
    readonly gravity: string;
    readonly total: number;
    readonly examples: readonly {
      readonly id: string;
      readonly related?: readonly string[];
      readonly sources: readonly string[];
    }[];
  }[];
}

describe("doctor", () => {
  let good = "";
  let bad = "";
  beforeAll(async () => {
    good = await loaded(world(["甲企业", "乙企业"]));
    bad = await loaded(world(["东方锂电有限公司", "东方锂电"]));
  });

  test("sound data: a table with every finding, exit code 0; a target still open is a warning, which --strict heeds", async () => {
    const sound = await run(good, "doctor", "--as-of", "2022-06");
    expect(sound).toMatchObject({ code: 0, err: "" });
    expect(sound.out).toMatch(/^gravity +finding +total +first of them\n/);
    expect(sound.out).toMatch(/WARNING +overdueTargets +0\n/);
    expect((await run(good, "doctor", "--as-of", "2022-06", "--strict")).code).toBe(0);
    const late = await run(good, "doctor", "--as-of", "2023-06", "--strict");
    expect(late.code).toBe(1);
    expect(late.out).toMatch(/WARNING +overdueTargets +1 +一园 · 产值 · 2022\n/);
    expect((await run(good, "doctor", "--as-of", "2023-06")).code).toBe(0);
  });

  test("one enterprise twice is a problem: exit code 1, and JSON names both with their sources", async () => {
    const { code, out } = await run(bad, "doctor", "--json", "--first", "1");
    expect(code).toBe(1);
    const report = JSON.parse(out) as Report;
    expect(report.healthy).toBe(false);
    expect(report.findings.find((one) => one.finding === "duplicates")).toEqual({
      finding: "duplicates",
      gravity: "PROBLEM",
      total: 2,
      examples: [
        {
          id: "enterprise:1",
          name: "东方锂电",
          detail: "also named 东方锂电",
          related: ["enterprise:0"],
          sources: ["doc-a:1"],
        },
      ],
    });
  });

  test("watches that are not well are a warning with what to do, and status has them too", async () => {
    const data = await loaded(world(["甲企业", "乙企业"]));
    const folder = join(data, "watches");
    const at = "2026-03-01T00:00:00.000Z";
    const webhook = { url: "https://receiver.example.org/", secret: newSecret() };
    const keep = (name: string, more: Partial<Watch>, ...events: WatchEvent[]): void => {
      const begun: WatchEvent = { is: "begun", at, version: "1", keys: [] };
      keepWatch(folder, { name, question: "Enterprise", variables: {}, again: [], made: at, ...more }, begun);
      const path = journalPath(folder, name);
      for (const event of events) appendEvent(path, readJournal(path).bytes, event);
    };
    const digest = (id: string): WatchEvent => ({
      is: "digest",
      at,
      version: "2",
      id,
      added: ["a"],
      gone: [],
      body: "{}",
    });
    keep("well", { webhook }, digest("msg_1"), { is: "delivered", at, id: "msg_1", status: 204 });
    keep("unasked", {}, { is: "problem", at, version: "2", message: "There is no measure:x." });
    keep("late", { webhook }, digest("msg_2"), {
      is: "failed",
      at,
      id: "msg_2",
      reason: "it answered 503",
      next: at,
    });
    keep("unwanted", { webhook }, digest("msg_3"), {
      is: "failed",
      at,
      id: "msg_3",
      reason: "it answered 410",
      next: null,
    });
    keep("broken", {});
    writeFileSync(join(folder, "broken", "watch.json"), "{");
    const status = await run(data, "status", "--json");
    expect(status.code).toBe(0);
    const { watches } = JSON.parse(status.out) as { watches: { name: string; problem: string | null }[] };
    expect(watches).toEqual([
      { name: "broken", waiting: 0, problem: expect.stringContaining("restore it, or remove the watch") },
      {
        name: "late",
        waiting: 1,
        problem: expect.stringMatching(/it answered 503.*tried again.*deliver late/),
      },
      {
        name: "unasked",
        waiting: 0,
        problem: expect.stringMatching(/There is no measure:x.*deliver unasked/),
      },
      { name: "unwanted", waiting: 1, problem: expect.stringMatching(/it answered 410.*wants no more/) },
      { name: "well", waiting: 0, problem: null },
    ]);
    expect((await run(data, "status")).out).toMatch(/watches +5\nwatch +broken: /);
    const doctor = await run(data, "doctor", "--json", "--first", "3");
    const { findings } = JSON.parse(doctor.out) as Report;
    expect(findings.at(-1)).toMatchObject({ finding: "watches", gravity: "WARNING", total: 4 });
    expect(findings.at(-1)?.examples.map(({ id }) => id)).toEqual(["broken", "late", "unasked"]);
    expect((await run(data, "doctor", "--as-of", "2022-06", "--strict")).code).toBe(1);
    // Where there is none, nothing is said of watches.
    const none = JSON.parse((await run(good, "doctor", "--json")).out) as Report;
    expect(none.findings.some(({ finding }) => finding === "watches")).toBe(false);
  });

  test("an empty store, a wrong date and a wrong number are refused with what to do", async () => {
    const empty = await run(mkdtempSync(join(tmpdir(), "industry-graph-doctor-")), "doctor");
    expect(empty.code).toBe(1);
    expect(empty.err).toContain("Load a folder first");
    const date = await run(good, "doctor", "--as-of", "2022-13");
    expect(date.code).toBe(2);
    expect(date.err).toContain("Write 2021, 2021-12 or 2021-12-03");
    expect((await run(good, "doctor", "--years", "two")).code).toBe(2);
  });
});
