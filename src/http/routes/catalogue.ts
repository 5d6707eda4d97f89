// The addresses of the catalogue of named questions: /q, /export, /openapi.json.
import { isAbstractType } from "graphql";
import { Hono } from "hono";
import { jsonResponse } from "../../catalogue/answer.ts";
import { largestPage } from "../../catalogue/ask.ts";
import { catalogueRoutes } from "../../catalogue/routes.ts";
import { answeringTo } from "../kept.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

export const catalogueRoutesOf: Routes = ({ schema, catalogue, versions, store, settings, ask }) => {
  const app = new Hono<RouteEnvironment>();
  const routes = catalogueRoutes({
    schema,
    catalogue,
    ask:
      (request) =>
      ({ document }, variables) =>
        ask(request, { query: document, variables }),
    askMany:
      (request) =>
      ({ document }, variables) =>
        ask(request, { query: document, variables, mostRows: largestPage }),
    ahead: (request) => ({
      askAhead: ({ document }, variables) => ask(request, { query: document, variables, ahead: true }),
      store,
      options: { timeoutMs: settings.TIMEOUT_MS },
    }),
    answering: (request, tag) => answeringTo(request, versions, tag),
  });
  app.route("/", routes);
  // For caches of clients such as Apollo's and urql's, which have to know what an interface may be.
  app.get("/possible-types.json", () =>
    jsonResponse(
      Object.fromEntries(
        Object.values(schema.getTypeMap())
          .filter(isAbstractType)
          .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
      ),
    ),
  );
  return app;
};
