// Writes the response's text straight from the row, for answers without errors. Whatever is out of the ordinary (a
// null where none may be, a value that its type refuses) makes it give up: standard.ts then writes the answer.
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLOutputType,
  GraphQLString,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Run } from "../run/step.ts";
import type { Row } from "../store/port.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";

type WriteValue = (given: unknown, run: Run) => string;
type WriteObject = (row: Row, run: Run) => string;

/** Thrown to give up: not an error of its own. */
const unusual = new Error("written in full instead");

const widest = 2 ** 31;

function leaf(type: GraphQLLeafType): (given: NonNullable<unknown>) => string {
  const serialised = (given: unknown): string => JSON.stringify(type.serialize(given) ?? null);
  if (type === GraphQLString || type === GraphQLID)
    return (given) => (typeof given === "string" ? JSON.stringify(given) : serialised(given));
  if (type === GraphQLBoolean)
    return (given) => (typeof given === "boolean" ? String(given) : serialised(given));
  if (type === GraphQLInt)
    return (given) =>
      Number.isInteger(given) && Math.abs(given as number) < widest
        ? JSON.stringify(given)
        : serialised(given);
  if (type === GraphQLFloat)
    return (given) => (Number.isFinite(given) ? JSON.stringify(given) : serialised(given));
  return serialised;
}

function valueWriter(type: GraphQLOutputType, object: ObjectPlan | undefined): WriteValue {
  if (isNonNullType(type)) {
    const inner = valueWriter(type.ofType, object);
    return (given, run) => {
      const written = inner(given, run);
      if (written === "null") throw unusual;
      return written;
    };
  }
  if (isListType(type)) {
    const item = valueWriter(type.ofType, object);
    return (given, run) => {
      if (given === null || given === undefined) return "null";
      if (!Array.isArray(given)) throw unusual;
      let text = "";
      for (let index = 0; index < given.length; index++)
        text += index === 0 ? item(given[index], run) : `,${item(given[index], run)}`;
      return `[${text}]`;
    };
  }
  if (isLeafType(type)) {
    const write = leaf(type);
    return (given) => (given === null || given === undefined ? "null" : write(given));
  }
  // Without a plan there is nothing to write: the value is always null, or its list empty.
  if (object === undefined) {
    return (given) => {
      if (given === null || given === undefined) return "null";
      throw unusual;
    };
  }
  const write = objectWriter(object);
  return (given, run) => (given === null || given === undefined ? "null" : write(given as Row, run));
}

function fieldsWriter(fields: readonly FieldPlan[]): WriteObject {
  const writers = fields.map((field, index) => ({
    prefix: `${index === 0 ? "" : ","}${JSON.stringify(field.key)}:`,
    read: field.read,
    write: valueWriter(field.type, field.object),
  }));
  return (row, run) => {
    let text = "{";
    for (const { prefix, read, write } of writers) text += prefix + write(read(row, run), run);
    return `${text}}`;
  };
}

function objectWriter(plan: ObjectPlan): WriteObject {
  const rest = fieldsWriter(plan.rest);
  if (plan.fields.size === 0) return rest;
  const byType = new Map([...plan.fields].map(([type, fields]) => [type, fieldsWriter(fields)]));
  return (row, run) => (byType.get(plan.typeOf(row)) ?? rest)(row, run);
}

/** Writes a response of one shape: the text of `data`, or undefined where it has to be written in full. */
export type WriteText = (row: Row, run: Run) => string | undefined;

/** A writer for the root fields given, in their order; undefined where the shape cannot be written so. */
export function textWriter(fields: readonly FieldPlan[]): WriteText | undefined {
  try {
    const write = fieldsWriter(fields);
    return (row, run) => {
      try {
        return write(row, run);
      } catch {
        // The cause, if it is one, is met again when the answer is written in full.
        return undefined;
      }
    };
  } catch {
    return undefined;
  }
}
