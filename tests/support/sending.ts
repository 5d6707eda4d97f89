// Sends requests as they are: no client adds headers, and any host may be named.
import { request } from "node:http";

export interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly code: unknown;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request as it is: no client's headers, any Host. */
export function send(
  url: string,
  { method = "GET", path = "/health", headers = {}, body }: Sent,
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, headers: { ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        text += piece;
      });
      response.on("end", () => {
        let code: unknown;
        try {
          const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
          code = errors?.[0]?.extensions?.code;
        } catch {
          code = undefined;
        }
        resolve({ status: response.statusCode, headers: response.headers, code, text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
