// The addresses of the catalogue: /q lists it, /q/NAME answers as GraphQL does, /q/NAME.csv and so on as a table.
import type { GraphQLSchema } from "graphql";
import { Hono } from "hono";
import { IndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";
import { isFresh, tableResponse, tagOf } from "./answer.ts";
import { type Ask, askTable, dataOf } from "./ask.ts";
import { openApi } from "./openapi.ts";
import type { Catalogue, Operation } from "./operation.ts";
import { variablesFrom } from "./variables.ts";
import { formats, isFormat } from "./write.ts";

export interface CatalogueOptions {
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;
  /** Runs an operation for a request, with all that limits a request. */
  readonly ask: (request: Request) => Ask;
  /** Version of the dataset that answers. */
  readonly version: () => Promise<string | null>;
}

/** Names in an address that are not the operation's. */
const ours = new Set(["bom"]);

/** What the catalogue tells of an operation. */
export function described({ name, title, about, variables, table, paged }: Operation) {
  return {
    name,
    title,
    about,
    table: table.join("."),
    paged,
    variables: variables.map(({ name, type, required, fallback, about, example }) => ({
      name,
      type: String(type),
      required,
      default: fallback,
      about,
      example,
    })),
  };
}

function operationOf(catalogue: Catalogue, name: string): Operation {
  const operation = catalogue.get(name);
  if (operation !== undefined) return operation;
  const near = [...catalogue.keys()].sort((one, other) => distance(name, one) - distance(name, other));
  throw new IndustryGraphError(
    "NOT_FOUND",
    `There is no question named ${name}; did you mean ${near.slice(0, 3).join(", ")}? /q lists all.`,
  );
}

/** Whether a table begins with the mark for Excel: as asked, else where a browser downloads it. */
function bomOf(request: Request, given: string | null): boolean {
  if (given === null) return (request.headers.get("accept") ?? "").includes("text/html");
  if (given === "1" || given === "0") return given === "1";
  throw new IndustryGraphError("BAD_ARGUMENT", `bom is 1 or 0, not ${given}.`);
}

/** The routes of the catalogue. Errors are thrown as IndustryGraphError for the application to answer. */
export function catalogueRoutes(options: CatalogueOptions): Hono {
  const { schema, catalogue, ask, version } = options;
  const app = new Hono();
  app.get("/openapi.json", async (context) => context.json(openApi(catalogue, await version())));
  app.get("/q", async (context) =>
    context.json({ datasetVersion: await version(), operations: [...catalogue.values()].map(described) }),
  );
  app.get("/q/:name", async (context) => {
    const request = context.req.raw;
    const url = new URL(request.url);
    const asked = context.req.param("name");
    const dot = asked.lastIndexOf(".");
    const format = dot < 0 ? undefined : asked.slice(dot + 1);
    if (format !== undefined && !isFormat(format))
      throw new IndustryGraphError(
        "NOT_FOUND",
        `There is no form .${format}: there are ${Object.keys(formats)
          .map((one) => `.${one}`)
          .join(", ")}.`,
      );
    const operation = operationOf(catalogue, dot < 0 ? asked : asked.slice(0, dot));
    const variables = variablesFrom(
      operation,
      [...url.searchParams].filter(([name]) => !ours.has(name)),
    );
    const bom = bomOf(request, url.searchParams.get("bom"));
    const now = await version();
    const tag = tagOf(now, `${url.pathname}${url.search} ${bom}`);
    const headers = {
      etag: tag,
      vary: "accept, accept-encoding",
      ...(now === null ? {} : { "x-dataset-version": now }),
    };
    if (isFresh(request, tag)) return new Response(null, { status: 304, headers });
    if (format === undefined) {
      const data = dataOf(await ask(request)(operation, variables));
      return Response.json({ data, extensions: { datasetVersion: now } }, { headers });
    }
    const table = await askTable(schema, ask(request), operation, variables);
    return tableResponse(table, { format, name: operation.name, version: now, bom, headers });
  });
  return app;
}
