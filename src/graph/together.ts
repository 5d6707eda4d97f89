// The form of a statement that answers for several entities at once, where a request is about one.
import type { Compiling, Frame } from "./frame.ts";
import type { Together } from "./plan.ts";

/** The variable and column that tells which entity a row is about; no question and no composed clause has it. */
const column = "asked";

/**
 * The statement of a request whose only root field looks one entity up, as one about a list of them; undefined for
 * any other request.
 * @param columns what the statement returns
 */
export function togetherOf(
  { lookups, preparations }: Pick<Compiling, "lookups" | "preparations">,
  { calls }: Frame,
  columns: readonly string[],
): Together | undefined {
  const [parameter] = lookups;
  const [only] = calls;
  if (parameter === undefined || only === undefined) return undefined;
  // What code finds before the statement belongs to one request.
  if (lookups.length > 1 || calls.length > 1 || preparations.length > 0) return undefined;
  const own = only
    .replace("CALL () {", `CALL (${column}) {`)
    .replace(new RegExp(`\\$${parameter}\\b`, "g"), column);
  const statement = [`UNWIND $${column} AS ${column}`, own, `RETURN ${column}, ${columns.join(", ")}`].join(
    "\n",
  );
  return { statement, parameter, list: column, column };
}
