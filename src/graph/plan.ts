// What compiling a request gives: steps with their parameters, and how their rows become the response.
import type { FieldNode, GraphQLField } from "graphql";
import type { FieldPlan } from "../respond/plan.ts";
import type { Arguments, Step } from "../run/step.ts";
import type { Json } from "../store/port.ts";

export type { FieldPlan, ObjectPlan, Read } from "../respond/plan.ts";
export type { Arguments, Run } from "../run/step.ts";

/** The parameters that one field's arguments give, computed anew for each run. */
export interface Binding {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Response names from the root, for errors. */
  readonly path: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly value: (args: Arguments) => Json }[];
}

/** A compiled request. */
export interface Compiled {
  /** In an order in which each comes after those that it needs; none where nothing is asked of the graph. */
  readonly steps: readonly Step[];
  readonly bindings: readonly Binding[];
  readonly fields: readonly FieldPlan[];
}
