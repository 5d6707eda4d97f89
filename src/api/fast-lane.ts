// A shorter way for the common request: POST /graphql with JSON, of a document that Yoga has let through before and
// for headers that Yoga has answered before. Everything else, and every answer with errors, goes the whole way, so
// that what is limited, masked and negotiated is written once, in yoga.ts.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Settings } from "../config.ts";
import type { Executor } from "../execute/execute.ts";
import type { Cancellation } from "../store/port.ts";
import { createCostCheck } from "./cost.ts";
import { logRequest } from "./log.ts";
import { newRecent } from "./recent.ts";

export interface FastLaneOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly settings: Settings;
  readonly log: Logger;
}

export interface FastLane {
  /** Makes a document known that has passed every check that does not depend on variables. */
  passed(text: string, document: DocumentNode): void;
  /** Makes the headers known with which Yoga answers such a request. */
  answered(request: Request, response: Response): void;
  /** The answer that the lane has for a request and leaves to Yoga to write, since it has errors. */
  resultOf(incoming: IncomingMessage): ExecutionResult | undefined;
  /** The listener that tries the lane before the one given. */
  before(listener: RequestListener): RequestListener;
}

interface Body {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether it is a request with nothing out of the ordinary. Looked at by hand: it goes before every answer. */
function isBody(value: unknown): value is Body {
  if (!isMap(value) || typeof value.query !== "string") return false;
  const { variables, operationName } = value;
  return (
    (variables === undefined || variables === null || isMap(variables)) &&
    (operationName === undefined || operationName === null || typeof operationName === "string") &&
    Object.keys(value).every((key) => key === "query" || key === "variables" || key === "operationName")
  );
}

/** What in a request's headers may change those of its answer. */
function headersKey(accept: string | null | undefined, origin: string | null | undefined): string {
  // No header holds a line feed or a NUL.
  return `${accept ?? "\0"}\n${origin ?? "\0"}`;
}

function mayTake({ method, url, headers }: IncomingMessage, settings: Settings): boolean {
  return (
    method === "POST" &&
    url === "/graphql" &&
    /^application\/json(?:;\s*charset=utf-8)?$/i.test(headers["content-type"] ?? "") &&
    headers["content-encoding"] === undefined &&
    headers["x-explain"] === undefined &&
    Number(headers["content-length"] ?? Number.NaN) <= settings.MAX_BODY_BYTES
  );
}

function parsed(bytes: Buffer): Body | undefined {
  try {
    const found: unknown = JSON.parse(bytes.toString("utf8"));
    return isBody(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Aborted where the caller has gone: nothing has been written yet while it is asked. */
function goneWith(outgoing: ServerResponse): Cancellation {
  return {
    get aborted() {
      return outgoing.destroyed;
    },
    addEventListener: (_, listener) => void outgoing.once("close", listener),
    removeEventListener: (_, listener) => void outgoing.off("close", listener),
  };
}

function failure(error: unknown): ExecutionResult {
  if (error instanceof GraphQLError) return { errors: [error] };
  const original = error instanceof Error ? error : new Error(String(error));
  return { errors: [new GraphQLError(original.message, { originalError: original })] };
}

/** Creates the lane. */
export function createFastLane({ schema, executor, settings, log }: FastLaneOptions): FastLane {
  const documents = newRecent<DocumentNode>(1_000);
  const headers = newRecent<Readonly<Record<string, string>>>(100);
  const results = new WeakMap<IncomingMessage, ExecutionResult>();
  const checkCost = createCostCheck(schema, settings);

  async function answer(
    outgoing: ServerResponse,
    request: Body,
    document: DocumentNode,
  ): Promise<string | ExecutionResult> {
    const { variables, operationName } = request;
    try {
      checkCost(document, operationName, variables ?? {});
      return await executor.text({
        schema,
        document,
        variableValues: variables ?? {},
        operationName,
        contextValue: { signal: goneWith(outgoing), timeoutMs: settings.TIMEOUT_MS },
      });
    } catch (error) {
      return failure(error);
    }
  }

  async function take(incoming: IncomingMessage, outgoing: ServerResponse, bytes: Buffer): Promise<boolean> {
    const request = parsed(bytes);
    const document = request === undefined ? undefined : documents.get(request.query);
    const known = headers.get(headersKey(incoming.headers.accept, incoming.headers.origin));
    if (request === undefined || document === undefined || known === undefined) return false;
    const started = performance.now();
    const result = await answer(outgoing, request, document);
    if (typeof result !== "string") {
      results.set(incoming, result);
      return false;
    }
    if (log.isLevelEnabled("info"))
      logRequest(log, { requestId: randomUUID(), operation: request.operationName, started, errors: 0 });
    outgoing.writeHead(200, { ...known, "content-length": Buffer.byteLength(result) });
    outgoing.end(result);
    return true;
  }

  return {
    passed: (text, document) => documents.set(text, document),
    answered(request, response) {
      const type = response.headers.get("content-type") ?? "";
      if (response.status !== 200 || request.method !== "POST" || !/^application\/\S*json/.test(type)) return;
      const kept = [...response.headers].filter(([name]) => name !== "content-length");
      const { headers: asked } = request;
      headers.set(headersKey(asked.get("accept"), asked.get("origin")), Object.fromEntries(kept));
    },
    resultOf: (incoming) => results.get(incoming),
    before: (listener) => (incoming, outgoing) => {
      if (!mayTake(incoming, settings)) return void listener(incoming, outgoing);
      const pieces: Buffer[] = [];
      incoming.on("data", (piece: Buffer) => pieces.push(piece));
      incoming.on("end", () => {
        const bytes = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
        // The listener finds the body here, since it can be read only once.
        const left = (): void => listener(Object.assign(incoming, { rawBody: bytes }), outgoing);
        take(incoming, outgoing, bytes).then((taken) => {
          if (!taken) left();
        }, left);
      });
    },
  };
}
