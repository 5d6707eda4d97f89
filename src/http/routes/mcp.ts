// /mcp: the questions as tools for agents, over HTTP. Each request has a server of its own, so that nothing is kept
// between requests; both eras of the protocol are answered.
import { createMcpHandler } from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { Ask } from "../../catalogue/ask.ts";
import { createMcpServer } from "../../mcp/server.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

export const mcpRoutes: Routes = ({ settings, schema, catalogue, versions, ask }) => {
  const app = new Hono<RouteEnvironment>();
  const version = async (): Promise<string | null> => (await versions.now()).version;
  app.all("/mcp", (context) => {
    const request = context.req.raw;
    // What agents ask is limited and logged as part of the request that brought it.
    const asking: Ask = ({ document }, variables) => ask(request, { query: document, variables });
    const handler = createMcpHandler(() => createMcpServer({ schema, catalogue, ask: asking, version }), {
      maxRequestBodySize: settings.MAX_BODY_BYTES,
    });
    return handler.fetch(request);
  });
  return app;
};
