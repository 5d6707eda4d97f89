// Writes an answer by standard execution over what the steps found. It is slower than text.ts and knows everything:
// errors with their paths, nulls that propagate, introspection, directives. What is unusual in any way is written here.
import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLFieldResolver,
  locatedError,
} from "graphql";
import type { Run } from "../run/step.ts";
import type { Row } from "../store/port.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";

type Fields = ReadonlyMap<string, FieldPlan>;

/** An object of the response as standard execution sees it. */
interface Source {
  readonly __typename: string;
  readonly row: Row;
  readonly fields: Fields;
}

/** The root fields of an answer: their plans, the row they are read from, and those that failed. */
export interface Found {
  readonly fields: readonly FieldPlan[];
  readonly row: Row;
  readonly run: Run;
  /** What failed of root fields, by response name. */
  readonly failed: ReadonlyMap<string, Failure>;
}

/** An error of a root field, and where that field stands in the document. */
export interface Failure {
  readonly error: unknown;
  readonly nodes: readonly FieldNode[];
}

const keyed = new WeakMap<readonly FieldPlan[], Fields>();

/** The plans of an object's fields by response name. */
function byKey(fields: readonly FieldPlan[]): Fields {
  let known = keyed.get(fields);
  if (known === undefined) {
    known = new Map(fields.map((field) => [field.key, field]));
    keyed.set(fields, known);
  }
  return known;
}

/** A value as standard execution reads on from it: objects with their plans, in lists as they are. */
function sourceOf(plan: ObjectPlan, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => sourceOf(plan, item));
  const row = value as Row;
  const __typename = plan.typeOf(row);
  const source: Source = { __typename, row, fields: byKey(plan.fields.get(__typename) ?? plan.rest) };
  return source;
}

/** The response to a request whose steps have run, or which failed before. */
export function respond(args: ExecutionArgs, { fields, row, run, failed }: Found): ExecutionResult {
  const fieldResolver: GraphQLFieldResolver<Source, unknown> = (
    source,
    _args,
    _context,
    { path, fieldName },
  ) => {
    const key = String(path.key);
    const failure = path.prev === undefined ? failed.get(key) : undefined;
    if (failure !== undefined) throw failure.error;
    const plan = source.fields.get(key);
    if (plan === undefined) throw new Error(`There is no plan for ${source.__typename}.${fieldName}.`);
    const value = plan.read(source.row, run);
    return plan.object === undefined ? value : sourceOf(plan.object, value);
  };
  const rootValue: Source = { __typename: "Query", row, fields: byKey(fields) };
  // No resolver waits for anything, so neither does this.
  const result = execute({ ...args, rootValue, fieldResolver }) as ExecutionResult;
  if (failed.size === 0) return result;
  // Standard execution ends with the first field that may not be null: what is wrong with the others is told as well.
  const told = new Set(result.errors?.map(({ path }) => path?.[0]));
  const others = [...failed].filter(([key]) => !told.has(key));
  const errors = others.map(([key, { error, nodes }]) => locatedError(error, nodes, [key]));
  return { ...result, errors: [...(result.errors ?? []), ...errors] };
}
