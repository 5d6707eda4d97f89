// The questions of the catalogue for GraphiQL: text and values of variables that give an answer.
import { type Catalogue, exampleOf } from "./operation.ts";

/** A question to open in GraphiQL. */
export interface QuestionTab {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly query: string;
  /** JSON. */
  readonly variables: string;
}

/** Each question with its examples as variables. */
export function tabsOf(catalogue: Catalogue): QuestionTab[] {
  return [...catalogue.values()].map((operation) => ({
    name: operation.name,
    title: operation.title,
    query: operation.text,
    variables: JSON.stringify(exampleOf(operation), null, 2),
  }));
}
