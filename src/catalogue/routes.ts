// The addresses of the catalogue: /q lists it, /q/NAME answers as GraphQL does, /q/NAME.csv and so on as a table.
import type { GraphQLSchema } from "graphql";
import { Hono } from "hono";
import { IndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";
import { isFresh, jsonResponse, tableResponse, tagOf } from "./answer.ts";
import { type Ask, askTable, dataOf } from "./ask.ts";
import { exportOperations } from "./exports.ts";
import { type AsksLong, longTable } from "./long.ts";
import { openApi } from "./openapi.ts";
import type { Catalogue, Operation } from "./operation.ts";
import { valuesOf, variablesFrom } from "./variables.ts";
import { type Format, formats, isFormat } from "./write.ts";

export interface CatalogueOptions {
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;
  /** Runs an operation for a request, with all that limits a request. */
  readonly ask: (request: Request) => Ask;
  /** As `ask`, of lists that may be asked for `largestPage` rows at once; tables are read by small pages where it is left out. */
  readonly askMany?: (request: Request) => Ask;
  /** What reads ids ahead of the rows of a long table; all tables are read by the pages of their lists where it is left out. */
  readonly ahead?: (request: Request) => Omit<AsksLong, "ask">;
  /**
   * The dataset that answers a request, and whether it is there as a whole: else nothing may be kept.
   * @param tagFor the tag of the answer under a version
   */
  readonly answering: (
    request: Request,
    tagFor: (version: string | null) => string,
  ) => Promise<{ readonly version: string | null; readonly whole: boolean }>;
}

/** Names in an address that are not the operation's. */
const ours = new Set(["bom"]);

/** What the catalogue tells of an operation. */
export function toldOf({ name, title, about, variables, table, paged }: Operation) {
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
      values: valuesOf(type),
      default: fallback,
      about,
      example,
    })),
  };
}

function named(all: Catalogue, name: string, what: string, list: string): Operation {
  const operation = all.get(name);
  if (operation !== undefined) return operation;
  const near = [...all.keys()].sort((one, other) => distance(name, one) - distance(name, other));
  throw new IndustryGraphError(
    "NOT_FOUND",
    `There is no ${what} named ${name}; did you mean ${near.slice(0, 3).join(", ")}? ${list} lists all.`,
  );
}

/** Whether a table begins with the mark for Excel: as asked, else where a browser downloads it. */
function bomOf(request: Request, [given, ...more]: readonly string[]): boolean {
  if (more.length > 0) throw new IndustryGraphError("BAD_ARGUMENT", "bom is given once: 1 or 0.");
  if (given === undefined) return (request.headers.get("accept") ?? "").includes("text/html");
  if (given === "1" || given === "0") return given === "1";
  throw new IndustryGraphError("BAD_ARGUMENT", `bom is 1 or 0, not ${given}.`);
}

/** The name and the ending of the last part of an address; the ending is undefined where there is none. */
function nameAndFormat(asked: string): { readonly name: string; readonly format: Format | undefined } {
  const dot = asked.lastIndexOf(".");
  if (dot < 0) return { name: asked, format: undefined };
  const format = asked.slice(dot + 1);
  if (isFormat(format)) return { name: asked.slice(0, dot), format };
  const forms = Object.keys(formats).map((one) => `.${one}`);
  throw new IndustryGraphError("NOT_FOUND", `There is no form .${format}: there are ${forms.join(", ")}.`);
}

/**
 * The rows as long as they are of one version of the data: what was read before a load and what after it is no table.
 * @throws IndustryGraphError NOT_READY once others answer
 */
async function* ofOneVersion<T>(
  batches: AsyncIterable<T>,
  answering: () => Promise<{ readonly version: string | null }>,
  version: string | null,
): AsyncGenerator<T> {
  for await (const batch of batches) {
    const now = await answering();
    if (now.version !== version)
      throw new IndustryGraphError(
        "NOT_READY",
        "Other data were loaded while the table was read: ask again.",
      );
    yield batch;
  }
}

/** Answers an operation in the form asked for; as GraphQL does where no form is named. */
async function answered(
  options: CatalogueOptions,
  operation: Operation,
  format: Format | undefined,
  request: Request,
) {
  const url = new URL(request.url);
  const variables = variablesFrom(
    operation,
    [...url.searchParams].filter(([name]) => !ours.has(name)),
  );
  const bom = bomOf(request, url.searchParams.getAll("bom"));
  const tagFor = (version: string | null): string => tagOf(version, `${url.pathname}${url.search} ${bom}`);
  const { version, whole } = await options.answering(request, tagFor);
  const tag = whole ? tagFor(version) : undefined;
  const headers = {
    ...(tag === undefined ? {} : { etag: tag }),
    "cache-control": "no-cache",
    vary: "accept, accept-encoding",
    ...(version === null ? {} : { "x-dataset-version": version }),
  };
  if (tag !== undefined && isFresh(request, tag)) return new Response(null, { status: 304, headers });
  const ask = options.ask(request);
  if (format === undefined) {
    const data = dataOf(await ask(operation, variables));
    return jsonResponse({ data, extensions: { datasetVersion: version } }, headers);
  }
  const { schema, ahead, askMany } = options;
  const long =
    ahead === undefined
      ? undefined
      : await longTable(schema, { ask, ...ahead(request) }, operation, variables);
  const read = { askMany: askMany?.(request) };
  const table = long ?? (await askTable(schema, ask, operation, variables, read));
  const checked = {
    ...table,
    batches: ofOneVersion(table.batches, async () => options.answering(request, tagFor), version),
  };
  return tableResponse(checked, { format, name: operation.name, version, bom, headers });
}

/** The routes of the catalogue. Errors are thrown as IndustryGraphError for the application to answer. */
export function catalogueRoutes(options: CatalogueOptions): Hono {
  const { schema, catalogue, answering } = options;
  /** A description of what there is to ask: as old as the data, whose version it tells. */
  const described = async (request: Request, body: (version: string | null) => object): Promise<Response> => {
    const tagFor = (version: string | null): string => tagOf(version, new URL(request.url).pathname);
    const { version, whole } = await answering(request, tagFor);
    const tag = whole ? tagFor(version) : undefined;
    const headers = tag === undefined ? undefined : { etag: tag, "cache-control": "no-cache" };
    return tag !== undefined && isFresh(request, tag)
      ? new Response(null, { status: 304, headers })
      : jsonResponse(body(version), headers);
  };
  const exports = exportOperations(schema);
  const app = new Hono();
  app.get("/openapi.json", (context) =>
    described(context.req.raw, (version) => openApi(catalogue, exports, version)),
  );
  app.get("/q", (context) =>
    described(context.req.raw, (datasetVersion) => ({
      datasetVersion,
      operations: [...catalogue.values()].map(toldOf),
    })),
  );
  app.get("/export", (context) =>
    described(context.req.raw, (datasetVersion) => ({
      datasetVersion,
      exports: [...exports.values()].map(toldOf),
    })),
  );
  app.get("/q/:name", (context) => {
    const { name, format } = nameAndFormat(context.req.param("name"));
    return answered(options, named(catalogue, name, "question", "/q"), format, context.req.raw);
  });
  app.get("/export/:name", (context) => {
    const { name, format } = nameAndFormat(context.req.param("name"));
    return answered(options, named(exports, name, "export", "/export"), format ?? "csv", context.req.raw);
  });
  return app;
}
