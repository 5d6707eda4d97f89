// Texts kept in two languages: a field with an argument `lang` gives the one asked for, and the other where that one is
// not there. Which properties have a second language is the ontology's business.
import type { GraphQLField } from "graphql";
import { inChinese } from "../ontology/definitions.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Asked } from "./plan-field.ts";
import type { Planning } from "./planning.ts";

/** The properties that hold a field's text, the one in the language asked for first. */
export function inLanguageAsked(
  { variables }: Planning,
  field: GraphQLField<unknown, unknown> | undefined,
  [node]: Asked["nodes"],
  property: string,
): readonly string[] {
  if (node === undefined || field === undefined || !field.args.some((one) => one.name === "lang"))
    return [property];
  const both = [property, inChinese(property)];
  return argumentsOf(field, node, variables).lang === "ZH" ? both.reverse() : both;
}
