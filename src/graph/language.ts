// Texts kept in two languages: a field with an argument `lang` gives the one asked for, and the other where that one
// is not there. Which properties have a second language is the ontology's business.
import type { GraphQLField } from "graphql";
import { inChinese } from "../ontology/definitions.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Compiling } from "./frame.ts";
import type { FieldPlan } from "./plan.ts";

/**
 * The expression of a field's text in the language that the field is asked in; as it is where a field has no `lang`.
 * @param expression ends in the name of the property: a variable's, or a key of a map
 */
export function inLanguageAsked(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown> | undefined,
  nodes: FieldPlan["nodes"],
  expression: string,
): string {
  const [node] = nodes;
  if (node === undefined || field === undefined || !field.args.some((one) => one.name === "lang"))
    return expression;
  const chinese = inChinese(expression);
  return argumentsOf(field, node, compiling.variables).lang === "ZH"
    ? `coalesce(${chinese}, ${expression})`
    : `coalesce(${expression}, ${chinese})`;
}
