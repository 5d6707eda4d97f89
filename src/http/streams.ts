// Subscriptions: who may listen and to what. The compiler sees none of it, since what is told has been found before;
// event-stream.ts writes it.
import type { IncomingMessage, ServerResponse } from "node:http";
import { createSourceEventStream, execute, GraphQLError, type GraphQLSchema } from "graphql";
import type { Access } from "../access/access.ts";
import type { Settings } from "../config.ts";
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { watchesPath } from "../watch/folder.ts";
import { type Followed, followWatch, type ToldDigest } from "../watch/follow.ts";
import type { Budget } from "./budget.ts";
import type { Documents } from "./documents.ts";
import { type ErrorLog, notTheirs, statusOf, toAnswer } from "./errors.ts";
import { eventStream, eventStreamHeaders, refusedStream, type ToldEvent } from "./event-stream.ts";
import { factsOf } from "./facts.ts";
import { codesOf } from "./operation.ts";
import { overFor, recheck } from "./still.ts";
import { goesOn, stopping } from "./stream-events.ts";
import type { Places } from "./stream-places.ts";
import { type Subscription, subscriptionOf } from "./subscription.ts";

export interface StreamsOptions {
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly access: Access;
  readonly budget: Budget | undefined;
  readonly places: Places;
  readonly log: ErrorLog;
  /** Told of each stream that begins; what it gives is told once that has ended. */
  readonly onOpen: () => () => void;
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
   * @returns undefined where it asks for none, or for what is no valid document: that is told as of any other request
   * @throws IndustryGraphError where it may have none; what is wrong with the one it asks for is told on the stream
   */
  answer(request: Request, ends: Ends): Promise<Response | undefined>;
}

/**
 * What keeps a subscription from being run, as who asks is told it.
 * @throws IndustryGraphError where it is no fault of theirs: that is told by a status
 */
function asRefused(error: Error): GraphQLError {
  const found = error instanceof GraphQLError ? error.originalError : error;
  const original = isIndustryGraphError(found)
    ? notTheirs(found)
    : new IndustryGraphError("BAD_ARGUMENT", error.message);
  if (statusOf(original.code) >= 500) throw original;
  return new GraphQLError(original.message, { originalError: original });
}

/** Creates what answers subscriptions. */
export function createStreams(options: StreamsOptions): Streams {
  const { schema, documents, settings, access, budget, places, log, onOpen } = options;
  const folder = watchesPath(settings);

  /** Digests for as long as somebody may hear of them. */
  async function* digests({ next }: Followed, incoming: IncomingMessage, { signal }: AbortController) {
    let looked = performance.now();
    while (!signal.aborted) {
      const found = await next(signal);
      if (found === undefined) return;
      if (found.length > 0 || performance.now() - looked >= recheck) {
        if ((await overFor(incoming, access, "read")) !== undefined) return;
        looked = performance.now();
      }
      for (const digest of found) {
        budget?.charge(factsOf(incoming).asker, digest.matches.length);
        yield digest;
      }
    }
  }

  /** What is told of digests. What goes wrong meanwhile is told too, and ends it. */
  async function* told(
    source: AsyncIterable<ToldDigest>,
    { document, operationName, variables: variableValues }: Subscription,
    incoming: IncomingMessage,
    { signal }: AbortController,
  ): AsyncGenerator<ToldEvent, void, void> {
    try {
      for await (const digest of source) {
        const rootValue = { watch: digest };
        const result = await execute({ schema, document, operationName, variableValues, rootValue });
        yield { id: digest.id, result };
      }
    } catch (error) {
      if (signal.aborted) return;
      const { requestId } = factsOf(incoming);
      // The log has it: this is written there, unless they can mend it themselves.
      yield { id: undefined, result: { errors: [toAnswer(notTheirs(error), requestId, log)] } };
    }
  }

  /** A stream that tells what is wrong with what it was asked for, and ends. */
  function refused(found: readonly GraphQLError[], incoming: IncomingMessage): Response {
    const facts = factsOf(incoming);
    const errors = found.map((error) => toAnswer(error, facts.requestId, log));
    facts.codes = codesOf(errors);
    return new Response(refusedStream({ errors }), { headers: { ...eventStreamHeaders } });
  }

  async function begin(subscription: Subscription, received: string | null, { incoming, outgoing }: Ends) {
    const facts = factsOf(incoming);
    const ending = new AbortController();
    let start = "";
    const source = await createSourceEventStream({
      schema,
      document: subscription.document,
      operationName: subscription.operationName,
      variableValues: subscription.variables,
      // Its one field is `watch`.
      subscribeFieldResolver: (_, { name, after }: { name: string; after?: string | null }) => {
        const followed = followWatch(folder, name, (received || after) ?? undefined);
        start = followed.start;
        return digests(followed, incoming, ending);
      },
    });
    if (!(Symbol.asyncIterator in source)) return refused((source.errors ?? []).map(asRefused), incoming);
    const end = (): void => ending.abort();
    outgoing.once("close", end);
    outgoing.once(stopping, end);
    if (facts.stopping === true || outgoing.closed) end();
    if (!outgoing.closed) outgoing.once("close", onOpen());
    facts.streamedAfter = performance.now() - facts.started;
    const body = eventStream({
      start,
      told: told(source as AsyncIterable<ToldDigest>, subscription, incoming, ending),
      ending,
      onBegun: () => void outgoing.emit(goesOn),
    });
    return new Response(body, { headers: { ...eventStreamHeaders } });
  }

  return {
    async answer(request, ends) {
      if (request.headers.get("accept")?.includes("text/event-stream") !== true) return undefined;
      const subscription = await subscriptionOf(request, documents).catch((error: unknown) => {
        if (isIndustryGraphError(error)) return asRefused(error);
        throw error;
      });
      if (subscription === undefined) return undefined;
      if (subscription instanceof GraphQLError) return refused([subscription], ends.incoming);
      for (const name of ["x-explain", "x-cost"])
        if ((request.headers.get(name) || "0") !== "0")
          throw new IndustryGraphError(
            "BAD_ARGUMENT",
            `The header ${name} is for questions, not for streams.`,
          );
      if (ends.incoming.method === "HEAD")
        throw new IndustryGraphError("BAD_REQUEST", "A stream is asked for by GET or POST, not by HEAD.");
      const facts = factsOf(ends.incoming);
      facts.operation = subscription.name;
      facts.document = subscription.hash;
      const leave = places.take(facts.asker);
      // Whoever has gone meanwhile will not go again.
      if (ends.outgoing.closed) leave();
      else ends.outgoing.once("close", leave);
      return begin(subscription, request.headers.get("last-event-id"), ends);
    },
  };
}
