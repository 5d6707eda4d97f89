// Emits a connection: a page of rows, its total and its facets, each only where selected.

import { cy, joined } from "../cypher/template.ts";
import { type Clause, type Expression, parameter, type Variable, variable } from "../cypher/tree.ts";
import { encodeCursor } from "../plan/cursor.ts";
import type { ConnectionPlan, ConnectionSource } from "../plan/nodes.ts";
import type { PageInfoSource } from "../plan/page-nodes.ts";
import type { PlanField } from "../plan/plan-field.ts";
import type { FieldPlan, Read } from "../respond/plan.ts";
import type { Run } from "../run/step.ts";
import type { Json, Row } from "../store/port.ts";
import { emitAggregate } from "./aggregate.ts";
import { emitEdges, emitItem } from "./edges.ts";
import {
  type Emitted,
  type Emitting,
  entry,
  type Frame,
  fieldPlan,
  newFrame,
  objectPlan,
  readKey,
  readRow,
  readTypename,
} from "./emitting.ts";
import { emitFacets } from "./facets.ts";
import { lookOfQuestion } from "./look.ts";
import { isAfter, type Key, turned } from "./order.ts";
import { choosePaging } from "./paging/choose.ts";
import { listRows } from "./rows/list.ts";
import { questionRows } from "./rows/question.ts";
import { relationRows, relationsRows } from "./rows/relation.ts";
import { nodesAlone, type Rows } from "./rows/rows.ts";
import { withinRows } from "./rows/within.ts";

/** Where the rows of a page are in the response's row, and how they are read. */
export interface PageReading {
  readonly rows: (row: Row, run: Run) => Row[];
  readonly cursor: (row: Row | undefined, run: Run) => string | null;
  readonly hasMore: (row: Row, run: Run) => boolean;
}

function rowsOf(plan: ConnectionPlan, around: Variable | undefined, guard: readonly Clause[]): Rows {
  const { rows } = plan;
  if (rows.is === "list") return listRows(plan, rows);
  if (rows.is === "question") return questionRows(plan, rows, around, guard);
  if (rows.is === "relations") return relationsRows(plan, rows, around, guard);
  if (around === undefined) throw new Error("a relation needs an entity");
  if (rows.is === "within") return withinRows(plan, rows, around, guard);
  return relationRows(plan, rows, around, guard);
}

function readingOf(
  { limit, more, mark, backward }: ConnectionPlan,
  pageKey: string,
  cursorKey: string,
): PageReading {
  const all = (row: Row): Row[] => row[pageKey] as Row[];
  const most = ({ parameters }: Run): number => Number(parameters[limit]) - (more ? 1 : 0);
  return {
    rows: (row, run) => {
      const found = all(row);
      const size = most(run);
      const page = found.length > size ? found.slice(0, size) : found;
      // The last rows are found from the end.
      return backward ? [...page].reverse() : page;
    },
    cursor: (row, { parameters }) =>
      row === undefined ? null : encodeCursor(String(parameters[mark]), row[cursorKey] as Json[]),
    hasMore: (row, run) => all(row).length > most(run),
  };
}

const always: Read = () => true;
const never: Read = () => false;

function readPageInfo(
  { is }: PageInfoSource,
  type: string,
  reading: PageReading,
  { backward, hasAfter, hasBefore }: ConnectionPlan,
): Emitted {
  // Beyond a cursor there is the row that it is of; on the other side it was looked whether there is another.
  const beyond = (isBehindCursor: boolean, isLooked: boolean): Read =>
    isBehindCursor ? always : isLooked ? reading.hasMore : never;
  switch (is) {
    case "typename":
      return readTypename(type);
    case "hasPreviousPage":
      return { read: beyond(hasAfter, backward) };
    case "hasNextPage":
      return { read: beyond(hasBefore, !backward) };
    case "startCursor":
      return { read: (row, run) => reading.cursor(reading.rows(row, run)[0], run) };
    case "endCursor":
      return { read: (row, run) => reading.cursor(reading.rows(row, run).at(-1), run) };
  }
}

const keysTold = ({ order }: Rows): Expression =>
  cy`[${joined(
    order.map(({ value }) => value),
    ", ",
  )}]`;

/** The condition that a row lies between the cursors given. */
function between({ after, before }: ConnectionPlan, order: readonly Key[]): Expression | undefined {
  const bounds = [
    ...(after === undefined ? [] : [isAfter(order, after.keys, after.absent)]),
    ...(before === undefined ? [] : [isAfter(turned(order), before.keys, before.absent)]),
  ];
  const [only, another] = bounds;
  return another === undefined
    ? only
    : joined(
        bounds.map((one) => cy`(${one})`),
        " AND ",
      );
}

/** Emits a connection over rows around the variable given, or over all where it is undefined. */
export function emitConnection(
  emitting: Emitting,
  frame: Frame,
  around: Variable | undefined,
  plan: ConnectionPlan,
  guard: readonly Clause[],
): Emitted {
  const { wants, limit } = plan;
  const look = lookOfQuestion(plan, emitting.root, [...emitting.pages]);
  if (look !== undefined) emitting.looks.push(look);
  const found = rowsOf(plan, around, guard);
  const rows = plan.backward ? { ...found, order: turned(found.order) } : found;
  const inner = newFrame();
  const total = wants.total ? variable("f") : undefined;
  const page = wants.page ? variable("f") : undefined;
  const totalKey = total === undefined ? "" : entry(frame, total);
  const pageKey = page === undefined ? "" : entry(frame, page);
  const cursorKey = wants.cursors ? entry(inner, keysTold(rows)) : "";
  const reading = readingOf(plan, pageKey, cursorKey);

  function emitted(source: ConnectionSource, type: string): Emitted {
    switch (source.is) {
      case "typename":
        return readTypename(type);
      case "total":
        return readKey(totalKey);
      case "facets":
        return { object: emitFacets(emitting, frame, around, rows, source), read: readRow };
      case "aggregate":
        return emitAggregate(frame, around, rows, source);
      case "nodes":
        return { object: emitItem(emitting, inner, rows, source.item), read: reading.rows };
      case "edges":
        return { object: emitEdges(emitting, inner, rows, source, reading.cursor), read: reading.rows };
      case "page info": {
        const fields = source.fields.map(({ asked, source: own }) =>
          fieldPlan(asked, readPageInfo(own, source.type, reading, plan)),
        );
        return { object: objectPlan(source.type, fields), read: readRow };
      }
    }
  }

  emitting.pages.push(limit);
  const fields: FieldPlan[] = plan.fields.map(({ asked, source }: PlanField<ConnectionSource>) =>
    fieldPlan(asked, emitted(source, asked.parent)),
  );
  emitting.pages.pop();
  for (const one of [total, page]) if (one !== undefined) frame.columns.push(one);
  if (page !== undefined || total !== undefined) {
    const isTold = wants.edges || wants.cursors || rows.own.length === 0 || plan.rows.is === "relations";
    const paged = isTold ? rows : nodesAlone(rows);
    const paging = choosePaging(plan, paged, around);
    frame.calls.push(
      ...paging({
        around,
        rows: paged,
        inner,
        limit: parameter(limit),
        after: between(plan, found.order),
        isDetailed: wants.details,
        isTold,
        page,
        total,
      }),
    );
  }
  return { object: objectPlan(plan.fields[0]?.asked.parent ?? "", fields), read: readRow };
}
