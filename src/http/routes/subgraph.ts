// /subgraph.gexf and so on: what lies around entities as a file for graph programs, or as linked data.
import { type Context, Hono } from "hono";
import { textResponse } from "../../catalogue/answer.ts";
import { dataOf } from "../../catalogue/ask.ts";
import { IndustryGraphError } from "../../errors.ts";
import { graphFormats, isGraphFormat } from "../../graphs/formats.ts";
import { documentsOf, type Graph, partOf } from "../../graphs/graph.ts";
import type { Layout } from "../../graphs/json.ts";
import { kindEnum, kindNames, kindOf } from "../../ontology/model.ts";
import { keptHeaders, notModified } from "../kept.ts";
import type { RouteEnvironment, Routes, Routing } from "../routing.ts";

/** Entities that several addresses in one may be about. */
const mostIds = 20;

const wrong = (message: string): never => {
  throw new IndustryGraphError("BAD_ARGUMENT", `/subgraph: ${message}`);
};

const takes =
  "it takes id (one or several, names too), hops (1 to 4), limit, perKind, kinds, and for .json layout=node-link or cytoscape";
const known = new Set(["id", "hops", "limit", "perKind", "kinds", "layout"]);

function whole(given: URLSearchParams, name: string): number | undefined {
  const text = given.get(name);
  if (text === null || text === "") return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : wrong(`${name} is a whole number, not ${text}.`);
}

function kindsIn(given: URLSearchParams): string[] | undefined {
  const asked = given
    .getAll("kinds")
    .flatMap((text) => text.split(","))
    .filter((text) => text !== "");
  if (asked.length === 0) return undefined;
  return asked.map((text) => {
    // As everywhere a kind is named: by its label, as the API calls it, or by its title in either language.
    const kind = kindNames.find((one) => {
      const { title } = kindOf(one);
      return [one, kindEnum(one), title.zh, title.en].some(
        (name) => name.toLowerCase() === text.trim().toLowerCase(),
      );
    });
    return kind === undefined
      ? wrong(`there is no kind ${text}; there are ${kindNames.join(", ")}.`)
      : kindEnum(kind);
  });
}

function layoutIn(given: URLSearchParams): Layout {
  const text = given.get("layout") ?? "node-link";
  return text === "node-link" || text === "cytoscape"
    ? text
    : wrong(`layout is node-link or cytoscape, not ${text}.`);
}

interface Around {
  readonly nodes: readonly { readonly id: string }[];
  readonly truncated: boolean;
}

/** The ids around those asked for, by the operation that limits and names every question. */
async function around({ ask }: Routing, request: Request, given: URLSearchParams) {
  const ids = given.getAll("id").filter((id) => id !== "");
  if (ids.length === 0) wrong(`id is missing; ${takes}.`);
  if (ids.length > mostIds) wrong(`at most ${mostIds} ids at once, not ${ids.length}.`);
  const shared = {
    hops: whole(given, "hops"),
    limit: whole(given, "limit"),
    perKind: whole(given, "perKind"),
    kinds: kindsIn(given),
  };
  const fields = ids.map(
    (_, index) =>
      `n${index}: neighbourhood(id: $id${index}, hops: $hops, limit: $limit, perKind: $perKind, kinds: $kinds) { truncated nodes { id } }`,
  );
  const query = `query Subgraph(${ids.map((_, index) => `$id${index}: ID!`).join(", ")}, $hops: Int = 1, $limit: Int = 100, $perKind: Int, $kinds: [EntityKind!]) { ${fields.join(" ")} }`;
  const named = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
  const defined = Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined));
  const data = dataOf(await ask(request, { query, variables: { ...named, ...defined } }));
  const found = ids.map((id, index) => {
    const one = data[`n${index}`] as Around;
    if (one.nodes.length === 0)
      throw new IndustryGraphError("NOT_FOUND", `There is nothing with the id ${id}. /q/search finds names.`);
    return one;
  });
  return {
    ids: [...new Set(found.flatMap(({ nodes }) => nodes.map(({ id }) => id)))],
    cut: found.some(({ truncated }) => truncated),
  };
}

async function answer(routing: Routing, context: Context<RouteEnvironment>): Promise<Response> {
  const request = context.req.raw;
  const { searchParams, origin } = new URL(request.url);
  const format = context.req.path.slice("/subgraph.".length);
  if (!isGraphFormat(format)) {
    const forms = Object.keys(graphFormats).map((one) => `.${one}`);
    throw new IndustryGraphError("NOT_FOUND", `There is no form .${format}: there are ${forms.join(", ")}.`);
  }
  for (const name of searchParams.keys()) if (!known.has(name)) wrong(`there is no ${name}; ${takes}.`);
  const layout = layoutIn(searchParams);
  const headers = await keptHeaders(request, routing.versions);
  const same = notModified(request, headers);
  if (same !== undefined) return same;
  const { ids, cut } = await around(routing, request, searchParams);
  const options = { timeoutMs: routing.settings.TIMEOUT_MS };
  const [part, documents] = await Promise.all([
    partOf(routing.store, ids, options),
    documentsOf(routing.store, options),
  ]);
  async function* parts() {
    yield part;
  }
  const version = headers.get("x-dataset-version");
  const graph: Graph = { parts: parts(), version, documents, cut };
  const { type, write } = graphFormats[format];
  const pieces: string[] = [];
  for await (const piece of write(graph, { base: origin, layout })) pieces.push(piece);
  headers.set("content-type", type);
  headers.set("content-disposition", `attachment; filename="subgraph.${format}"`);
  if (cut) headers.set("x-cut", "true");
  return textResponse(pieces.join(""), headers);
}

export const subgraphRoutes: Routes = (routing) => {
  const app = new Hono<RouteEnvironment>();
  app.get("/:file{subgraph\\..+}", (context) => answer(routing, context));
  return app;
};
