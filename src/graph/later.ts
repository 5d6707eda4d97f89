// Runs the deferred fields of a request: gathers the ids of their parents out of the rows, lets code find what they are
// to be about, asks their statements, and goes on with those within their answers.
import type { GraphStore, Json, Parameters, ReadOptions, Row } from "../store/port.ts";
import type { Defer } from "./execute.ts";
import { argumentsOf } from "./frame.ts";
import type { Deferral, DeferredStep, Run } from "./plan.ts";

/** What later statements gave, and the statements with their parameters, for `explain`. */
export interface Later {
  readonly answers: NonNullable<Run["deferred"]>;
  readonly statements: readonly { readonly statement: string; readonly parameters: Parameters }[];
}

/** Gathers the ids under the marks asked for, however deep they lie. */
function gather(value: Json, found: ReadonlyMap<string, Set<string>>): void {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const item of value) gather(item, found);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === "string") found.get(key)?.add(item);
    else gather(item, found);
  }
}

/** Creates what runs deferrals on rows that hold their parents' ids. */
export function createLater(store: GraphStore, defer: Readonly<Record<DeferredStep, Defer>>) {
  return async (
    deferrals: readonly Deferral[],
    rows: readonly Row[],
    bound: Parameters,
    variables: Readonly<Record<string, unknown>>,
    read: ReadOptions,
  ): Promise<Later> => {
    const answers = new Map<string, ReadonlyMap<string, Row>>();
    const statements: { statement: string; parameters: Parameters }[] = [];

    async function run(some: readonly Deferral[], within: readonly Row[]): Promise<void> {
      const found = new Map(some.map((one) => [one.mark, new Set<string>()]));
      for (const row of within) gather(row, found);
      await Promise.all(
        some.map(async ({ step, field, node, mark, given, after, statement, deferrals: inner }) => {
          const parents = [...(found.get(mark) ?? [])];
          if (parents.length === 0) return;
          const args = argumentsOf(field, node, variables);
          const standing = await defer[step](parents, args, bound[after] as Json[] | undefined, read);
          const parameters = { ...bound, [given]: standing };
          const asked = await store.read(statement, parameters, read);
          statements.push({ statement, parameters });
          answers.set(mark, new Map(asked.map((row) => [String(row.parent), row.value as Row])));
          if (inner.length > 0) await run(inner, asked);
        }),
      );
    }

    await run(deferrals, rows);
    return { answers, statements };
  };
}
