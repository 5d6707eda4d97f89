// Names, aliases or their pinyin that contain a text.
import { cy } from "../../cypher/template.ts";
import { match, parameter } from "../../cypher/tree.ts";
import { nodeOf } from "../pattern.ts";
import type { Filter } from "./step.ts";

const holds: Filter<"text">["holds"] = ({ value }, { node }) =>
  cy`${node}.searchText CONTAINS ${parameter(value)}`;

export const text: Filter<"text"> = {
  holds,
  step: (condition, filtered) => ({
    clauses: [match(nodeOf(filtered.node, filtered.kind), holds(condition, filtered))],
  }),
};
