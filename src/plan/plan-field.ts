// What plans are made of: fields as they are asked, where simple values are found, and what arguments are bound to.
import type { FieldNode, GraphQLOutputType } from "graphql";
import type { Question } from "../questions/question.ts";
import type { CodeStep } from "../run/step.ts";

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

/** A property of what a variable holds; where it is not there, the next. */
export interface PropertySource {
  readonly is: "property";
  readonly properties: readonly string[];
}

/** A question file with the parameters that its own become. */
export interface QuestionUse {
  readonly question: Question;
  readonly parameters: ReadonlyMap<string, Bound>;
}

/** What a step in code finds for each parent: rows of a page, which lies between the cursors given, and a total. */
export interface Given {
  /** The parameter that holds it: the id of the step in code. */
  readonly rows: Bound;
  /** The parameters that tell the step the keys of the cursors. */
  readonly after: Bound;
  readonly before: Bound;
}

/** A step in code that a field needs before its statement. */
export type CodeUse = Omit<CodeStep, "id" | "kind" | "needs" | "root">;
