// The addresses of the catalogue of named questions: /q, /export, /openapi.json.
import { Hono } from "hono";
import { catalogueRoutes } from "../../catalogue/routes.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

export const catalogueRoutesOf: Routes = ({ schema, catalogue, versions, ask }) => {
  const app = new Hono<RouteEnvironment>();
  const routes = catalogueRoutes({
    schema,
    catalogue,
    ask:
      (request) =>
      ({ document }, variables) =>
        ask(request, { query: document, variables }),
    answering: versions.now,
  });
  app.route("/", routes);
  return app;
};
