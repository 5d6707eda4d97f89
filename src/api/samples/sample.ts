// What a sample question is.

/** A question to begin with: a tab of GraphiQL, which shows the name of the operation. */
export interface Sample {
  readonly title: string;
  readonly query: string;
}
