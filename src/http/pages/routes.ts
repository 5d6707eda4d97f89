// The routes of the pages: what people read. They ask the public API only.
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { RouteEnvironment, Routing } from "../routing.ts";
import { readAssets, textResponse } from "./assets.ts";
import { pageHeaders } from "./policy.ts";
import { type Ask, pageOf, readRendering } from "./render.ts";
import { createTexts } from "./texts.ts";

const unbuilt =
  "The pages have not been built: run `npm run build:web`, then start again. The API is at /graphql.";

/** Whether a request is a browser's for a page. */
export function wantsHtml(request: Request): boolean {
  return (
    (request.method === "GET" || request.method === "HEAD") &&
    (request.headers.get("accept") ?? "").includes("text/html")
  );
}

export interface Pages {
  readonly routes: Hono<RouteEnvironment>;
  /** Answers with the page at an address; with one that says so where there is none. */
  readonly respond: (context: Context) => Promise<Response>;
}

/** Creates the pages and their files. */
export function createPages(routing: Pick<Routing, "ask" | "settings">): Pages {
  const app = new Hono<RouteEnvironment>();
  const textOf = createTexts(routing.settings);
  const assets = readAssets();
  const rendering = readRendering();
  // Told to whoever asks for a page, not to the process.
  rendering.catch(() => undefined);
  const respond = async (context: Context): Promise<Response> => {
    const request = context.req.raw;
    const made = await rendering;
    if (assets.template === undefined || made === undefined) return context.text(unbuilt, 503);
    const { pathname, searchParams } = new URL(request.url);
    const ask: Ask = async <T>(query: string, variables?: Readonly<Record<string, unknown>>) => {
      const answer = await routing.ask(request, { query, variables });
      return made.dataOf<T>(JSON.parse(JSON.stringify(answer)));
    };
    const chosen = { lang: getCookie(context, "lang"), theme: getCookie(context, "theme") };
    const address = { path: pathname, search: searchParams };
    const rendered = await made.renderPage(address, ask, chosen, textOf);
    if ("to" in rendered) return context.redirect(rendered.to, 302);
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
  for (const file of ["/icon.svg", "/theme.js"])
    app.get(file, (context) => assets.respond(context.req.raw, file) ?? context.notFound());
  return { routes: app, respond };
}
