// What a request asks for, as a plan: a tree of fields, each with where its value is found. Says nothing of how that is
// asked: no Cypher here.
import type { FieldNode } from "graphql";
import type { Operation } from "../calculate/calculate.ts";
import type { Kind, RelationType } from "../ontology/model.ts";
import type { CodeStep } from "../run/step.ts";
import type {
  AggregateSource,
  CursorPlan,
  FacetSource,
  OrderKey,
  PageInfoSource,
  RowsPlan,
} from "./page-nodes.ts";
import type { Bound, CodeUse, Given, PlanField, PropertySource, QuestionUse } from "./plan-field.ts";
import type { Way } from "./ways.ts";

/** What is selected on an entity or a relation. */
export interface ElementPlan {
  /** The type of all objects, or undefined where each tells its own. */
  readonly type: string | undefined;
  /** Fields of objects of types that the selection names, and those of all others. */
  readonly byType: ReadonlyMap<string, readonly PlanField<ElementSource>[]>;
  readonly rest: readonly PlanField<ElementSource>[];
}

export type ElementSource =
  | { readonly is: "typename" | "kind" }
  | PropertySource
  | OneSource
  | ConnectionPlan
  | AnswerPlan
  | LaterSource
  | { readonly is: "relation type" | "relation properties" }
  | { readonly is: "validity"; readonly day: Bound }
  | { readonly is: "end"; readonly end: "startNode" | "endNode"; readonly object: ElementPlan };

/** The one entity at the far end of a relation. */
export interface OneSource {
  readonly is: "one";
  readonly relation: RelationType;
  readonly way: Way;
  readonly kind: string;
  readonly object: ElementPlan;
}

/** The answer of a question: an entity, a list, or rows of columns. */
export interface AnswerPlan {
  readonly is: "answer";
  readonly use: QuestionUse;
  readonly many: boolean;
  readonly first?: Bound;
  readonly item: ItemPlan;
}

/** What each row is: the element in a variable, or an object made of columns. */
export type ItemPlan =
  | { readonly is: "node" | "edge"; readonly object: ElementPlan }
  | { readonly is: "columns"; readonly type: string; readonly fields: readonly PlanField<ColumnSource>[] };

/** A column of a question, or a key of a map in one. */
export type ColumnSource =
  | { readonly is: "typename" }
  | {
      readonly is: "column";
      readonly name: string;
      /** Where it is a key of a map: the keys of which the first that is there is told. */
      readonly keys: readonly string[];
      readonly shape: ColumnShape;
    };

export type ColumnShape =
  | { readonly is: "leaf" }
  | { readonly is: "citations"; readonly answer: AnswerPlan }
  | { readonly is: "element"; readonly many: boolean; readonly object: ElementPlan }
  | {
      readonly is: "map";
      readonly many: boolean;
      readonly type: string;
      readonly fields: readonly PlanField<ColumnSource>[];
    };

/** A field that has a statement of its own, once code has found what it is about. */
export interface LaterSource {
  readonly is: "later";
  readonly code: CodeStep["code"];
  readonly field: CodeStep["field"];
  readonly node: FieldNode;
  /** The kind of its parents. */
  readonly kind: string;
  readonly given: Given;
  readonly answer: AnswerPlan | ConnectionPlan;
}

/** What code reckons from the facts of a question: values, and the inputs that were chosen. */
export interface CalculationSource {
  readonly is: "calculation";
  readonly use: QuestionUse;
  readonly operation: Operation;
  /** The parameter that holds what is asked. */
  readonly asked: Bound;
  readonly acrossStatus: boolean;
  readonly type: string;
  readonly fields: readonly PlanField<ColumnSource>[];
}

/** A root field. */
export type RootSource =
  | { readonly is: "typename" }
  | LookupSource
  | { readonly is: "nodes"; readonly ids: Bound; readonly object: ElementPlan }
  | { readonly is: "group"; readonly type: string; readonly fields: readonly PlanField<RootSource>[] }
  | ConnectionPlan
  | AnswerPlan
  | CalculationSource
  | {
      readonly is: "search";
      readonly code: CodeUse;
      readonly hits: Bound;
      readonly answer: AnswerPlan;
    };

/** One entity by values that are unique, or by name. */
export interface LookupSource {
  readonly is: "lookup";
  readonly kind: Kind;
  readonly values: readonly { readonly property: string; readonly value: Bound }[];
  /** Whether `values` is one value that the only root field asks for: it can then be asked of several at once. */
  readonly alone: boolean;
  /** The step in code that finds whom a name stands for, and the parameter that its hits are bound to. */
  readonly named?: { readonly code: CodeUse; readonly hits: Bound };
  readonly object: ElementPlan;
}

/** A page of rows, their total and their facets, each only where it is selected. */
export interface ConnectionPlan {
  readonly is: "connection";
  readonly rows: RowsPlan;
  readonly order: readonly OrderKey[];
  /** The parameter that holds the mark of this list in this order; bound where cursors are told. */
  readonly mark: Bound;
  /** How many rows are asked for: one more than `first` or `last` where it is asked whether there are others. */
  readonly limit: Bound;
  readonly more: boolean;
  /** Whether the page is the last rows and not the first. */
  readonly backward: boolean;
  /** The cursors that the rows come after and before. */
  readonly after?: CursorPlan;
  readonly before?: CursorPlan;
  /** Whether those were given: code may take them instead of the statement. */
  readonly hasAfter: boolean;
  readonly hasBefore: boolean;
  readonly fields: readonly PlanField<ConnectionSource>[];
  /** What of it is selected. */
  readonly wants: {
    readonly total: boolean;
    readonly page: boolean;
    readonly edges: boolean;
    readonly cursors: boolean;
    readonly details: boolean;
  };
}

export type ConnectionSource =
  | { readonly is: "typename" | "total" }
  | { readonly is: "nodes"; readonly item: ItemPlan }
  | { readonly is: "edges"; readonly type: string; readonly fields: readonly PlanField<EdgeSource>[] }
  | { readonly is: "page info"; readonly type: string; readonly fields: readonly PlanField<PageInfoSource>[] }
  | { readonly is: "facets"; readonly type: string; readonly fields: readonly PlanField<FacetSource>[] }
  | {
      readonly is: "aggregate";
      readonly type: string;
      readonly fields: readonly PlanField<AggregateSource>[];
    };

export type EdgeSource =
  | { readonly is: "typename" | "cursor" | "no list" | "nothing" }
  | { readonly is: "item"; readonly item: ItemPlan }
  | { readonly is: "relation"; readonly object: ElementPlan }
  | { readonly is: "citations"; readonly answer: AnswerPlan }
  | PropertySource
  | Extract<ColumnSource, { is: "column" }>;
