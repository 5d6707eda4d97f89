// The content coding of what other programs take: gzip where the asker reads it. Pages and GraphiQL bring their own.
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const zip = promisify(gzip);

/** Texts, by their content type; workbooks and Parquet are compressed already, and a stream of events must not wait. */
const texts = /^(?:text\/(?!event-stream|html)|application\/(?:json|x-ndjson|[\w.-]+\+(?:json|xml)))/;

/** Fewer bytes than this are one packet either way. */
const least = 1_024;

/** Whether a list of codings takes gzip: named and not refused, or whatever there is. */
export function takesGzip(accepted: string | null): boolean {
  const quality = new Map(
    (accepted ?? "").split(",").map((one): [string, number] => {
      const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith("q="));
      return [name, q === undefined ? 1 : Number(q.slice(2))];
    }),
  );
  const given = quality.get("gzip") ?? quality.get("x-gzip") ?? quality.get("*") ?? 0;
  return given > 0;
}

/**
 * The response in gzip where it is a text and the asker takes that, with its length where it had one; else as it is.
 * Either says that it differs by what the asker takes.
 */
export async function coded(request: Request, response: Response): Promise<Response> {
  const { body, status } = response;
  const headers = new Headers(response.headers);
  if (!texts.test(headers.get("content-type") ?? "") || headers.has("content-encoding")) return response;
  if (body === null || status !== 200) return response;
  const said = headers.get("content-length");
  if (said !== null && Number(said) < least) return response;
  const vary = headers.get("vary");
  if (!/\baccept-encoding\b/i.test(vary ?? ""))
    headers.set("vary", vary === null ? "accept-encoding" : `${vary}, accept-encoding`);
  if (!takesGzip(request.headers.get("accept-encoding"))) return new Response(body, { headers });
  headers.set("content-encoding", "gzip");
  if (said === null) {
    if (request.method === "HEAD") {
      await body.cancel();
      return new Response(null, { headers });
    }
    return new Response(body.pipeThrough(new CompressionStream("gzip")), { headers });
  }
  const bytes = await zip(await response.arrayBuffer());
  headers.set("content-length", String(bytes.byteLength));
  return new Response(new Uint8Array(bytes), { headers });
}
