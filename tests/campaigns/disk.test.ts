// A disk that is full, or fills up on the way: commands say so in words with what to do, what was there before is there,
// and once there is room the same command does what a clean one does. Needs Linux and `unshare`.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { generate } from "../../scripts/synthetic/generate.ts";
import { readDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { campaignSeed, drawing, isLong } from "../support/drawing.ts";
import { difference, everything, noDifference } from "../support/everything.ts";
import { smallDisk } from "../support/full-disk.ts";
import { filesOf } from "../support/killing.ts";

const bin = fileURLToPath(new URL("../../bin/industry-graph.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "industry-graph-disk-"));
const place = join(root, "disk");
mkdirSync(place);
const kilobytes = 32_768;
const onSmallDisk = smallDisk(place, kilobytes);
if (onSmallDisk === undefined)
  process.stderr.write(
    "No small disk can be had here (unshare, mount): the campaign of full disks is SKIPPED.\n",
  );

/** Runs each command with so much room left; what it said and its code go to OUT, as do copies of the data. */
const run = `
said() { name=$1; shift; code=0; node "$BIN" "$@" >"$OUT/$name.out" 2>"$OUT/$name.err" || code=$?; echo $code >"$OUT/$name.code"; }
said first load "$FEW"
said imported import "$OUT/../list.csv" --into layer
cp -r layer "$OUT/layer-before"
dd if=/dev/zero of=filler bs=64k 2>/dev/null || true
truncate -s "-$FREE"K filler
said load load "$ALL" --yes
cp -r data "$OUT/data"
dd if=/dev/zero of=filler-2 bs=64k 2>/dev/null || true
said import import "$OUT/../list-2.csv" --into layer
cp -r layer "$OUT/layer-after"
said backup backup backup.gz
ls -A >"$OUT/files"
rm filler filler-2
said again load "$ALL" --yes
cp -r data "$OUT/data-again"
`;

async function holds(path: string): Promise<{ readonly state: string | undefined; readonly all: string[] }> {
  const store = openEmbedded({ path });
  try {
    return { state: (await readDataset(store))?.state, all: await everything(store) };
  } finally {
    await store.close();
  }
}

async function cleanly(folder: string): Promise<string[]> {
  const store = openEmbedded();
  try {
    await loadFolder(store, folder);
    return await everything(store);
  } finally {
    await store.close();
  }
}

describe.skipIf(onSmallDisk === undefined)("a full disk", () => {
  test("loses nothing, and is told in words", { timeout: 3_600_000 }, async ({ annotate }) => {
    const draw = drawing(campaignSeed);
    const [few, all] = [join(root, "few"), join(root, "all")];
    generate(few, 100, 1);
    generate(all, isLong ? 1_500 : 200, 2);
    const list = (count: number) =>
      `企业名称\n${Array.from({ length: count }, (_, index) => `无锡第${index}号精密机械有限公司`).join("\n")}\n`;
    writeFileSync(join(root, "list.csv"), list(10));
    writeFileSync(join(root, "list-2.csv"), list(5_000));
    const [before, after] = [await cleanly(few), await cleanly(all)];
    const found: string[] = [];
    // Kilobytes that are left when the load begins: from nothing to what all of it takes.
    const frees = isLong ? [0, ...Array.from({ length: 24 }, () => draw.below(8_000))] : [draw.below(1_500)];
    for (const free of frees) {
      const out = mkdtempSync(join(root, "out-"));
      onSmallDisk?.(run, {
        BIN: bin,
        OUT: out,
        FEW: few,
        ALL: all,
        FREE: String(free),
        DATA_DIR: join(place, "data"),
        SEED_DIR: few,
        NEO4J_URI: "",
      });
      const read = (file: string) => readFileSync(join(out, file), "utf8");
      const told = (name: string) => ({ code: Number(read(`${name}.code`)), err: read(`${name}.err`) });
      expect(told("first"), told("first").err).toMatchObject({ code: 0 });
      // What fails says so in one line without anything of the inside, and what to do.
      for (const name of ["load", "import", "backup", "again"]) {
        const { code, err } = told(name);
        if (code === 0) continue;
        expect(err, name).toMatch(/disk is full|ENOSPC/);
        expect(err, name).not.toMatch(/\n\s+at |GRAFEO|node_modules|Error: /);
      }
      const load = told("load");
      const kept = await holds(join(out, "data"));
      if (load.code === 0) expect(kept.state).toBe("READY");
      if (kept.state === "READY") {
        // What was there before, or all of what was to be.
        const is = difference(kept.all, after).missing.length === 0 ? after : before;
        expect(difference(kept.all, load.code === 0 ? after : is)).toEqual(noDifference);
      } else expect(kept.state).toBe("LOADING");
      // Not one file of the layer is another, and nothing half-written is left beside anything.
      expect(told("import").code).not.toBe(0);
      expect(filesOf(join(out, "layer-after"))).toEqual(filesOf(join(out, "layer-before")));
      expect(told("backup").code).not.toBe(0);
      const left = read("files")
        .split("\n")
        .filter((file) => !/^(?:data|layer|filler|filler-2|)$/.test(file));
      expect(left).toEqual([]);
      // With room again, the same command does what a clean one does.
      expect(told("again"), told("again").err).toMatchObject({ code: 0 });
      expect(difference((await holds(join(out, "data-again"))).all, after)).toEqual(noDifference);
      found.push(`${free} KB: load ${load.code === 0 ? "done" : "refused"}, ${kept.state} then`);
    }
    await annotate(found.join("; "));
  });
});
