// Subscriptions over server-sent events, in the form of graphql-sse's distinct connections: an event `next` for each
// digest, with its id, and `complete` at the end. The compiler sees none of it: what is told has been found before.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type ExecutionResult, type GraphQLSchema, getOperationAST, subscribe } from "graphql";
import { type Access, type Asker, requireScope } from "../access/access.ts";
import type { Settings } from "../config.ts";
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { watchesPath } from "../watch/folder.ts";
import { followWatch } from "../watch/follow.ts";
import { tokenOf } from "./access.ts";
import type { Budget } from "./budget.ts";
import type { Documents, Known } from "./documents.ts";
import { factsOf } from "./facts.ts";
import { goesOn, stopping } from "./stream-events.ts";

/** Streams that are open at once, of all who listen and of one. */
const mostOpen = 500;
const mostOfOne = 20;

/** Milliseconds after which a stream on which nothing happens says that it is there. */
const heartbeat = 15_000;

export interface StreamsOptions {
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly access: Access;
  readonly budget: Budget | undefined;
}

/** The two ends of a request. */
interface Ends {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

export interface Streams {
  /**
   * The stream that a request asks for.
   * @param request a request whose form the route has checked
   * @returns undefined where it asks for none, or for what cannot be run: that is told as of any other request
   * @throws IndustryGraphError where it may not have it
   */
  answer(request: Request, ends: Ends): Promise<Response | undefined>;
}

interface Asked {
  readonly query?: unknown;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

async function askedOf(request: Request): Promise<Asked> {
  if (request.method === "POST") return (await request.clone().json()) as Asked;
  const { searchParams } = new URL(request.url);
  const variables = searchParams.get("variables") || "null";
  return {
    query: searchParams.get("query"),
    operationName: searchParams.get("operationName"),
    variables: JSON.parse(variables) as Asked["variables"],
  };
}

const sorted = (values: Iterable<string>): string => JSON.stringify([...values].sort());
const hasSameRights = (one: Asker, other: Asker): boolean =>
  sorted(one.roles) === sorted(other.roles) && sorted(one.scopes) === sorted(other.scopes);

/** Places of those who listen. */
function newPlaces() {
  const open = new Map<string, number>();
  let all = 0;
  return {
    /** Takes a place; what it gives gives it back. @throws IndustryGraphError OVERLOADED where there is none */
    take(asker: string): () => void {
      const own = open.get(asker) ?? 0;
      if (own >= mostOfOne || all >= mostOpen)
        throw new IndustryGraphError(
          "OVERLOADED",
          own >= mostOfOne
            ? `You have ${own} streams open, which is all that one may have: close one first.`
            : `There are ${all} streams open, which is all that there may be: ask again later.`,
        );
      open.set(asker, own + 1);
      all += 1;
      return () => {
        all -= 1;
        const left = (open.get(asker) ?? 1) - 1;
        if (left === 0) open.delete(asker);
        else open.set(asker, left);
      };
    },
  };
}

/** The stream of a subscription that has begun. @param idOf the id of the digest that was told last */
function eventsOf(
  results: AsyncGenerator<ExecutionResult, void, void>,
  idOf: () => string,
  ending: AbortController,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let beating: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const beat = (): void => controller.enqueue(encoder.encode(":\n\n"));
      // So that who listens knows at once that it is connected.
      beat();
      beating = setInterval(beat, heartbeat).unref();
      ending.signal.addEventListener("abort", () => clearInterval(beating), { once: true });
    },
    async pull(controller) {
      const next = await results.next().catch((error: unknown) => {
        if (ending.signal.aborted) return { done: true } as const;
        throw error;
      });
      if (next.done !== true) {
        const text = `id: ${idOf()}\nevent: next\ndata: ${JSON.stringify(next.value)}\n\n`;
        controller.enqueue(encoder.encode(text));
        return;
      }
      clearInterval(beating);
      controller.enqueue(encoder.encode("event: complete\ndata:\n\n"));
      controller.close();
      ending.abort();
    },
    cancel() {
      ending.abort();
    },
  });
}

/** Creates what answers subscriptions. */
export function createStreams({ schema, documents, settings, access, budget }: StreamsOptions): Streams {
  const folder = watchesPath(settings);
  const places = newPlaces();

  /** Whether who listens may still do so, and sees the same. */
  async function mayStill(incoming: IncomingMessage): Promise<boolean> {
    try {
      const asker = await access.askerOf(tokenOf(incoming)?.token);
      requireScope(asker, "read");
      const { viewer } = factsOf(incoming);
      return viewer !== undefined && hasSameRights(viewer, asker);
    } catch (error) {
      if (isIndustryGraphError(error)) return false;
      throw error;
    }
  }

  function knownOf(query: unknown): Known | undefined {
    try {
      return typeof query === "string" ? documents.read(query) : undefined;
    } catch {
      return undefined;
    }
  }

  async function begin({ document }: Known, asked: Asked, request: Request, { incoming, outgoing }: Ends) {
    const facts = factsOf(incoming);
    const ending = new AbortController();
    const { signal } = ending;
    const received = request.headers.get("last-event-id");
    let id = "";

    async function* digests(next: ReturnType<typeof followWatch>) {
      for (;;) {
        const found = await next(signal);
        if (found === undefined || (found.length > 0 && !(await mayStill(incoming)))) return;
        for (const digest of found) {
          id = digest.id;
          budget?.charge(facts.asker, digest.matches.length);
          yield { watch: digest };
        }
      }
    }

    const results = await subscribe({
      schema,
      document,
      operationName: asked.operationName,
      variableValues: asked.variables,
      // Its one field is `watch`. What is wrong with its arguments is told before anything is sent.
      subscribeFieldResolver: (_, { name, after }: { name: string; after?: string | null }) =>
        digests(followWatch(folder, name, (received || after) ?? undefined)),
    });
    if (!(Symbol.asyncIterator in results)) {
      const [error] = results.errors ?? [];
      if (isIndustryGraphError(error?.originalError)) throw error.originalError;
      throw new IndustryGraphError("BAD_ARGUMENT", error?.message ?? "The subscription cannot be run.");
    }
    outgoing.once("close", () => ending.abort());
    outgoing.once(stopping, () => ending.abort());
    outgoing.emit(goesOn);
    facts.streamedAfter = performance.now() - facts.started;
    const headers = {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      // Once it is over nothing else comes on this connection, so that a server that stops need not wait for it.
      connection: "close",
      // A proxy that gathers answers would keep it to itself.
      "x-accel-buffering": "no",
    };
    return new Response(
      eventsOf(results, () => id, ending),
      { headers },
    );
  }

  return {
    async answer(request, ends) {
      if (request.headers.get("accept")?.includes("text/event-stream") !== true) return undefined;
      const asked = await askedOf(request);
      const known = knownOf(asked.query);
      if (known === undefined || known.errors.length > 0) return undefined;
      const operation = getOperationAST(known.document, asked.operationName);
      if (operation?.operation !== "subscription") return undefined;
      for (const name of ["x-explain", "x-cost"])
        if ((request.headers.get(name) || "0") !== "0")
          throw new IndustryGraphError(
            "BAD_ARGUMENT",
            `The header ${name} is for questions, not for streams.`,
          );
      const facts = factsOf(ends.incoming);
      facts.operation = asked.operationName ?? operation.name?.value;
      facts.document = known.hash;
      const leave = places.take(facts.asker);
      ends.outgoing.once("close", leave);
      return begin(known, asked, request, ends);
    },
  };
}
