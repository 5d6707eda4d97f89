// The state of emitting a request, and the frame of clauses around one variable.

import { cy, joined, propertyOf } from "../cypher/template.ts";
import {
  asExpression,
  type Clause,
  type Expression,
  expression,
  match,
  type Value,
  type Variable,
} from "../cypher/tree.ts";
import { identityOf } from "../cypher/walk.ts";
import type { AnswerPlan, ElementPlan } from "../plan/nodes.ts";
import type { Asked, Bound, CodeUse } from "../plan/plan-field.ts";
import type { FieldPlan, ObjectPlan, Read } from "../respond/plan.ts";
import type { CodeStep, Look, Step } from "../run/step.ts";
import type { Row } from "../store/port.ts";

/** The clauses, columns and projected expressions that belong to one row of one level. */
export interface Frame {
  /** CALL clauses that come after the row's variables are bound. */
  readonly calls: Clause[];
  /** The columns those clauses add. */
  readonly columns: Variable[];
  /** Projected expressions and their positional keys. */
  readonly entries: Map<string, { readonly key: string; readonly value: Expression }>;
}

export const newFrame = (): Frame => ({ calls: [], columns: [], entries: new Map() });

/** The positional key under which an expression is projected; equal expressions share one. */
export function entry(frame: Frame, value: Value): string {
  const own = asExpression(value);
  const identity = identityOf(own);
  const known = frame.entries.get(identity);
  if (known !== undefined) return known.key;
  const key = `k${frame.entries.size}`;
  frame.entries.set(identity, { key, value: own });
  return key;
}

/** The map that a frame projects its row to. */
export function projection(frame: Frame): Expression {
  const pairs = [...frame.entries.values()].map(({ key, value }) =>
    expression([`${key}: `, ...value.pieces], value.locals),
  );
  return cy`{${pairs.length === 0 ? cy`k0: true` : joined(pairs, ", ")}}`;
}

export interface Emitting {
  /** Response name of the root field that is being emitted. */
  root: string;
  /** The steps beside the request's own statement. */
  readonly steps: Step[];
  /** What lists go through. */
  readonly looks: Look[];
  /** How many rows the pages have, the outermost first, around what is being emitted. */
  readonly pages: Bound[];
  /** The step whose statement is being written. */
  within: string;
  /** The parameter that says whom the statement is about, where it is about one entity alone. */
  one?: Bound;
  /** A number not used before in this request. */
  readonly next: () => number;
  /** Emits what is selected on a variable that holds an entity or a relation. */
  readonly element: (frame: Frame, variable: Variable, plan: ElementPlan) => ObjectPlan;
  /** Emits the answer of a question about what is in a variable, if any. */
  readonly answer: (
    frame: Frame,
    around: Variable | undefined,
    plan: AnswerPlan,
    guard: readonly Clause[],
  ) => Emitted;
}

/** A step in code that comes before the request's own statement. */
export const codeBefore = ({ root }: Emitting, id: string, code: CodeUse): CodeStep => ({
  id,
  kind: "code",
  root,
  needs: [],
  ...code,
});

/** How a field's value is read out of the row of its object. */
export interface Emitted {
  readonly read: Read;
  readonly object?: ObjectPlan;
}

/** A field of the response. */
export const fieldPlan = (asked: Asked, { read, object }: Emitted): FieldPlan =>
  object === undefined ? { ...asked, read } : { ...asked, read, object };

/** The fields of objects of one type. */
export const objectPlan = (type: string, rest: readonly FieldPlan[]): ObjectPlan => ({
  typeOf: () => type,
  fields: new Map(),
  rest,
});

/** `__typename` of objects of one type. */
export const readTypename = (type: string): Emitted => ({ read: () => type });

// What reads is made outside of what emits, so that a plan that is kept holds no tree.

/** A value that is a key of the row. */
export const readKey = (key: string): Emitted => ({ read: (row: Row) => row[key] });

/** An object whose fields lie in the row of the object around it. */
export const readRow: Read = (row) => row;

/** An object in the row of the one around it, where a key says that it is there. */
export const readWhere =
  (key: string): Read =>
  (row) =>
    row[key] === true ? row : null;

/** Of some properties of what a variable holds, the first that is there. */
export function firstOf(holder: Variable, properties: readonly string[]): Expression {
  const values = properties.map((one) => propertyOf(holder, one));
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : cy`coalesce(${joined(values, ", ")})`;
}

/** Looks again at what is in a variable: all that follows holds for one kind only. */
export const onlyKind = (variable: Variable, kind: Expression): Clause => match(cy`(${variable}:${kind})`);
