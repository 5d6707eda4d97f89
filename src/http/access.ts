// What an address needs, and the token that a request shows. The gate asks here before anything answers, so an address
// that is added needs a scope without saying so: reading to be asked, importing to be sent anything.
import type { IncomingMessage } from "node:http";
import type { Access, Asker } from "../access/access.ts";
import type { Scope } from "../access/scopes.ts";
import { isIndustryGraphError } from "../errors.ts";

/** The cookie that a browser is given by /sign-in. */
export const tokenCookie = "industry-graph-token";

/** What a supervisor and a sign-in need, and files that hold no data. */
const open = /^\/(?:health|ready|sign-in|sign-out|icon\.svg|assets\/[\w-][\w.-]*)$/;

/** Questions that are sent: nothing is changed by them. */
const asked = new Set(["/graphql", "/mcp", "/reconcile"]);

/** Times that an address is decoded to find what it means: one that changes still is taken for the dearest. */
const rounds = 4;

/** A path as any router may come to read it; undefined where there is no end to it. */
function plainPath(path: string): string | undefined {
  let text = path;
  for (let round = 0; round < rounds; round++) {
    if (!text.includes("%")) return text;
    let next: string;
    try {
      next = decodeURIComponent(text);
    } catch {
      // Not text at all: what remains cannot be decoded by others either.
      next = text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
    }
    if (next === text) return text;
    text = next;
  }
  return undefined;
}

/** The scope that a request needs; undefined where none is. */
export function scopeFor({
  method = "GET",
  url = "/",
}: Pick<IncomingMessage, "method" | "url">): Scope | undefined {
  const raw = url.split("?", 1)[0] ?? "/";
  if (open.test(raw)) return undefined;
  if (method !== "GET" && method !== "HEAD") return asked.has(raw) ? "read" : "import";
  // As the router takes it: `..` is gone.
  const full = url.startsWith("/") ? `http://host${url}` : url;
  const path = URL.canParse(full) ? plainPath(new URL(full).pathname) : undefined;
  if (path === undefined) return "admin";
  if (/^\/+metrics\b/.test(path)) return "admin";
  // Lists of what there is are told to readers; all of a kind, and answers as files, are taken away.
  if (/^\/+export\/+[^/]/.test(path) || /^\/+q\/.*\./s.test(path) || /^\/+subgraph\./.test(path))
    return "export";
  return "read";
}

/** The token that a request shows, and whether it is a browser's from /sign-in. */
export function tokenOf({
  headers,
}: IncomingMessage): { readonly token: string; readonly isCookie: boolean } | undefined {
  // Of other schemes, a proxy before us may make use.
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "")?.[1];
  if (bearer !== undefined) return { token: bearer, isCookie: false };
  for (const part of headers.cookie?.split(";") ?? []) {
    const [name, value = ""] = part.trim().split("=", 2);
    if (name === tokenCookie && value !== "") return { token: value, isCookie: true };
  }
  return undefined;
}

/** Who asks. A browser's token that does not do any more counts as none. @throws IndustryGraphError where a token does not do */
export function whoAsks(incoming: IncomingMessage, access: Access): Asker | Promise<Asker> {
  const shown = tokenOf(incoming);
  const anybody = (error: unknown): Asker | Promise<Asker> => {
    if (shown?.isCookie === true && isIndustryGraphError(error, "UNAUTHENTICATED"))
      return access.askerOf(undefined);
    throw error;
  };
  try {
    const asker = access.askerOf(shown?.token);
    return asker instanceof Promise ? asker.catch(anybody) : asker;
  } catch (error) {
    return anybody(error);
  }
}

/** As what a request goes into the audit log: what is taken away, and what is sent; undefined where it does not. */
export function auditedAs(
  incoming: Pick<IncomingMessage, "method" | "url">,
): "export" | "import" | undefined {
  // What a browser asks before it asks takes and sends nothing.
  if (incoming.method === "OPTIONS") return undefined;
  const scope = scopeFor(incoming);
  return scope === "export" || scope === "import" ? scope : undefined;
}
