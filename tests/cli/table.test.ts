// Tables in a terminal: columns under each other, rows within its width.
import { describe, expect, test } from "vitest";
import { table } from "../../src/cli/table.ts";

/** Columns a text takes: two for a Chinese character. */
const columns = (text: string): number => [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 2 : 1), 0);

const long = "锡山区国家级专精特新企业认定奖励，以及许多别的话".repeat(8);

describe("a table", () => {
  test("holds every cell whole where nothing says how wide it may be", () => {
    expect(table(["name", "says"], [["a", long]], Number.POSITIVE_INFINITY)).toContain(long);
  });

  test.each([40, 80, 120])(
    "fits into a terminal of %i columns: the widest cells are cut, and say so",
    (most) => {
      const lines = table(
        ["id", "name", "says"],
        [
          ["measure:a", "奖励", long],
          ["b", long, "short"],
        ],
        most,
      ).split("\n");
      expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(most);
      expect(Math.max(...lines.map(columns))).toBeGreaterThan(most - 3);
      expect(lines[2]).toContain("measure:a");
      expect(lines[2]).toContain("…");
    },
  );

  test("leaves alone what fits", () => {
    const rows = [["甲公司", "3"]];
    expect(table(["name", "n"], rows, 80)).toBe(table(["name", "n"], rows, Number.POSITIVE_INFINITY));
    expect(table(["name", "n"], rows, 80)).not.toContain("…");
  });

  test("keeps a little of every column where there are more than fit", () => {
    const names = Array.from({ length: 12 }, (_, index) => `column-${index}-with-a-long-name`);
    const [head] = table(names, [names], 60).split("\n");
    for (const index of names.keys()) expect(head).toContain(`column-${index}`);
  });
});
