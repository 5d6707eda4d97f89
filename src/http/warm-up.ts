// Asks the sample questions once after a start, so that the first person to ask does not wait for what comes first:
// connections, compiled code, and plans, which Neo4j makes for each new statement in 20 to 200 ms.
import { setMaxListeners } from "node:events";
import { type GraphQLSchema, parse } from "graphql";
import { samples } from "../api/samples/samples.ts";
import type { Executor } from "../execute/execute.ts";

/** Milliseconds that one question may take. */
const longest = 5_000;

/** Asks each sample question one after another until all are answered or the signal aborts. Answers are not looked at. */
export async function warmUp(schema: GraphQLSchema, executor: Executor, signal: AbortSignal): Promise<void> {
  setMaxListeners(0, signal);
  for (const { query, variables } of samples) {
    if (signal.aborted) return;
    const contextValue = { signal, timeoutMs: longest };
    await executor.text({ schema, document: parse(query), variableValues: variables, contextValue });
  }
}
