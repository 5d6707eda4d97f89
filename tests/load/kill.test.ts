// kill -9 in the middle of a load, on real processes: the next load finishes it, and nothing is lost or doubled.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../scripts/synthetic/generate.ts";
import { readDataset } from "../../src/load/dataset.ts";
import { readiness } from "../../src/load/readiness.ts";
import { industryGraph } from "../support/command.ts";
import { engines } from "../support/engines.ts";
import { difference, everything, noDifference } from "../support/everything.ts";
import { emptyPlace, inPlace, type Place } from "../support/places.ts";

const enough = 3;
const mostTries = 12;

/** Two worlds of one size: from one to the other most rows change, some come and some go. */
function worlds(): readonly [string, string] {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-worlds-"));
  const paths = [join(folder, "one"), join(folder, "other")] as const;
  paths.forEach((path, index) => {
    generate(path, 1_500, index + 1);
  });
  return paths;
}

/** When a load has begun to write. */
const writes = /^load /m;

/** Loads to the end; gives the milliseconds that writing took. */
async function load(place: Place, folder: string, ...options: string[]): Promise<number> {
  const command = industryGraph(["load", folder, ...options], place.settings);
  await command.waitFor(writes);
  const started = performance.now();
  const { code } = await command.ended;
  expect(code, command.stderr()).toBe(0);
  return performance.now() - started;
}

/** Starts a load and kills it after writing so many milliseconds; tells in what state the store was left. */
async function loadAndKill(place: Place, folder: string, after: number): Promise<string> {
  // From one world to the other most goes: in a script that is said beforehand.
  const command = industryGraph(["load", folder, "--yes"], place.settings);
  await command.waitFor(writes);
  const timer = setTimeout(() => command.child.kill("SIGKILL"), after);
  await command.ended;
  clearTimeout(timer);
  return inPlace(place, async (store) => {
    const dataset = await readDataset(store);
    const state = await readiness(store);
    expect(state.ready).toBe(dataset?.state === "READY");
    return dataset?.state ?? "EMPTY";
  });
}

describe.each(engines)("a load killed half-way, on $name", (engine) => {
  test.skipIf(!engine.available)(
    "leaves a store that says so, and that the next load makes equal to a clean load",
    { timeout: 900_000 },
    async ({ annotate }) => {
      const [one, other] = worlds();
      const clean = await emptyPlace(engine);
      const duration = await load(clean, other);
      const expected = await inPlace(clean, everything);
      const place = await emptyPlace(engine);
      const states: string[] = [];
      const halfWay = () => states.filter((state) => state === "LOADING").length;
      for (let turn = 0; halfWay() < enough && turn < mostTries; turn++) {
        const after = Math.round(duration * 0.8 * Math.random());
        const state = await loadAndKill(place, turn % 2 === 0 ? one : other, after);
        states.push(state);
        await annotate(`killed after ${after} ms of about ${Math.round(duration)}: ${state}`);
      }
      expect(halfWay(), states.join(" ")).toBeGreaterThan(0);
      // What was cut off is finished without a word; where the last kill came too late, a whole world is replaced.
      await load(place, other, ...(states.at(-1) === "LOADING" ? [] : ["--yes"]));
      const actual = await inPlace(place, everything);
      expect(difference(actual, expected)).toEqual(noDifference);
      expect(actual.length).toBe(expected.length);
    },
  );
});
