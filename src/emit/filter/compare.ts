// A property beside a value.
import { anyOf, cy, name, propertyOf } from "../../cypher/template.ts";
import { expression, match, parameter } from "../../cypher/tree.ts";
import { nodeOf } from "../pattern.ts";
import type { Filter } from "./step.ts";

const holds: Filter<"compare">["holds"] = ({ property, operator, value }, { node }) =>
  cy`${propertyOf(node, property)} ${expression([operator])} ${parameter(value)}`;

export const compare: Filter<"compare"> = {
  holds,
  step: (condition, filtered) => {
    const { property, operator, value } = condition;
    const { node, kind } = filtered;
    if (operator !== "=") return { clauses: [match(nodeOf(node, kind), holds(condition, filtered))] };
    // Equal values stand in the pattern, where an engine looks for an index first.
    return { clauses: [match(cy`(${node}:${anyOf([kind])} {${name(property)}: ${parameter(value)}})`)] };
  },
};
