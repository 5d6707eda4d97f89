// What a question file gives as `node`.
import { cy } from "../../cypher/template.ts";
import { query } from "../../cypher/tree.ts";
import { place } from "../place.ts";
import type { Filter } from "./step.ts";

export const found: Filter<"found"> = {
  step: ({ use }, { node }) => ({ clauses: place(use, { node }).body, repeats: true, begins: true }),
  holds: ({ use }, { node }) => cy`EXISTS ${query(...place(use, { node }).body)}`,
};
