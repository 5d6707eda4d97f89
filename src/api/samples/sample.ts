// What a sample question is.
import type { Title } from "../../ontology/definitions.ts";

/** A question to begin with: a tab of GraphiQL, which shows the name of the operation. */
export interface Sample {
  readonly title: Title;
  readonly query: string;
  /** Values that give an answer with the shipped data. Things are named by id, so that others can stand in for them. */
  readonly variables: Readonly<Record<string, string | number>>;
}
