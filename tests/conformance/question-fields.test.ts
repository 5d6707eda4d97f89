// Question files and the fields that ask them agree.
import { type GraphQLArgument, isInterfaceType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { fieldMapOf } from "../../src/api/field-map.ts";
import { facets, filters } from "../../src/api/filters.ts";
import { buildSchema } from "../../src/api/schema.ts";
import { stepArguments } from "../../src/eligibility/steps.ts";
import { isKind } from "../../src/ontology/model.ts";
import type { FieldSpec } from "../../src/plan/spec.ts";
import { readQuestions } from "../../src/questions/read.ts";

const schema = buildSchema();
const fieldMap = fieldMapOf(schema);
const questions = readQuestions();

const fieldsOf = (type: string): readonly (readonly [string, FieldSpec])[] =>
  Object.entries(fieldMap.fields[type] ?? {});
const mapped = Object.keys(fieldMap.fields).flatMap((type) =>
  fieldsOf(type).map(([field, spec]) => [type, field, spec] as const),
);

/** Arguments that the compiler takes for itself: they page, filter and order what a question gives. */
const compilers = new Set(["filter", "orderBy", "first", "after", "last", "before", "asOf", "certain"]);

describe("question files and the fields that ask them", () => {
  const asking = mapped.flatMap(([type, field, spec]) =>
    spec.is === "ask" || spec.is === "deferred"
      ? [
          [
            `${type}.${field}`,
            type,
            field,
            spec.question,
            spec.is === "deferred" ? spec.step : undefined,
          ] as const,
        ]
      : [],
  );
  test.each(asking)(
    "%s: its question is there, may be asked of it, and takes the same arguments",
    (_, type, field, name, step) => {
      const question = questions.get(name);
      if (question === undefined) throw new Error(`there is no cypher/${name}.cypher`);
      if (type === "Query") expect(question.on).toEqual([]);
      else if (question.on.length > 0)
        expect(question.on).toEqual(
          expect.arrayContaining([isKind(type) && !question.on.includes(type) ? "Entity" : type]),
        );
      const found = schema.getType(type);
      const fields = isObjectType(found) || isInterfaceType(found) ? found.getFields() : {};
      const declared = (fields[field]?.args ?? []) as readonly GraphQLArgument[];
      const own = new Set(question.args.map((arg) => arg.name));
      for (const arg of declared) {
        if (compilers.has(arg.name) && !own.has(arg.name)) continue;
        const same = question.args.find((one) => one.name === arg.name);
        if (same === undefined && field === "search") continue;
        if (same === undefined && step !== undefined) {
          expect([...stepArguments[step as keyof typeof stepArguments]]).toContain(arg.name);
          continue;
        }
        expect([arg.name, same?.type]).toEqual([arg.name, String(arg.type)]);
        // What the file runs with where an argument is left out is what the field does.
        const given = same?.fallback ?? null;
        if (given !== null) expect([arg.name, given]).toEqual([arg.name, arg.defaultValue]);
      }
      const names = declared.map((arg) => arg.name);
      // What a field does not offer is null in its question: it must be optional there.
      for (const arg of question.args)
        if (!["hits", "eligibility"].includes(arg.name) && arg.type.endsWith("!"))
          expect(names, `${name} needs ${arg.name}`).toContain(arg.name);
    },
  );

  test("a question that limits its rows says by how much where nothing else is asked", () => {
    const limits = [...questions.values()].flatMap(({ name, args }) =>
      args.filter((arg) => ["first", "limit"].includes(arg.name)).map((arg) => [name, typeof arg.fallback]),
    );
    expect(limits.filter(([, type]) => type !== "number")).toEqual([]);
  });

  test("every question file is asked by a field, a filter, a facet or a sum", () => {
    const used = new Set<string>([
      ...asking.map(([, , , name]) => name),
      ...mapped.flatMap(([, , spec]) => (spec.is === "calculation" ? [spec.question] : [])),
      ...Object.values(facets),
      fieldMap.aggregates.wholes,
      ...Object.values(filters).flatMap((input) =>
        Object.values(input).flatMap((spec: { readonly is: string; readonly question?: string }) =>
          spec.question === undefined ? [] : [spec.question],
        ),
      ),
      "sources",
    ]);
    expect([...questions.keys()].filter((name) => !used.has(name))).toEqual([]);
  });
});
