// What compiling a request gives: one statement with its parameters, and how its row becomes the response.
import type { FieldNode, GraphQLField, GraphQLOutputType } from "graphql";
import type { Json, Parameters, Row } from "../store/port.ts";

/** What reading a value may need beside the row. */
export interface Run {
  readonly parameters: Parameters;
  /** What later statements gave, by the mark of the deferral and the id of the parent. */
  readonly deferred?: ReadonlyMap<string, ReadonlyMap<string, Row>>;
  /** What statements aside gave, by their marks. */
  readonly asides?: ReadonlyMap<string, Json>;
}

/** Takes a field's value out of the row of its object. Composite values are rows again. */
export type Read = (row: Row, run: Run) => unknown;

/** One field of the response. */
export interface FieldPlan {
  readonly key: string;
  readonly name: string;
  readonly parent: string;
  readonly nodes: readonly FieldNode[];
  readonly type: GraphQLOutputType;
  readonly read: Read;
  /** For composite types: how each object is written. */
  readonly object?: ObjectPlan;
}

/** One object of the response: its type, and its fields by type; `rest` holds for types not named. */
export interface ObjectPlan {
  readonly typeOf: (row: Row) => string;
  readonly fields: ReadonlyMap<string, readonly FieldPlan[]>;
  readonly rest: readonly FieldPlan[];
}

/** The parameters that one field's arguments give, computed anew for each run. */
export interface Binding {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response names from the root, for errors. */
  readonly path: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly value: (args: Arguments) => Json }[];
}

/** The steps in code between two statements. */
export type DeferredStep = "candidates" | "whatIf" | "rungs";

export type Arguments = Readonly<Record<string, unknown>>;

/** A step in code before the statement: which one, and the parameter its result is bound to. */
export interface Preparation {
  readonly step: "search";
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly path: readonly string[];
  readonly parameter: string;
}

/**
 * A field with a statement of its own, after the one that finds its parents: in between, code finds what it is to be
 * about. The parents' rows hold `{[mark]: id}`; `given` is the parameter that takes what the code found for them.
 */
export interface Deferral {
  readonly step: DeferredStep;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly mark: string;
  readonly given: string;
  /** The parameter that holds the keys of the cursor given; it may be bound to null. */
  readonly after: string;
  /** Gives rows of `parent` (its id) and `value` (its row). */
  readonly statement: string;
  /** Those within its answer. */
  readonly deferrals: readonly Deferral[];
}

/**
 * A statement beside the request's own, about the whole of a list: its answer is the same, whatever page is asked for,
 * for as long as the same data answer. It gives one row with a column named `mark`.
 */
export interface Aside {
  readonly mark: string;
  readonly statement: string;
  /** Names of the parameters that it has. */
  readonly parameters: readonly string[];
}

/**
 * The statement in another form, for several requests that differ in nothing but the entity they are about: it gives
 * a row for each, told apart by a column.
 */
export interface Together {
  readonly statement: string;
  /** The parameter that names the entity of one request, and the one that takes the list of all. */
  readonly parameter: string;
  readonly list: string;
  /** The column that says which of the list a row is about. */
  readonly column: string;
}

/** A compiled request. `statement` is empty where nothing is asked of the graph. */
export interface Compiled {
  readonly statement: string;
  readonly bindings: readonly Binding[];
  readonly preparations: readonly Preparation[];
  readonly deferrals: readonly Deferral[];
  readonly asides: readonly Aside[];
  /** Only where the request is about one entity, named by what is unique to it. */
  readonly together?: Together;
  readonly fields: readonly FieldPlan[];
}
