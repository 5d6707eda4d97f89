// Arguments are coerced once for which variables have values; each request gets what graphql itself would give.
import {
  buildSchema,
  type FieldNode,
  type GraphQLField,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  parse,
} from "graphql";
import { expect, test } from "vitest";
import { argumentsOf } from "../../src/run/arguments.ts";

const schema = buildSchema(`
  input Range { gte: Float  lte: Float = 9 }
  input Filter { name: [String!]  capital: Range  or: [Filter!]  not: Filter  known: Boolean = true }
  enum Order { NAME CAPITAL }
  type Query { list(first: Int = 20, last: Int, filter: Filter, orders: [Order!] = [NAME], id: ID!): Int }
`);
const field = schema.getQueryType()?.getFields().list as GraphQLField<unknown, unknown>;

const document =
  parse(`query ($first: Int, $last: Int, $name: [String!], $gte: Float, $one: Filter, $order: [Order!], $id: ID!) {
  list(id: $id, first: $first, last: $last, orders: $order,
    filter: { name: $name, capital: { gte: $gte }, or: [{ not: $one }, { name: ["甲"] }], known: null })
}`);
const operation = getOperationAST(document);
const node = operation?.selectionSet.selections[0] as FieldNode;

/** What graphql gives, and what we make of it. */
function expected(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values = getArgumentValues(field, node, variables);
  for (const { name, defaultValue } of field.args)
    if (values[name] === null && defaultValue !== undefined) values[name] = defaultValue;
  if (typeof values.last === "number" && (variables.first ?? null) === null) delete values.first;
  return values;
}

test("every combination of variables that are left out, null and given, each twice with other values", () => {
  const ways: Readonly<Record<string, readonly unknown[]>> = {
    first: [undefined, null, 5, 6],
    last: [undefined, null, 7, 8],
    name: [undefined, null, ["乙"], "丙"],
    gte: [undefined, null, 1, 2.5],
    one: [undefined, null, { capital: { gte: 3 } }, { or: [{ known: false }] }],
    order: [undefined, null, ["CAPITAL"], "NAME"],
  };
  let combinations: Record<string, unknown>[] = [{ id: "a" }];
  for (const [name, values] of Object.entries(ways))
    combinations = combinations.flatMap((one) =>
      values.map((value) => (value === undefined ? one : { ...one, [name]: value })),
    );
  expect(combinations).toHaveLength(4 ** 6);
  for (const given of combinations) {
    const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], given);
    expect(argumentsOf(field, node, coerced ?? {})).toEqual(expected(coerced ?? {}));
  }
});

test("what is missing is an error each time", () => {
  for (let time = 0; time < 2; time++)
    expect(() => argumentsOf(field, node, { first: 3 })).toThrow(/"ID!" was provided the variable "\$id"/);
});

test("what is given to one request is not changed by another", () => {
  const given = { id: "a", first: 1, gte: 1 };
  const one = argumentsOf(field, node, given);
  const before = structuredClone(one);
  argumentsOf(field, node, { id: "b", first: 2, gte: 2 });
  expect(one).toEqual(before);
});
