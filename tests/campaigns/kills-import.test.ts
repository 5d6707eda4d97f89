// kill -9 at drawn moments of an import: the layer is as before or as after, and the next import makes the same files as
// one that was never disturbed.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { campaignSeed, drawing, isLong } from "../support/drawing.ts";
import { filesOf, finish, killAfter, kills, timeOf } from "../support/killing.ts";

/** A list of enterprises as an office sends it, each time with other figures and some more rows. */
function list(round: number): string {
  const count = (isLong ? 2_000 : 200) + round;
  const rows = Array.from({ length: count }, (_, index) => `无锡第${index}号精密机械有限公司,${round + 1}`);
  return `企业名称,注册资本(万元)\n${rows.join("\n")}\n`;
}

/** A place with an empty seed, into which lists are imported one after another. */
function place() {
  const root = mkdtempSync(join(tmpdir(), "industry-graph-import-"));
  const seed = join(root, "seed", "entities");
  mkdirSync(seed, { recursive: true });
  writeFileSync(join(seed, "Park.csv"), "id,name,sources\n");
  const [file, into] = [join(root, "list.csv"), join(root, "my-data")];
  const settings = { SEED_DIR: join(root, "seed"), DATA_DIR: join(root, "graph") };
  const write = (round: number) => writeFileSync(file, list(round));
  return { root, into, write, settings, args: ["import", file, "--into", into] };
}

test("imports that are killed leave the layer as before or as after", {
  timeout: 3_600_000,
}, async ({ annotate }) => {
  const draw = drawing(campaignSeed);
  const [killed, clean] = [place(), place()];
  for (const one of [killed, clean]) {
    one.write(0);
    await finish(one.args, one.settings);
  }
  expect(filesOf(killed.into)).toEqual(filesOf(clean.into));
  let duration = 0;
  const found = { before: 0, after: 0, between: 0 };
  for (let round = 1; round <= kills; round++) {
    const before = filesOf(clean.into);
    for (const one of [killed, clean]) one.write(round);
    duration = await timeOf(clean.args, clean.settings);
    const after = filesOf(clean.into);
    const acknowledged = (await killAfter(killed.args, killed.settings, duration * draw.next())) === 0;
    if (existsSync(killed.into)) {
      const files = filesOf(killed.into);
      const isAfter = JSON.stringify(files) === JSON.stringify(after);
      if (!isAfter) expect(files).toEqual(before);
      if (acknowledged) expect(isAfter).toBe(true);
      found[isAfter ? "after" : "before"] += 1;
    } else {
      // Between two names: the next one finds it.
      expect(acknowledged).toBe(false);
      found.between += 1;
    }
    await finish(killed.args, killed.settings);
    expect(filesOf(killed.into)).toEqual(after);
    expect(readdirSync(killed.root).filter((name) => name.startsWith("."))).toEqual([]);
  }
  await annotate(`${kills} kills within ${Math.round(duration)} ms; found then: ${JSON.stringify(found)}`);
});
