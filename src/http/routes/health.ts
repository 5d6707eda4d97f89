// What tells a supervisor whether the service lives and is ready, and people how far a load is.
import { Hono } from "hono";
import { readiness } from "../../load/readiness.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

export const healthRoutes: Routes = ({ store, loads }) => {
  const app = new Hono<RouteEnvironment>();
  app.get("/health", (context) => context.json({ live: true }));
  app.get("/ready", async (context) => {
    const state = await readiness(store);
    return context.json(state, state.ready ? 200 : 503);
  });
  // What /ready tells, and how far a load is: 200 in any case, since it is asked to be read.
  app.get("/state", async (context) => {
    const { going, last } = loads.now();
    return context.json({ ...(await readiness(store)), load: going, lastLoad: last });
  });
  return app;
};
