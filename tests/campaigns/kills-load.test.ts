// kill -9 at drawn moments of a load, from its first instruction to its last: whatever is there then says what it is,
// what was acknowledged is there, and the next load makes the same as a clean one.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../scripts/synthetic/generate.ts";
import { readDataset } from "../../src/load/dataset.ts";
import { readiness } from "../../src/load/readiness.ts";
import { campaignSeed, drawing, isLong } from "../support/drawing.ts";
import { engines } from "../support/engines.ts";
import { difference, everything, noDifference } from "../support/everything.ts";
import { finish, killAfter, kills, timeOf } from "../support/killing.ts";
import { emptyPlace, inPlace } from "../support/places.ts";

/** Two worlds of one size: from one to the other most rows change, some come and some go. */
function worlds(): readonly [string, string] {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-worlds-"));
  const paths = [join(folder, "one"), join(folder, "other")] as const;
  paths.forEach((path, index) => {
    generate(path, isLong ? 600 : 100, index + 1);
  });
  return paths;
}

describe.each(engines)("loads that are killed, on $name", (engine) => {
  test.skipIf(!engine.available)(
    "leave nothing lost and nothing doubled",
    {
      timeout: 7_200_000,
    },
    async ({ annotate }) => {
      const draw = drawing(campaignSeed);
      const folders = worlds();
      const place = await emptyPlace(engine);
      const { settings } = place;
      const load = (folder: string) => ["load", folder, "--yes"];
      // What each world is when nothing disturbs its load.
      const clean: string[][] = [];
      let duration = 0;
      for (const folder of folders) {
        duration = await timeOf(load(folder), settings);
        clean.push(await inPlace(place, everything));
      }
      let there = folders.length - 1;
      const states: Record<string, number> = {};
      for (let turn = 0; turn < kills; turn++) {
        const next = 1 - there;
        const folder = folders[next] ?? "";
        const acknowledged = (await killAfter(load(folder), settings, duration * draw.next())) === 0;
        await inPlace(place, async (store) => {
          const dataset = await readDataset(store);
          const state = dataset?.state ?? "NONE";
          states[state] = (states[state] ?? 0) + 1;
          expect((await readiness(store)).ready).toBe(state === "READY");
          if (acknowledged) expect(state).toBe("READY");
          if (state !== "READY") return;
          // As it was before, or as it was to be: nothing between calls itself ready.
          const found = await everything(store);
          const is = clean.map((one) => difference(found, one)).map((one) => one.missing.length);
          const which = acknowledged || is[next] === 0 ? next : there;
          expect(difference(found, clean[which] ?? [])).toEqual(noDifference);
        });
        await finish(load(folder), settings);
        there = next;
        const after = await inPlace(place, everything);
        expect(difference(after, clean[there] ?? []), `after kill ${turn}`).toEqual(noDifference);
        expect(after.length).toBe(clean[there]?.length);
      }
      await annotate(
        `${kills} kills within ${Math.round(duration)} ms; found then: ${JSON.stringify(states)}`,
      );
    },
  );
});
