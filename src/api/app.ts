// The HTTP application: the pages, /graphql, GraphiQL, and what tells a supervisor whether the service lives and is ready.
import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Settings } from "../config.ts";
import type { GraphStore } from "../store/port.ts";
import type { FastLane } from "./fast-lane.ts";
import { graphiqlResponse, wantsPage } from "./graphiql.ts";
import { addPages, wantsHtml } from "./pages/routes.ts";
import { readiness } from "./readiness.ts";
import type { createGraphQLHandler } from "./yoga.ts";

export interface AppOptions {
  readonly store: GraphStore;
  readonly settings: Settings;
  readonly graphql: ReturnType<typeof createGraphQLHandler>;
  readonly lane: FastLane;
}

function tooLarge(most: number): Response {
  const message = `The request is larger than ${most} bytes (MAX_BODY_BYTES).`;
  return Response.json({ errors: [{ message, extensions: { code: "BODY_TOO_LARGE" } }] }, { status: 413 });
}

/** Creates the application. */
export function createApp({ store, settings, graphql, lane }: AppOptions) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const pages = addPages(app, graphql);
  app.get("/health", (context) => context.json({ live: true }));
  app.get("/ready", async (context) => {
    const state = await readiness(store);
    return context.json(state, state.ready ? 200 : 503);
  });
  const limit = bodyLimit({
    maxSize: settings.MAX_BODY_BYTES,
    onError: () => tooLarge(settings.MAX_BODY_BYTES),
  });
  app.all("/graphql", limit, async (context) => {
    const request = context.req.raw;
    if (wantsPage(request)) return graphiqlResponse(request);
    const answered = lane.resultOf(context.env.incoming);
    const response = await graphql.handleRequest(request, {
      request,
      requestId: randomUUID(),
      answered,
    } as never);
    lane.answered(request, response);
    return response;
  });
  app.notFound((context) => {
    if (wantsHtml(context.req.raw)) return pages.respond(context);
    const message = `There is nothing at ${context.req.path}: ask /graphql, /health or /ready.`;
    return context.json({ errors: [{ message }] }, 404);
  });
  return app;
}
