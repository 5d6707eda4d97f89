// Names written otherwise than they are stored find their enterprise first, as often as docs/names.md says at the least.
import { expect, test } from "vitest";
import type { Difference } from "../../bench/names/differences.ts";
import { measureNames, rowsOf } from "../../bench/names/measure.ts";
import { companies } from "../../bench/names/world.ts";
import { loadFolder } from "../../src/load/load.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";

const list = companies(900);
const document = { id: "document:a", name: "甲报告", stem: "doc-a", sources: "" };

/** Every so-manieth company is asked about: all ways of writing it, of those only a share. */
const every: Readonly<Record<Difference["stored"], number>> = { both: 9, full: 3, short: 3 };

describeEachEngine("enterprises are found", (open) => {
  test.each(["both", "full", "short"] as const)(
    "where %s names are stored",
    async (stored) => {
      const store = await open();
      const folder = writeFolder({
        entities: { Document: [document], Enterprise: rowsOf(list, stored, "doc-a:1") },
      });
      await loadFolder(store, folder);
      const measured = await measureNames({ [stored]: store }, list, every[stored]);
      const below = measured.filter(({ first, asked, difference }) => first < asked * difference.least);
      expect(
        below.map(({ difference, first, asked, missed }) => [difference.name, first / asked, missed]),
      ).toEqual([]);
      expect(measured.length).toBeGreaterThan(0);
      if (stored === "both") return;
      for (const { inFive, asked } of measured) expect(inFive / asked).toBeGreaterThanOrEqual(0.99);
    },
    300_000,
  );
});
