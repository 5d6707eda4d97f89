// What was answered, as those see it who tell why something was not found.
import type { GraphQLField } from "graphql";
import type { FieldPlan } from "../../respond/plan.ts";
import type { Arguments, Run } from "../../run/step.ts";
import type { ReadOptions, Row } from "../../store/port.ts";
import type { Replaced } from "../references.ts";

/** A run of an operation, as far as it tells what was found. */
export interface Answered {
  readonly fields: readonly FieldPlan[];
  readonly row: Row;
  readonly run: Run;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments in which ids stand for names, where there were names. */
  readonly replaced?: Replaced | undefined;
}

/** What tells why a question found nothing; undefined where nothing is known elsewhere either. */
export type Elsewhere = (args: Arguments, read: ReadOptions) => Promise<Error | undefined>;

/** The same of a list. */
export type ElsewhereAt = (
  field: GraphQLField<unknown, unknown>,
  args: Arguments,
  read: ReadOptions,
) => Promise<Error | undefined>;
