// GraphiQL as one page without outside resources, compressed once and served with an ETag.
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import { samples } from "./samples.ts";

interface Page {
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

let page: Page | undefined;

/** The page, made at the first call: about 9 MB plain. */
function pageOf(): Page {
  if (page !== undefined) return page;
  const html = renderGraphiQL({
    title: "Industry Graph",
    endpoint: "/graphql",
    defaultQuery: samples[0]?.query,
    defaultTabs: samples.map(({ title, query }) => ({ query: `# ${title}\n${query}` })),
  });
  const plain = Buffer.from(html);
  page = {
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 20)}"`,
    plain,
    gzip: gzipSync(plain, { level: 6 }),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  };
  return page;
}

/** Answers a request for the page: 304 where the browser has it, else the smallest form it takes. */
export function graphiqlResponse(request: Request): Response {
  const made = pageOf();
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    etag: made.etag,
    vary: "accept-encoding, accept",
  });
  if (request.headers.get("if-none-match")?.includes(made.etag) === true)
    return new Response(null, { status: 304, headers });
  const accepted = request.headers.get("accept-encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
  if (encoding !== undefined) headers.set("content-encoding", encoding);
  const body = encoding === "br" ? made.brotli : encoding === "gzip" ? made.gzip : made.plain;
  headers.set("content-length", String(body.length));
  return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { headers });
}

/** Whether a request is a browser's for the page rather than a query. */
export function wantsPage(request: Request): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const accepts = request.headers.get("accept") ?? "";
  return accepts.includes("text/html") && !new URL(request.url).searchParams.has("query");
}
