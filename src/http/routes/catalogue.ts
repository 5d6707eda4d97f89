// The addresses of the catalogue of named questions: /q, /export, /openapi.json.
import { Hono } from "hono";
import { catalogueRoutes } from "../../catalogue/routes.ts";
import { readDataset } from "../../load/dataset.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

export const catalogueRoutesOf: Routes = ({ store, schema, catalogue, ask }) => {
  const app = new Hono<RouteEnvironment>();
  const version = async (): Promise<string | null> => (await readDataset(store))?.version ?? null;
  const routes = catalogueRoutes({
    schema,
    catalogue,
    ask:
      (request) =>
      ({ document }, variables) =>
        ask(request, { query: document, variables }),
    version,
  });
  app.route("/", routes);
  return app;
};
