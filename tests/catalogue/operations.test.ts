// Every operation of the catalogue answers with its own examples, with rows, and with the same rows on both engines.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { askTable } from "../../src/catalogue/ask.ts";
import { exampleOf } from "../../src/catalogue/operation.ts";
import { readCatalogue } from "../../src/catalogue/read.ts";
import { loadedEngines } from "../support/answers.ts";

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const schema = buildSchema();
const catalogue = readCatalogue(schema, [folder("operations")]);
const { ask } = loadedEngines(folder("seed"));

/** Operations of which the seed's answer is rightly empty. */
const empty = new Set<string>([]);

describe("the catalogue", () => {
  test("has the questions of planners, park operators and analysts", () => {
    expect(catalogue.size).toBeGreaterThanOrEqual(40);
  });

  test.each([...catalogue.values()])(
    "$name answers with rows that say where they come from",
    async (operation) => {
      const table = await askTable(
        schema,
        (one, variables) => ask(one.text, { ...variables }) as never,
        operation,
        {
          ...exampleOf(operation),
          ...(operation.paged ? { first: 30 } : {}),
        },
      );
      const rows: unknown[] = [];
      for await (const batch of table.batches) rows.push(...batch);
      expect(rows.length > 0).toBe(!empty.has(operation.name));
      expect(table.columns.some(({ citation }) => citation)).toBe(true);
      const names = table.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const row of rows) expect(row).toHaveLength(names.length);
    },
  );
});
