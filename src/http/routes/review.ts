// The address of reviews, /review: only for whoever sits at the machine, as answers are written into the layer's folder.
import { statSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { userInfo } from "node:os";
import { basename, join, resolve } from "node:path";
import { type Context, Hono } from "hono";
import { setCookie } from "hono/cookie";
import { z } from "zod";
import { isLoopback, type Settings } from "../../config.ts";
import { IndustryGraphError } from "../../errors.ts";
import { layersOf } from "../../load/layers.ts";
import { hasClaims } from "../../load/merges.ts";
import { matchesFile, pairKey } from "../../match/decisions.ts";
import { reviewPage } from "../../review/page.ts";
import { decide, isOpen, readPairs } from "../../review/pairs.ts";
import { compareRecords, onlyOf, readRecords } from "../../review/records.ts";
import { formOf } from "../form.ts";
import { readAssets } from "../pages/assets.ts";
import { nothingPage } from "../pages/nothing-to-review.ts";
import { isRead, pageHeader, styleSheets, type Wishes, wishesOf } from "../pages/plain.ts";
import { pageHeaders } from "../pages/policy.ts";
import { isOwn } from "../refusal.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

/** Headers by which a proxy says that it asks for another machine. */
const forwarded = ["forwarded", "x-forwarded-for", "x-real-ip"] as const;

/** Refuses whoever is not at this machine, and pages of any other origin, allowed ones too. */
function onlyHere(incoming: IncomingMessage): void {
  const address = (incoming.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const { headers } = incoming;
  const site = headers["sec-fetch-site"];
  const elsewhere =
    !isLoopback(address) ||
    forwarded.some((name) => headers[name] !== undefined) ||
    (headers.origin !== undefined && !isOwn(headers.origin, incoming)) ||
    (incoming.method === "POST" && site !== undefined && site !== "same-origin");
  if (elsewhere)
    throw new IndustryGraphError(
      "FORBIDDEN_ORIGIN",
      "Reviews are for whoever sits at this machine, on the server's own page: open /review there, or use `industry-graph review`.",
    );
}

/** The layers that have something to review, the first asked for one named. */
function layerOf({ SEED_DIR }: Settings, wanted: string | undefined) {
  const folders = layersOf(SEED_DIR);
  const found = folders.filter(hasClaims);
  const layer = wanted === undefined ? found[0] : found.find((one) => basename(resolve(one)) === wanted);
  if (layer === undefined)
    throw new IndustryGraphError(
      "NOT_FOUND",
      wanted === undefined
        ? `No layer of SEED_DIR (${folders.map((one) => basename(resolve(one))).join(", ")}) has a ${matchesFile}: \`industry-graph import FILE --into my-data\` writes one.`
        : `There is nothing to review in a layer ${wanted}; there are ${found.map((one) => basename(resolve(one))).join(", ")}.`,
    );
  return { layer, folders, names: found.map((one) => basename(resolve(one))) };
}

/** Reads the records of a layer's pairs again only where a file that they come from has changed. */
function newRecords() {
  interface Held {
    readonly key: string;
    readonly known: ReturnType<typeof readRecords>;
    readonly own: ReturnType<typeof onlyOf>;
  }
  let held: Held | undefined;
  return (layer: string, folders: readonly string[], ids: ReadonlySet<string>): Omit<Held, "key"> => {
    const changed = folders.flatMap((folder) =>
      ["", "entities", "relations", "entities/Enterprise.csv", matchesFile].map(
        (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
      ),
    );
    const key = JSON.stringify([layer, folders, changed, ids.size]);
    if (held?.key !== key) held = { key, known: readRecords(folders, ids), own: onlyOf(layer, folders, ids) };
    return held;
  };
}

const answer = z.object({
  layer: z.string(),
  id: z.string(),
  other: z.string(),
  answer: z.enum(["same", "different", "later"]),
  at: z.coerce.number().int().min(0).default(0),
  by: z.string().max(100).default(""),
  why: z.string().max(1_000).default(""),
});

/** Whoever runs the server; a machine may have no name for them. */
function whoever(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}

const wishes = (context: Context): Wishes => wishesOf(context.req.url, (name) => context.req.header(name));

/** Decided pairs that are shown, to be taken back. */
const mostShown = 50;

export const reviewRoutes: Routes = ({ settings, apart }) => {
  const app = new Hono<RouteEnvironment>();
  const assets = readAssets();
  const records = newRecords();
  /** The pairs of a layer. Where layers are hidden, one of whose records a hidden layer has is for whoever sees that. */
  const pairsOf = (layer: string, folders: readonly string[]) => {
    const pairs = readPairs(layer);
    const { known, own } = records(layer, folders, new Set(pairs.flatMap(({ id, other }) => [id, other])));
    const seen = apart ? pairs.filter(({ id, other }) => known.has(id) && known.has(other)) : pairs;
    return { pairs: seen, known, own };
  };
  const shared = styleSheets();
  const styles = [...shared, "/review/review.css"];
  for (const file of ["/review/review.js", "/review/review.css"])
    app.get(file, (context) => assets.respond(context.req.raw, file) ?? context.notFound());
  app.get("/review", (context) => {
    onlyHere(context.env.incoming);
    const wanted = context.req.query("layer");
    const there = layersOf(settings.SEED_DIR)
      .filter(hasClaims)
      .map((one) => basename(resolve(one)));
    const header = (name: string) => context.req.header(name);
    if (isRead("GET", header) && (wanted === undefined ? there.length === 0 : !there.includes(wanted))) {
      const headers = { ...pageHeaders, "cache-control": "no-store" };
      return context.html(nothingPage(there, shared, wishes(context)), 404, headers);
    }
    const { layer, folders, names } = layerOf(settings, wanted);
    const { pairs, known, own } = pairsOf(layer, folders);
    const open = pairs.filter(isOpen);
    const asked = Number(context.req.query("at") ?? 0);
    const at = Number.isInteger(asked) && asked > 0 && asked < open.length ? asked : 0;
    const pair = open[at];
    const fields = pair === undefined ? [] : compareRecords(known.get(pair.id), known.get(pair.other));
    const page = reviewPage({
      ...wishes(context),
      header: pageHeader(wishes(context)),
      styles,
      layers: names,
      layer: basename(resolve(layer)),
      open,
      decided: pairs.filter(({ decision }) => decision !== undefined).slice(0, mostShown),
      at,
      fields,
      otherIsOwn: pair !== undefined && own.has(pair.other),
      by: whoever(),
    });
    const lang = context.req.query("lang");
    if (lang === "zh" || lang === "en")
      setCookie(context, "lang", lang, { path: "/", sameSite: "Lax", maxAge: 31_536_000 });
    // Forms of a page without a referrer say that they come from nowhere.
    return context.html(page, 200, {
      ...pageHeaders,
      "cache-control": "no-store",
      "referrer-policy": "same-origin",
    });
  });
  app.post("/review", async (context) => {
    onlyHere(context.env.incoming);
    const parsed = answer.safeParse(await formOf(context));
    if (!parsed.success)
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `An answer has ${parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")}.`,
      );
    const { data } = parsed;
    const { layer, folders } = layerOf(settings, data.layer);
    const pair = pairsOf(layer, folders).pairs.find(
      (one) => pairKey(one.id, one.other) === pairKey(data.id, data.other),
    );
    if (pair === undefined)
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `${data.id} and ${data.other} are no pair of ${data.layer}.`,
      );
    const wasOpen = isOpen(pair);
    decide(layer, pair, data.answer, {
      by: data.by || whoever(),
      why: data.why,
      at: new Date().toISOString().slice(0, 10),
    });
    const next = data.answer === "later" && wasOpen ? data.at + 1 : data.at;
    return context.redirect(`/review?layer=${encodeURIComponent(data.layer)}&at=${next}`, 303);
  });
  return app;
};
