// Imports that are cut off or have nowhere to write: the layer is as it was, or as it is to be, never between.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planImport } from "../../src/import/run.ts";
import { readTables } from "../../src/import/tables.ts";
import { industryGraph } from "../support/command.ts";
import { writeFolder } from "../support/folder.ts";

// In words that have nothing in common: names that are all alike are compared each with each.
const brandOf = (index: number): string =>
  [7, 11, 13].map((step) => String.fromCodePoint(0x4e00 + ((index * step * 37) % 19_997))).join("");

const list = (count: number, capital: number): string =>
  `企业名称,注册资本(万元)\n${Array.from({ length: count }, (_, index) => `无锡${brandOf(index + 1)}精密机械有限公司,${capital}`).join("\n")}\n`;

const place = (count: number) => {
  const root = writeFolder({ files: { "seed/entities/Park.csv": "id,name,sources\n" } });
  const file = join(root, "list.csv");
  writeFileSync(file, list(count, 1));
  return { root, file, into: join(root, "my-data") };
};

const imported = async ({ file, into }: ReturnType<typeof place>) => {
  (await planImport({ file, into, upon: [], kind: "Enterprise" })).write(new Map());
};

/** All that a folder holds, hidden files too. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name),
        readFileSync(join(entry.parentPath, entry.name), "utf8"),
      ]),
  );

const isRoot = process.getuid?.() === 0;

describe("an import that cannot be written", () => {
  test.skipIf(isRoot)("into a folder that only may be read leaves it as it was, and says so", async () => {
    const here = place(3);
    await imported(here);
    const before = contents(here.root);
    writeFileSync(here.file, list(3, 2));
    before[here.file] = list(3, 2);
    chmodSync(here.root, 0o555);
    try {
      await expect(imported(here)).rejects.toThrow(
        /my-data cannot be written \(EACCES\): nothing was changed/,
      );
    } finally {
      chmodSync(here.root, 0o755);
    }
    expect(contents(here.root)).toEqual(before);
  });

  test.runIf(existsSync("/proc/self"))(
    "into a folder of a file system that takes none ends with an error",
    async () => {
      const here = place(3);
      await expect(imported({ ...here, into: "/proc/none/my-data" })).rejects.toThrow(
        /^\/proc\/none\/my-data cannot be written \(ENOENT\): nothing was changed\.$/,
      );
      expect(readdirSync(here.root).sort()).toEqual(["list.csv", "seed"]);
    },
  );

  test("where something else stands in its way leaves it as it was, with nothing beside it", async () => {
    const here = place(3);
    await imported(here);
    const before = contents(here.into);
    // A file with the name of a folder that is to be written: as with a full disk, writing fails on the way.
    const planned = await planImport({ file: here.file, into: here.into, upon: [], kind: "Enterprise" });
    expect(() =>
      planned.write(
        new Map([
          ["mapping.json/nested", "x"],
          ["mapping.json", "{}"],
        ]),
      ),
    ).toThrow(/cannot be written .*: nothing was changed/);
    expect(contents(here.into)).toEqual(before);
    expect(readdirSync(here.root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("killed at any moment is as before or as after, once the next has run", async () => {
    const here = place(2_000);
    mkdirSync(join(here.root, "data"));
    const settings = { SEED_DIR: join(here.root, "seed"), DATA_DIR: join(here.root, "data/graph") };
    const capitals = () => {
      const rows = readTables(here.into).get("entities/Enterprise.csv") ?? [];
      return `${rows.length} ${[...new Set(rows.map(({ capital }) => capital))].join()}`;
    };
    await imported(here);
    let expected = "2000 10000";
    for (const [round, delay] of [0, 40, 80].entries()) {
      writeFileSync(here.file, list(2_000, round + 2));
      const command = industryGraph(["import", here.file, "--into", here.into], settings);
      await command.waitFor(/共 \d+ 行/).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, delay));
      command.child.kill("SIGKILL");
      await command.ended;
      if (existsSync(here.into)) expect([expected, `2000 ${(round + 2) * 10_000}`]).toContain(capitals());
      await imported(here);
      expected = `2000 ${(round + 2) * 10_000}`;
      expect(capitals()).toBe(expected);
      expect(readdirSync(here.root).filter((name) => name.startsWith("."))).toEqual([]);
    }
  });
});
