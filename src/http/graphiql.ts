// GraphiQL as one page without outside resources, compressed once and served with an ETag.
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import { accessScript, accessStyle } from "./graphiql-access.ts";
import { questionBar, questionStyle } from "./graphiql-questions.ts";
import type { Tab } from "./graphiql-tabs.ts";

/** Its scripts stand in the page itself: only those run, and they reach nothing but this server. */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text ?? "");
  const hashes = scripts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src data:",
    "connect-src 'self'",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

interface Page {
  readonly policy: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/**
 * Beside GraphiQL's own style. Its tabs can be dragged; on a first visit they keep a place from before they had their
 * widths, and jump away under the press: so they stay where they are. On a narrow screen question and answer stand one
 * above the other, where they would be a letter wide side by side.
 */
const style = `<style>
.graphiql-tab { transform: none !important; }
.graphiql-logo { white-space: nowrap; }
@media (max-width: 700px) {
  #graphiql-session { flex-direction: column !important; }
  #graphiql-session > * { flex: 1 1 50% !important; max-width: none !important; min-height: 0; }
  #graphiql-session > .graphiql-horizontal-drag-bar, .graphiql-logo { display: none !important; }
  .graphiql-sidebar { width: 44px !important; padding: 0 !important; }
}${questionStyle}${accessStyle}
</style>`;

const mark = "first-variables";

type Opened = Pick<Tab, "query" | "variables">;

/**
 * What stands under Variables at first, as script that runs before GraphiQL begins: of an address with a question its
 * values; else those that an earlier visit has left. On a first visit the tabs are put where GraphiQL keeps them: by
 * itself it does so half a second after a change, and until then opens the question of an address over the first tab,
 * under that one's name. Before that, light or dark as chosen on the other pages.
 */
function firstVariables(tabs: readonly Opened[]): string {
  const ours = JSON.stringify(tabs).replaceAll("<", "\\u003c");
  return `(() => {
    const theme = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
    if (theme !== undefined) localStorage.setItem("graphiql:theme", theme);
    const asked = new URLSearchParams(location.search), query = asked.get("query");
    if (localStorage.getItem("graphiql:tabState") === null) {
      const tabs = ${ours}.map(({ query, variables }, index) => {
        const operationName = /^(?:query|subscription|mutation)\\s+(\\w+)/m.exec(query)?.[1] ?? null;
        return { id: "sample-" + index, hash: null, title: operationName ?? "<untitled>", query, variables,
          headers: null, operationName, response: null };
      });
      localStorage.setItem("graphiql:tabState", JSON.stringify({ tabs, activeTabIndex: 0 }));
      localStorage.setItem("graphiql:query", tabs[0]?.query ?? "");
      localStorage.setItem("graphiql:variables", tabs[0]?.variables ?? "");
    }
    if (query === null) return undefined;
    // A question without values that no tab has comes from elsewhere: the values of another are not its own.
    const known = localStorage.getItem("graphiql:tabState").includes(JSON.stringify(query));
    return asked.get("variables") ?? (known ? undefined : "");
  })()`;
}

/** The page: about 9 MB plain. */
function makePage(all: readonly Tab[]): Page {
  const open = all.filter(({ isOpen }) => isOpen);
  const tabs = (open.length === 0 ? all.slice(0, 1) : open).map(({ query, variables }) => ({
    query,
    variables,
  }));
  const given = renderGraphiQL({
    title: "Industry Graph",
    endpoint: "/graphql",
    defaultQuery: tabs[0]?.query,
    defaultTabs: tabs,
    // Told apart from what the address or an earlier visit has: see firstVariables.
    ...({ initialVariables: mark } as object),
  });
  // The end of the page itself: its scripts have such an end in texts too.
  const end = given.lastIndexOf("</body>");
  const html = `${given.slice(0, end)}${accessScript}${given.slice(end)}`
    .replace("</head>", () => `${style}</head>`)
    .replace('<div id="root">', (root) => `${questionBar(all)}${root}`)
    .replace(`"initialVariables":"${mark}"`, () => `"initialVariables":${firstVariables(tabs)}`);
  const plain = Buffer.from(html);
  return {
    policy: policyOf(html),
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 20)}"`,
    plain,
    gzip: gzipSync(plain, { level: 6 }),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  };
}

export interface GraphiqlOptions {
  /** The tabs for the data that are loaded, asked for on behalf of a request. */
  readonly tabs: (request: Request) => Promise<readonly Tab[]>;
  /** Which data these are. */
  readonly version: () => Promise<string | null>;
}

/** What answers requests for the page. It is made at the first, and anew when other data have been loaded. */
export function createGraphiql({ tabs, version }: GraphiqlOptions): (request: Request) => Promise<Response> {
  let kept: { readonly version: string | null; readonly made: Promise<Page> } | undefined;
  return async (request) => {
    const now = await version();
    if (kept === undefined || kept.version !== now) {
      const made = tabs(request).then(makePage);
      const making = { version: now, made };
      kept = making;
      // The next request tries again.
      made.catch(() => {
        if (kept === making) kept = undefined;
      });
    }
    return respond(request, await kept.made);
  };
}

/** 304 where the browser has the page, else the smallest form it takes. */
function respond(request: Request, made: Page): Response {
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": made.policy,
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

/** Whether a request is a browser's for the page; one with `?query=` opens that question in it. */
export function wantsPage(request: Request): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const accepts = request.headers.get("accept") ?? "";
  return accepts.includes("text/html");
}
