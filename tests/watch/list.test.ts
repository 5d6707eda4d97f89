// `industry-graph watch list`: a watch whose files are broken is told of, and hides none of the others.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { journalPath, keepWatch } from "../../src/watch/folder.ts";
import { industryGraph } from "../support/command.ts";

const at = "2026-03-01T00:00:00.000Z";

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function list(folder: string, ...options: string[]): Promise<Outcome> {
  const command = industryGraph(["watch", "list", ...options], { WATCH_DIR: folder });
  const { code } = await command.ended;
  return { code, out: command.stdout(), err: command.stderr() };
}

test("a broken watch is listed with what to do, and so are the others", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-watches-"));
  const keep = (name: string): void =>
    keepWatch(
      folder,
      { name, question: "Enterprise", variables: {}, again: [], made: at },
      { is: "begun", at, version: "1", keys: ["enterprise:甲"] },
    );
  keep("a-well");
  keep("z-well");
  const well = await list(folder, "--json");
  expect([well.code, well.err]).toEqual([0, ""]);

  keep("file");
  writeFileSync(join(folder, "file", "watch.json"), "{");
  keep("record");
  writeFileSync(journalPath(folder, "record"), 'no record\n{"is":"asked"}\n');
  const { code, out, err } = await list(folder, "--json");
  expect(code).toBe(1);
  const unread = { asked: null, matching: null, digests: null, delivered: null, waiting: null, broken: true };
  const advice = expect.stringMatching(/restore .*, or remove the watch and add it again/);
  expect(JSON.parse(out)).toEqual([
    expect.objectContaining({ name: "a-well", asked: "1", matching: 1, problem: null, broken: false }),
    expect.objectContaining({ name: "file", question: null, problem: advice, ...unread }),
    expect.objectContaining({ name: "record", question: "Enterprise", problem: advice, ...unread }),
    expect.objectContaining({ name: "z-well", asked: "1", matching: 1, problem: null, broken: false }),
  ]);
  expect(err).toMatch(/^file cannot be used: .*watch\.json/m);
  expect(err).toMatch(/^record cannot be used: .*record\.jsonl/m);

  const shown = await list(folder);
  expect(shown.code).toBe(1);
  for (const name of ["a-well", "file", "record", "z-well"])
    expect(shown.out).toMatch(new RegExp(`^${name} `, "m"));
});
