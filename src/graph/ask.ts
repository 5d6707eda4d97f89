// Composes the answer of a question file that is no connection: one entity, a list, or rows of columns.
import {
  type GraphQLCompositeType,
  GraphQLNonNull,
  type GraphQLOutputType,
  GraphQLString,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { Json, Row } from "../store/port.ts";
import {
  argumentsOf,
  bind,
  type Compiling,
  call,
  entry,
  type Frame,
  newFrame,
  type Place,
  projection,
  questionOf,
} from "./frame.ts";
import { type OrderKey, orderBy } from "./order.ts";
import type { Arguments, FieldPlan, ObjectPlan, Read } from "./plan.ts";
import { isLiteral, literalRange, type Question } from "./question.ts";
import { selectedOn, subselections } from "./select.ts";
import { rename } from "./tokens.ts";

/** A question's body and order with its variables bound to this place of the statement. */
export interface Placed {
  readonly body: string;
  /** Column name to variable and the expression it is bound from. */
  readonly columns: ReadonlyMap<string, { readonly variable: string; readonly expression: string }>;
  readonly order: readonly OrderKey[];
}

/** Whether values of a type are entities or relations, which live in a variable of their own. */
export function isElement(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return true;
  return isObjectType(named) && (named.name === "Relation" || named.getInterfaces().length > 0);
}

function literalValue(name: keyof typeof literalRange, given: unknown): number {
  const [least, most] = literalRange[name];
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${name} must be a whole number from ${least} to ${most}, not ${value}.`,
  );
}

/**
 * Puts a question into the statement: `parent` becomes the variable given, all else gets names of its own.
 * `fixed` names variables beforehand, `given` the parameters that something else than an argument fills.
 */
export function placeQuestion(
  compiling: Compiling,
  place: Place,
  question: Question,
  parent: string | undefined,
  fixed: Readonly<Record<string, string>> = {},
  given: Readonly<Record<string, string>> = {},
): Placed {
  const number = compiling.next();
  const variable = (name: string): string =>
    name === "parent" && parent !== undefined ? parent : (fixed[name] ?? `${name}_${number}`);
  const parameters = new Map<string, string>();
  const literals: Record<string, number> = {};
  for (const { name } of question.args) {
    if (given[name] !== undefined) {
      parameters.set(name, given[name]);
      continue;
    }
    if (isLiteral(name)) {
      literals[name] = literalValue(name, place.args[name]);
      continue;
    }
    parameters.set(
      name,
      bind(compiling, place, (args) => (args[name] ?? null) as Json),
    );
  }
  const written = (text: string, names: (name: string) => string): string =>
    rename(text, { variable: names, parameter: (name) => parameters.get(name) ?? name, literals });
  const columns = new Map(
    [...question.columns].map(([name, expression]) => [
      name,
      { variable: variable(name), expression: written(expression, variable) },
    ]),
  );
  const order = question.order.map((term) => ({ ...term, expression: written(term.expression, variable) }));
  return { body: written(question.body, variable), columns, order };
}

function columnField(
  compiling: Compiling,
  frame: Frame,
  variable: string,
  fieldPlan: Omit<FieldPlan, "read">,
  path: readonly string[],
): FieldPlan {
  const type = getNamedType(fieldPlan.type) as GraphQLCompositeType;
  const sets = subselections(fieldPlan.nodes);
  if (!isCompositeType(type)) {
    const key = entry(frame, variable);
    return { ...fieldPlan, read: (row) => row[key] };
  }
  if (isListType(getNullableType(fieldPlan.type))) {
    const number = compiling.next();
    const inner = newFrame();
    const object = compiling.compose(inner, `n${number}`, type, sets, path);
    const bound = [`n${number}`, `i${number}`, ...inner.columns].join(", ");
    frame.calls.push(
      call(variable, [
        `UNWIND range(0, size(${variable}) - 1) AS i${number}`,
        `WITH i${number}, ${variable}[i${number}] AS n${number}`,
        ...inner.calls,
        `WITH ${bound} ORDER BY i${number}`,
        `RETURN collect(${projection(inner)}) AS f${number}`,
      ]),
    );
    frame.columns.push(`f${number}`);
    const key = entry(frame, `f${number}`);
    return { ...fieldPlan, object, read: (row) => row[key] };
  }
  const object = compiling.compose(frame, variable, type, sets, path);
  const present = entry(frame, `${variable} IS NOT NULL`);
  return { ...fieldPlan, object, read: (row) => (row[present] === true ? row : null) };
}

/** Composes the columns of a question as the fields of an object type, one row an object. */
function composeColumns(
  compiling: Compiling,
  frame: Frame,
  type: GraphQLCompositeType,
  placed: Placed,
  place: Place,
): ObjectPlan {
  if (!isObjectType(type)) throw new Error(`${type.name} cannot be read from columns`);
  const selected = selectedOn(compiling, subselections(place.nodes), type.name, true);
  const fields = [...selected].map(([key, nodes]): FieldPlan => {
    const node = nodes[0];
    const name = node?.name.value ?? key;
    const field = type.getFields()[name];
    if (field === undefined) return typenamePlan(key, type.name, nodes);
    const column = placed.columns.get(name);
    if (column === undefined) throw new Error(`${type.name}.${name} is not a column of its question`);
    const plan = { key, name, parent: type.name, nodes, type: field.type };
    return columnField(compiling, frame, column.variable, plan, [...place.path, key]);
  });
  return { typeOf: () => type.name, fields: new Map(), rest: fields };
}

/** The plan of `__typename` on objects of a known type; on an entity of any kind the row tells. */
export function typenamePlan(
  key: string,
  parent: string,
  nodes: FieldPlan["nodes"],
  typeOf: (row: Row) => string = () => parent,
): FieldPlan {
  return { key, name: "__typename", parent, nodes, type: typenameType, read: (row) => typeOf(row) };
}

const typenameType = new GraphQLNonNull(GraphQLString);

/** Composes a field whose answer is that of a question file and not a connection. */
export function composeAsk(
  compiling: Compiling,
  frame: Frame,
  variable: string | undefined,
  name: string,
  place: Place,
  guard: string,
  given: Readonly<Record<string, string>> = {},
): { read: Read; object?: ObjectPlan } {
  const question = questionOf(compiling, name);
  const number = compiling.next();
  const type = getNamedType(place.field.type) as GraphQLCompositeType;
  const many = isListType(getNullableType(place.field.type));
  const element = isElement(place.field.type);
  const node = `n${number}`;
  const placed = placeQuestion(compiling, place, question, variable, element ? { node } : {}, given);
  const inner = newFrame();
  const object = element
    ? compiling.compose(inner, node, type, subselections(place.nodes), place.path)
    : isCompositeType(type)
      ? composeColumns(compiling, inner, type, placed, place)
      : undefined;
  if (object === undefined) throw new Error(`${place.field.name}: a question answers with objects`);
  const columns = [...placed.columns.values()];
  const first =
    Object.keys(given).length === 0 && place.field.args.some((argument) => argument.name === "first")
      ? `$${bind(compiling, place, (args) => firstOf(place, args))}`
      : undefined;
  const limit = many ? (first === undefined ? "" : ` LIMIT ${first}`) : " LIMIT 1";
  const order = placed.order.length === 0 ? "" : ` ORDER BY ${orderBy(placed.order)}`;
  const names = columns.map((column) => column.variable);
  const bound = columns.map((column) =>
    column.expression === column.variable ? column.variable : `${column.expression} AS ${column.variable}`,
  );
  const distinct = element ? "DISTINCT " : "";
  frame.calls.push(
    call(variable, [
      guard,
      placed.body,
      `WITH ${distinct}${bound.join(", ")}${order}${limit}`,
      ...inner.calls,
      inner.calls.length === 0 ? "" : `WITH ${[...names, ...inner.columns].join(", ")}${order}`,
      `RETURN ${many ? "" : "head("}collect(${projection(inner)})${many ? "" : ")"} AS f${number}`,
    ]),
  );
  frame.columns.push(`f${number}`);
  const key = entry(frame, `f${number}`);
  return { read: (row) => row[key], object };
}

/** How many rows are asked for: the argument, or its default where it is null. */
export function firstOf(place: Place, args: Arguments): number {
  const declared = place.field.args.find((argument) => argument.name === "first");
  return Number(args.first ?? declared?.defaultValue ?? 0);
}

/** The arguments of a field at this place, for code that needs them while compiling. */
export function placeOf(
  compiling: Compiling,
  field: Place["field"],
  nodes: Place["nodes"],
  path: readonly string[],
): Place {
  const node = nodes[0];
  if (node === undefined) throw new Error("a field without a node");
  return { field, nodes, node, args: argumentsOf(field, node, compiling.variables), path };
}
