// Patterns of relations between two variables. Types and kinds are names of the ontology, never a user's text.

import { anyOf, cy } from "../cypher/template.ts";
import { type Expression, expression, type Variable } from "../cypher/tree.ts";
import type { Way } from "../plan/ways.ts";

/** A node of a pattern, perhaps with its kind. */
export const nodeOf = (variable: Variable, kind?: string): Expression =>
  kind === undefined ? cy`(${variable})` : cy`(${variable}:${anyOf([kind])})`;

/** What stands between two nodes: any type where none is named. */
export function arrow(
  way: Way,
  edge: Variable | undefined,
  types: readonly string[],
  reach = "",
): Expression {
  const named = types.length === 0 ? expression([]) : cy`:${anyOf(types)}`;
  const inner = cy`[${edge ?? expression([])}${named}${expression([reach])}]`;
  if (way === "both") return cy`-${inner}-`;
  return way === "in" ? cy`<-${inner}-` : cy`-${inner}->`;
}
