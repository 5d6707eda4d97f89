// The HTTP application: the groups of routes, and what is answered where there is none or where one fails.
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { errorCodes, IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { tellVersion } from "../load/versions.ts";
import { coded } from "./coding.ts";
import { again, type ErrorLog, isMasked } from "./errors.ts";
import { factsOf } from "./facts.ts";
import { errorAnswer } from "./pages/errors.ts";
import { styleSheets } from "./pages/plain.ts";
import { createPages, wantsHtml } from "./pages/routes.ts";
import { tooLarge } from "./refusal.ts";
import { catalogueRoutesOf } from "./routes/catalogue.ts";
import { cypherRoutes } from "./routes/cypher.ts";
import { entityRoutes } from "./routes/entity.ts";
import { healthRoutes } from "./routes/health.ts";
import { mcpRoutes } from "./routes/mcp.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { reconcileRoutes } from "./routes/reconcile.ts";
import { reviewRoutes } from "./routes/review.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { subgraphRoutes } from "./routes/subgraph.ts";
import { vocabularyRoutes } from "./routes/vocabulary.ts";
import { watchRoutes } from "./routes/watch.ts";
import type { RouteEnvironment, Routes, Routing } from "./routing.ts";

/** The groups of routes, each answering addresses of its own. */
const groups: readonly Routes[] = [
  healthRoutes,
  signInRoutes,
  catalogueRoutesOf,
  cypherRoutes,
  reviewRoutes,
  subgraphRoutes,
  vocabularyRoutes,
  mcpRoutes,
  metricsRoutes,
  reconcileRoutes,
  watchRoutes,
];

/**
 * By what answers differ, where a route says so, is added to what the gate has said; and what is told to one is kept
 * for no other, where others are answered from other data.
 */
function keepApart({ env, res }: Context<RouteEnvironment>, apart: boolean): void {
  const said = env.outgoing.getHeader("vary");
  const own = res.headers.get("vary");
  if (said !== undefined && own !== null) res.headers.set("vary", `${said}, ${own}`);
  const kept = res.headers.get("cache-control");
  if (apart && kept !== null && !/\b(?:private|no-store)\b/.test(kept))
    res.headers.set("cache-control", `private, ${kept.replace(/\bpublic,?\s*/, "")}`);
}

/**
 * The address without the slashes at its end, of this server whatever it begins with; undefined where there are none.
 * What is sent is not redirected: its sender is told.
 */
function withoutSlash({ method, url }: Request): string | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  const { pathname, search } = new URL(url);
  if (!pathname.endsWith("/") || /^\/+$/.test(pathname)) return undefined;
  return `/${pathname.replace(/^\/+|\/+$/g, "")}${search}`;
}

/**
 * Creates the application.
 * @param graphql the routes of /graphql
 * @param begin told of each request before its route
 */
export function createApp(
  routing: Routing,
  graphql: Hono<RouteEnvironment>,
  log: ErrorLog,
  begin: (context: Context<RouteEnvironment>) => void,
) {
  const { settings } = routing;
  const app = new Hono<RouteEnvironment>();
  // A body that does not say its size is counted as it is read.
  const limit = bodyLimit({
    maxSize: settings.MAX_BODY_BYTES,
    onError: (context) => {
      context.header("connection", "close");
      throw tooLarge(settings);
    },
  });
  app.use("*", async (context, next) => {
    begin(context);
    await next();
    // What is asked at /graphql is answered alike by two ways, one of them before this.
    if (context.req.path !== "/graphql") {
      const given = await coded(context.req.raw, context.res);
      // Else what was said before would be said of it as well.
      if (given !== context.res) {
        context.res = undefined;
        context.res = given;
      }
    }
    keepApart(context, routing.apart);
    if (!context.res.headers.has("x-dataset-version"))
      tellVersion(await routing.versions.recent(), (name, value) => context.header(name, value));
  });
  app.use("*", limit);
  const pages = createPages(routing);
  const styles = styleSheets();
  // Before the pages: what is asked for in another form, and names that lead to an entity.
  app.route("/", entityRoutes(routing));
  app.route("/", pages.routes);
  app.route("/", graphql);
  for (const group of groups) app.route("/", group(routing));
  app.notFound((context) => {
    const bare = withoutSlash(context.req.raw);
    if (bare !== undefined) return context.redirect(bare, 308);
    if (wantsHtml(context.req.raw)) return pages.respond(context);
    const message = `There is nothing at ${context.req.path}: ask /graphql, /health or /ready.`;
    throw new IndustryGraphError("NOT_FOUND", message);
  });
  app.onError((error, context) => {
    const facts = factsOf(context.env.incoming);
    const { requestId } = facts;
    const own = isIndustryGraphError(error) && !isMasked(error) ? error : undefined;
    if (own === undefined) log.error({ requestId, err: error }, "a request failed");
    const told =
      own ??
      new IndustryGraphError("INTERNAL", `Something went wrong here; the log has it under ${requestId}.`);
    facts.codes = [told.code];
    const { body, headers } = errorAnswer(context.env.incoming, told, styles);
    if (told.code === "NOT_READY") Object.assign(headers, again);
    return context.body(body, errorCodes[told.code] as never, headers);
  });
  return app;
}
