// Emits what a question returns beside its nodes: values, entities, maps and lists of them. A key of a map is a field;
// a list of citations becomes objects.

import { cy } from "../cypher/template.ts";
import {
  type Clause,
  call,
  type Expression,
  give,
  isVariable,
  item,
  pass,
  unwind,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import type { ColumnShape, ColumnSource, ItemPlan } from "../plan/nodes.ts";
import type { PlanField } from "../plan/plan-field.ts";
import type { ObjectPlan } from "../respond/plan.ts";
import {
  type Emitted,
  type Emitting,
  entry,
  type Frame,
  fieldPlan,
  firstOf,
  newFrame,
  objectPlan,
  projection,
  readKey,
  readTypename,
  readWhere,
} from "./emitting.ts";
import { sortsOf } from "./order.ts";

/** An expression over variables of the frame, and the one it hangs on: a CALL imports it. */
interface Held {
  readonly value: Expression;
  readonly variable: Variable;
}

/** Emits the items of a list, or the one value, into a projection of its own. */
function emitInner(
  frame: Frame,
  { value, variable: around }: Held,
  many: boolean,
  emit: (inner: Frame, one: Variable) => ObjectPlan,
): Emitted {
  const [one, at, found] = [variable("n"), variable("i"), variable("f")];
  const inner = newFrame();
  const object = emit(inner, one);
  const clauses: Clause[] = many
    ? [
        unwind(cy`range(0, size(${value}) - 1)`, at),
        pass([at, item(cy`${value}[${at}]`, one)]),
        ...inner.calls,
        pass([one, at, ...inner.columns], {
          order: sortsOf([{ value: cy`${at}`, descending: false, nullable: false }]),
        }),
        give([item(cy`collect(${projection(inner)})`, found)]),
      ]
    : [
        pass([item(value, one)], { where: cy`${one} IS NOT NULL` }),
        ...inner.calls,
        give([item(cy`head(collect(${projection(inner)}))`, found)]),
      ];
  frame.calls.push(call([around], ...clauses));
  frame.columns.push(found);
  return { object, read: readKey(entry(frame, found)).read };
}

/** Emits a value of a shape. */
export function emitShape(emitting: Emitting, frame: Frame, held: Held, shape: ColumnShape): Emitted {
  switch (shape.is) {
    case "leaf":
      return readKey(entry(frame, held.value));
    case "citations": {
      const holder = variable("s");
      frame.calls.push(
        call([held.variable], give([item(cy`{sources: coalesce(${held.value}, [])}`, holder)])),
      );
      frame.columns.push(holder);
      return emitting.answer(frame, holder, shape.answer, []);
    }
    case "element": {
      if (!isVariable(held.value, held.variable) || shape.many)
        return emitInner(frame, held, shape.many, (inner, one) => emitting.element(inner, one, shape.object));
      const object = emitting.element(frame, held.variable, shape.object);
      const isThere = entry(frame, cy`${held.variable} IS NOT NULL`);
      return { object, read: readWhere(isThere) };
    }
    case "map":
      return emitInner(frame, held, shape.many, (inner, one) =>
        emitFields(emitting, inner, shape, (keys) => ({
          value: firstOf(one, keys),
          variable: one,
        })),
      );
  }
}

function emitFields(
  emitting: Emitting,
  frame: Frame,
  { type, fields }: { readonly type: string; readonly fields: readonly PlanField<ColumnSource>[] },
  heldAt: (keys: readonly string[]) => Held,
): ObjectPlan {
  return objectPlan(
    type,
    fields.map(({ asked, source }) =>
      fieldPlan(
        asked,
        source.is === "typename"
          ? readTypename(type)
          : emitShape(emitting, frame, heldAt(source.keys), source.shape),
      ),
    ),
  );
}

/** Emits the columns of a question as the fields of an object type, one row an object. */
export function emitColumns(
  emitting: Emitting,
  frame: Frame,
  item: Extract<ItemPlan, { is: "columns" }>,
  columns: ReadonlyMap<string, Variable>,
): ObjectPlan {
  return emitFields(emitting, frame, item, ([column = ""]) => {
    const one = columns.get(column);
    if (one === undefined) throw new Error(`${item.type}.${column} is not a column of its question`);
    return { value: cy`${one}`, variable: one };
  });
}
