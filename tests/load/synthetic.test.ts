// The synthetic data of the benchmarks: sound, the same every time, marked as such, and never beside anything real.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { creditCode } from "../../scripts/synthetic/credit-code.ts";
import { generate } from "../../scripts/synthetic/generate.ts";
import { checkFolder } from "../../src/load/check.ts";
import { formatProblems } from "../../src/load/problems.ts";

const place = mkdtempSync(join(tmpdir(), "synthetic-"));
const seed = fileURLToPath(new URL("../../seed", import.meta.url));

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".csv"),
  );
  const hash = (file: string): string =>
    createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex");
  return Object.fromEntries(files.sort().map((file) => [file, hash(file)]));
}

function degrees(folder: string, file: string, column: number): number[] {
  const counts = new Map<string, number>();
  for (const line of readFileSync(join(folder, file), "utf8").trim().split("\n").slice(1)) {
    const key = line.split(",")[column] ?? "";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].sort((one, other) => other - one);
}

describe("synthetic data", () => {
  const folder = join(place, "one");
  beforeAll(() => void generate(folder, 4_000, 1));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test("pass the check of data, and are marked as synthetic in a file, in a document and in every name", async () => {
    const { problems, counts } = await checkFolder(folder);
    expect(formatProblems(problems)).toBe("");
    expect(counts.entities).toBeGreaterThan(4_000);
    expect(readFileSync(join(folder, "SYNTHETIC.json"), "utf8")).toContain("nothing in this folder is true");
    expect(readFileSync(join(folder, "entities/Document.csv"), "utf8")).toContain("Synthetic data");
    const names = readFileSync(join(folder, "entities/Enterprise.csv"), "utf8").trim().split("\n").slice(1);
    expect(names.filter((line) => !line.split(",")[1]?.startsWith("虚拟"))).toEqual([]);
  });

  test("are the same bytes for the same size and seed, and others for another seed", () => {
    const [again, other] = [join(place, "again"), join(place, "other")];
    generate(again, 4_000, 1);
    generate(other, 4_000, 2);
    expect(hashes(again)).toEqual(hashes(folder));
    expect(hashes(other)["observations.csv"]).not.toBe(hashes(folder)["observations.csv"]);
  });

  test("have a few hubs and many small ones, as reality has", () => {
    for (const [file, column] of [
      ["relations/SUPPLIES.csv", 1],
      ["relations/BELONGS_TO.csv", 1],
    ] as const) {
      const sorted = degrees(folder, file, column);
      const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
      expect(sorted[0]).toBeGreaterThan(20 * middle);
    }
    expect(degrees(folder, "relations/CERTIFIED_AS.csv", 0)[0]).toBeLessThanOrEqual(5);
  });

  test("are not written into the seed, nor into a folder that may hold real data", () => {
    expect(() => generate(seed, 100, 1)).toThrow(/real data/);
    expect(() => generate(join(seed, "entities"), 100, 1)).toThrow(/real data/);
    const foreign = mkdtempSync(join(place, "foreign-"));
    writeFileSync(join(foreign, "Enterprise.csv"), "id,name\n");
    expect(() => generate(foreign, 100, 1)).toThrow(/may be real data/);
    expect(readdirSync(foreign)).toEqual(["Enterprise.csv"]);
  });

  test("carry credit codes that are valid to the check characters, each once", () => {
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const codes = Array.from({ length: 2_000 }, (_, index) => creditCode(index, "910101"));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      expect(code).toMatch(/^[0-9A-HJ-NPQRTUWXY]{18}$/);
      // GB 32100: the weighted sum of all eighteen characters is a multiple of 31.
      const sum = [...code].reduce(
        (total, character, place) => total + alphabet.indexOf(character) * (place < 17 ? 3 ** place % 31 : 1),
        0,
      );
      expect(sum % 31).toBe(0);
    }
  });
});
