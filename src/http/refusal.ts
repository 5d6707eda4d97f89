// What is refused before anything else looks at it: names and origins that are not ours, bodies that are too large,
// and everything once the server is stopping.
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { isLoopback, type Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";

/** The name in a Host header, without port and brackets; undefined where it is none. */
function nameIn(host: string | undefined): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]/@]+))(?::(\d{1,5}))?$/i.exec(host ?? "");
  // An address with a port that cannot be is none that anything could read.
  if (Number(match?.[3] ?? 0) > 65_535) return undefined;
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

/** An address as it is written in a Host header: an IPv4 one that arrives over IPv6 is that IPv4 one. */
const plain = (address: string | undefined): string => (address ?? "").replace(/^::ffff:/, "");

function isOurs(name: string, incoming: IncomingMessage, { HOST, ALLOWED_HOSTS }: Settings): boolean {
  return (
    isLoopback(name) ||
    name === HOST.toLowerCase() ||
    ALLOWED_HOSTS.includes("*") ||
    ALLOWED_HOSTS.some((one) => one.toLowerCase() === name) ||
    // An address cannot be taken over by a name's owner, as a name can be pointed at ours.
    (isIP(name) > 0 && name === plain(incoming.socket.localAddress))
  );
}

/** Whether an origin is the one under which the server itself is asked. */
export const isOwn = (origin: string, { headers }: IncomingMessage): boolean =>
  URL.canParse(origin) && new URL(origin).host === headers.host?.toLowerCase();

/** Whether a page of that origin may ask: the server's own pages, and those allowed. */
const mayAsk = (origin: string, incoming: IncomingMessage, { ALLOWED_ORIGINS }: Settings): boolean =>
  ALLOWED_ORIGINS.includes("*") || ALLOWED_ORIGINS.includes(origin) || isOwn(origin, incoming);

/** Whether a browser says that another site's page asks, and not that somebody follows a link. */
function isOthers({ method, headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return false;
  return !(headers["sec-fetch-mode"] === "navigate" && (method === "GET" || method === "HEAD"));
}

/** Whether a header that may be there once is there again: whoever reads the other one takes it for another request. */
function isDouble(wanted: string, { rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === wanted.length && rawHeaders[at]?.toLowerCase() === wanted) count += 1;
  return count > 1;
}

/** Why a request is refused; undefined where it is not. */
export function refusalOf(
  incoming: IncomingMessage,
  settings: Settings,
  stopping: boolean,
): IndustryGraphError | undefined {
  const { headers } = incoming;
  if (stopping) return new IndustryGraphError("NOT_READY", "The server is stopping: ask again shortly.");
  if (isDouble("host", incoming))
    return new IndustryGraphError("BAD_REQUEST", "The request has more than one Host header.");
  // Node takes the first, and whoever stands before us may have looked at the other one.
  if (isDouble("authorization", incoming))
    return new IndustryGraphError("BAD_REQUEST", "The request has more than one Authorization header.");
  const name = nameIn(headers.host);
  if (name === undefined || !isOurs(name, incoming, settings)) {
    return new IndustryGraphError(
      "FORBIDDEN_HOST",
      "This server is not to be asked under that name. ALLOWED_HOSTS lists the names that it has.",
    );
  }
  const { origin } = headers;
  if (origin === undefined ? isOthers(incoming) : !mayAsk(origin, incoming, settings)) {
    return new IndustryGraphError(
      "FORBIDDEN_ORIGIN",
      "Pages of other origins may not ask this server. ALLOWED_ORIGINS lists those that may.",
    );
  }
  if (Number(headers["content-length"] ?? 0) > settings.MAX_BODY_BYTES) return tooLarge(settings);
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    return new IndustryGraphError(
      "UNSUPPORTED_MEDIA_TYPE",
      `Bodies are taken as they are, not as content-encoding ${encoding}.`,
    );
  }
  return undefined;
}

/** The error of a body that is too large. */
export function tooLarge({ MAX_BODY_BYTES }: Settings): IndustryGraphError {
  return new IndustryGraphError(
    "BODY_TOO_LARGE",
    `The request is larger than ${MAX_BODY_BYTES} bytes (MAX_BODY_BYTES).`,
  );
}
