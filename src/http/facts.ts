// What is known of a request while it is answered, and the line that it leaves in the log.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";

export interface RequestFacts {
  readonly requestId: string;
  /** When it began, of `performance.now()`. */
  readonly started: number;
  /** Who asks, to be told apart from others: a token or an address. */
  asker: string;
  /** Name of the token that was shown. */
  token?: string;
  /** Name of the operation, where the request gives one. */
  operation?: string;
  /** The document asked, as a short hash. */
  document?: string;
  /** Codes of the answer's errors. */
  codes?: readonly string[];
}

/** Ids that are taken over from who asks: a log is read by people and by programs. */
const takenId = /^[\w.:+/=-]{1,128}$/;

const known = new WeakMap<IncomingMessage, RequestFacts>();

/** The facts of a request, begun at the first call. */
export function factsOf(incoming: IncomingMessage): RequestFacts {
  const found = known.get(incoming);
  if (found !== undefined) return found;
  const given = incoming.headers["x-request-id"];
  const requestId = typeof given === "string" && takenId.test(given) ? given : randomUUID();
  const facts: RequestFacts = {
    requestId,
    started: performance.now(),
    asker: incoming.socket.remoteAddress ?? "",
  };
  known.set(incoming, facts);
  return facts;
}

/** Writes the line of a request once it is over, answered or not. */
export function logWhenOver(log: Logger, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (!log.isLevelEnabled("info")) return;
  outgoing.once("close", () => {
    const { requestId, started, token, operation, document, codes } = factsOf(incoming);
    const { method, url = "" } = incoming;
    log.info(
      {
        requestId,
        method,
        path: url.split("?", 1)[0],
        status: outgoing.headersSent ? outgoing.statusCode : undefined,
        // Whoever asked has gone before the end of the answer.
        ...(outgoing.writableFinished ? {} : { cutOff: true }),
        milliseconds: Math.round((performance.now() - started) * 10) / 10,
        address: incoming.socket.remoteAddress,
        token,
        operation,
        document,
        codes,
      },
      "request",
    );
  });
}
