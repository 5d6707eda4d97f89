// Clients that each send a request when the one before is answered, and what was measured of them.
import { Pool } from "undici";
import type { Fields } from "./work.ts";

export interface Measured {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds, ascending. */
  readonly times: readonly number[];
}

const headers = { "content-type": "application/json" };

/** Connections to a server. Its client takes half the processor time of `node:http`, which the servers get. */
export function connect(url: string, connections: number): Pool {
  return new Pool(new URL(url).origin, { connections, pipelining: 1 });
}

/** Sends a body and gives the text of the answer. @throws Error where it is not 200 */
export async function post(pool: Pool, url: string, body: string): Promise<string> {
  const answer = await pool.request({ path: new URL(url).pathname, method: "POST", headers, body });
  const text = await answer.body.text();
  if (answer.statusCode === 200) return text;
  throw new Error(`${answer.statusCode}: ${text.slice(0, 500)}`);
}

/** Asks once and gives `data`. @throws Error where the answer has errors */
export async function askOnce(pool: Pool, url: string, body: string): Promise<Fields> {
  const text = await post(pool, url, body);
  const { data, errors } = JSON.parse(text) as { data?: Fields; errors?: unknown };
  if (errors !== undefined || data === undefined) throw new Error(text.slice(0, 1_000));
  return data;
}

/** Lets so many clients ask for so many milliseconds, going through the bodies in turn. */
export async function measure(
  url: string,
  bodies: readonly string[],
  clients: number,
  milliseconds: number,
): Promise<Measured> {
  const pool = connect(url, clients);
  const times: number[] = [];
  const started = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - started < milliseconds) {
      const body = bodies[next++ % bodies.length] ?? "";
      const asked = performance.now();
      await post(pool, url, body);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  await pool.close();
  return { rate: times.length / seconds, times: times.sort((one, other) => one - other) };
}

/** The value below which so many of an ascending list lie. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
