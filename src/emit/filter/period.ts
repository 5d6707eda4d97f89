// A figure's days beside those of a period, which a parameter holds as `first/last`.
import { cy } from "../../cypher/template.ts";
import { match, parameter } from "../../cypher/tree.ts";
import { nodeOf } from "../pattern.ts";
import type { Filter } from "./step.ts";

const holds: Filter<"period">["holds"] = ({ days, overlaps }, { node }) => {
  const given = parameter(days);
  const [first, last] = [cy`left(${given}, 10)`, cy`substring(${given}, 11)`];
  return overlaps
    ? cy`${node}.periodStart <= ${last} AND ${node}.periodEnd >= ${first}`
    : cy`${node}.periodStart >= ${first} AND ${node}.periodEnd <= ${last}`;
};

export const period: Filter<"period"> = {
  holds,
  step: (condition, filtered) => ({
    clauses: [match(nodeOf(filtered.node, filtered.kind), holds(condition, filtered))],
  }),
};
