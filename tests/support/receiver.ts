// A receiver of webhooks: a real HTTP server that keeps what it was sent, and answers as a test says.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DigestBody } from "../../src/watch/digest.ts";

export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: DigestBody;
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** How the next ones are answered; 204 where nothing is said. */
  answer: (received: Received, response: ServerResponse) => void;
  /** Resolves once so many have come. */
  waitFor(count: number): Promise<void>;
  close(): Promise<void>;
}

export const accept: Receiver["answer"] = (_, response) => void response.writeHead(204).end();

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((incoming, response) => {
    const pieces: Buffer[] = [];
    incoming.on("data", (piece: Buffer) => pieces.push(piece));
    incoming.on("end", () => {
      const text = Buffer.concat(pieces).toString("utf8");
      const one: Received = {
        id: String(incoming.headers["webhook-id"]),
        headers: incoming.headers,
        text,
        body: JSON.parse(text) as DigestBody,
      };
      received.push(one);
      receiver.answer(one, response);
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: accept,
    waitFor: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
