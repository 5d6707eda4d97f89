// The HTTP answer of a table: streamed as it is read, or whole where the first page holds it all.
import { createHash } from "node:crypto";
import { packageVersion } from "../packaged.ts";
import type { Table } from "./ask.ts";
import { asciiOf } from "./note.ts";
import { type Format, formats, writeTable } from "./write.ts";

/** Version of the tables' form: part of their tags, so that a new form is fetched anew. */
const form = 1;

/**
 * The weak tag of an address under a version of the data. It is another one the next day, since what holds "today" is
 * part of many an answer, and under another version of the program.
 */
export function tagOf(version: string | null, address: string): string {
  const today = new Date().toDateString();
  const hash = createHash("sha256")
    .update(JSON.stringify([form, packageVersion(), today, version, address]))
    .digest("base64url");
  return `W/"${hash.slice(0, 22)}"`;
}

/** Whether the asker has this version already. */
export function isFresh(request: Request, tag: string): boolean {
  const given = request.headers.get("if-none-match");
  return given !== null && (given === "*" || given.split(",").some((one) => one.trim() === tag));
}

export interface TableAnswer {
  readonly format: Format;
  /** Name of the file without its ending. */
  readonly name: string;
  readonly version: string | null;
  readonly bom: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** The answer that is this text: with its length, which HEAD tells as well. */
export function textResponse(text: string, headers: HeadersInit = {}): Response {
  const body = new TextEncoder().encode(text);
  const all = new Headers(headers);
  all.set("content-length", String(body.byteLength));
  return new Response(body, { headers: all });
}

const json = { "content-type": "application/json" };

/** The answer that is this value as JSON. */
export const jsonResponse = (value: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  textResponse(JSON.stringify(value), { ...json, ...headers });

const encoder = new TextEncoder();
const bytesOf = (piece: string | Uint8Array): Uint8Array =>
  typeof piece === "string" ? encoder.encode(piece) : piece;

/** Pieces up to this many bytes are gathered, so that a short table has its length in the header. */
const wholeBytes = 256 * 1024;

/** Reads pieces until they end (then they are whole) or are many. */
async function begin(
  pieces: AsyncIterator<string | Uint8Array>,
): Promise<{ readonly read: Uint8Array[]; readonly whole: boolean }> {
  const read: Uint8Array[] = [];
  for (let size = 0; size < wholeBytes; ) {
    const next = await pieces.next();
    if (next.done === true) return { read, whole: true };
    const bytes = bytesOf(next.value);
    size += bytes.byteLength;
    read.push(bytes);
  }
  return { read, whole: false };
}

/**
 * The response with a table. What goes wrong before the first pieces are out throws; later it breaks the body off, so
 * that nobody takes half a table for a whole one.
 */
export async function tableResponse(table: Table, answer: TableAnswer): Promise<Response> {
  const { format, name, version, bom } = answer;
  const pieces = writeTable(format, table, { version, bom });
  const { read, whole } = await begin(pieces);
  const headers = new Headers({
    ...answer.headers,
    "content-type": formats[format].type,
    "content-disposition": `attachment; filename="${name}.${format}"`,
    ...(table.total === undefined ? {} : { "x-total-count": String(table.total) }),
  });
  if (table.cut()) headers.set("x-cut", "true");
  // What has no row is whole by now.
  const note = whole ? table.note?.() : undefined;
  if (note !== undefined) headers.set("x-note", asciiOf(note.en));
  if (whole) {
    const body = Buffer.concat(read);
    headers.set("content-length", String(body.byteLength));
    return new Response(body, { headers });
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next =
        read.shift() ?? (await pieces.next().then((one) => (one.done ? undefined : bytesOf(one.value))));
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { headers });
}
