// /reconcile: the reconciliation protocol 0.2, for OpenRefine and others: names of a table are matched with entities.
import { type Context, Hono } from "hono";
import { z } from "zod";
import { dataOf } from "../../catalogue/ask.ts";
import { IndustryGraphError } from "../../errors.ts";
import { aboutOf } from "../../graphs/about.ts";
import { partOf } from "../../graphs/graph.ts";
import { longestName } from "../../ontology/characters.ts";
import { type Kind, kindEnum, propertiesOf } from "../../ontology/model.ts";
import { extendShape, mostQueries, parsed, type Query, queryShape, wrong } from "../../reconcile/asked.ts";
import { type Candidate, candidateOf, type Given, type Hit, ranked } from "../../reconcile/candidates.ts";
import { extended } from "../../reconcile/extend.ts";
import { manifest } from "../../reconcile/manifest.ts";
import { previewOf } from "../../reconcile/preview.ts";
import { askables, kindNamed, suggested, typeOf, types } from "../../reconcile/properties.ts";
import type { RouteEnvironment, Routes, Routing } from "../routing.ts";

const mostCandidates = 50;

function kindsOf({ type }: Query): Kind[] | undefined {
  const asked = (Array.isArray(type) ? type : type === undefined ? [] : [type]).filter((one) => one !== "");
  if (asked.length === 0) return undefined;
  return asked.map(
    (one) => kindNamed(one) ?? wrong(`there is no type ${one}; /reconcile/suggest/type lists them.`),
  );
}

const searchQuery = `query Reconcile($text: String!, $kinds: [EntityKind!], $first: Int!) {
  search(text: $text, kinds: $kinds, first: $first) { score reason differences entity { id } }
}`;

/** What search finds; nothing where there is no name to look for, or a text that is longer than any. */
async function hitsOf(
  { ask }: Routing,
  request: Request,
  text: string | undefined,
  kinds: readonly Kind[] | undefined,
  first: number,
): Promise<Hit[]> {
  if (text === undefined || text.trim() === "" || text.length > longestName) return [];
  const variables = { text, kinds: kinds?.map(kindEnum), first };
  const data = dataOf(await ask(request, { query: searchQuery, variables }));
  const found = data.search as (Omit<Hit, "id"> & { entity: { id: string } })[];
  // A table's name is compared with names: what is told of something else tells nothing of it.
  const named = found.filter(({ reason }) => reason !== "CONTENT");
  return named.map(({ entity, ...hit }) => ({ ...hit, id: entity.id }));
}

/** The entities that have a value which only one may have. */
async function bySigns(
  { store, settings }: Routing,
  kinds: readonly Kind[],
  given: readonly Given[],
): Promise<string[]> {
  const found: string[] = [];
  for (const kind of kinds)
    for (const { pid, values } of given) {
      if (propertiesOf(kind)[pid]?.unique !== true) continue;
      const rows = await store.read(
        `MATCH (n:${kind}) WHERE n.${pid} IN $values RETURN n.id AS id ORDER BY id LIMIT 10`,
        { values: values.map((one) => one.trim()) },
        { timeoutMs: settings.TIMEOUT_MS },
      );
      found.push(...rows.map(({ id }) => String(id)));
    }
  return found;
}

/** What relations lead to, by property: ids and names, to be compared with other columns. */
async function nearOf(
  { store, settings }: Routing,
  id: string,
  given: readonly Given[],
): Promise<Map<string, string[]>> {
  const wanted = askables().filter(
    ({ id: pid, source }) => source.is === "relation" && given.some((one) => one.pid === pid),
  );
  if (wanted.length === 0) return new Map();
  const about = await aboutOf(store, id, { timeoutMs: settings.TIMEOUT_MS });
  if (about === undefined) return new Map();
  return new Map(
    wanted.map((askable) => {
      const ends = extended(about, askable, askable.id);
      return [askable.id, ends.flatMap((one) => ("id" in one ? [one.id, one.name] : []))];
    }),
  );
}

async function candidates(routing: Routing, request: Request, query: Query): Promise<Candidate[]> {
  const kinds = kindsOf(query);
  const limit = Math.min(query.limit ?? 10, mostCandidates);
  const given = (query.properties ?? []).map(({ pid, v }): Given => ({ pid, values: [v].flat() }));
  const first = Math.min(mostCandidates, limit + 10);
  const text = query.query ?? given.find(({ pid }) => pid === "name")?.values[0];
  const hits = await hitsOf(routing, request, text, kinds, first);
  const byId = new Map(hits.map((hit) => [hit.id, hit]));
  const signed = await bySigns(routing, kinds ?? ["Enterprise", "Region"], given);
  const ids = [...new Set([...byId.keys(), ...signed])];
  if (ids.length === 0) return [];
  const { entities } = await partOf(routing.store, ids, { timeoutMs: routing.settings.TIMEOUT_MS });
  const found: Candidate[] = [];
  for (const entity of entities)
    found.push(candidateOf(entity, byId.get(entity.id), given, await nearOf(routing, entity.id, given)));
  return ranked(found, limit, (pid, kind) => propertiesOf(kind)[pid]?.unique === true);
}

async function reconciled(routing: Routing, request: Request, text: string): Promise<object> {
  const queries = Object.entries(parsed(z.record(z.string(), queryShape), "queries", text));
  if (queries.length > mostQueries) wrong(`at most ${mostQueries} queries at once, not ${queries.length}.`);
  const results: [string, object][] = [];
  for (const [key, query] of queries)
    results.push([key, { result: await candidates(routing, request, query) }]);
  return Object.fromEntries(results);
}

/** Lets a request through as a question does: limits, admission and log are those of an operation. */
async function admitted({ ask }: Routing, request: Request): Promise<void> {
  dataOf(await ask(request, { query: "query Extend { dataset { version } }" }));
}

async function extension(routing: Routing, request: Request, text: string): Promise<object> {
  const { ids, properties } = parsed(extendShape, "extend", text);
  const all = new Map(askables().map((one) => [one.id, one]));
  const asked = properties.map(
    ({ id }) => all.get(id) ?? wrong(`there is no property ${id}; /reconcile/suggest/property lists them.`),
  );
  await admitted(routing, request);
  const rows: [string, object][] = [];
  for (const id of ids) {
    const about = await aboutOf(routing.store, id, { timeoutMs: routing.settings.TIMEOUT_MS });
    const cells = asked.map((one) => [one.id, about === undefined ? [] : extended(about, one, one.id)]);
    rows.push([id, Object.fromEntries(cells)]);
  }
  return { meta: asked.map(({ id, name }) => ({ id, name })), rows: Object.fromEntries(rows) };
}

async function preview(routing: Routing, request: Request): Promise<Response> {
  const { searchParams, origin } = new URL(request.url);
  const id = searchParams.get("id") ?? wrong("id is missing.");
  await admitted(routing, request);
  const { entities: found } = await partOf(routing.store, [id], { timeoutMs: routing.settings.TIMEOUT_MS });
  const [entity] = found;
  if (entity === undefined) throw new IndustryGraphError("NOT_FOUND", `There is nothing with the id ${id}.`);
  const html = previewOf(origin, entity);
  // Shown within the page of another program: those that run on this machine, and those that may ask.
  const frames = ["http://localhost:*", "http://127.0.0.1:*", ...routing.settings.ALLOWED_ORIGINS];
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; frame-ancestors ${frames.join(" ")}`,
    },
  });
}

async function suggestEntities(routing: Routing, context: Context): Promise<object> {
  const text = context.req.query("prefix") ?? "";
  if (text.trim() === "") return { result: [] };
  const query =
    "query Suggest($text: String!) { search(text: $text, first: 10) { entity { id name kind summary } } }";
  const data = dataOf(await routing.ask(context.req.raw, { query, variables: { text } }));
  const hits = data.search as {
    entity: { id: string; name: string; kind: string; summary: string | null };
  }[];
  return {
    result: hits.map(({ entity: { id, name, kind, summary } }) => {
      const type = kindNamed(kind);
      return {
        id,
        name,
        ...(summary === null ? {} : { description: summary }),
        notable: type === undefined ? [] : [typeOf(type)],
      };
    }),
  };
}

/** The fields of a form, or of the address. */
async function fieldsOf(request: Request): Promise<URLSearchParams> {
  if (request.method !== "POST") return new URL(request.url).searchParams;
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded"))
    throw new IndustryGraphError(
      "UNSUPPORTED_MEDIA_TYPE",
      "/reconcile takes a form (application/x-www-form-urlencoded) with queries or extend.",
    );
  return new URLSearchParams(await request.text());
}

export const reconcileRoutes: Routes = (routing) => {
  const app = new Hono<RouteEnvironment>();
  app.on(["GET", "POST"], "/reconcile", async (context) => {
    const request = context.req.raw;
    const fields = await fieldsOf(request);
    const [queries, extend] = [fields.get("queries"), fields.get("extend")];
    if (queries !== null) return context.json(await reconciled(routing, request, queries));
    if (extend !== null) return context.json(await extension(routing, request, extend));
    if (request.method === "POST") return wrong("the form has neither queries nor extend.");
    return context.json(manifest(new URL(request.url).origin));
  });
  app.get("/reconcile/preview", (context) => preview(routing, context.req.raw));
  app.get("/reconcile/suggest/entity", async (context) =>
    context.json(await suggestEntities(routing, context)),
  );
  app.get("/reconcile/suggest/type", (context) =>
    context.json({ result: suggested(types, context.req.query("prefix") ?? "") }),
  );
  app.get("/reconcile/suggest/property", (context) =>
    context.json({ result: suggested(askables(), context.req.query("prefix") ?? "").slice(0, 50) }),
  );
  app.get("/reconcile/properties", (context) => {
    const type = context.req.query("type") ?? "";
    const kind = type === "" ? undefined : (kindNamed(type) ?? wrong(`there is no type ${type}.`));
    const limit = Number(context.req.query("limit") ?? 200);
    const all = askables(kind).map(({ id, name }) => ({ id, name }));
    const properties = Number.isInteger(limit) && limit > 0 ? all.slice(0, limit) : all;
    return context.json({ ...(kind === undefined ? {} : { type: kind }), limit, properties });
  });
  return app;
};
