// The built files of the pages: read once, compressed once, served with an ETag and the headers that fit.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { packaged } from "../../packaged.ts";

/** Where `npm run build:web` leaves the pages. */
export const builtPages = join(dirname(packaged("package.json")), "dist-web");

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

interface Body {
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
}

function bodyOf(plain: Buffer, quality: number): Body {
  return {
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 20)}"`,
    plain: new Uint8Array(plain),
    gzip: new Uint8Array(gzipSync(plain, { level: 6 })),
    brotli: new Uint8Array(
      brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    ),
  };
}

function answer(request: Request, body: Body, headers: Headers, status = 200): Response {
  headers.set("etag", body.etag);
  headers.append("vary", "accept-encoding");
  if (status === 200 && request.headers.get("if-none-match")?.includes(body.etag) === true)
    return new Response(null, { status: 304, headers });
  const accepted = request.headers.get("accept-encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
  if (encoding !== undefined) headers.set("content-encoding", encoding);
  const bytes = encoding === "br" ? body.brotli : encoding === "gzip" ? body.gzip : body.plain;
  headers.set("content-length", String(bytes.length));
  return new Response(request.method === "HEAD" ? null : bytes, { status, headers });
}

/** Answers with a text made for this request, compressed, with an ETag of its content. */
export function textResponse(request: Request, text: string, headers: Headers, status: number): Response {
  return answer(request, bodyOf(Buffer.from(text), 4), headers, status);
}

export interface Assets {
  /** The file at a path of the address, or undefined where there is none. */
  readonly respond: (request: Request, path: string) => Response | undefined;
  /** The page that others are made from; undefined where the pages have not been built. */
  readonly template: string | undefined;
}

/** Reads the built files of a folder. */
export function readAssets(folder: string = builtPages): Assets {
  const files = new Map<string, { file: string; body?: Body }>();
  if (existsSync(folder)) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const path = relative(folder, join(folder, name)).split(sep).join("/");
      if (path.startsWith("server/") || path.endsWith(".html") || statSync(join(folder, name)).isDirectory())
        continue;
      files.set(`/${path}`, { file: join(folder, name) });
    }
  }
  const index = join(folder, "index.html");
  return {
    template: existsSync(index) ? readFileSync(index, "utf8") : undefined,
    respond(request, path) {
      const found = files.get(path);
      if (found === undefined) return undefined;
      found.body ??= bodyOf(readFileSync(found.file), 9);
      // Names under assets/ hold a hash of the content.
      const kept = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      const headers = new Headers({
        "content-type": types[extname(path)] ?? "application/octet-stream",
        "cache-control": kept,
        "x-content-type-options": "nosniff",
      });
      return answer(request, found.body, headers);
    },
  };
}
