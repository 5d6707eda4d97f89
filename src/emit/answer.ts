// Emits the answer of a question file that is no connection: one entity, a list, or rows of columns.
import { cy } from "../cypher/template.ts";
import {
  type Clause,
  call,
  expression,
  give,
  item,
  parameter,
  pass,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import type { AnswerPlan } from "../plan/nodes.ts";
import { emitColumns } from "./columns.ts";
import { type Emitted, type Emitting, entry, type Frame, newFrame, projection, readKey } from "./emitting.ts";
import { sortsOf } from "./order.ts";
import { around as perhaps } from "./paging/paging.ts";
import { columnItem, place } from "./place.ts";

/** Emits the answer of a question about what is in a variable, or about no such thing. */
export function emitAnswer(
  emitting: Emitting,
  frame: Frame,
  around: Variable | undefined,
  { use, many, first, item: what }: AnswerPlan,
  guard: readonly Clause[],
): Emitted {
  const [node, found] = [variable("n"), variable("f")];
  const isElement = what.is !== "columns";
  const placed = place(use, { parent: around, ...(isElement ? { node } : {}) });
  const inner = newFrame();
  const columns = [...placed.columns.values()];
  const object = isElement
    ? emitting.element(inner, node, what.object)
    : emitColumns(
        emitting,
        inner,
        what,
        new Map([...placed.columns].map(([name, one]) => [name, one.variable])),
      );
  const order = sortsOf(placed.order);
  const limit = many ? (first === undefined ? undefined : cy`${parameter(first)}`) : expression(["1"]);
  const rows = cy`collect(${projection(inner)})`;
  frame.calls.push(
    call(
      perhaps(around),
      ...guard,
      ...placed.body,
      ...placed.details,
      pass(columns.map(columnItem), { distinct: isElement, order, limit }),
      ...inner.calls,
      ...(inner.calls.length === 0
        ? []
        : [pass([...columns.map((one) => one.variable), ...inner.columns], { order })]),
      give([item(many ? rows : cy`head(${rows})`, found)]),
    ),
  );
  frame.columns.push(found);
  return { object, read: readKey(entry(frame, found)).read };
}
