// Random filters, sums and groups of lists give equal answers on both engines, with the values of the real data, so
// that what is drawn finds something. DIFFERENTIAL_RUNS and DIFFERENTIAL_SEED change how many and which.
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { loadedEngines } from "../support/answers.ts";
import { drawListDocument } from "../support/list-documents.ts";
import { poolsOf } from "../support/pools.ts";
import { reference } from "../support/reference.ts";

const runs = Number(process.env.DIFFERENTIAL_RUNS ?? 100);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20_231_015);
const schema = buildSchema();

const { ask, stores } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

/** What the documents must ask for, each many times, lest the test come to test little. */
const sorts: Readonly<Record<string, RegExp>> = {
  and: /\band: \[/,
  or: /\bor: \[/,
  not: /\bnot: \{/,
  "in-list": /In: \[/,
  range: /At(?:Least|Most): /,
  isNull: /IsNull: /,
  some: /\bsome: \{/,
  none: /\bnone: \{/,
  every: /\bevery: \{/,
  count: /\bcount: \{/,
  figure: /\bfigure: \{/,
  sum: /\b(?:sum|average|least|most|percentile)\(/,
  groups: /\bgroups\(by: /,
  having: /having: \{/,
  order: /orderBy: /,
  "order by a number": /orderByNumber: /,
  "kind of the far end": /\bkind(?:In)?: /,
  "filter of a kind among several": /\bas[A-Z]\w+: \{/,
  "groups at the most": /groups\([^)]*first: /,
  parts: /withParts: /,
};

const isEmpty = (data: unknown): boolean => !/"totalCount":[1-9]/.test(JSON.stringify(data));

test(`${runs} random questions about lists give one answer on every engine (seed ${seed})`, {
  timeout: 3_600_000,
}, async () => {
  process.stderr.write(`differential of lists: ${runs} documents, DIFFERENTIAL_SEED=${seed}\n`);
  const pools = await poolsOf(stores[0]);
  const met = new Map<string, number>();
  const count = (sort: string): void => void met.set(sort, (met.get(sort) ?? 0) + 1);
  const documents = fc
    .noBias(fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 120, size: "max" }))
    .map((tape) => drawListDocument(schema, pools, tape));
  const property = fc.asyncProperty(documents, async (query) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
    for (const [sort, pattern] of Object.entries(sorts)) if (pattern.test(query)) count(sort);
    const answer = await ask(query);
    expect(answer.statements).toBeLessThanOrEqual(1);
    if (answer.errors.length > 0) {
      for (const { code } of answer.errors)
        expect(["BAD_ARGUMENT", "AMBIGUOUS_NAME", "UNKNOWN_NAME"], answer.messages.join("\n")).toContain(
          code,
        );
      count(`refused: ${answer.messages.join("\n").slice(0, 60)}`);
      count("refused");
      return;
    }
    if (!isEmpty(answer.data)) count("found");
    expect(JSON.stringify(await reference(query, {}, answer.data))).toBe(JSON.stringify(answer.data));
  });
  await fc.assert(property, { numRuns: runs, seed });
  if (process.env.DIFFERENTIAL_TOLD) process.stderr.write(`${JSON.stringify([...met], undefined, 1)}\n`);
  // Kinds, units, texts and bounds are drawn at random, and what can never hold, or nothing has, is refused.
  expect(met.get("refused") ?? 0).toBeLessThan((runs * 3) / 5);
  expect(met.get("found") ?? 0).toBeGreaterThan(runs / 5);
  for (const sort of Object.keys(sorts))
    expect([sort, (met.get(sort) ?? 0) > runs / 200]).toEqual([sort, true]);
});
