// Answers to GET that may be kept until other data answer: their tag, and 304 where the asker has them.
import { isFresh, tagOf } from "../catalogue/answer.ts";
import { type Answering, tellVersion, type Versions } from "../load/versions.ts";

/** Which data answer a request. The store is not asked where it is only whether the asker's answer still holds, and it does. */
export const answeringTo = (
  request: Request,
  versions: Versions,
  tag: (version: string | null) => string,
): Promise<Answering> =>
  request.headers.has("if-none-match")
    ? versions.unless((version) => isFresh(request, tag(version)))
    : versions.now();

/** The headers that say by what an answer may be kept; none but the version's while data are loaded. */
export async function keptHeaders(request: Request, versions: Versions, vary = "accept"): Promise<Headers> {
  const { href } = new URL(request.url);
  const tag = (version: string | null): string =>
    tagOf(version, `${href} ${request.headers.get("accept") ?? ""}`);
  const answering = await answeringTo(request, versions, tag);
  const headers = new Headers({ "cache-control": "no-cache", vary });
  tellVersion(answering, (name, value) => headers.set(name, value));
  if (answering.whole) headers.set("etag", tag(answering.version));
  return headers;
}

/** 304 where the asker has the answer with these headers. */
export function notModified(request: Request, headers: Headers): Response | undefined {
  const tag = headers.get("etag");
  return tag !== null && isFresh(request, tag) ? new Response(null, { status: 304, headers }) : undefined;
}
