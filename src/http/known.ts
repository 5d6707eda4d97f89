// A shorter way for the common request: POST /graphql with JSON, nothing in it out of the ordinary. It asks what Yoga
// asks (operation.ts) and writes what Yoga writes; everything else, and every answer with errors, goes to Yoga.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { ExecutionResult } from "graphql";
import type { TrustedDocuments } from "../catalogue/trusted.ts";
import { tellVersion, type Versions } from "../load/versions.ts";
import type { Cancellation } from "../store/port.ts";
import type { Documents, Known } from "./documents.ts";
import { factsOf } from "./facts.ts";
import type { Operations } from "./operation.ts";

export interface ShortWayOptions {
  readonly documents: Documents;
  readonly operations: Operations;
  readonly trusted: TrustedDocuments;
  readonly versions: Versions;
}

export interface ShortWay {
  /** The answer that it has for a request and leaves to Yoga to write, since it has errors. */
  resultOf(incoming: IncomingMessage): ExecutionResult | undefined;
  /** The listener that tries the short way before the one given. */
  before(listener: RequestListener): RequestListener;
}

interface Body extends Readonly<Record<string, unknown>> {
  readonly query?: string;
  readonly documentId?: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const taken = new Set(["query", "documentId", "variables", "operationName"]);

/** Whether it is a request with nothing out of the ordinary. Looked at by hand: it goes before every answer. */
function isBody(value: unknown): value is Body {
  if (!isMap(value)) return false;
  // One of both, and that as a text.
  if (typeof (value.query ?? value.documentId) !== "string") return false;
  const { variables, operationName } = value;
  return (
    (variables === undefined || variables === null || isMap(variables)) &&
    (operationName === undefined || operationName === null || typeof operationName === "string") &&
    Object.keys(value).every((key) => taken.has(key))
  );
}

/** What is answered to those who accept just this, or anything. */
const contentTypes: Readonly<Record<string, string>> = {
  "*/*": "application/json; charset=utf-8",
  "application/graphql-response+json": "application/graphql-response+json; charset=utf-8",
  "application/json": "application/json; charset=utf-8",
};

/** The form of the answer, where a request may take the short way. */
function contentTypeFor({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== "POST" || url !== "/graphql" || headers["x-explain"] !== undefined) return undefined;
  if (headers["x-cost"] !== undefined) return undefined;
  if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(headers["content-type"] ?? "")) return undefined;
  // Without a length it may be larger than allowed.
  return headers["content-length"] === undefined ? undefined : contentTypes[headers.accept ?? "*/*"];
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
  // Each read of a request listens, and there may be many.
  outgoing.setMaxListeners(0);
  return {
    get aborted() {
      return outgoing.destroyed;
    },
    addEventListener: (_, listener) => void outgoing.once("close", listener),
    removeEventListener: (_, listener) => void outgoing.off("close", listener),
  };
}

/** Creates the short way. */
export function createShortWay({ documents, operations, trusted, versions }: ShortWayOptions): ShortWay {
  const results = new WeakMap<IncomingMessage, ExecutionResult>();

  function knownOf(body: Body): Known | undefined {
    try {
      const known = documents.read(String(trusted.named(body).query));
      return known.errors.length === 0 ? known : undefined;
    } catch {
      // Yoga meets the error again and tells it.
      return undefined;
    }
  }

  async function take(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    bytes: Buffer,
    contentType: string,
  ) {
    const request = parsed(bytes);
    const known = request === undefined ? undefined : knownOf(request);
    if (request === undefined || known === undefined) return false;
    const { variables, operationName } = request;
    const result = await operations.text({
      document: known.document,
      variables,
      operationName,
      signal: goneWith(outgoing),
      facts: factsOf(incoming),
    });
    if (typeof result !== "string") {
      results.set(incoming, result);
      return false;
    }
    const answering = versions.recent();
    tellVersion(answering instanceof Promise ? await answering : answering, (name, value) =>
      outgoing.setHeader(name, value),
    );
    outgoing.writeHead(200, { "content-type": contentType, "content-length": Buffer.byteLength(result) });
    outgoing.end(result);
    return true;
  }

  return {
    resultOf: (incoming) => results.get(incoming),
    before: (listener) => (incoming, outgoing) => {
      const contentType = contentTypeFor(incoming);
      if (contentType === undefined) return void listener(incoming, outgoing);
      const pieces: Buffer[] = [];
      incoming.on("data", (piece: Buffer) => pieces.push(piece));
      incoming.on("end", () => {
        const bytes = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
        // The listener finds the body here, since it can be read only once.
        const left = (): void => listener(Object.assign(incoming, { rawBody: bytes }), outgoing);
        take(incoming, outgoing, bytes, contentType).then((taken) => {
          if (!taken) left();
        }, left);
      });
    },
  };
}
