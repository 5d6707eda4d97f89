// Draws documents that ask of lists what analysts do: filters of every sort, within each other, sums and groups. The
// values are those of the store, so that filters find something. A tape of numbers decides every choice.
import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { placing } from "../../src/plan/direct.ts";
import { literal } from "./documents.ts";

/** Values by `Kind.property`, by name of a property or argument, and by name of a type. */
export type Pools = ReadonlyMap<string, readonly unknown[]>;

interface Drawing {
  readonly schema: GraphQLSchema;
  readonly pools: Pools;
  /** A number from 0 to n - 1. */
  readonly choose: (n: number) => number;
}

const deepest = 3;

const pick = <T>({ choose }: Drawing, from: readonly T[]): T => from[choose(from.length)] as T;

const suffixes = /(?:In|AtLeast|AtMost|MoreThan|LessThan|Contains|IsNull)$/;

/** The values that a field of an input may have. */
function poolOf({ pools }: Drawing, owner: string, field: string, type: string): readonly unknown[] {
  // What relations are asked (`CertifiedAsToCertificationMatch`) has the values of their type.
  const [, relation] = /^(\w+?)(?:To|From|With)(?:[A-Z][a-z]+)Match$/.exec(owner) ?? [];
  const kind =
    relation?.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toUpperCase() ?? owner.replace(/Filter$/, "");
  const base = field.replace(suffixes, "");
  for (const key of [`${owner}.${field}`, `${kind}.${field}`, `${kind}.${base}`, field, base, type]) {
    const pool = pools.get(key);
    const fits = pool?.filter((one) => (type === "Float" || type === "Int") === (typeof one === "number"));
    if (fits !== undefined && fits.length > 0) return fits;
  }
  throw new Error(`there is nothing to draw for ${owner}.${field}: ${type}`);
}

/** A part of a text, so that it is contained in some. */
function partOf(drawing: Drawing, text: string): string {
  const characters = [...text];
  const from = drawing.choose(characters.length);
  return characters.slice(from, from + 1 + drawing.choose(3)).join("");
}

function value(
  drawing: Drawing,
  owner: string,
  field: string,
  type: GraphQLInputType,
  depth: number,
): unknown {
  if (isNonNullType(type)) return value(drawing, owner, field, type.ofType, depth);
  if (isListType(type)) {
    const least = field === "or" || field === "and" ? 2 : 1;
    if (field === "orderBy") return [value(drawing, owner, field, type.ofType, depth)];
    return Array.from({ length: least + drawing.choose(2) }, () =>
      value(drawing, owner, field, type.ofType, depth),
    );
  }
  if (isInputObjectType(type)) return inputOf(drawing, type, depth + 1);
  if (isEnumType(type)) return pick(drawing, type.getValues()).name;
  if (type.name === "Boolean") return drawing.choose(2) === 0;
  const one = pick(drawing, poolOf(drawing, owner, field, type.name));
  return field.endsWith("Contains") || field === "text" ? partOf(drawing, String(one)) : one;
}

const isBranch = (type: GraphQLInputType): boolean => isInputObjectType(getNamedType(type));

/** An input object with one or two fields, or what it needs. */
function inputOf(drawing: Drawing, type: GraphQLInputObjectType, depth: number): Record<string, unknown> {
  const all = Object.values(type.getFields());
  const needed = all.filter((one) => isNonNullType(one.type) && one.defaultValue === undefined);
  // A bound or a quantifier is needed too, though no single one of them is.
  const isOpen = /(?:Count|Condition|Bounds|Having)$/.test(type.name) && type.name !== "FigureCondition";
  const others = all.filter(
    (one) => !needed.includes(one) && (depth < deepest || isOpen || !isBranch(one.type)),
  );
  // And, or, not and what leads further are few among many: half of the choices are theirs.
  const branches = others.filter((one) => isBranch(one.type));
  const given: Record<string, unknown> = {};
  const add = (one: (typeof all)[number]): void => {
    given[one.name] = value(drawing, type.name, one.name, one.type, depth);
  };
  for (const one of needed) add(one);
  const count = needed.length === 0 && (isOpen || depth > 1 || drawing.choose(8) > 0) ? 1 : 0;
  for (let more = count + (drawing.choose(3) === 0 ? 1 : 0); more > 0 && others.length > 0; more--)
    add(pick(drawing, branches.length > 0 && drawing.choose(2) === 0 ? branches : others));
  return coherent(type.name, given);
}

/** What contradicts itself is refused: other tests say so. */
function coherent(type: string, given: Record<string, unknown>): Record<string, unknown> {
  if (type.endsWith("GroupBy") && given.by !== "REGION" && given.by !== "WITHIN") delete given.level;
  const isBounds =
    type.endsWith("Bounds") && !Object.keys(given).some((name) => /^(?:at|more|less)/.test(name));
  if (isBounds) given.atLeast = 1;
  // Bounds between which nothing lies are refused too.
  for (const name of Object.keys(given).filter((one) => /(?:^to|[aA]tMost)$/.test(one)))
    delete given[name === "to" ? "from" : name.replace(/(a|A)tMost$/, "$1tLeast")];
  // As is a value beside that there is none, and a period beside one that it does not lie in.
  for (const name of Object.keys(given).filter((one) => one.endsWith("IsNull"))) {
    const property = name.slice(0, -"IsNull".length);
    for (const other of Object.keys(given))
      if (other !== name && other.startsWith(property)) delete given[other];
  }
  // So is a date beside that no period is known, and parts left out of a place that is not named.
  if (given.periodIsNull !== undefined) for (const other of ["overlaps", "from", "to"]) delete given[other];
  if (!placing.some((name) => name in given)) delete given.direct;
  if (given.period !== undefined) for (const other of ["overlaps", "from", "to"]) delete given[other];
  if (type.endsWith("Count")) {
    for (const bound of ["atLeast", "atMost"])
      if (typeof given[bound] === "number") given[bound] = Math.abs(given[bound]);
  }
  if (type.endsWith("Count") && given.atLeast === undefined && given.atMost === undefined) given.atLeast = 1;
  if (type !== "FigureCondition") return given;
  if (given.isNull === true) for (const bound of ["atLeast", "atMost", "unit"]) delete given[bound];
  if (given.atLeast === undefined && given.atMost === undefined) delete given.unit;
  return given;
}

/** A field with arguments drawn for those that it needs, those named, and a third of all others. */
function fieldOf(
  drawing: Drawing,
  alias: string,
  field: GraphQLField<unknown, unknown>,
  wanted: readonly string[],
  passed: readonly string[],
): string {
  // From the front and from the end at once is refused: other tests say so.
  const isPaged = field.args.some(({ name }) => name === "last");
  const without = isPaged && drawing.choose(3) === 1 ? "first" : "last";
  const args = field.args.flatMap(({ name, type, defaultValue }) => {
    if (name === without || name === "before") return [];
    const isNeeded = (isNonNullType(type) && defaultValue === undefined) || wanted.includes(name);
    if (!isNeeded && (passed.includes(name) || drawing.choose(3) !== 0)) return [];
    const given = value(drawing, getNamedType(field.type).name, name, type, 0);
    return [`${name}: ${literal(given, type)}`];
  });
  const called = `${alias === "" ? "" : `${alias}: `}${field.name}`;
  return args.length === 0 ? called : `${called}(${args.join(", ")})`;
}

const objectOf = (type: GraphQLField<unknown, unknown>["type"]): GraphQLObjectType => {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Error(`${named.name} is no object`);
  return named;
};

/** All leaves of an object type, and of what lies in it. */
const everythingIn = (type: GraphQLObjectType): string =>
  `{ ${Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .map(({ name, type: of }) => {
      const named = getNamedType(of);
      return isCompositeType(named) ? `${name} ${everythingIn(objectOf(of))}` : name;
    })
    .join(" ")} }`;

function functionsOf(drawing: Drawing, type: GraphQLObjectType, most: number): string {
  const all = Object.values(type.getFields());
  const told = all
    .filter(({ args, name }) => args.length === 0 && name !== "nodes")
    .map(({ name, type: of }) =>
      isObjectType(getNamedType(of)) ? `${name} ${everythingIn(objectOf(of))}` : name,
    );
  const choices = all.filter(({ args }) => args.length > 0);
  const chosen = Array.from({ length: 1 + drawing.choose(most) }, (_, index) => {
    const field = drawing.choose(2) === 0 ? choices.at(-1) : undefined;
    const one = field ?? pick(drawing, choices);
    const written = fieldOf(drawing, `x${index}`, one, one.name === "groups" ? [] : [], ["after"]);
    if (!isObjectType(getNamedType(one.type))) return written;
    const object = objectOf(one.type);
    if (one.name !== "groups") return `${written} ${everythingIn(object)}`;
    const rows = objectOf(object.getFields().nodes?.type ?? one.type);
    const counts = Object.values(object.getFields())
      .filter(({ name }) => name !== "nodes")
      .map(({ name }) => name);
    return `${written} { ${counts.join(" ")} nodes ${functionsOf(drawing, rows, 2)} }`;
  });
  return `{ ${[...told, ...chosen].join(" ")} }`;
}

/** What is asked of a list: how many, what they come to, who. */
function listOf(drawing: Drawing, alias: string, field: GraphQLField<unknown, unknown>): string {
  const connection = objectOf(field.type);
  const aggregate = connection.getFields().aggregate;
  const written = fieldOf(drawing, alias, field, ["filter"], ["after", "asOf", "certain"]);
  const summed =
    aggregate === undefined || drawing.choose(3) === 0
      ? ""
      : `aggregate ${functionsOf(drawing, objectOf(aggregate.type), 2)}`;
  return `${written} { ${["totalCount", summed, "nodes { __typename id }"].join(" ")} }`;
}

const isList = (field: GraphQLField<unknown, unknown>): boolean =>
  field.args.some(({ name }) => name === "filter");

/** The document that a tape of numbers stands for. */
export function drawListDocument(schema: GraphQLSchema, pools: Pools, tape: readonly number[]): string {
  let at = 0;
  const drawing: Drawing = { schema, pools, choose: (n) => (tape[at++] ?? 0) % n };
  const query = schema.getQueryType();
  if (query === null || query === undefined) throw new Error("the schema has no query type");
  const fields = Object.values(query.getFields());
  if (drawing.choose(2) === 0) return `{ ${listOf(drawing, "", pick(drawing, fields.filter(isList)))} }`;
  const lookups = fields.filter(({ name, type, args }) => {
    const named = getNamedType(type);
    const known = pools.has(`${named.name}.id`) && args.some((one) => one.name === "id");
    return name !== "node" && known && isObjectType(named) && Object.values(named.getFields()).some(isList);
  });
  const lookup = pick(drawing, lookups);
  const object = objectOf(lookup.type);
  const lists = Object.values(object.getFields()).filter(isList);
  const id = pick(drawing, pools.get(`${object.name}.id`) ?? []);
  const asked = Array.from({ length: 1 + drawing.choose(2) }, (_, index) =>
    listOf(drawing, `l${index}`, pick(drawing, lists)),
  );
  return `{ ${lookup.name}(id: ${JSON.stringify(id)}) { ${asked.join(" ")} } }`;
}
