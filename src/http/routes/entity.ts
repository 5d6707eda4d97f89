// /entity/ID for programs: JSON, JSON-LD or Turtle by ending or Accept; the page is for people. A name in place of an
// id leads to the entity's own address, and so does the id of an entity that was merged into another.
import { type Context, Hono } from "hono";
import { textResponse } from "../../catalogue/answer.ts";
import { dataOf } from "../../catalogue/ask.ts";
import { IndustryGraphError, isIndustryGraphError } from "../../errors.ts";
import { type About, aboutOf } from "../../graphs/about.ts";
import {
  documentsOf,
  type Graph,
  type GraphEntity,
  type GraphPart,
  type Values,
} from "../../graphs/graph.ts";
import { jsonLd, turtle } from "../../graphs/linked.ts";
import { kindOf, kindOfId, relationOf } from "../../ontology/model.ts";
import { keptHeaders, notModified } from "../kept.ts";
import { wantsHtml } from "../pages/routes.ts";
import type { RouteEnvironment, Routes, Routing } from "../routing.ts";

const types = {
  json: "application/json; charset=utf-8",
  jsonld: "application/ld+json; charset=utf-8",
  ttl: "text/turtle; charset=utf-8",
} as const;
type Form = keyof typeof types;

/** Media types by which a form is asked for, the first that a request names. */
const accepted: readonly (readonly [string, Form])[] = [
  ["application/ld+json", "jsonld"],
  ["text/turtle", "ttl"],
  ["application/json", "json"],
];

/** The id and the form asked for; the form is undefined where the page is. */
function asked(request: Request, text: string): { readonly id: string; readonly form: Form | undefined } {
  const ending = /\.(json|jsonld|ttl)$/.exec(text);
  if (ending !== null) return { id: text.slice(0, ending.index), form: ending[1] as Form };
  const accepts = request.headers.get("accept") ?? "";
  const form = accepted.find(([type]) => accepts.includes(type))?.[1];
  return { id: text, form: wantsHtml(request) ? undefined : form };
}

/** Citations as addresses: the document's entry and the line. */
function cited(origin: string, sources: Values[string] | undefined, documents: Graph["documents"]) {
  return (Array.isArray(sources) ? sources.map(String) : []).map((text) => {
    const at = text.lastIndexOf(":");
    const document = documents.get(text.slice(0, at)) ?? null;
    const line = Number(text.slice(at + 1));
    const address = document === null ? null : `${origin}/entity/${document}#line-${line}`;
    return { document, stem: text.slice(0, at), line, address };
  });
}

function jsonOf(origin: string, version: string | null, about: About, documents: Graph["documents"]): object {
  const { entity, relations, others, cut } = about;
  const named = ({ id, kind, properties }: GraphEntity) => ({ id, kind, name: properties.name ?? null });
  const { id: _, sources, ...own } = entity.properties;
  const end = (id: string) => {
    const other = id === entity.id ? entity : others.get(id);
    return other === undefined ? { id } : named(other);
  };
  return {
    dataset_version: version,
    id: entity.id,
    kind: entity.kind,
    kind_title: kindOf(entity.kind).title,
    address: `${origin}/entity/${entity.id}`,
    ...own,
    sources: cited(origin, sources, documents),
    relations: relations.map(({ id, type, from, to, properties: { sources: said, ...known } }) => ({
      id,
      type,
      title: from === entity.id ? relationOf(type).title : relationOf(type).inverse,
      direction: from === entity.id ? "OUT" : "IN",
      other: end(from === entity.id ? to : from),
      ...known,
      sources: cited(origin, said, documents),
    })),
    cut,
  };
}

async function answered(routing: Routing, request: Request, id: string, form: Form): Promise<Response> {
  const headers = await keptHeaders(request, routing.versions);
  const same = notModified(request, headers);
  if (same !== undefined) return same;
  const options = { timeoutMs: routing.settings.TIMEOUT_MS };
  const [about, documents] = await Promise.all([
    aboutOf(routing.store, id, options),
    documentsOf(routing.store, options),
  ]);
  if (about === undefined)
    throw new IndustryGraphError("NOT_FOUND", `There is nothing with the id ${id}. /q/search finds names.`);
  const { origin } = new URL(request.url);
  const version = headers.get("x-dataset-version");
  headers.set("content-type", types[form]);
  if (about.cut) headers.set("x-cut", "true");
  if (form === "json")
    return textResponse(`${JSON.stringify(jsonOf(origin, version, about, documents), null, 1)}\n`, headers);
  async function* parts(): AsyncGenerator<GraphPart> {
    if (about !== undefined)
      yield { entities: [about.entity, ...about.others.values()], relations: about.relations };
  }
  const graph: Graph = { parts: parts(), version, documents, cut: about.cut };
  const pieces: string[] = [];
  for await (const piece of form === "jsonld" ? jsonLd(graph, origin) : turtle(graph, origin))
    pieces.push(piece);
  return textResponse(pieces.join(""), headers);
}

/** The id of what is called so. @throws IndustryGraphError NOT_READY, NOT_FOUND or AMBIGUOUS_NAME */
async function idOf({ ask }: Routing, request: Request, given: string): Promise<string> {
  const query = "query Entity($id: ID!) { node(id: $id) { id } }";
  try {
    return (dataOf(await ask(request, { query, variables: { id: given } })).node as { id: string }).id;
  } catch (error) {
    // In an address it is the page that is not there.
    if (!isIndustryGraphError(error, "UNKNOWN_NAME")) throw error;
    throw new IndustryGraphError("NOT_FOUND", `${error.message} /q/search finds names.`);
  }
}

/** Answers with the address of an entity, in the form that was asked for. */
function ledTo(
  context: Context<RouteEnvironment>,
  to: string,
  form: Form | undefined,
  moved: boolean,
): Response {
  const { search } = new URL(context.req.url);
  const ending = form === undefined ? "" : `.${form}`;
  // Two that are one may be two again: whoever keeps the redirect asks whether it still holds.
  context.header("cache-control", "no-cache");
  const address = `/entity/${encodeURIComponent(to).replaceAll("%3A", ":")}${ending}${search}`;
  return context.redirect(address, moved ? 301 : 302);
}

export const entityRoutes: Routes = (routing) => {
  const app = new Hono<RouteEnvironment>();
  app.get("/entity/:id{.+}", async (context: Context<RouteEnvironment>, next) => {
    const request = context.req.raw;
    const { id, form } = asked(request, context.req.param("id") ?? "");
    const found = await idOf(routing, request, id).catch((error: unknown) => {
      // The page tells by itself that there is none.
      if (form === undefined) return undefined;
      throw error;
    });
    if (found === undefined) return next();
    if (found !== id) return ledTo(context, found, form, kindOfId(id) !== undefined);
    return form === undefined ? next() : answered(routing, request, id, form);
  });
  return app;
};
