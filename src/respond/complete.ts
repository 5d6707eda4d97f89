// Writes the response out of the row: values checked and serialised, nulls propagated as in standard execution.
import {
  GraphQLError,
  type GraphQLOutputType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Run } from "../run/step.ts";
import type { Row } from "../store/port.ts";
import type { FieldPlan, ObjectPlan } from "./plan.ts";

/** A failure on its way up to the nearest field that may be null; gathers its path as it goes. */
class Failure {
  readonly path: (string | number)[] = [];
  constructor(
    readonly cause: unknown,
    readonly field: FieldPlan,
  ) {}
}

function report(failure: Failure, errors: GraphQLError[], above: readonly (string | number)[]): void {
  const { cause, field } = failure;
  const error = cause instanceof Error ? cause : new Error(String(cause));
  errors.push(
    new GraphQLError(error.message, {
      nodes: field.nodes,
      path: [...above, ...failure.path],
      originalError: error instanceof GraphQLError ? undefined : error,
    }),
  );
}

interface Writing {
  readonly run: Run;
  readonly errors: GraphQLError[];
  /** Response names and indexes from the root to the value being written. */
  readonly path: (string | number)[];
}

function value(writing: Writing, field: FieldPlan, type: GraphQLOutputType, given: unknown): unknown {
  if (isNonNullType(type)) {
    const written = value(writing, field, type.ofType, given);
    if (written === null) {
      throw new Failure(
        new GraphQLError(`Cannot return null for non-nullable field ${field.parent}.${field.name}.`),
        field,
      );
    }
    return written;
  }
  if (given === null || given === undefined) return null;
  if (isListType(type)) {
    if (!Array.isArray(given))
      throw new Failure(new Error(`Expected a list for ${field.parent}.${field.name}.`), field);
    return given.map((item, index) =>
      nullable(writing, index, type.ofType, () => value(writing, field, type.ofType, item)),
    );
  }
  if (isLeafType(type)) {
    try {
      return type.serialize(given) ?? null;
    } catch (error) {
      throw new Failure(error, field);
    }
  }
  if (isCompositeType(type) && field.object !== undefined)
    return writeObject(writing, field.object, given as Row);
  throw new Failure(new Error(`There is no plan for ${field.parent}.${field.name}.`), field);
}

/** Runs a step one level down; a failure stops here where the type allows null, else goes on up. */
function nullable(
  writing: Writing,
  key: string | number,
  type: GraphQLOutputType,
  step: () => unknown,
): unknown {
  writing.path.push(key);
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    error.path.unshift(key);
    if (isNonNullType(type)) throw error;
    report(error, writing.errors, writing.path.slice(0, -1));
    return null;
  } finally {
    writing.path.pop();
  }
}

function writeField(writing: Writing, field: FieldPlan, row: Row): unknown {
  return nullable(writing, field.key, field.type, () => {
    let given: unknown;
    try {
      given = field.read(row, writing.run);
    } catch (error) {
      throw new Failure(error, field);
    }
    return value(writing, field, field.type, given);
  });
}

function writeObject(writing: Writing, plan: ObjectPlan, row: Row): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const field of plan.fields.get(plan.typeOf(row)) ?? plan.rest) {
    written[field.key] = writeField(writing, field, row);
  }
  return written;
}

/**
 * The data of a response and its errors. `data` is null where a failure reached the root.
 * Root fields come in the order of `fields`.
 */
export function writeResponse(
  fields: readonly FieldPlan[],
  row: Row,
  run: Run,
): { data: Record<string, unknown> | null; errors: GraphQLError[] } {
  const writing: Writing = { run, errors: [], path: [] };
  try {
    const data = writeObject(writing, { typeOf: () => "Query", fields: new Map(), rest: fields }, row);
    return { data, errors: writing.errors };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    report(error, writing.errors, []);
    return { data: null, errors: writing.errors };
  }
}
