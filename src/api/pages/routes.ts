// The routes of the pages: what people read. They ask the public API only.
import { randomUUID } from "node:crypto";
import type { Context, Env, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { createGraphQLHandler } from "../yoga.ts";
import { readAssets, textResponse } from "./assets.ts";
import { pageHeaders } from "./policy.ts";
import { type Ask, pageOf, readRendering } from "./render.ts";

const unbuilt =
  "The pages have not been built: run `npm run build:web`, then start again. The API is at /graphql.";

/** Asks the handler of /graphql, with the limits and errors it has for everyone. */
function asking(graphql: ReturnType<typeof createGraphQLHandler>, from: Request) {
  return async (query: string, variables: unknown): Promise<unknown> => {
    const request = new Request(new URL("/graphql", from.url), {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query, variables }),
      signal: from.signal,
    });
    const response = await graphql.handleRequest(request, { request, requestId: randomUUID() } as never);
    return response.json();
  };
}

/** Whether a request is a browser's for something to read. */
export function wantsHtml(request: Request): boolean {
  return (
    (request.method === "GET" || request.method === "HEAD") &&
    (request.headers.get("accept") ?? "").includes("text/html")
  );
}

export interface Pages {
  /** Answers with the page at an address; with one that says so where there is none. */
  readonly respond: (context: Context) => Promise<Response>;
}

/** Adds the pages and their files to the application. */
export function addPages<Bindings extends Env>(
  app: Hono<Bindings>,
  graphql: ReturnType<typeof createGraphQLHandler>,
): Pages {
  const assets = readAssets();
  const rendering = readRendering();
  const respond = async (context: Context): Promise<Response> => {
    const request = context.req.raw;
    const made = await rendering;
    if (assets.template === undefined || made === undefined) return context.text(unbuilt, 503);
    const { pathname, searchParams } = new URL(request.url);
    const send = asking(graphql, request);
    const ask: Ask = async <T>(query: string, variables?: unknown) =>
      made.dataOf<T>(await send(query, variables));
    const rendered = await made.renderPage(
      { path: pathname, search: searchParams },
      ask,
      getCookie(context, "lang"),
    );
    const headers = new Headers(pageHeaders);
    headers.append("vary", "cookie");
    if (searchParams.has("lang")) {
      setCookie(context, "lang", rendered.language, { path: "/", sameSite: "Lax", maxAge: 31_536_000 });
      headers.set("set-cookie", context.res.headers.get("set-cookie") ?? "");
    }
    return textResponse(request, pageOf(assets.template, rendered), headers, rendered.status);
  };
  for (const path of ["/", "/search", "/list", "/policies", "/explore", "/entity/:id{.+}"])
    app.get(path, respond);
  app.get("/assets/*", (context) => assets.respond(context.req.raw, context.req.path) ?? context.notFound());
  app.get("/icon.svg", (context) => assets.respond(context.req.raw, context.req.path) ?? context.notFound());
  return { respond };
}
