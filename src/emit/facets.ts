// Emits the facets of a list: how many there are by what each counts under. A facet whose question has two paragraphs
// leads to what an entity is in by `direct`, and from there up to `node`: entities are gathered by `direct` in between,
// since climbing once from each whole is less than climbing from every entity.

import { cy } from "../cypher/template.ts";
import {
  type Clause,
  call,
  give,
  item,
  parameter,
  pass,
  query,
  unwind,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import type { ConnectionSource } from "../plan/nodes.ts";
import type { FacetSource } from "../plan/page-nodes.ts";
import type { ObjectPlan, Read } from "../respond/plan.ts";
import {
  type Emitted,
  type Emitting,
  entry,
  type Frame,
  fieldPlan,
  objectPlan,
  readKey,
  readTypename,
} from "./emitting.ts";
import { sortsOf } from "./order.ts";
import { clausesAgain, idOf } from "./paging/paging.ts";
import { place } from "./place.ts";
import type { Rows } from "./rows/rows.ts";
import { statementOf } from "./statement.ts";

type Facet = Extract<FacetSource, { is: "facet" }>;

/** The clauses that count the rows by what they are under. */
function counted(
  { use, limit }: Facet,
  rows: Rows,
  around: Variable | undefined,
  counts: Variable | string,
): Clause[] {
  const [under, direct, gathered, count] = [variable("n"), variable("d"), variable("g"), variable("count")];
  const { node } = rows;
  const placed = place(use, { parent: node, node: under, direct });
  const [below = [], above] = placed.parts;
  const climbed =
    above === undefined
      ? placed.body
      : [
          ...below,
          pass([direct, item(cy`collect(DISTINCT ${node})`, gathered)]),
          ...above,
          unwind(gathered, node),
        ];
  const order = sortsOf([
    { value: cy`${count}`, descending: true, nullable: false },
    { value: idOf(under), descending: false, nullable: false },
  ]);
  return [
    ...clausesAgain(rows, around),
    pass([node], { distinct: true }),
    ...climbed,
    pass([under, item(cy`count(DISTINCT ${node})`, count)], { order, limit: cy`${parameter(limit)}` }),
    give([item(cy`collect({key: ${under}.id, name: ${under}.name, count: ${count}})`, counts)]),
  ];
}

const readStep =
  (id: string): Read =>
  (_, run) =>
    run.rows.get(id)?.[0]?.[id];

function emitFacet(
  emitting: Emitting,
  frame: Frame,
  around: Variable | undefined,
  rows: Rows,
  facet: Facet,
): Emitted {
  const fields = facet.columns.map(({ asked, source }) =>
    fieldPlan(asked, source.is === "typename" ? readTypename(facet.type) : readKey(asked.name)),
  );
  const object = objectPlan(facet.type, fields);
  if (around !== undefined) {
    const found = variable("f");
    frame.calls.push(call([around], ...counted(facet, rows, around, found)));
    frame.columns.push(found);
    return { object, read: readKey(entry(frame, found)).read };
  }
  // The same for all pages of the list: a statement of its own, whose answer may be kept.
  const id = `facet${emitting.next()}`;
  const step = statementOf(query(...counted(facet, rows, around, id)));
  emitting.steps.push({ id, kind: "statement", needs: [], ...step, keep: true });
  return { object, read: readStep(id) };
}

/** Emits `facets`: for each that is selected a CALL, or a step of its own where they are those of a whole list. */
export function emitFacets(
  emitting: Emitting,
  frame: Frame,
  around: Variable | undefined,
  rows: Rows,
  { type, fields }: Extract<ConnectionSource, { is: "facets" }>,
): ObjectPlan {
  return objectPlan(
    type,
    fields.map(({ asked, source }) =>
      fieldPlan(
        asked,
        source.is === "typename" ? readTypename(type) : emitFacet(emitting, frame, around, rows, source),
      ),
    ),
  );
}
