// The price of a question can be reckoned from schema.graphql alone, by what its directives say of themselves.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  buildSchema as buildPlain,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLDirective,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from "graphql";
import { describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { exampleOf } from "../../src/catalogue/operation.ts";
import { readCatalogue } from "../../src/catalogue/read.ts";
import { createCostCheck } from "../../src/http/cost.ts";

const root = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const published = buildPlain(readFileSync(root("schema.graphql"), "utf8"));
const schema = buildSchema();
const ours = createCostCheck(schema, { MAX_COST: 10_000_000, MAX_TOKENS: 100_000 });

type Values = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

function directive(name: string, field: Field): Values | undefined {
  const definition = published.getDirective(name);
  if (!(definition instanceof GraphQLDirective) || !field.astNode) return undefined;
  return getDirectiveValues(definition, field.astNode);
}

/** How many entities a field may give; undefined where nothing says so. */
function sizeOf(field: Field, written: ReadonlySet<string>, values: Values): number | undefined {
  const said = directive("listSize", field);
  if (said === undefined) return undefined;
  let size = Number(said.assumedSize);
  for (const name of said.slicingArguments as string[]) {
    const value = values[name];
    if (written.has(name) && value !== null && value !== undefined)
      size = Array.isArray(value) ? value.length : Number(value);
  }
  return size;
}

function reckon(document: DocumentNode, given: Values): number {
  const operation = getOperationAST(document);
  const { coerced: variables = {} } = getVariableValues(
    published,
    operation?.variableDefinitions ?? [],
    given,
  );
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  function priceOf(set: SelectionSetNode, type: GraphQLObjectType, times: number): number {
    let price = 0;
    for (const node of set.selections) {
      if (node.kind !== Kind.FIELD) {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
        const on = published.getType(fragment?.typeCondition?.name.value ?? type.name);
        if (fragment !== undefined) price += priceOf(fragment.selectionSet, on as GraphQLObjectType, times);
        continue;
      }
      const field = type.getFields()[node.name.value];
      if (field === undefined || node.selectionSet === undefined) continue;
      const written = new Set(node.arguments?.map(({ name }) => name.value));
      const size = sizeOf(field, written, getArgumentValues(field, node, variables));
      const weight = Number(directive("cost", field)?.weight ?? 0);
      const each = Number(directive("cost", field)?.each ?? 1);
      price += times * (weight + each * (size ?? 0));
      const below = times * Math.max(1, size ?? 1);
      price += priceOf(node.selectionSet, getNamedType(field.type) as GraphQLObjectType, below);
    }
    return price;
  }
  return priceOf(operation?.selectionSet as SelectionSetNode, published.getQueryType() as never, 1);
}

const catalogue = readCatalogue(schema, [root("operations")]);

test.each([...catalogue.values()])("$name, with its examples", (operation) => {
  const document = parse(operation.text);
  const given = exampleOf(operation);
  expect(reckon(document, given)).toBe(ours(document, undefined, given));
});

describe("by hand", () => {
  const questions: readonly (readonly [price: number, text: string, variables?: Values])[] = [
    [7, "{ parks(first: 7) { nodes { name } } }"],
    [20, "{ parks { nodes { name } } }"],
    [5, "{ parks(last: 5) { nodes { name region { name } } } }"],
    [1, `{ park(id: "park:x") { name } }`],
    [3 + 3 * 2, "{ parks(first: 3) { nodes { enterprises(first: 2) { totalCount } } } }"],
    [0 + 2, "{ parks(first: 0) { nodes { enterprises(first: 2) { totalCount } } } }"],
    [100 + 10 * 10, `{ search(text: "微电网") { score } }`],
    [
      4 + 4,
      "query ($n: Int) { a: parks(first: $n) { totalCount } b: parks(first: $n) { totalCount } }",
      { n: 4 },
    ],
    [
      2 + 2 * 6,
      "{ parks(first: 2) { ...page } } fragment page on ParkConnection { nodes { ... on Park { enterprises(first: 6) { nodes { id } } } } }",
    ],
  ];
  test.each(questions.map(([price, text, variables]) => ({ price, text, variables: variables ?? {} })))(
    "$price: $text",
    ({ price, text, variables }) => {
      const document = parse(text);
      expect(validate(schema, document)).toEqual([]);
      expect([reckon(document, variables), ours(document, undefined, variables)]).toEqual([price, price]);
    },
  );

  test("several ids", () => {
    const document = parse("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }");
    const given = { ids: ["park:a", "park:b", "park:c"] };
    expect([reckon(document, given), ours(document, undefined, given)]).toEqual([3, 3]);
  });
});

test("every page and every list with a length says so", () => {
  for (const type of Object.values(published.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const names = field.args.map(({ name }) => name);
      const sized = names.includes("first") || names.includes("ids");
      if (!sized || !isObjectType(getNamedType(field.type))) continue;
      const said = directive("listSize", field);
      expect([`${type.name}.${field.name}`, said?.slicingArguments]).toEqual([
        `${type.name}.${field.name}`,
        names.includes("last") ? ["first", "last"] : [names.includes("first") ? "first" : "ids"],
      ]);
    }
  }
});
