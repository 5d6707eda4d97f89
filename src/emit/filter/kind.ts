// An entity's kind; and, of one of a kind, what that kind's filter asks.
import { cy, joined, name } from "../../cypher/template.ts";
import type { Expression, Variable } from "../../cypher/tree.ts";
import type { Kind } from "../../ontology/model.ts";
import { lookedAt } from "./step.ts";

const isOf = (node: Variable, kinds: readonly Kind[]): Expression =>
  kinds.length === 0
    ? cy`false`
    : cy`(${joined(
        kinds.map((kind) => cy`${node}:${name(kind)}`),
        " OR ",
      )})`;

export const kind = lookedAt<"kind">(({ kinds }, { node }) => isOf(node, kinds));

export const as = lookedAt<"as">(({ kind: own, where }, { node, holds }) =>
  joined([isOf(node, [own]), ...where.map((one) => cy`(${holds(one, node, own)})`)], " AND "),
);
