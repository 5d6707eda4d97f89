import { type Call, call, give, item, type Variable } from "../cypher/tree.ts";
import type { ConnectionSource } from "../plan/nodes.ts";
import type { AggregateSource } from "../plan/page-nodes.ts";
import type { PlanField } from "../plan/plan-field.ts";
import { emitFunction, newColumns, overNodes } from "./aggregate-columns.ts";
import { type Emitted, entry, type Frame, fieldPlan, objectPlan, readTypename } from "./emitting.ts";
import { emitGroups } from "./groups.ts";
import { around as perhaps } from "./paging/paging.ts";
import type { Rows } from "./rows/rows.ts";

/** Emits `aggregate` of a connection's rows. */
export function emitAggregate(
  frame: Frame,
  around: Variable | undefined,
  rows: Rows,
  { type, fields }: Extract<ConnectionSource, { is: "aggregate" }>,
): Emitted {
  const columns = newColumns();
  const keys = new Map<Variable, string>();
  const keyOf = (one: Variable): string => keys.get(one) ?? "";
  const emitted = (source: AggregateSource): Emitted => {
    if (source.is === "typename") return readTypename(type);
    if (source.is === "groups") return emitGroups(frame, around, rows, source);
    return emitFunction(columns, rows.node, source, keyOf);
  };
  const written = fields.map(({ asked, source }: PlanField<AggregateSource>) =>
    fieldPlan(asked, emitted(source)),
  );
  const own = [...columns.all.values()];
  if (own.length > 0) {
    const counted: Call = call(
      perhaps(around),
      ...overNodes(rows, around),
      ...columns.before,
      give(own.map(({ variable: as, value }) => item(value, as))),
    );
    frame.calls.push(counted);
    for (const { variable: one } of own) {
      frame.columns.push(one);
      keys.set(one, entry(frame, one));
    }
  }
  return { object: objectPlan(type, written), read: (row) => row };
}
