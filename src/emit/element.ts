// Emits what is selected on a variable that holds an entity or a relation: properties into the projection, everything
// further away into CALLs.

import { cy, name } from "../cypher/template.ts";
import { type Clause, call, give, item, parameter, pass, type Variable, variable } from "../cypher/tree.ts";
import { derivedOfRelations } from "../ontology/derived.ts";
import { commonRelationProperties, kindOfId } from "../ontology/model.ts";
import type { ElementPlan, ElementSource } from "../plan/nodes.ts";
import type { PlanField } from "../plan/plan-field.ts";
import type { FieldPlan, ObjectPlan, Read } from "../respond/plan.ts";
import type { Row } from "../store/port.ts";
import { emitConnection } from "./connection.ts";
import {
  type Emitted,
  type Emitting,
  entry,
  type Frame,
  fieldPlan,
  firstOf,
  newFrame,
  onlyKind,
  projection,
  readKey,
} from "./emitting.ts";
import { emitLater } from "./later.ts";
import { emitOne } from "./one.ts";
import { validityName, validityRank } from "./validity.ts";

/** Properties of a relation that are not its type's own. */
const common = new Set([
  ...["id", "key", "hash", ...Object.keys(commonRelationProperties)].filter((one) => one !== "note"),
  ...Object.keys(derivedOfRelations),
]);

const withoutCommon = (properties: unknown): unknown =>
  Object.fromEntries(Object.entries((properties ?? {}) as Row).filter(([one]) => !common.has(one)));

const readProperties =
  (key: string): Read =>
  (row) =>
    withoutCommon(row[key]);

type TypeOf = (row: Row) => string;

/** The type of objects of one type, and of those whose id, which tells it, is under a key. */
const typeIs =
  (type: string): TypeOf =>
  () =>
    type;
const typeIn =
  (key: string): TypeOf =>
  (row) =>
    kindOfId(String(row[key])) ?? "";

function emitEnd(
  emitting: Emitting,
  frame: Frame,
  edge: Variable,
  { end, object: plan }: Extract<ElementSource, { is: "end" }>,
): Emitted {
  const [node, found] = [variable("n"), variable("f")];
  const inner = newFrame();
  const object = emitting.element(inner, node, plan);
  frame.calls.push(
    call(
      [edge],
      pass([item(cy`${name(end)}(${edge})`, node)]),
      ...inner.calls,
      give([item(cy`head(collect(${projection(inner)}))`, found)]),
    ),
  );
  frame.columns.push(found);
  return { object, read: readKey(entry(frame, found)).read };
}

function emitField(
  emitting: Emitting,
  frame: Frame,
  holder: Variable,
  source: ElementSource,
  typeOf: TypeOf,
  guard: readonly Clause[],
): Emitted {
  switch (source.is) {
    case "typename":
    case "kind":
      return { read: typeOf };
    case "property":
      return readKey(entry(frame, firstOf(holder, source.properties)));
    case "one":
      return emitOne(emitting, frame, holder, source, guard);
    case "connection":
      return emitConnection(emitting, frame, holder, source, guard);
    case "answer":
      return emitting.answer(frame, holder, source, guard);
    case "later":
      return emitLater(emitting, frame, holder, source);
    case "relation type":
      return readKey(entry(frame, cy`type(${holder})`));
    case "relation properties": {
      const key = entry(frame, cy`properties(${holder})`);
      return { read: readProperties(key) };
    }
    case "validity":
      return readKey(entry(frame, validityName(validityRank(holder, parameter(source.day)))));
    case "end":
      return emitEnd(emitting, frame, holder, source);
  }
}

/** Emits a selection. */
export function emitElement(
  emitting: Emitting,
  frame: Frame,
  holder: Variable,
  plan: ElementPlan,
): ObjectPlan {
  const shared = new Map<ElementSource, Emitted>();
  const emitted = (
    { asked, source }: PlanField<ElementSource>,
    typeOf: TypeOf,
    guard: readonly Clause[],
  ): FieldPlan => {
    const known = shared.get(source) ?? emitField(emitting, frame, holder, source, typeOf, guard);
    shared.set(source, known);
    return fieldPlan(asked, known);
  };
  const { type } = plan;
  if (type !== undefined) {
    const typeOf = typeIs(type);
    return { typeOf, fields: new Map(), rest: plan.rest.map((one) => emitted(one, typeOf, [])) };
  }
  // Not by labels(): asked of one node, the embedded engine makes those of all nodes beside it, and keeps them (a
  // million rows: 1.3 GB and some seconds).
  const typeOf = typeIn(entry(frame, cy`${holder}.id`));
  const rest = plan.rest.map((one) => emitted(one, typeOf, []));
  // What only one kind has is a CALL that looks at the kind first, so that others get nothing.
  const byType = [...plan.byType].map(([own, fields]) => {
    const guard = [onlyKind(holder, cy`${name(own)}`)];
    return [own, fields.map((one) => emitted(one, typeIs(own), guard))] as const;
  });
  return { typeOf, fields: new Map(byType), rest };
}
