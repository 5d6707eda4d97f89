// Emits the one entity at the far end of a relation: stated before implied, then by name.
import { cy, propertyOf } from "../cypher/template.ts";
import {
  type Clause,
  call,
  expression,
  give,
  item,
  match,
  pass,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import type { OneSource } from "../plan/nodes.ts";
import { type Emitted, type Emitting, entry, type Frame, newFrame, projection, readKey } from "./emitting.ts";
import { sortsOf } from "./order.ts";
import { arrow, nodeOf } from "./pattern.ts";

/** Emits the entity. */
export function emitOne(
  emitting: Emitting,
  frame: Frame,
  around: Variable,
  { relation, way, kind, object: plan }: OneSource,
  guard: readonly Clause[],
): Emitted {
  const [node, edge, found] = [variable("n"), variable("e"), variable("f")];
  const inner = newFrame();
  const object = emitting.element(inner, node, plan);
  const firmness = cy`CASE ${edge}.status WHEN 'STATED' THEN 0 WHEN 'IMPLIED' THEN 1 ELSE 2 END`;
  const keys = [firmness, propertyOf(node, "sortName"), propertyOf(node, "id"), propertyOf(edge, "id")];
  const order = sortsOf(keys.map((value) => ({ value, descending: false, nullable: false })));
  frame.calls.push(
    call(
      [around],
      ...guard,
      match(cy`(${around})${arrow(way, edge, [relation])}${nodeOf(node, kind)}`),
      pass([node, edge], { order, limit: expression(["1"]) }),
      ...inner.calls,
      give([item(cy`head(collect(${projection(inner)}))`, found)]),
    ),
  );
  frame.columns.push(found);
  return { object, read: readKey(entry(frame, found)).read };
}
