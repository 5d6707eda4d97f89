// /graphql: the page for people, Yoga for programs.
import { Hono } from "hono";
import { isFresh, tagOf } from "../../catalogue/answer.ts";
import type { TrustedDocuments } from "../../catalogue/trusted.ts";
import { IndustryGraphError } from "../../errors.ts";
import { tellVersion, type Versions } from "../../load/versions.ts";
import { errorBody } from "../errors.ts";
import { factsOf } from "../facts.ts";
import { type createGraphiql, wantsPage } from "../graphiql.ts";
import { answeringTo } from "../kept.ts";
import type { ShortWay } from "../known.ts";
import type { RouteEnvironment } from "../routing.ts";
import type { Streams } from "../streams.ts";
import type { createYogaHandler } from "../yoga.ts";

/** How questions are asked; the gate answers OPTIONS. */
const methods: readonly string[] = ["GET", "HEAD", "POST", "OPTIONS"];

/** @throws IndustryGraphError BAD_REQUEST where nothing is asked */
function requireQuery(query: unknown): void {
  if (typeof query === "string" && query.trim() !== "") return;
  throw new IndustryGraphError(
    "BAD_REQUEST",
    "Nothing is asked: give `query`, the text of a question, or `documentId`, the name of one of /q.",
  );
}

/** A request as Yoga is to read it, with the text of the document that it names. @throws IndustryGraphError where its form is wrong */
async function checked(request: Request, trusted: TrustedDocuments): Promise<Request> {
  const { method, url, headers, signal } = request;
  if (method === "POST") {
    const type = headers.get("content-type")?.split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? "";
    // Forms may be sent by any page.
    if (type === "application/json" || type === "application/graphql+json") {
      const body = await request.text();
      const asked = mapIn(body);
      if (asked !== undefined) {
        const named = trusted.named(asked);
        requireQuery(named.query);
        const text = named === asked ? body : JSON.stringify(named);
        return new Request(url, { method, headers, body: text, signal });
      }
      throw new IndustryGraphError(
        "BAD_REQUEST",
        "The body must be an object in JSON, with the key query or documentId.",
      );
    }
    throw new IndustryGraphError(
      "UNSUPPORTED_MEDIA_TYPE",
      `A question is sent as content-type application/json, not ${type || "without one"}.`,
    );
  }
  const address = new URL(url);
  const { searchParams } = address;
  const maps = ["variables", "extensions"].map((name) => {
    const given = searchParams.get(name);
    const map = given === null || given === "" ? undefined : mapIn(given);
    if (given !== null && given !== "" && map === undefined)
      throw new IndustryGraphError("BAD_REQUEST", `The parameter ${name} must be an object in JSON.`);
    return map;
  });
  const asked = {
    documentId: searchParams.get("documentId") ?? undefined,
    query: searchParams.get("query") ?? undefined,
    extensions: maps[1],
  };
  const { query } = trusted.named(asked);
  requireQuery(query);
  if (typeof query === "string" && query !== asked.query) {
    for (const name of ["documentId", "extensions"]) searchParams.delete(name);
    searchParams.set("query", query);
    return new Request(address, { headers, signal });
  }
  // The answer to HEAD is that to GET without its body.
  return method === "HEAD" ? new Request(url, { headers, signal }) : request;
}

function mapIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** By what a question asked by GET may be kept: until other data answer. What is explained is not, nor while data are loaded. */
async function keptHeaders(request: Request, versions: Versions) {
  if (request.headers.has("x-explain") || request.headers.has("x-cost")) return undefined;
  const { pathname, search } = new URL(request.url);
  const tag = (version: string | null): string =>
    tagOf(version, `${pathname}${search} ${request.headers.get("accept")}`);
  const answering = await answeringTo(request, versions, tag).catch(() => undefined);
  if (answering?.whole !== true) return undefined;
  const headers = { etag: tag(answering.version), "cache-control": "no-cache", vary: "accept" };
  tellVersion(answering, (name, value) => Object.assign(headers, { [name]: value }));
  return headers;
}

export interface GraphqlRoutes {
  readonly yoga: ReturnType<typeof createYogaHandler>;
  readonly shortWay: ShortWay;
  readonly streams: Streams;
  readonly trusted: TrustedDocuments;
  readonly versions: Versions;
  readonly graphiql: ReturnType<typeof createGraphiql>;
}

/** The routes of /graphql over Yoga's handler. */
export function graphqlRoutes({
  yoga,
  shortWay,
  streams,
  trusted,
  versions,
  graphiql,
}: GraphqlRoutes): Hono<RouteEnvironment> {
  const app = new Hono<RouteEnvironment>();
  app.all("/graphql", async (context) => {
    const { incoming } = context.env;
    const { raw } = context.req;
    if (wantsPage(raw)) return await graphiql(raw);
    if (!methods.includes(raw.method)) {
      context.header("allow", methods.join(", "));
      throw new IndustryGraphError(
        "METHOD_NOT_ALLOWED",
        `A question is asked by GET or POST, not by ${raw.method}.`,
      );
    }
    const request = await checked(raw, trusted);
    const facts = factsOf(incoming);
    const stream = await streams.answer(request, context.env);
    if (stream !== undefined) return stream;
    const kept = raw.method === "POST" ? undefined : await keptHeaders(raw, versions);
    if (kept !== undefined && isFresh(raw, kept.etag))
      return new Response(null, { status: 304, headers: kept });
    const answered = shortWay.resultOf(incoming);
    const response = await yoga.handleRequest(request, { request, facts, answered } as never);
    if (kept !== undefined && response.status === 200 && facts.codes === undefined)
      for (const [name, value] of Object.entries(kept)) response.headers.set(name, value);
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
