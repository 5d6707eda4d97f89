// What every request passes, whatever answers it: its id, the headers that keep pages apart, refusals, who asks and
// whether that one may, its line in the log, and an orderly end. What is to hold for all answers belongs here.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type Access, type Asker, requireScope } from "../access/access.ts";
import type { Settings } from "../config.ts";
import { errorCodes, IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { scopeFor, whoAsks } from "./access.ts";
import { createAddressOf } from "./address.ts";
import { type Budget, overBudget } from "./budget.ts";
import { again } from "./errors.ts";
import { factsOf, logOver, type Over, whenOver } from "./facts.ts";
import { errorAnswer } from "./pages/errors.ts";
import { styleSheets } from "./pages/plain.ts";
import { isOwn, refusalOf } from "./refusal.ts";
import { overFor, recheck } from "./still.ts";
import { stopping as isStopping } from "./stream-events.ts";
import type { Traces } from "./traces.ts";

/** Headers of every answer. A page has a policy of its own in place of this one, which lets nothing be done. */
const always: Readonly<Record<string, string>> = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
const names = Object.entries(always);

/** What pages of other origins may read of an answer beside its body. */
const exposed =
  "content-disposition, etag, retry-after, x-cut, x-dataset-version, x-note, x-request-id, x-total-count";

export interface Gate {
  readonly listener: RequestListener;
  /** Whether an answer is being written to a connection. */
  isAnswering(connection: Duplex): boolean;
  /** From now on requests are refused, and each connection ends with the answer that it waits for. */
  stop(): void;
}

/** Lets pages of an allowed origin read the answer. */
function allowOrigin(origin: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.setHeader("access-control-allow-origin", origin);
  outgoing.setHeader("access-control-expose-headers", exposed);
  outgoing.setHeader("cross-origin-resource-policy", "cross-origin");
  outgoing.setHeader("vary", "origin");
  if (incoming.method !== "OPTIONS") return;
  outgoing.setHeader("access-control-allow-methods", "GET, POST");
  outgoing.setHeader(
    "access-control-allow-headers",
    "authorization, content-type, if-none-match, last-event-id, x-cost, x-request-id",
  );
  outgoing.setHeader("access-control-max-age", "600");
}

/** Answers with an error, and ends a connection whose request is not read to its end. */
function refuse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  error: IndustryGraphError,
  styles: readonly string[],
): void {
  const facts = factsOf(incoming);
  facts.codes = [error.code];
  const { body, headers } = errorAnswer(incoming, error, styles);
  const unread = incoming.method !== "GET" && incoming.method !== "HEAD";
  if (
    error.code === "UNAUTHENTICATED" &&
    !unread &&
    incoming.headers.accept?.includes("text/html") === true
  ) {
    const location = `/sign-in?next=${encodeURIComponent(incoming.url ?? "/")}`;
    outgoing.writeHead(303, { location, "cache-control": "no-store" }).end();
    return;
  }
  outgoing.writeHead(errorCodes[error.code], {
    ...(error.code === "BUDGET_EXCEEDED" ? { "retry-after": String(error.details.retryAfter) } : {}),
    ...(error.code === "NOT_READY" ? again : {}),
    ...(error.code === "UNAUTHENTICATED" ? { "www-authenticate": 'Bearer realm="Industry Graph"' } : {}),
    ...headers,
    "content-length": Buffer.byteLength(body),
    ...(unread || error.code === "NOT_READY" ? { connection: "close" } : {}),
  });
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
  // What is still sent is read and dropped, so that whoever sends it comes to read the answer.
  incoming.resume();
}

export interface GateOptions {
  readonly settings: Settings;
  readonly access: Access;
  readonly log: Logger;
  readonly budget?: Budget;
  readonly traces?: Traces | undefined;
  /** Told of each request once it is over. */
  readonly onOver: (over: Over, incoming: IncomingMessage) => void;
}

/** Creates the gate before a listener. */
export function createGate(options: GateOptions, inner: RequestListener): Gate {
  const { settings, access, log, budget, traces, onOver } = options;
  const addressOf = createAddressOf(settings);
  const styles = styleSheets();
  const going = new Set<ServerResponse>();
  let stopping = false;

  let looking: NodeJS.Timeout | undefined;

  /**
   * Ends answers under way that whoever asked may not have any more: cut off, so that nobody takes them for whole. A
   * stream ends by itself, and what has not begun to be answered is over within TIMEOUT_MS.
   */
  function look(): void {
    if (going.size === 0) {
      clearInterval(looking);
      looking = undefined;
    }
    for (const outgoing of going) {
      const incoming = outgoing.req;
      const facts = factsOf(incoming);
      const needed = scopeFor(incoming);
      if (needed === undefined || facts.streamedAfter !== undefined || !outgoing.headersSent) continue;
      overFor(incoming, access, needed).then(
        (code) => {
          if (code === undefined || outgoing.writableFinished) return;
          facts.codes = [code];
          outgoing.destroy();
        },
        (err: unknown) =>
          log.error({ requestId: facts.requestId, err }, "it could not be told who may have an answer"),
      );
    }
  }

  /** Lets a request in where whoever asks may. */
  function enter(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const needed = scopeFor(incoming);
    if (needed === undefined) {
      inner(incoming, outgoing);
      return;
    }
    const admit = (asker: Asker): void => {
      const facts = factsOf(incoming);
      facts.asker = asker.key ?? facts.asker;
      facts.token = asker.name;
      facts.viewer = asker;
      requireScope(asker, needed);
      const seconds = budget?.request(facts.asker) ?? 0;
      if (seconds > 0 && settings.BUDGET === "enforce") throw overBudget(seconds);
      if (seconds > 0) facts.overBudget = true;
      inner(incoming, outgoing);
    };
    const refused = (error: unknown): void => {
      const own = isIndustryGraphError(error) ? error : undefined;
      if (own === undefined || own.code === "SIGN_IN_UNAVAILABLE")
        log.error(
          { requestId: factsOf(incoming).requestId, err: own?.cause ?? error },
          "it could not be told who asks",
        );
      refuse(
        incoming,
        outgoing,
        own ?? new IndustryGraphError("INTERNAL", "Something went wrong here."),
        styles,
      );
    };
    try {
      const asker = whoAsks(incoming, access);
      if (asker instanceof Promise) asker.then(admit).catch(refused);
      else admit(asker);
    } catch (error) {
      refused(error);
    }
  }

  return {
    listener(incoming, outgoing) {
      const address = addressOf(incoming);
      const facts = factsOf(incoming);
      facts.asker = address;
      facts.trace = traces?.request(incoming);
      whenOver(incoming, outgoing, (over) => {
        going.delete(outgoing);
        facts.trace?.over(over);
        logOver(log, address, over);
        onOver(over, incoming);
      });
      outgoing.setHeader("x-request-id", facts.requestId);
      for (const [name, value] of names) outgoing.setHeader(name, value);
      const refusal = refusalOf(incoming, settings, stopping);
      if (refusal !== undefined) return refuse(incoming, outgoing, refusal, styles);
      const { origin } = incoming.headers;
      if (origin !== undefined && !isOwn(origin, incoming)) allowOrigin(origin, incoming, outgoing);
      if (incoming.method === "OPTIONS") {
        outgoing.writeHead(204, { allow: "GET, HEAD, POST, OPTIONS" }).end();
        return;
      }
      going.add(outgoing);
      looking ??= setInterval(look, recheck).unref();
      enter(incoming, outgoing);
    },
    isAnswering: (connection) =>
      [...going].some(({ socket, headersSent }) => socket === connection && headersSent),
    stop() {
      stopping = true;
      for (const outgoing of going) {
        outgoing.shouldKeepAlive = false;
        factsOf(outgoing.req).stopping = true;
        outgoing.emit(isStopping);
      }
    },
  };
}
