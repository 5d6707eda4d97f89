// What a request asks, as a graph of steps: statements of the store, and code that finds out what a statement is to be
// about. A step runs once those that it needs have run. Knows no field, no kind and no engine.
import type { FieldNode, GraphQLField } from "graphql";
import { type ErrorCode, isIndustryGraphError } from "../errors.ts";
import type { Batch, Json, Parameters, ReadOptions, Row } from "../store/port.ts";

/** The arguments of a field, coerced. */
export type Arguments = Readonly<Record<string, unknown>>;

interface Common {
  readonly id: string;
  /** Ids of the steps that must have run. They come earlier in the list of steps. */
  readonly needs: readonly string[];
}

/** What a part of a statement's columns needs, as a statement of its own. */
export interface Piece {
  readonly statement: string;
  /** Its parameters, and those of the whole statement that they are. */
  readonly parameters: readonly Renamed[];
  /** Its columns, and those of the whole statement that they are. */
  readonly columns: readonly Renamed[];
}

/** A name of the whole statement, and what it is called in a piece. */
export interface Renamed {
  readonly of: string;
  readonly as: string;
}

/** One statement of the store. */
export interface StatementStep extends Common {
  readonly kind: "statement";
  readonly statement: string;
  /** Names of its parameters: those that arguments give, and the ids of the code steps that it needs. */
  readonly parameters: readonly string[];
  /** Whether its answer is the same for everyone until other data answer, and worth keeping until then. */
  readonly keep?: true;
  /** Whether it gives a row for each parent: `parent`, its id, and `value`, a row. */
  readonly perParent?: true;
  /** Where the statement is about one entity alone, so that several requests can be asked in one. */
  readonly batch?: Batch;
  /** The same in several statements, whose rows together are its row: heavy requests are asked so. */
  readonly pieces?: readonly Piece[];
}

/** One step in code. What it finds is bound to the parameter that its id names. */
export interface CodeStep extends Common {
  readonly kind: "code";
  /** Response name of the root field that it belongs to. */
  readonly root: string;
  /** Its name among the codes that the service is made with. */
  readonly code: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** The entities that it is about: their ids lie under the key `mark`, however deep, in the rows of that step. */
  readonly parents?: { readonly step: string; readonly mark: string };
  /** The parameters that hold the keys of the cursors given; they may be bound to null. */
  readonly after?: string;
  readonly before?: string;
}

export type Step = StatementStep | CodeStep;

/** A list or an answer: what it goes through, to be weighed before it is asked. */
export interface Look {
  /** Response name of the root field that it belongs to. */
  readonly root: string;
  readonly field: string;
  /** Counts all that it may go through: a kind, or relations. It takes no parameters. */
  readonly all: string;
  /** What those are called. */
  readonly plural: string;
  /** How much is looked at for each that it goes through. */
  readonly each: number;
  /** Parameters with the numbers of those for each of which it is asked: pages of lists around it. */
  readonly times: readonly string[];
  /** Fields of its filter that lead from something named to the entities. */
  readonly narrowing: readonly string[];
  /** What to do where it is too much, if that is not to name something in a filter. */
  readonly advice?: string;
  /** Counts those that are gone through, where it begins at something named. */
  readonly begun?: Pick<StatementStep, "statement" | "parameters">;
  /** Whether what it begins at is found by steps in code: it is weighed when those have run. */
  readonly waits?: true;
}

/** What is wrong with what some root fields ask, by their response names: the others are answered without them. */
export class RootErrors extends Error {
  constructor(readonly causes: ReadonlyMap<string, Error>) {
    super([...causes.values()].map(({ message }) => message).join(" "));
  }
}

/**
 * Waits for work of a request to end, whatever is wrong with what single root fields ask.
 * @throws RootErrors with all that is wrong with these; any other error at once
 */
export async function allOf(work: Iterable<Promise<unknown>>): Promise<void> {
  const causes = new Map<string, Error>();
  const gather = (error: unknown): void => {
    if (!(error instanceof RootErrors)) throw error;
    for (const [root, cause] of error.causes) causes.set(root, cause);
  };
  await Promise.all([...work].map((one) => one.catch(gather)));
  if (causes.size > 0) throw new RootErrors(causes);
}

/** Codes of errors that are about what was asked, whatever else the request asks. */
const ofAsking: ReadonlySet<ErrorCode> = new Set([
  "BAD_ARGUMENT",
  "AMBIGUOUS_NAME",
  "UNKNOWN_NAME",
  "BAD_CURSOR",
  "LIMIT_EXCEEDED",
]);

/** Whether an error of a step is about what its root field asks, and not about the store or the whole request. */
export const isOfAsking = (error: unknown): error is Error =>
  isIndustryGraphError(error) && ofAsking.has(error.code);

/** The id of the request's own statement, whose first row holds its root fields. */
export const mainStep = "main";

/** What a step in code is asked. */
export interface CodeRequest {
  /** Empty where the step has none. */
  readonly parents: readonly string[];
  readonly args: Arguments;
  readonly after?: readonly Json[];
  readonly before?: readonly Json[];
  readonly read: ReadOptions;
  /** Gives the version of the dataset that answers this request; undefined while one is being loaded. */
  readonly version: () => Promise<string | undefined>;
}

/** A step in code. One with parents gives a map with `parent` for each that it knows. */
export type Code = (request: CodeRequest) => Promise<Json[]>;

/** What a run of steps has found: what reading a value may need beside the row of its object. */
export interface Run {
  readonly parameters: Parameters;
  /** The rows of each statement, by the step's id. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** The value for each parent, of steps `perParent`. */
  readonly byParent: ReadonlyMap<string, ReadonlyMap<string, Row>>;
}
