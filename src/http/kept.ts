// Answers to GET that may be kept until other data answer: their tag, and 304 where the asker has them.
import { isFresh, tagOf } from "../catalogue/answer.ts";
import { tellVersion, type Versions } from "../load/versions.ts";

/** The headers that say by what an answer may be kept; none but the version's while data are loaded. */
export async function keptHeaders(request: Request, versions: Versions, vary = "accept"): Promise<Headers> {
  const answering = await versions.now();
  const headers = new Headers({ "cache-control": "no-cache", vary });
  tellVersion(answering, (name, value) => headers.set(name, value));
  const { href } = new URL(request.url);
  if (answering.whole)
    headers.set("etag", tagOf(answering.version, `${href} ${request.headers.get("accept") ?? ""}`));
  return headers;
}

/** 304 where the asker has the answer with these headers. */
export function notModified(request: Request, headers: Headers): Response | undefined {
  const tag = headers.get("etag");
  return tag !== null && isFresh(request, tag) ? new Response(null, { status: 304, headers }) : undefined;
}
