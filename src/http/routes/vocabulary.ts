// /vocabulary: what the names of the linked data mean; /shapes: what the data keep to. Both as Turtle and JSON-LD.
import { Hono } from "hono";
import { textResponse } from "../../catalogue/answer.ts";
import { objectsOf, prefixesFor, turtleOf } from "../../graphs/linked.ts";
import { addresses } from "../../graphs/rdf.ts";
import { shapeQuads, vocabularyQuads } from "../../graphs/vocabulary.ts";
import { keptHeaders, notModified } from "../kept.ts";
import { wantsHtml } from "../pages/routes.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

const texts = { vocabulary: vocabularyQuads, shapes: shapeQuads } as const;

export const vocabularyRoutes: Routes = ({ versions }) => {
  const app = new Hono<RouteEnvironment>();
  for (const name of ["vocabulary", "shapes"] as const) {
    for (const ending of ["", ".ttl", ".jsonld"]) {
      app.get(`/${name}${ending}`, async (context) => {
        const request = context.req.raw;
        const headers = await keptHeaders(request, versions);
        const same = notModified(request, headers);
        if (same !== undefined) return same;
        const { origin } = new URL(request.url);
        const quads = texts[name](addresses(origin));
        const accepts = request.headers.get("accept") ?? "";
        if (ending === ".jsonld" || (ending === "" && accepts.includes("application/ld+json"))) {
          const linked = prefixesFor(origin);
          headers.set("content-type", "application/ld+json; charset=utf-8");
          const objects = await objectsOf(quads, linked);
          return textResponse(JSON.stringify({ "@context": linked, "@graph": objects }, null, 1), headers);
        }
        // Somebody who follows a name in a browser reads it there.
        headers.set("content-type", `${wantsHtml(request) ? "text/plain" : "text/turtle"}; charset=utf-8`);
        return textResponse(await turtleOf(quads, prefixesFor(origin)), headers);
      });
    }
  }
  return app;
};
