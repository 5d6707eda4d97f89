// What tells a supervisor whether the service lives and is ready.
import { Hono } from "hono";
import { readiness } from "../../load/readiness.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

export const healthRoutes: Routes = ({ store }) => {
  const app = new Hono<RouteEnvironment>();
  app.get("/health", (context) => context.json({ live: true }));
  app.get("/ready", async (context) => {
    const state = await readiness(store);
    return context.json(state, state.ready ? 200 : 503);
  });
  return app;
};
