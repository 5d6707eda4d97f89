// /cypher?query=...: the statements that answer a question, as text to paste into Neo4j Browser.
import { Hono } from "hono";
import { explainAllowed } from "../../config.ts";
import { IndustryGraphError } from "../../errors.ts";
import { paramLines } from "../../questions/param-lines.ts";
import type { StepRun } from "../../run/run.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

function variablesOf(text: string | undefined): Record<string, unknown> {
  if (text === undefined || text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new IndustryGraphError("BAD_REQUEST", "The parameter variables must be an object in JSON.");
}

/** A step as lines: what it is, its parameters, its statement. */
function linesOf({ id, statement, parameters, code }: StepRun): string[] {
  if (statement === undefined) return [`// ${id}: ${code ?? "code"}, done in code. 由程序完成。`, ""];
  return [`// ${id}`, ...paramLines(parameters ?? {}), "", `${statement};`, ""];
}

export const cypherRoutes: Routes = ({ settings, ask }) => {
  const app = new Hono<RouteEnvironment>();
  app.get("/cypher", async (context) => {
    if (!explainAllowed(settings))
      throw new IndustryGraphError(
        "EXPLAIN_OFF",
        "Statements are not told here: this server is asked from beyond its own machine. EXPLAIN=on allows it.",
      );
    const { query, operationName } = context.req.query() as { query?: string; operationName?: string };
    if (query === undefined || query === "")
      throw new IndustryGraphError(
        "BAD_REQUEST",
        "Ask it as /cypher?query=...&variables=..., as /graphql is asked.",
      );
    const variables = variablesOf(context.req.query("variables"));
    const { errors, extensions } = await ask(context.req.raw, {
      query,
      operationName,
      variables,
      explain: true,
    });
    const [error] = errors ?? [];
    if (error !== undefined) throw new IndustryGraphError("BAD_ARGUMENT", error.message);
    const { engine, steps } = (extensions?.explain ?? {}) as { engine?: string; steps?: readonly StepRun[] };
    const head = [
      "// 粘贴到 Neo4j Browser：先运行 :param 各行，再运行语句。",
      "// To paste into Neo4j Browser: run the :param lines first, then the statement.",
      `// Asked on: ${engine ?? "?"}`,
      "",
    ];
    return context.text([...head, ...(steps ?? []).flatMap(linesOf)].join("\n"));
  });
  return app;
};
