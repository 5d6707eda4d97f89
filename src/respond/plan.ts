// How the row of a request becomes its response: what each field reads, and of which type its objects are.
import type { FieldNode, GraphQLOutputType } from "graphql";
import type { Run } from "../run/step.ts";
import type { Row } from "../store/port.ts";

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
