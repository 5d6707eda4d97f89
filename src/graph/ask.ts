// Composes the answer of a question file that is no connection: one entity, a list, or rows of columns.

import {
  type GraphQLCompositeType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
} from "graphql";
import { IndustryGraphError } from "../errors.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Json } from "../store/port.ts";
import { composeColumns } from "./columns.ts";
import {
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
import { isElement } from "./object.ts";
import { type OrderKey, orderBy } from "./order.ts";
import { daysMeant } from "./period.ts";
import type { Arguments, ObjectPlan, Read } from "./plan.ts";
import type { Question } from "./question.ts";
import { subselections } from "./select.ts";
import { rename } from "./tokens.ts";
import { dayMeant } from "./validity.ts";
import { lookedFor } from "./wanted-text.ts";

/** A question's body and order with its variables bound to this place of the statement. */
export interface Placed {
  readonly body: string;
  /** The paragraphs of the body. */
  readonly parts: readonly string[];
  readonly details: string;
  /** Column name to variable and the expression it is bound from. */
  readonly columns: ReadonlyMap<string, { readonly variable: string; readonly expression: string }>;
  readonly order: readonly OrderKey[];
}

/** The values that arguments of these names may have. */
const ranges: Readonly<Record<string, readonly [number, number]>> = { maxHops: [1, 10], hops: [1, 4] };

function checkRange(name: string, given: unknown): void {
  const range = ranges[name];
  if (range === undefined) return;
  const [least, most] = range;
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${name} must be a whole number from ${least} to ${most}, not ${value}.`,
  );
}

/**
 * The value of a question's parameter: a Date becomes the day it means, a Period its days, a text to look for its
 * normal form, what is absent null.
 */
export function argumentValue(name: string, type: string, given: unknown): Json {
  if (given === null || given === undefined) return null;
  checkRange(name, given);
  if (name === "text") return lookedFor(name, String(given));
  if (type.startsWith("Date")) return dayMeant(name, String(given));
  // `period` is a String where scripts declared it so before there was the scalar: it is read all the same.
  return type.startsWith("Period") || name === "period" ? daysMeant(name, String(given)) : (given as Json);
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
  for (const { name, type } of question.args) {
    if (given[name] !== undefined) {
      parameters.set(name, given[name]);
      continue;
    }
    const fallback = place.field.args.find((argument) => argument.name === name)?.defaultValue;
    parameters.set(
      name,
      bind(compiling, place, (args) => argumentValue(name, type, args[name] ?? fallback)),
    );
  }
  const written = (text: string, names: (name: string) => string): string =>
    rename(text, { variable: names, parameter: (name) => parameters.get(name) ?? name });
  const columns = new Map(
    [...question.columns].map(([name, expression]) => [
      name,
      { variable: variable(name), expression: written(expression, variable) },
    ]),
  );
  const order = question.order.map((term) => ({ ...term, expression: written(term.expression, variable) }));
  const details = question.details === "" ? "" : written(question.details, variable);
  const parts = question.parts.map((part) => written(part, variable));
  return { body: parts.join("\n"), parts, details, columns, order };
}

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
      ? composeColumns(compiling, inner, type, placed.columns, place.nodes, place.path)
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
      placed.details,
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
