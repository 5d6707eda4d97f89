// `industry-graph doctor` as a process: what it prints of good and bad data, and its exit code.
import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
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
