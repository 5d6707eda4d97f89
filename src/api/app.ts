// The HTTP application: /graphql, its page, and what tells a supervisor whether the service lives and is ready.
import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Settings } from "../config.ts";
import { isIndustryGraphError } from "../errors.ts";
import { readDataset } from "../load/dataset.ts";
import type { GraphStore } from "../store/port.ts";
import type { FastLane } from "./fast-lane.ts";
import { graphiqlResponse, wantsPage } from "./graphiql.ts";
import type { createGraphQLHandler } from "./yoga.ts";

export interface AppOptions {
  readonly store: GraphStore;
  readonly settings: Settings;
  readonly graphql: ReturnType<typeof createGraphQLHandler>;
  readonly lane: FastLane;
}

const readyWithin = 3_000;

interface Readiness {
  readonly ready: boolean;
  readonly code?: string;
  readonly reason?: string;
  readonly engine: string;
  readonly dataset?: string;
  readonly nodes?: number;
  readonly relations?: number;
}

/** Whether the engine answers and a dataset is loaded in full. */
export async function readiness(store: GraphStore): Promise<Readiness> {
  const { engine } = store;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), readyWithin);
  });
  try {
    const dataset = await Promise.race([store.ready().then(() => readDataset(store)), late]);
    if (dataset === undefined)
      return { ready: false, code: "NOT_READY", reason: "No data has been loaded yet.", engine };
    const { version, nodes, relations, state } = dataset;
    if (state === "READY") return { ready: true, engine, dataset: version, nodes, relations };
    return {
      ready: false,
      code: "NOT_READY",
      reason: "A load is going on, or was cut off: load the folder again.",
      engine,
    };
  } catch (error) {
    const code = isIndustryGraphError(error) ? error.code : "STORE_UNAVAILABLE";
    const reason = isIndustryGraphError(error) ? error.message : "The engine does not answer in time.";
    return { ready: false, code, reason, engine };
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(most: number): Response {
  const message = `The request is larger than ${most} bytes (MAX_BODY_BYTES).`;
  return Response.json({ errors: [{ message, extensions: { code: "BODY_TOO_LARGE" } }] }, { status: 413 });
}

/** Creates the application. */
export function createApp({ store, settings, graphql, lane }: AppOptions) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get("/", (context) => context.redirect("/graphql"));
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
    const message = `There is nothing at ${context.req.path}: ask /graphql, /health or /ready.`;
    return context.json({ errors: [{ message }] }, 404);
  });
  return app;
}
