// What a list of a whole kind goes through, told beside its statement: so that what would take very long is refused
// before it is asked.
import { cy } from "../cypher/template.ts";
import { give, item, query, variable } from "../cypher/tree.ts";
import { kindOf } from "../ontology/model.ts";
import { effortBeside, effortOf } from "../plan/effort.ts";
import type { ConnectionPlan } from "../plan/page-nodes.ts";
import type { Look } from "../run/step.ts";
import { filterClauses, whereBegun } from "./filter/filters.ts";
import { statementOf } from "./statement.ts";

/** What the list of a connection goes through; undefined where that is no more than is answered. */
export function lookOf(plan: ConnectionPlan, field: string): Look | undefined {
  const { rows } = plan;
  if (rows.is !== "list") return undefined;
  const { kind, where, narrowing } = rows;
  const beside = effortBeside(plan);
  const begun = whereBegun(where);
  const others = where.filter((one) => one !== begun);
  const each = beside + others.reduce((sum, one) => sum + effortOf(one), 0) + (begun === undefined ? 0 : 1);
  if (each === 0) return undefined;
  const told = { field, kind, plural: kindOf(kind).plural, each, narrowing };
  if (begun === undefined) return told;
  const node = variable("n");
  const { clauses } = filterClauses([begun], { node, kind, day: undefined, isBound: false, isAlone: false });
  return {
    ...told,
    begun: statementOf(query(...clauses, give([item(cy`count(DISTINCT ${node})`, "number")]))),
  };
}
