// Relations of a type and their far ends: some, none or every one is so, or so many are.
import { cy, joined } from "../../cypher/template.ts";
import {
  type Expression,
  match,
  parameter,
  pass,
  query,
  type Variable,
  variable,
} from "../../cypher/tree.ts";
import type { LeafOf } from "../../plan/conditions.ts";
import { arrow, nodeOf } from "../pattern.ts";
import { type Filter, type Looked, lookedAt } from "./step.ts";

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

const looked = lookedAt<"along">((condition, looked) => {
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

export const along: Filter<"along"> = {
  holds: looked.holds,
  step: (condition, filtered, isFirst) => {
    const [edge, far] = [variable("e"), variable("m")];
    const { node, kind, isBound } = filtered;
    const begun =
      condition.quantifier === "some" && isFirst && !isBound
        ? filtered.begun(condition.node, far, condition.of)
        : undefined;
    if (begun === undefined) {
      if (!isBound) return looked.step(condition, filtered, isFirst);
      // Of nodes that are bound, a page's or a place's, an engine is to look at the relations of each. A bare EXISTS it may
      // answer for all of the type first, and in a list within a page once for each row of the page.
      const pattern = pathOf(condition, node, edge, far);
      if (condition.quantifier === "some")
        return { clauses: [match(pattern, all(asked(condition, filtered, edge, far)))], repeats: true };
      return {
        clauses: [match(nodeOf(node, kind), cy`coalesce(${looked.holds(condition, filtered)}, false)`)],
      };
    }
    // From what is named at the far end back to the nodes: they need not all be looked at. Each once in between, so that
    // several ways do not multiply.
    const wanted = condition.edge.map((one) => filtered.holds(one, edge, condition.relation));
    return {
      begins: true,
      clauses: [
        ...begun,
        pass([far], { distinct: true }),
        match(
          cy`${nodeOf(node, kind)}${arrow(condition.way, edge, [condition.relation])}(${far})`,
          all(wanted),
        ),
        pass([node], { distinct: true }),
      ],
    };
  },
};

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
  // There are no more ends than relations, whose number an engine may know without looking at them.
  const most = cy`COUNT ${query(match(cy`(${looked.node})${arrow(way, undefined, [relation])}()`))}`;
  const bounds = [
    ...(atLeast === undefined
      ? []
      : [cy`${most} >= ${parameter(atLeast)} AND ${number} >= ${parameter(atLeast)}`]),
    ...(atMost === undefined
      ? []
      : [cy`(${most} <= ${parameter(atMost)} OR ${number} <= ${parameter(atMost)})`]),
  ];
  return all(bounds) ?? cy`true`;
});
