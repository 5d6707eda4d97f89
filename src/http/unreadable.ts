// What is answered to what is no HTTP request, or not one that can be read: nothing of ours sees it, and the runtime
// alone would close the connection with a bare 400 and without a line in the log.
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { IndustryGraphError } from "../errors.ts";
import { errorBody } from "./errors.ts";

interface Told {
  readonly status: number;
  readonly message: string;
}

const noRequest: Told = { status: 400, message: "What was sent is no HTTP request that can be read." };

/** By the runtime's code. */
const reasons: Readonly<Record<string, Told>> = {
  HPE_INVALID_URL: {
    status: 400,
    message:
      'The address has characters that an address cannot have, such as Chinese ones as they are, or blanks: each is written as percent escapes. curl does so with -G --data-urlencode: curl -G --data-urlencode "park=锡山经开区" ADDRESS.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: "The address and the headers are longer than is read: send a long question with POST.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: "The request was sent too slowly to be waited for." },
};

/**
 * Creates what is told of a connection that sends what cannot be read ("clientError" of a server), which it ends.
 * @param isAnswering whether an answer is being written to a connection: nothing can be written into it
 */
export function createUnreadable(
  log: Logger,
  isAnswering: (connection: Duplex) => boolean,
): (error: NodeJS.ErrnoException, connection: Duplex) => void {
  return (error, connection) => {
    if (error.code === "ECONNRESET" || !connection.writable || isAnswering(connection)) {
      connection.destroy(error);
      return;
    }
    const { status, message } = reasons[error.code ?? ""] ?? noRequest;
    const told = new IndustryGraphError("BAD_REQUEST", message);
    const requestId = randomUUID();
    const body = errorBody(told, requestId);
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
      "content-type: application/json; charset=utf-8",
      `content-length: ${Buffer.byteLength(body)}`,
      "content-security-policy: default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options: nosniff",
      `x-request-id: ${requestId}`,
      "connection: close",
    ];
    connection.end(`${head.join("\r\n")}\r\n\r\n${body}`);
    const address = connection instanceof Socket ? connection.remoteAddress : undefined;
    log.info({ requestId, status, address, codes: [told.code], why: error.code }, "request");
  };
}
