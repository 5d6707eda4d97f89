// What people decide of rows and what is known: kept, taken back, told where it is wrong.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLayers } from "../../src/load/layers.ts";
import { decide, isOpen, readPairs } from "../../src/review/pairs.ts";
import { writeFolder } from "../support/folder.ts";
import { imported, known, list, otherCode } from "../support/matching.ts";

describe("decisions", () => {
  const deciding = { by: "李", why: "看过执照", at: "2024-01-01" };

  test("are kept once, changed, and taken back", async () => {
    const { into, ...rest } = known();
    await imported(list, { into, ...rest });
    const [pair] = readPairs(into).filter(isOpen);
    if (pair === undefined) throw new Error("nothing to review");
    const file = () => readFileSync(join(into, "decisions.csv"), "utf8").trim().split("\n");
    decide(into, pair, "same", deciding);
    decide(into, pair, "same", { ...deciding, at: "2024-02-02" });
    expect(file()).toHaveLength(2);
    expect(file()[1]).toContain("same,李,2024-01-01,看过执照");
    decide(into, pair, "different", deciding);
    expect(file()[1]).toContain("different");
    expect(readPairs(into).filter(isOpen)).toHaveLength(1);
    decide(into, pair, "later", deciding);
    expect(file()).toHaveLength(1);
    expect(readPairs(into).filter(isOpen)).toHaveLength(2);
  });

  test("that are wrong are told by their place", async () => {
    const place = known();
    await imported(list, place);
    const { seed, into, work } = place;
    writeFileSync(
      join(into, "decisions.csv"),
      "id,other,is,by\nenterprise:a,b,same,x\nenterprise:a,enterprise:b,perhaps,x\n",
    );
    const { problems } = await openLayers(`${seed},${into}`, work);
    expect(problems).toMatchObject([
      { file: join(into, "decisions.csv"), line: 2, column: "other" },
      {
        file: join(into, "decisions.csv"),
        line: 3,
        column: "is",
        message: expect.stringContaining("same or different"),
      },
    ]);
    await expect(imported(list, place)).rejects.toThrow(/decisions\.csv:2 other/);
  });

  test("do not make one of two credit codes, nor of two that another decision holds apart", async () => {
    const { seed, into, work } = known();
    const rows = ["a", "b", "c"].map((id) => ({ id: `enterprise:${id}`, name: id, sources: "list:1" }));
    writeFolder(
      {
        entities: {
          Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
          Enterprise: [...rows, { id: "enterprise:d", name: "d", creditCode: otherCode, sources: "list:1" }],
        },
        files: {
          "decisions.csv": `id,other,is
enterprise:d,enterprise:coded,same
enterprise:a,enterprise:b,same
enterprise:b,enterprise:c,same
enterprise:a,enterprise:c,different
`,
        },
      },
      into,
    );
    const { problems } = await openLayers(`${seed},${into}`, work);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^2 .*different credit codes/),
      expect.stringMatching(/^4 .*enterprise:a and enterprise:c.* are different/),
    ]);
  });
});
