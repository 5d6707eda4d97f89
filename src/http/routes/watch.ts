// The digests of watches, to be fetched: /watch/NAME.atom. Who is told by a webhook is no reader's business, nor how.
import { createHash } from "node:crypto";
import { Hono } from "hono";
import { isFresh } from "../../catalogue/answer.ts";
import { IndustryGraphError } from "../../errors.ts";
import { atomFeed } from "../../watch/feed.ts";
import { journalPath, readWatch, watchesPath } from "../../watch/folder.ts";
import { readJournal } from "../../watch/journal.ts";
import { stateOf, type WatchEvent } from "../../watch/records.ts";
import type { Watch } from "../../watch/watch.ts";
import { notTheirs } from "../errors.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

const ending = ".atom";

/** A watch and its record. */
function recordOf(folder: string, name: string): [Watch | undefined, readonly WatchEvent[]] {
  try {
    const watch = readWatch(folder, name);
    return [watch, watch === undefined ? [] : readJournal(journalPath(folder, name)).events];
  } catch (error) {
    throw notTheirs(error);
  }
}

export const watchRoutes: Routes = ({ settings }) => {
  const app = new Hono<RouteEnvironment>();
  const folder = watchesPath(settings);
  app.get("/watch/:file", (context) => {
    const file = context.req.param("file");
    const name = file.endsWith(ending) ? file.slice(0, -ending.length) : "";
    const [watch, events] = recordOf(folder, name);
    if (watch === undefined)
      throw new IndustryGraphError(
        "NOT_FOUND",
        `There is no feed at ${context.req.path}: it is /watch/NAME.atom, with the name of a watch.`,
      );
    const { origin } = new URL(context.req.url);
    const feed = atomFeed(watch, stateOf(events, false), origin);
    const headers = {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": "no-cache",
      etag: `W/"${createHash("sha256").update(feed).digest("base64url").slice(0, 22)}"`,
    };
    return isFresh(context.req.raw, headers.etag)
      ? new Response(null, { status: 304, headers })
      : new Response(feed, { headers });
  });
  return app;
};
