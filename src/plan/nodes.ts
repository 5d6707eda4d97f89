// What a request asks for, as a plan: a tree of fields, each with where its value is found. Says nothing of how that is
// asked: no Cypher here.
import type { FieldNode, GraphQLOutputType } from "graphql";
import type { Operation } from "../calculate/calculate.ts";
import type { Kind, RelationType } from "../ontology/model.ts";
import type { Question } from "../questions/question.ts";
import type { CodeStep } from "../run/step.ts";
import type { ConnectionPlan } from "./page-nodes.ts";
import type { Way } from "./spec.ts";

/** A field of the response. */
export interface Asked {
  readonly key: string;
  readonly name: string;
  readonly parent: string;
  readonly nodes: readonly FieldNode[];
  readonly type: GraphQLOutputType;
}

/** The parameter that holds a value which an argument gives. */
export type Bound = string;

/** A field with where its value is found. */
export interface PlanField<S> {
  readonly asked: Asked;
  readonly source: S;
}

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

/** A property of what a variable holds; where it is not there, the next. */
export interface PropertySource {
  readonly is: "property";
  readonly properties: readonly string[];
}

/** The one entity at the far end of a relation. */
export interface OneSource {
  readonly is: "one";
  readonly relation: RelationType;
  readonly way: Way;
  readonly kind: string;
  readonly object: ElementPlan;
}

/** A question file with the parameters that its own become. */
export interface QuestionUse {
  readonly question: Question;
  readonly parameters: ReadonlyMap<string, Bound>;
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

/** What a step in code finds for each parent: rows of a page, which lies between the cursors given, and a total. */
export interface Given {
  /** The parameter that holds it: the id of the step in code. */
  readonly rows: Bound;
  /** The parameters that tell the step the keys of the cursors. */
  readonly after: Bound;
  readonly before: Bound;
}

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

/** A step in code that a field needs before its statement. */
export type CodeUse = Omit<CodeStep, "id" | "kind" | "needs" | "root">;

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
