// What keeps figures from being added though they are of one metric, unit and period: one is a part of another, the
// subject of one lies in the subject of another, or one thing is stated twice.
import { cy, propertyOf } from "../cypher/template.ts";
import {
  type Clause,
  call,
  type Expression,
  give,
  item,
  match,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import { figureKind, figureRelation } from "../ontology/model.ts";
import type { Json } from "../store/port.ts";
import { arrow, nodeOf } from "./pattern.ts";

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

/** How many steps lead from a part to the widest whole, at the most. */
const depth = "*1..6";

const span = (node: Variable): Expression =>
  cy`coalesce(${propertyOf(node, "periodStart")} + '/' + ${propertyOf(node, "periodEnd")}, '')`;

/**
 * Clauses that bind, for each figure in a variable, its subject, the areas of that and the figures that it is a part
 * of; and what gathers them over a list.
 * @param add gives an aggregate a column
 */
export function figureParts(
  node: Variable,
  add: (value: Expression) => Variable,
): { readonly clauses: Clause[]; readonly read: (at: (one: Variable) => Json) => FigureParts } {
  const [about, area, whole, other] = [variable("s"), variable("a"), variable("w"), variable("o")];
  const [subject, areas, totals] = [variable("subject"), variable("areas"), variable("wholes")];
  const [checked, conflicts] = [variable("checked"), variable("conflicts")];
  const observes = arrow("out", undefined, [figureRelation]);
  const above = arrow("out", undefined, ["PART_OF", "LOCATED_IN"], depth);
  const within = arrow("out", undefined, ["INCLUDED_IN"], depth);
  const toWhole = cy`<-[:CHECKS {checkRole: 'PART'}]-(:Check)-[:CHECKS {checkRole: 'WHOLE'}]->`;
  const unlike = cy`<-[:CONCERNS]-(:Conflict {conflictType: 'NOT_COMPARABLE'})-[:CONCERNS]->`;
  const clauses = [
    call(
      [node],
      match(cy`(${node})${observes}${nodeOf(about, "Entity")}`),
      give([item(cy`min(${about}.id)`, subject)]),
    ),
    call(
      [node],
      match(cy`(${node})${observes}(:Entity)${above}${nodeOf(area, "Entity")}`),
      give([item(cy`collect(DISTINCT ${area}.id)`, areas)]),
    ),
    call(
      [node],
      match(cy`(${node})${within}${nodeOf(whole, figureKind)}`),
      give([item(cy`collect(DISTINCT ${whole}.id)`, totals)]),
    ),
    call(
      [node],
      match(cy`(${node})${toWhole}${nodeOf(whole, figureKind)}`),
      give([item(cy`collect(DISTINCT ${whole}.id)`, checked)]),
    ),
    call(
      [node],
      match(cy`(${node})${unlike}${nodeOf(other, figureKind)}`),
      give([item(cy`collect(DISTINCT ${other}.id)`, conflicts)]),
    ),
  ];
  const columns = {
    figures: add(cy`count(${node})`),
    ids: add(cy`collect(DISTINCT ${propertyOf(node, "id")})`),
    wholes: add(cy`collect(DISTINCT ${totals} + ${checked})`),
    conflicts: add(cy`collect(DISTINCT ${conflicts})`),
    subjects: add(cy`collect(DISTINCT [${span(node)}, ${subject}])`),
    areas: add(cy`collect(DISTINCT [${span(node)}] + ${areas})`),
  };
  return {
    clauses,
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
