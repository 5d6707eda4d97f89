// The questions of `npm run bench:planners`: each one fits the SDL, so that what is measured is an answer, not an error.
import { getOperationAST, getVariableValues, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { worldOf } from "../../scripts/synthetic/world.ts";
import { buildSchema } from "../../src/api/schema.ts";
import { sizeOf } from "./question.ts";
import { groups } from "./questions.ts";

const schema = buildSchema();

describe("the measured questions of planners", () => {
  test("cover the nine groups", () => {
    expect(groups.map(({ title }) => title.slice(0, 1)).join("")).toBe("123456789");
  });

  test.each(groups)("of $title are valid, and so are the variables of every case", ({ questions }) => {
    for (const { name, query, cases } of questions(worldOf(100_000, 1))) {
      const document = parse(query);
      expect(validate(schema, document).map(String), name).toEqual([]);
      const declared = getOperationAST(document)?.variableDefinitions ?? [];
      const names = declared.map(({ variable }) => variable.name.value);
      expect(cases.length, name).toBeGreaterThan(0);
      for (const variables of cases.flatMap((one) => one.variables)) {
        const { errors = [] } = getVariableValues(schema, declared, variables);
        expect(errors.map(String), name).toEqual([]);
        for (const given of Object.keys(variables)) expect(names, name).toContain(given);
      }
    }
  });
});

describe("the size of an answer", () => {
  test("is the longest of its outermost lists, and the total beside it", () => {
    expect(
      sizeOf({ measure: { candidates: { totalCount: 90, edges: [{ node: { parts: [1, 2, 3] } }] } } }),
    ).toEqual({
      rows: 1,
      total: 90,
    });
    expect(sizeOf({ projectPipeline: { projects: 7, stages: [1, 2], outOfOrder: [] } })).toEqual({
      rows: 2,
      total: 7,
    });
    expect(sizeOf({ measure: { whatIf: { before: { eligible: 3 } } } })).toEqual({
      rows: 0,
      total: undefined,
    });
  });
});
