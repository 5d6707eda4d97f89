// Somebody who listens to server-sent events: keeps what came, in order.
import { type IncomingHttpHeaders, request } from "node:http";

export interface Event {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
}

export interface Listener {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What was told; what has an id alone is no event. */
  readonly events: readonly Event[];
  /** The id that a browser would send when it connects again. */
  readonly lastId: string | undefined;
  /** The body as far as it came. */
  readonly text: () => string;
  /** Resolves once so many events have come; rejects where the stream ends before. */
  waitFor(count: number): Promise<void>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** Goes. */
  leave(): void;
}

/** The parts of a text; comments are none. */
const partsIn = (text: string): Event[] =>
  text
    .split("\n\n")
    .slice(0, -1)
    .map((block) =>
      Object.fromEntries(
        block
          .split("\n")
          .filter((line) => !line.startsWith(":"))
          .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
      ),
    )
    .filter((event) => Object.keys(event).length > 0);

const eventsIn = (text: string): Event[] => partsIn(text).filter(({ event }) => event !== undefined);

export interface Listening {
  readonly query: string;
  readonly variables?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: unknown;
  /** By the address, as a browser's EventSource asks. */
  readonly byGet?: boolean;
}

/** Asks for a stream; resolves when it has begun, or was refused. */
export function listen(
  url: string,
  { query, variables, headers, byGet, operationName }: Listening,
): Promise<Listener> {
  const address = new URL("/graphql", url);
  if (byGet === true) {
    address.searchParams.set("query", query);
    if (variables !== undefined) address.searchParams.set("variables", JSON.stringify(variables));
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      address,
      {
        method: byGet === true ? "GET" : "POST",
        headers: {
          accept: "text/event-stream",
          ...(byGet === true ? {} : { "content-type": "application/json" }),
          ...headers,
        },
      },
      (response) => {
        let text = "";
        let over = false;
        const looking = new Set<() => void>();
        const look = (): void => {
          for (const one of looking) one();
        };
        const ended = new Promise<void>((done) => {
          response.once("close", () => {
            over = true;
            done();
            look();
          });
        });
        response.setEncoding("utf8");
        response.on("error", () => undefined);
        response.on("data", (piece: string) => {
          text += piece;
          look();
        });
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          get events() {
            return eventsIn(text);
          },
          get lastId() {
            return partsIn(text).findLast(({ id }) => id !== undefined)?.id;
          },
          text: () => text,
          ended,
          waitFor: (count) =>
            new Promise((done, fail) => {
              const one = (): void => {
                if (eventsIn(text).length >= count) done();
                else if (over) fail(new Error(`the stream ended with ${text}`));
                else return;
                looking.delete(one);
              };
              looking.add(one);
              one();
            }),
          leave: () => void sent.destroy(),
        });
      },
    );
    sent.on("error", reject);
    sent.end(byGet === true ? undefined : JSON.stringify({ query, variables, operationName }));
  });
}
