// Relations of a type and their far ends: some, none or every one is so, or so many are.
import { cy, joined } from "../../cypher/template.ts";
import { type Expression, match, parameter, query, type Variable, variable } from "../../cypher/tree.ts";
import type { LeafOf } from "../../plan/conditions.ts";
import { arrow, nodeOf } from "../pattern.ts";
import { type Looked, lookedAt } from "./step.ts";

const all = (conditions: readonly Expression[]): Expression | undefined =>
  conditions.length === 0
    ? undefined
    : joined(
        conditions.map((one) => cy`(${one})`),
        " AND ",
      );

const pathOf = (
  { relation, way, of }: LeafOf<"along" | "count">,
  node: Variable,
  edge: Variable,
  far: Variable,
) => cy`(${node})${arrow(way, edge, [relation])}${nodeOf(far, of)}`;

/** What is asked of a relation and its far end. */
const asked = (
  { relation, of, edge: ofEdge, node: ofNode }: LeafOf<"along" | "count">,
  { holds }: Looked,
  edge: Variable,
  far: Variable,
): Expression[] => [
  ...ofEdge.map((one) => holds(one, edge, relation)),
  ...ofNode.map((one) => holds(one, far, of)),
];

export const along = lookedAt<"along">((condition, looked) => {
  const [edge, far] = [variable("e"), variable("m")];
  const pattern = pathOf(condition, looked.node, edge, far);
  const wanted = all(asked(condition, looked, edge, far));
  if (condition.quantifier === "every") {
    if (wanted === undefined) return cy`true`;
    return cy`NOT EXISTS ${query(match(pattern, cy`NOT coalesce(${wanted}, false)`))}`;
  }
  const found = cy`EXISTS ${query(match(pattern, wanted))}`;
  return condition.quantifier === "none" ? cy`NOT ${found}` : found;
});

/** Several relations may lead to one far end: the first of each, by id, stands for it. */
export const count = lookedAt<"count">((condition, looked) => {
  const [edge, far, other] = [variable("e"), variable("m"), variable("o")];
  const { relation, way, atLeast, atMost } = condition;
  const earlier = match(
    cy`(${looked.node})${arrow(way, other, [relation])}(${far})`,
    all([cy`${other}.id < ${edge}.id`, ...condition.edge.map((one) => looked.holds(one, other, relation))]),
  );
  const wanted = all([...asked(condition, looked, edge, far), cy`NOT EXISTS ${query(earlier)}`]);
  const number = cy`COUNT ${query(match(pathOf(condition, looked.node, edge, far), wanted))}`;
  const bounds = [
    ...(atLeast === undefined ? [] : [cy`${number} >= ${parameter(atLeast)}`]),
    ...(atMost === undefined ? [] : [cy`${number} <= ${parameter(atMost)}`]),
  ];
  return all(bounds) ?? cy`true`;
});
