// /graphql: the page for people, Yoga for programs.
import { Hono } from "hono";
import { IndustryGraphError } from "../../errors.ts";
import { errorBody } from "../errors.ts";
import { factsOf } from "../facts.ts";
import { graphiqlResponse, wantsPage } from "../graphiql.ts";
import type { ShortWay } from "../known.ts";
import type { RouteEnvironment } from "../routing.ts";
import type { createYogaHandler } from "../yoga.ts";

/** A request as Yoga is to read it. @throws IndustryGraphError where its form is wrong */
async function checked(request: Request): Promise<Request> {
  const { method, url, headers, signal } = request;
  if (method === "POST") {
    const type = headers.get("content-type")?.split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? "";
    // Forms may be sent by any page.
    if (type === "application/json" || type === "application/graphql+json") {
      const body = await request.text();
      if (isMap(body)) return new Request(url, { method, headers, body, signal });
      throw new IndustryGraphError("BAD_REQUEST", "The body must be an object in JSON, with the key query.");
    }
    throw new IndustryGraphError(
      "UNSUPPORTED_MEDIA_TYPE",
      `A question is sent as content-type application/json, not ${type || "without one"}.`,
    );
  }
  for (const name of ["variables", "extensions"]) {
    const given = new URL(url).searchParams.get(name);
    if (given !== null && given !== "" && !isMap(given))
      throw new IndustryGraphError("BAD_REQUEST", `The parameter ${name} must be an object in JSON.`);
  }
  // The answer to HEAD is that to GET without its body.
  return method === "HEAD" ? new Request(url, { headers, signal }) : request;
}

function isMap(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The routes of /graphql over Yoga's handler. */
export function graphqlRoutes(
  yoga: ReturnType<typeof createYogaHandler>,
  shortWay: ShortWay,
): Hono<RouteEnvironment> {
  const app = new Hono<RouteEnvironment>();
  app.all("/graphql", async (context) => {
    const { incoming } = context.env;
    const { raw } = context.req;
    if (wantsPage(raw)) return graphiqlResponse(raw);
    const request = await checked(raw);
    const facts = factsOf(incoming);
    const answered = shortWay.resultOf(incoming);
    const response = await yoga.handleRequest(request, { request, facts, answered } as never);
    if (raw.method === "HEAD")
      return new Response(null, { status: response.status, headers: [...response.headers] });
    if (response.status !== 406) return response;
    const error = new IndustryGraphError(
      "NOT_ACCEPTABLE",
      `Answers come as application/graphql-response+json or application/json, not as ${raw.headers.get("accept")}.`,
    );
    facts.codes = [error.code];
    return new Response(errorBody(error, facts.requestId), {
      status: 406,
      headers: { "content-type": "application/json; charset=utf-8" },
    });
  });
  return app;
}
