// Exports of a whole kind: an operation for each, made from the schema and the ontology, answered as those of files are.
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { type Kind, kindNames, kindOf } from "../ontology/model.ts";
import type { Operation, OperationVariable } from "./operation.ts";

/** What of an entity beside a row names it. */
const reference = "{ id name }";
const citation = "{ document { stem } line }";

/** The selection of one field, where it is a value, an entity or the sources; nothing for lists that have pages. */
function selected({ name, type, args }: GraphQLField<unknown, unknown>): string[] {
  const named = getNamedType(type);
  if (args.length > 0 || name === "kind") return [];
  if (isLeafType(named)) return [name];
  if (named.name === "Citation") return [`${name} ${citation}`];
  const entity = (isObjectType(named) || isInterfaceType(named)) && "id" in named.getFields();
  return entity && "name" in named.getFields() && !isListType(getNullableType(type))
    ? [`${name} ${reference}`]
    : [];
}

/** The filter's fields that an address can hold as texts: values and lists of values. */
function filterFields(
  schema: GraphQLSchema,
  list: GraphQLField<unknown, unknown>,
): [string, GraphQLInputType][] {
  const filter = list.args.find(({ name }) => name === "filter");
  const type = filter === undefined ? undefined : schema.getType(getNamedType(filter.type).name);
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map((field) => [field.name, getNullableType(field.type)]);
}

function variable(name: string, type: GraphQLInputType, zh: string, en: string): OperationVariable {
  return { name, type, required: false, fallback: undefined, about: { zh, en }, example: undefined };
}

/** The figures as a tidy table: a row each, with what it is about, as written and in a normal unit. */
const figures = `subject ${reference} metric period value unit normalised: normalisedValue normalised_unit: normalisedUnit
  bound status year_on_year: yearOnYear counts source: sources ${citation}`;

const asked = (text: string) => ({ text, document: parse(text, { noLocation: true }) });

/** The operation that exports a kind: every property, the entities it names, its sources; the filters of its list. */
function exportOf(
  schema: GraphQLSchema,
  kind: Kind,
  name: string = kind,
  fields?: string,
): Operation | undefined {
  const { title, plural } = kindOf(kind);
  const list = schema.getQueryType()?.getFields()[plural];
  const type = schema.getType(kind);
  if (list === undefined || !isObjectType(type)) return undefined;
  const filters = filterFields(schema, list);
  const declared = filters.map(([name, of]) => `, $${name}: ${of}`).join("");
  const given = filters.map(([name]) => `${name}: $${name}`).join(", ");
  const row =
    fields ??
    Object.values((type as GraphQLObjectType).getFields())
      .flatMap(selected)
      .join(" ");
  const filter = given === "" ? "" : `filter: {${given}}`;
  const page = `${plural}(first: $first, after: $after${filter === "" ? "" : `, ${filter}`})`;
  const text = `query Export${kind}($first: Int = 100, $after: String${declared}) {
  ${page} {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { ${row} }
  }
}`;
  const [narrowed, counted] =
    filter === "" ? ["", plural] : [`(${declared.slice(2)})`, `${plural}(${filter})`];
  const document = parse(text, { noLocation: true });
  const paging = ["first", "after"].map((name) => {
    const argument = list.args.find((one) => one.name === name);
    return variable(
      name,
      argument?.type as GraphQLInputType,
      name === "first" ? "行数" : "游标",
      name === "first" ? "rows" : "cursor",
    );
  });
  const narrowing = filters.map(([name, of]) => variable(name, of, "筛选", `the list's filter ${name}`));
  return {
    name,
    file: "",
    title: { zh: `全部${title.zh}`, en: `All of ${title.en}` },
    about: {
      zh: `每个${title.zh}一行，含全部属性与出处。`,
      en: "A row each, with every property and its sources.",
    },
    text,
    document,
    definition: document.definitions[0] as OperationDefinitionNode,
    variables: [...narrowing, ...paging],
    table: [plural, "nodes"],
    paged: true,
    pagedAt: 1,
    shown: false,
    long: {
      kind,
      total: asked(`query Export${kind}Total${narrowed} { ${counted} { totalCount } }`),
      ids: asked(
        `query Export${kind}Ids($first: Int!, $after: String${declared}) { ${page} { pageInfo { hasNextPage endCursor } nodes { id } } }`,
      ),
      rows: asked(`query Export${kind}Rows($ids: [ID!]!) { nodes(ids: $ids) { ... on ${kind} { ${row} } } }`),
    },
  };
}

/** The exports by name: the kinds, and `figures` for the observations as a tidy table. */
export function exportOperations(schema: GraphQLSchema): ReadonlyMap<string, Operation> {
  const kinds = kindNames.flatMap((kind) => exportOf(schema, kind) ?? []);
  const tidy = exportOf(schema, "Observation", "figures", figures) ?? [];
  return new Map([...kinds, tidy].flat().map((operation) => [operation.name, operation]));
}
