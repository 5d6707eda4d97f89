// Server-sent events in the form of graphql-sse's distinct connections: an event `next` for each thing that is told, with
// its id, and `complete` at the end. The first event has an id alone, which a browser keeps and sends when it connects
// again: so what is told between a connection that broke before anything was told and the next one is not missed.
import type { ExecutionResult } from "graphql";

/** Something that is told. */
export interface ToldEvent {
  /** By it who listens says what was received last; undefined for what is not to be resumed after. */
  readonly id: string | undefined;
  readonly result: ExecutionResult;
}

export interface EventStreamOptions {
  /** After what it begins. */
  readonly start: string;
  /** What is told, in order; it ends once `ending` is aborted. */
  readonly told: AsyncIterator<ToldEvent, void, void>;
  /** Aborted from outside to end it, and by the stream where whoever listens has gone. */
  readonly ending: AbortController;
  /** Told once what comes before the body is done with. */
  readonly onBegun: () => void;
}

/** Milliseconds after which a stream on which nothing happens says that it is there. */
const heartbeat = 15_000;

export const eventStreamHeaders: Readonly<Record<string, string>> = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  // Once it is over nothing else comes on this connection, so that a server that stops need not wait for it.
  connection: "close",
  // A proxy that gathers answers would keep it to itself.
  "x-accel-buffering": "no",
};

/** Milliseconds after which a browser asks again what was refused, where its page does not close the stream. */
const patience = 60_000;

/**
 * The whole of a stream that is refused for what it asks: a status would tell a browser's EventSource nothing, and make
 * clients of the protocol give up without the reason.
 */
export function refusedStream(result: ExecutionResult): string {
  return `retry: ${patience}\nevent: next\ndata: ${JSON.stringify(result)}\n\nevent: complete\ndata:\n\n`;
}

/** The body of an answer that tells as things happen. */
export function eventStream(options: EventStreamOptions): ReadableStream<Uint8Array> {
  const { start, told, ending, onBegun } = options;
  const encoder = new TextEncoder();
  let beating: NodeJS.Timeout | undefined;
  let begun = false;
  const end = (): void => {
    clearInterval(beating);
    ending.abort();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // So that who listens knows at once that it is connected, and after what.
      controller.enqueue(encoder.encode(`:\nid: ${start}\n\n`));
      beating = setInterval(() => {
        // Nothing is piled up for somebody who does not read.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(":\n\n"));
      }, heartbeat).unref();
    },
    async pull(controller) {
      if (!begun) onBegun();
      begun = true;
      const next = await told.next();
      if (next.done !== true) {
        const { id, result } = next.value;
        const first = id === undefined ? "" : `id: ${id}\n`;
        controller.enqueue(encoder.encode(`${first}event: next\ndata: ${JSON.stringify(result)}\n\n`));
        return;
      }
      end();
      controller.enqueue(encoder.encode("event: complete\ndata:\n\n"));
      controller.close();
    },
    cancel: end,
  });
}
