// About how many bytes a document and a plan take: as measured of many, on the large side. A test
// fills a small heap with them (tests/cache/heap.test.ts).
import type { Compiled } from "../emit/operation.ts";
import type { FieldPlan } from "../respond/plan.ts";

/** Bytes that a field of a plan takes: its reader, its writer, its place. */
const perField = 3_200;

/** Bytes that a document takes for each character of its text: its tree holds a node and a place for each word. */
const perCharacter = 100;

function countFields(fields: readonly FieldPlan[]): number {
  let count = fields.length;
  for (const { object } of fields) {
    if (object === undefined) continue;
    count += countFields(object.rest);
    for (const some of object.fields.values()) count += countFields(some);
  }
  return count;
}

/** Bytes of a plan, beside the document's. */
export function planBytes({ compiled }: { readonly compiled: Compiled }): number {
  const { steps, looks, waiting, bindings, fields } = compiled;
  const weighed = [...looks, ...waiting].reduce(
    (sum, { begun }) => sum + 300 + (begun?.statement.length ?? 0),
    0,
  );
  const lengths = (some: readonly { readonly statement: string }[]): number =>
    some.reduce((sum, { statement }) => sum + statement.length, 0);
  const statements = steps.reduce((sum, step) => {
    if (step.kind === "code") return sum;
    const { batch, pieces = [] } = step;
    return sum + lengths([step, ...(batch === undefined ? [] : [batch]), ...pieces]);
  }, 0);
  return 4_000 + 6 * (statements + weighed) + 1_000 * bindings.length + perField * countFields(fields);
}

/** Bytes of a parsed document of this text. */
export const documentBytes = (text: string): number => perCharacter * text.length;
