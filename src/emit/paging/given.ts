// Rows that code has found beforehand: the clauses give those of the page and no others, and the total is told.

import { cy } from "../../cypher/template.ts";
import { call, give, item, parameter, variable } from "../../cypher/tree.ts";
import type { Given } from "../../plan/plan-field.ts";
import { byKey } from "./by-key.ts";
import { around, idOf, type Paging } from "./paging.ts";

/** Pages what a step in code has given for each parent. */
export const given =
  ({ rows }: Given): Paging =>
  (request) => {
    const { total, around: parent } = request;
    const page = byKey({ ...request, total: undefined });
    if (total === undefined || parent === undefined) return page;
    const one = variable("one");
    const own = cy`head([${one} IN ${parameter(rows)} WHERE ${one}.parent = ${idOf(parent)} | ${one}.total])`;
    return [call(around(parent), give([item(own, total)])), ...page];
  };
