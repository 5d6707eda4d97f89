// What is kept of requests takes no more than it may, whatever is asked.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createCache } from "../../src/cache/cache.ts";

const run = promisify(execFile);

test("wide documents in all shapes of six booleans do not fill a small heap", async () => {
  const program = 'import { fillHeap } from "./tests/support/fill-heap.ts"; await fillHeap(6, 24);';
  const { stdout } = await run(
    process.execPath,
    ["--max-old-space-size=160", "--import", "tsx", "--input-type=module", "-e", program],
    { timeout: 280_000 },
  );
  const { answers, kept } = JSON.parse(stdout) as { answers: number; kept: number };
  expect(answers).toBe(6 * 64);
  // It was filled, and never beyond its measure.
  expect(kept).toBeGreaterThan(12_000_000);
  expect(kept).toBeLessThanOrEqual(24_000_000);
}, 300_000);

test("what was used last stays, what was used longest ago goes, and what is too large is not kept", () => {
  const cache = createCache(1);
  for (let at = 0; at < 20; at++) {
    cache.set(`entry ${at}`, { at }, 100_000);
    cache.get("entry 0");
  }
  expect(cache.get("entry 0")).toEqual({ at: 0 });
  expect(cache.get("entry 19")).toEqual({ at: 19 });
  expect(cache.get("entry 1")).toBeUndefined();
  cache.set("all", {}, 2_000_000);
  expect(cache.get("all")).toBeUndefined();
  expect(cache.bytes).toBeLessThanOrEqual(1_000_000);
});

test("what is being found out is asked for once; what failed is asked for again", async () => {
  const cache = createCache(1);
  let made = 0;
  const make = async (): Promise<number> => {
    made += 1;
    if (made === 1) throw new Error("not yet");
    return made;
  };
  const first = [cache.once("key", 8, make), cache.once("key", 8, make)];
  expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await cache.once("key", () => 8, make)).toBe(2);
  expect(await cache.once("key", 8, make)).toBe(2);
});
