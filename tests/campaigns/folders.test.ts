// Damaged copies of the seed, each loaded over what is there: either it is refused with the place of every fault and
// the store is as before, or it is valid and the store is what a clean load of it makes.
import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { isIndustryGraphError } from "../../src/errors.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { Problem } from "../../src/load/problems.ts";
import { readiness } from "../../src/load/readiness.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { damagedSeed, damageNames, seedFolder } from "../support/damage.ts";
import { campaignSeed, drawing, isLong } from "../support/drawing.ts";
import { difference, everything, noDifference } from "../support/everything.ts";

const store = openEmbedded({ shuffleUnordered: true });
afterAll(() => store.close());

/** What no message to a person has. */
const inside = /\n\s+at .+:\d+|node_modules|\/src\/|TypeError|RangeError|\[object |undefined|NaN/;

async function refusalOf(folder: string): Promise<string | undefined> {
  try {
    await loadFolder(store, folder);
    return undefined;
  } catch (error) {
    if (!isIndustryGraphError(error, "BAD_SEED")) throw error;
    for (const { file, message } of error.details.problems as readonly Problem[]) {
      expect(file).toMatch(/^[^/]\S*/);
      expect(message.length).toBeGreaterThan(10);
    }
    return error.message;
  }
}

/** What a clean load of a folder makes. */
async function cleanly(folder: string): Promise<string[]> {
  const other = openEmbedded();
  try {
    await loadFolder(other, folder);
    return await everything(other);
  } finally {
    await other.close();
  }
}

test("damaged folders are refused whole or valid", { timeout: 3_600_000 }, async ({ annotate }) => {
  const draw = drawing(campaignSeed);
  await loadFolder(store, seedFolder);
  let before = await everything(store);
  const count = damageNames.length * (isLong ? 20 : 1);
  const valid: string[] = [];
  for (let turn = 0; turn < count; turn++) {
    const { folder, how } = damagedSeed(draw, damageNames[turn % damageNames.length] ?? "");
    const refused = await refusalOf(folder).catch((error: Error) => {
      throw new Error(`${how}: ${error.message}`, { cause: error });
    });
    expect((await readiness(store)).ready, how).toBe(true);
    const after = await everything(store);
    if (refused === undefined) {
      expect(difference(after, await cleanly(folder)), how).toEqual(noDifference);
      valid.push(how);
      before = after;
    } else {
      expect(refused, how).not.toMatch(inside);
      expect(difference(after, before), how).toEqual(noDifference);
    }
    rmSync(folder, { recursive: true });
  }
  await annotate(`${count} folders, ${count - valid.length} refused, valid: ${valid.join(" | ")}`);
});
