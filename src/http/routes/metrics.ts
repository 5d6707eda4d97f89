// What a monitoring system reads.
import { Hono } from "hono";
import type { RouteEnvironment, Routes } from "../routing.ts";

export const metricsRoutes: Routes = ({ metrics }) => {
  const app = new Hono<RouteEnvironment>();
  app.get("/metrics", async (context) => {
    context.header("content-type", metrics.contentType);
    context.header("cache-control", "no-store");
    return context.body(await metrics.text());
  });
  return app;
};
