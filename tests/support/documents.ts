// Draws valid GraphQL documents from the schema: a tape of numbers decides every choice, 0 being the simplest, so
// that a shorter tape is a simpler document and a failing one can be shrunk.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import {
  isKind,
  type Kind,
  kindEnum,
  type RelationType,
  relationOf,
  relationTypes,
} from "../../src/ontology/model.ts";

/** Values that arguments and filters take, by name of the argument or input field; `ID` for every other id. */
export type Values = Readonly<Record<string, readonly unknown[]>>;

export interface DrawnDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Drawing {
  readonly schema: GraphQLSchema;
  readonly values: Values;
  /** A number from 0 to n - 1. */
  readonly choose: (n: number) => number;
  readonly definitions: string[];
  readonly fragments: string[];
  readonly variables: Record<string, unknown>;
  names: number;
}

type Fielded = GraphQLObjectType | GraphQLInterfaceType;

const deepest = 7;

function pick<T>(drawing: Drawing, from: readonly T[]): T {
  return from[drawing.choose(from.length)] as T;
}

/**
 * The values for the arguments of a field seen from an entity of a kind: types of relations that it may have, and kinds
 * that they lead to. What never can be is refused, and would be drawn nearly always.
 */
function valuesFor(drawing: Drawing, { args }: GraphQLField<unknown, unknown>, own: string): Values {
  const { values } = drawing;
  const asked = args.some(({ type }) => getNamedType(type).name === "RelationType");
  if (!asked || !isKind(own)) return values;
  const direction = pick(drawing, ["OUT", "IN", "BOTH"]);
  const farKinds = (type: RelationType): readonly Kind[] => {
    const [from, to] = [relationOf(type).from.filter(isKind), relationOf(type).to.filter(isKind)];
    const out = direction !== "IN" && from.includes(own) ? to : [];
    return direction !== "OUT" && to.includes(own) ? [...out, ...from] : out;
  };
  const types = relationTypes.filter((type) => farKinds(type).length > 0);
  if (types.length === 0) return { ...values, direction: ["BOTH"], types: [null] };
  const type = pick(drawing, types);
  const kind = farKinds(type).map((one) => kindEnum(one));
  return { ...values, direction: [direction], type: [type], RelationType: types, kind };
}

/** A JSON value of an input type; enumerations are their names. */
function draw(drawing: Drawing, type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) {
    const value =
      draw(drawing, type.ofType, name) ?? draw({ ...drawing, choose: () => 0 }, type.ofType, name);
    if (value === null) throw new Error(`there is nothing to draw for ${name}: ${String(type)}`);
    return value;
  }
  if (isListType(type)) {
    return Array.from({ length: drawing.choose(4) }, () => draw(drawing, type.ofType, name));
  }
  const known = drawing.values[name] ?? drawing.values[type.name];
  if (known !== undefined) return pick(drawing, known);
  if (isEnumType(type)) return pick(drawing, type.getValues()).name;
  if (type.name === "Boolean") return drawing.choose(2) === 0;
  if (!isInputObjectType(type)) return null;
  const given: Record<string, unknown> = {};
  for (const field of Object.values(type.getFields())) {
    if (isNonNullType(field.type) ? field.defaultValue === undefined : drawing.choose(4) === 1)
      given[field.name] = draw(drawing, field.type, field.name);
    else if (drawing.choose(12) === 1 && !isNonNullType(field.type)) given[field.name] = null;
  }
  return given;
}

/** A value as GraphQL writes it. */
export function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null || value === undefined) return "null";
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type)) return `[${(value as unknown[]).map((one) => literal(one, type.ofType)).join(", ")}]`;
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = Object.entries(value as object).map(([name, one]) => {
    const field = type.getFields()[name];
    return `${name}: ${field === undefined ? "null" : literal(one, field.type)}`;
  });
  return `{${fields.join(", ")}}`;
}

function variable(drawing: Drawing, type: GraphQLInputType, value: unknown): string {
  const name = `v${++drawing.names}`;
  const withDefault = drawing.choose(3) === 1 && !isNonNullType(type);
  drawing.definitions.push(`$${name}: ${String(type)}${withDefault ? ` = ${literal(value, type)}` : ""}`);
  if (!withDefault || drawing.choose(2) === 1) drawing.variables[name] = value;
  return `$${name}`;
}

function argument(drawing: Drawing, values: Values, { name, type, defaultValue }: GraphQLArgument): string {
  const required = isNonNullType(type);
  if (!required && drawing.choose(3) !== 1) return "";
  const value = !required && drawing.choose(8) === 1 ? null : draw({ ...drawing, values }, type, name);
  // A variable that may be null may stand where a default is, but not where null is refused.
  const asVariable = drawing.choose(3) === 1 && (defaultValue === undefined || !required);
  return `${name}: ${asVariable ? variable(drawing, type, value) : literal(value, type)}`;
}

function directive(drawing: Drawing): string {
  if (drawing.choose(10) !== 1) return "";
  const value = drawing.choose(2) === 0;
  const written = drawing.choose(2) === 0 ? String(value) : booleanVariable(drawing, value);
  return ` @${drawing.choose(2) === 0 ? "include" : "skip"}(if: ${written})`;
}

function booleanVariable(drawing: Drawing, value: boolean): string {
  const name = `v${++drawing.names}`;
  drawing.definitions.push(`$${name}: Boolean!`);
  drawing.variables[name] = value;
  return `$${name}`;
}

function field(drawing: Drawing, on: Fielded, depth: number, alone: boolean, own: string): string {
  // When and by which engine data were loaded is another answer for each store.
  const all = Object.values(on.getFields()).filter(({ type }) => getNamedType(type).name !== "Dataset");
  const leaves = all.filter((one) => !isCompositeType(getNamedType(one.type)));
  const choices = depth >= deepest && leaves.length > 0 ? leaves : all;
  const chosen: GraphQLField<unknown, unknown> = pick(drawing, choices);
  // From the front and from the end at once is refused: other tests say so.
  const isPaged = chosen.args.some(({ name }) => name === "last");
  const without = isPaged && drawing.choose(3) === 1 ? "first" : "last";
  const values = valuesFor(drawing, chosen, own);
  const args = chosen.args
    .filter(({ name }) => name !== without)
    .map((one) => argument(drawing, values, one))
    .filter((one) => one !== "");
  // Fields with arguments, or within a fragment of one type, get a name of their own: others may merge.
  const alias = args.length > 0 || !alone || drawing.choose(4) === 1 ? `a${++drawing.names}: ` : "";
  const type = getNamedType(chosen.type);
  const selected = isCompositeType(type) ? ` ${selection(drawing, type, depth + 1)}` : "";
  return `${alias}${chosen.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${directive(drawing)}${selected}`;
}

function spread(drawing: Drawing, on: Fielded, depth: number, own: string): string {
  const possible: readonly Fielded[] = isInterfaceType(on)
    ? drawing.schema.getPossibleTypes(on)
    : [on, ...on.getInterfaces()];
  const type = pick(drawing, possible);
  const body = selection(drawing, type, depth + 1, false, isInterfaceType(type) ? own : type.name);
  if (drawing.choose(3) !== 1) return `... on ${type.name}${directive(drawing)} ${body}`;
  const name = `F${++drawing.names}`;
  drawing.fragments.push(`fragment ${name} on ${type.name} ${body}`);
  const again = drawing.choose(4) === 1 ? ` ...${name}` : "";
  return `...${name}${directive(drawing)}${again}`;
}

/** What is selected on a type; `own` is the kind of the entity where an interface stands within a selection on one. */
function selection(
  drawing: Drawing,
  type: GraphQLNamedType,
  depth: number,
  alone = true,
  own = type.name,
): string {
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${type.name} has no fields`);
  // The kind of each entity is asked for, so that standard execution can tell it too.
  const parts = isInterfaceType(type) ? ["__typename"] : [];
  const most = depth >= deepest ? 1 : depth === 0 ? 3 : 4;
  const count = 1 + drawing.choose(most);
  for (let index = 0; index < count; index++) {
    const kind = drawing.choose(12);
    if (kind === 1) parts.push(drawing.choose(2) === 0 ? "__typename" : `a${++drawing.names}: __typename`);
    else if ((kind === 2 || (kind < 5 && isInterfaceType(type))) && depth > 0 && depth < deepest)
      parts.push(spread(drawing, type, depth, own));
    else parts.push(field(drawing, type, depth, alone && depth > 0, own));
  }
  return `{ ${parts.join(" ")} }`;
}

/** The document that a tape of numbers stands for. */
export function drawDocument(schema: GraphQLSchema, values: Values, tape: readonly number[]): DrawnDocument {
  let at = 0;
  const drawing: Drawing = {
    schema,
    values,
    choose: (n) => (tape[at++] ?? 0) % n,
    definitions: [],
    fragments: [],
    variables: {},
    names: 0,
  };
  const query = schema.getQueryType();
  if (!query) throw new Error("the schema has no query type");
  const body = selection(drawing, query, 0);
  const declared = drawing.definitions.length === 0 ? "" : `query(${drawing.definitions.join(", ")}) `;
  return { query: [`${declared}${body}`, ...drawing.fragments].join("\n"), variables: drawing.variables };
}
