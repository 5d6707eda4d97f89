// Random documents drawn from the SDL give equal answers on both engines, in one statement each, and are what
// standard execution makes of the same values; asked together with others they are answered alike.
// DIFFERENTIAL_RUNS and DIFFERENTIAL_SEED change how many and which. A tenth as many are asked of a store that holds
// more of each sort than an engine takes at once.
import fc from "fast-check";
import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { type Engines, loadedEngines } from "../support/answers.ts";
import { type DrawnDocument, drawDocument, type Values } from "../support/documents.ts";
import { values } from "../support/drawn-values.ts";
import { fixture } from "../support/fixture.ts";
import { manyWorld } from "../support/many-world.ts";
import { reference } from "../support/reference.ts";

const runs = Number(process.env.DIFFERENTIAL_RUNS ?? 200);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20_231_015);
const schema = buildSchema();

/** Of the large store, whose rows lie around a few. */
const manyValues: Values = {
  ...values,
  ID: [
    ...["region:many", "park:many", "cluster:many", "enterprise:hub", "certification:nat", "region:city"],
    ...["enterprise:m0", "enterprise:l2048", "observation:m7", "cluster:system"],
  ],
  name: ["众区", "众园", "众集群", "众供应商", "众企2048"],
  text: ["众", "众企", "散企20", "zq"],
  metric: ["output"],
  first: [2, 50, 1, 100, null],
};

const documentsOf = (drawn: Values) =>
  fc
    .noBias(fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 300, size: "max" }))
    .map((tape) => drawDocument(schema, drawn, tape));

async function agrees(ask: Engines["ask"], { query, variables }: DrawnDocument): Promise<void> {
  const answer = await ask(query, variables);
  expect(answer.statements).toBeLessThanOrEqual(1);
  for (const { code } of answer.errors)
    expect(["BAD_ARGUMENT", "AMBIGUOUS_NAME", "UNKNOWN_NAME"], answer.messages.join("\n")).toContain(code);
  if (answer.errors.length > 0) return;
  const standard = await reference(query, variables, answer.data);
  expect(JSON.stringify(standard)).toBe(JSON.stringify(answer.data));
}

async function allAgree(ask: Engines["ask"], drawn: Values, numRuns: number): Promise<void> {
  process.stderr.write(`differential: ${numRuns} documents, DIFFERENTIAL_SEED=${seed}\n`);
  let refused = 0;
  const property = fc.asyncProperty(documentsOf(drawn), async (document) => {
    if (validate(schema, parse(document.query)).length > 0) refused += 1;
    else await agrees(ask, document);
  });
  await fc.assert(property, { numRuns, seed });
  // Documents whose fields conflict are not asked: they must stay few, or the test would test little.
  expect(refused).toBeLessThan(numRuns / 5);
}

describe("a small world", () => {
  const { ask } = loadedEngines(fixture, { together: true });
  test(
    `${runs} random documents give one answer on every engine (seed ${seed})`,
    {
      timeout: 3_600_000,
    },
    () => allAgree(ask, values, runs),
  );
});

describe("a world with thousands of each sort", () => {
  const { ask } = loadedEngines(manyWorld(2_049));
  const some = Math.ceil(runs / 10);
  test(
    `${some} random documents give one answer on every engine (seed ${seed})`,
    {
      timeout: 3_600_000,
    },
    () => allAgree(ask, manyValues, some),
  );
});
