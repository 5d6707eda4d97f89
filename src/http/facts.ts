// What is known of a request while it is answered, and the line that it leaves in the log.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Asker } from "../access/access.ts";
import type { OnStep } from "../run/run.ts";

/** What an operation was, told once it is answered. */
export interface OperationOver {
  readonly name: string | undefined;
  readonly document: string | undefined;
  readonly cost: number | undefined;
  /** Whether its answer was kept, so that no step ran. */
  readonly kept: boolean;
  readonly codes: readonly string[];
}

export interface OperationTrace {
  readonly onStep: OnStep;
  over(outcome: OperationOver): void;
}

export interface RequestTrace {
  /** By which the log's line and the trace find each other. */
  readonly id: string;
  operation(): OperationTrace;
  over(outcome: Over): void;
}

export interface RequestFacts {
  readonly requestId: string;
  /** When it began, of `performance.now()`. */
  readonly started: number;
  /** Who asks, to be told apart from others: a token or an address. */
  asker: string;
  /** Who that is, where the address asks for it: by it is told from which data the request is answered. */
  viewer?: Asker;
  /** Name of the token that was shown. */
  token?: string;
  /** Name of the operation, where the request gives one. */
  operation?: string;
  /** The document asked, as a short hash. */
  document?: string;
  /** What it costs, once that is known. */
  cost?: number;
  /** Whether it was one too many, where that is only measured. */
  overBudget?: boolean;
  /** Whether the answer was kept, not made for it. */
  kept?: boolean;
  /** Milliseconds until its stream began, where the answer is one. */
  streamedAfter?: number;
  /** Its trace, where traces are taken. */
  trace?: RequestTrace;
  /** Whether the server began to stop while it was answered. */
  stopping?: boolean;
  /** Codes of the answer's errors. */
  codes?: readonly string[];
}

/** Ids that are taken over from who asks: a log is read by people and by programs. */
const takenId = /^[\w.:+/=-]{1,128}$/;

/** On the request itself: looking it up beside the request costs as much as all else here. */
const known = Symbol("facts");
type Told = IncomingMessage & { [known]?: RequestFacts };

/** The facts of a request, begun at the first call. */
export function factsOf(incoming: Told): RequestFacts {
  const found = incoming[known];
  if (found !== undefined) return found;
  const given = incoming.headers["x-request-id"];
  const requestId = typeof given === "string" && takenId.test(given) ? given : randomUUID();
  const facts: RequestFacts = {
    requestId,
    started: performance.now(),
    asker: "",
  };
  incoming[known] = facts;
  return facts;
}

/** A request that is over. */
export interface Over {
  readonly facts: RequestFacts;
  readonly method: string;
  /** Its address without what it asks. */
  readonly path: string;
  /** Undefined where nothing was answered. */
  readonly status: number | undefined;
  readonly milliseconds: number;
  /** Whether it was answered to the end. */
  readonly whole: boolean;
}

/** Tells of a request once it is over, answered or not. */
export function whenOver(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  tell: (over: Over) => void,
): void {
  outgoing.once("close", () => {
    const facts = factsOf(incoming);
    tell({
      facts,
      method: incoming.method ?? "",
      path: (incoming.url ?? "").split("?", 1)[0] ?? "",
      status: outgoing.headersSent ? outgoing.statusCode : undefined,
      milliseconds: performance.now() - facts.started,
      whole: outgoing.writableFinished,
    });
  });
}

/** Writes the line of a request. */
export function logOver(log: Logger, address: string, over: Over): void {
  if (!log.isLevelEnabled("info")) return;
  const { facts, method, path, status, milliseconds, whole } = over;
  const { requestId, trace, token, operation, document, cost, overBudget, kept, codes } = facts;
  log.info(
    {
      requestId,
      traceId: trace?.id,
      method,
      path,
      status,
      // Whoever asked has gone before the end of the answer, or might not have the rest (the codes say so).
      ...(whole ? {} : { cutOff: true }),
      milliseconds: Math.round(milliseconds * 10) / 10,
      address,
      token,
      operation,
      document,
      cost,
      overBudget,
      kept,
      codes,
    },
    "request",
  );
}
