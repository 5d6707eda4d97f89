// The state of compiling: what a request has bound so far, and the frame of clauses around one variable.
import type { FieldNode, GraphQLCompositeType, GraphQLField, SelectionSetNode } from "graphql";
import type { Step } from "../run/step.ts";
import type { Batch, Json } from "../store/port.ts";
import type { Arguments, Binding, ObjectPlan } from "./plan.ts";
import type { Question, Questions } from "./question.ts";
import type { SelectContext } from "./select.ts";
import type { FieldMap } from "./spec.ts";

/** The clauses, columns and projected expressions that belong to one row of one level. */
export interface Frame {
  /** CALL clauses that come after the row's variables are bound. */
  readonly calls: string[];
  /** The columns those clauses add. */
  readonly columns: string[];
  /** Projected expressions and their positional keys. */
  readonly entries: Map<string, string>;
}

export const newFrame = (): Frame => ({ calls: [], columns: [], entries: new Map() });

/** The positional key under which an expression is projected; equal expressions share one. */
export function entry(frame: Frame, expression: string): string {
  const known = frame.entries.get(expression);
  if (known !== undefined) return known;
  const key = `k${frame.entries.size}`;
  frame.entries.set(expression, key);
  return key;
}

/** The map that a frame projects its row to. */
export function projection(frame: Frame): string {
  const pairs = [...frame.entries].map(([expression, key]) => `${key}: ${expression}`);
  return `{${pairs.length === 0 ? "k0: true" : pairs.join(", ")}}`;
}

export interface Compiling extends SelectContext {
  readonly fieldMap: FieldMap;
  readonly questions: Questions;
  readonly bindings: Binding[];
  /** The steps beside the request's own statement. */
  readonly steps: Step[];
  /** The step whose statement is being composed. */
  within: string;
  /** Where the request's only root field looks one entity up: the statement is written for a list of them. */
  readonly batch?: Batch;
  /** Whether it was. */
  batched: boolean;
  /** A number not used before in this statement. */
  readonly next: () => number;
  /** Composes a selection on a variable that holds an entity or a relation. */
  readonly compose: (
    frame: Frame,
    variable: string,
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    path: readonly string[],
  ) => ObjectPlan;
}

/** A field being composed. */
export interface Place {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly node: FieldNode;
  readonly args: Arguments;
  readonly path: readonly string[];
}

/** Binds a value computed from the field's arguments to a parameter, a fresh one if not named, and gives its name. */
export function bind(
  compiling: Compiling,
  place: Place,
  value: (args: Arguments) => Json,
  name = `p${compiling.next()}`,
): string {
  compiling.bindings.push({
    field: place.field,
    node: place.node,
    path: place.path,
    parameters: [{ name, value }],
  });
  return name;
}

/** The question of that name. @throws Error where the field map names one that is not there. */
export function questionOf(compiling: Compiling, name: string): Question {
  const question = compiling.questions.get(name);
  if (question === undefined) throw new Error(`there is no question file cypher/${name}.cypher`);
  return question;
}

/** A CALL subquery over the variable given (none at the root). */
export function call(variable: string | undefined, lines: readonly string[]): string {
  return `CALL (${variable ?? ""}) {\n${lines.filter((line) => line !== "").join("\n")}\n}`;
}

/** The names of the parameters that a statement has. */
export const parametersIn = (statement: string): string[] => [
  ...new Set([...statement.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? "")),
];
