// A GraphQL request as the Cypher that would be asked, without asking it: for other programs, and for reading.
import { GraphQLError, getOperationAST, getVariableValues, parse, validate } from "graphql";
import { createCache } from "../cache/cache.ts";
import { createPlans } from "../execute/plans.ts";
import { readQuestions } from "../questions/read.ts";
import { mainStep } from "../run/step.ts";
import type { GraphStore, Parameters } from "../store/port.ts";
import { fieldMapOf } from "./field-map.ts";
import { buildSchema } from "./schema.ts";

export interface CompileRequestOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Which operation is meant, where the document has several. */
  readonly operationName?: string;
  /** The engine that would be asked: a few questions have a file for each. Neo4j if left out. */
  readonly engine?: GraphStore["engine"];
}

/** One step of a request, in an order in which each comes after those that it needs. */
export interface RequestStep {
  readonly id: string;
  readonly needs: readonly string[];
  /** A Cypher statement, with the parameters that arguments give it; absent where the step is code. */
  readonly statement?: string;
  readonly parameters?: Parameters;
  /** The name of a step in code. What it finds is the parameter named by its id in the statements that need it. */
  readonly code?: string;
}

export interface CompiledRequest {
  /** The request's own statement, whose row holds the answer; empty where the graph is asked nothing. */
  readonly statement: string;
  readonly parameters: Parameters;
  /** All steps, the request's own statement among them: most requests have no other. */
  readonly steps: readonly RequestStep[];
}

type Engine = GraphStore["engine"];
const compilers = new Map<Engine, ReturnType<typeof createPlans>>();
let schema: ReturnType<typeof buildSchema> | undefined;

function compilerOf(engine: Engine): ReturnType<typeof createPlans> {
  schema ??= buildSchema();
  const known =
    compilers.get(engine) ??
    createPlans(
      { schema, fieldMap: fieldMapOf(schema), questions: readQuestions(undefined, engine) },
      createCache(8),
    );
  compilers.set(engine, known);
  return known;
}

function refuse(errors: readonly Error[]): never {
  const [first] = errors;
  if (errors.length === 1 && first !== undefined) throw first;
  throw new AggregateError(errors, errors.map((error) => error.message).join("\n"));
}

/**
 * Compiles a GraphQL query into what would be asked of the store.
 * @throws GraphQLError for a document that does not parse, does not validate, or whose variables or arguments are
 * wrong; AggregateError where there are several
 */
export function compileRequest(query: string, options: CompileRequestOptions = {}): CompiledRequest {
  const { variables = {}, operationName, engine = "neo4j" } = options;
  const compile = compilerOf(engine);
  const document = parse(query);
  const invalid = schema === undefined ? [] : validate(schema, document);
  if (invalid.length > 0) refuse(invalid);
  const operation = getOperationAST(document, operationName);
  if (schema === undefined || operation === null || operation === undefined)
    throw new GraphQLError("Name the operation: the document has several, or none of that name.");
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors !== undefined) refuse(coerced.errors);
  const { plan, parameters, failed } = compile(document, operation, coerced.coerced ?? {});
  if (failed.size > 0)
    refuse(
      [...failed.values()].map(({ error }) => (error instanceof Error ? error : new Error(String(error)))),
    );
  const steps = plan.compiled.steps.map((step): RequestStep => {
    const { id, needs } = step;
    if (step.kind === "code") return { id, needs, code: step.code };
    const bound = step.parameters.filter((name) => Object.hasOwn(parameters, name));
    const own = Object.fromEntries(bound.map((name) => [name, parameters[name] ?? null]));
    return { id, needs, statement: step.statement, parameters: own };
  });
  const main = steps.find(({ id }) => id === mainStep);
  return { statement: main?.statement ?? "", parameters: main?.parameters ?? {}, steps };
}
