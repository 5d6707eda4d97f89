// What keeps figures from being added though they are of one metric, unit and period: one is a part of another, the
// subject of one lies in the subject of another, or one thing is stated twice.

import { cy, propertyOf } from "../cypher/template.ts";
import type { Clause, Expression, Variable } from "../cypher/tree.ts";
import type { QuestionUse } from "../plan/plan-field.ts";
import type { Json } from "../store/port.ts";
import { place } from "./place.ts";

/** Of the figures of a list, what tells whether any two overlap. */
export interface FigureParts {
  readonly figures: number;
  readonly ids: readonly string[];
  /** Ids of the figures that figures of the list are parts of. */
  readonly wholes: readonly (readonly string[])[];
  /** Ids of figures that conflicts declare not comparable with figures of the list. */
  readonly conflicts: readonly (readonly string[])[];
  /** Period and subject of each figure. */
  readonly subjects: readonly (readonly (string | null)[])[];
  /** Period of a figure, then what its subject lies in or is a part of. */
  readonly areas: readonly (readonly (string | null)[])[];
}

const span = (node: Variable): Expression =>
  cy`coalesce(${propertyOf(node, "periodStart")} + '/' + ${propertyOf(node, "periodEnd")}, '')`;

/**
 * Clauses that bind, for each figure in a variable, what a sum must know of it, as a question gives it; and what
 * gathers that over a list.
 * @param add gives an aggregate a column
 */
export function figureParts(
  node: Variable,
  use: QuestionUse,
  add: (value: Expression) => Variable,
): { readonly clauses: readonly Clause[]; readonly read: (at: (one: Variable) => Json) => FigureParts } {
  const { body, columns: own } = place(use, { parent: node });
  const told = (name: string): Expression => {
    const column = own.get(name);
    if (column === undefined) throw new Error(`${use.question.name} gives no ${name}`);
    return column.value;
  };
  const columns = {
    figures: add(cy`count(${node})`),
    ids: add(cy`collect(DISTINCT ${propertyOf(node, "id")})`),
    wholes: add(cy`collect(DISTINCT ${told("wholes")})`),
    conflicts: add(cy`collect(DISTINCT ${told("conflicts")})`),
    subjects: add(cy`collect(DISTINCT [${span(node)}, ${told("subject")}])`),
    areas: add(cy`collect(DISTINCT [${span(node)}] + ${told("areas")})`),
  };
  return {
    clauses: body,
    read: (at) => ({
      figures: Number(at(columns.figures)),
      ids: at(columns.ids) as string[],
      wholes: at(columns.wholes) as string[][],
      conflicts: at(columns.conflicts) as string[][],
      subjects: at(columns.subjects) as (string | null)[][],
      areas: at(columns.areas) as (string | null)[][],
    }),
  };
}

/** Why the figures are not to be added: something would count twice, or a conflict says so. */
export function countedTwice({ figures, ids, wholes, conflicts, subjects, areas }: FigureParts): string[] {
  const known = new Set(ids);
  const meets = (lists: readonly (readonly string[])[]): boolean =>
    lists.some((own) => own.some((id) => known.has(id)));
  // Periods that overlap and are not the same are refused before.
  const of = new Set(subjects.map(([period, subject]) => `${period} ${subject}`));
  const isPart =
    meets(wholes) || areas.some(([period, ...own]) => own.some((id) => of.has(`${period} ${id}`)));
  return [
    ...(isPart ? ["PART_AND_WHOLE"] : []),
    ...(figures > subjects.length ? ["SEVERAL"] : []),
    ...(meets(conflicts) ? ["CONFLICT"] : []),
  ];
}
