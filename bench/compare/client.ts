// Clients that each send a request when the one before is answered, and what was measured of them.
import { Agent, request } from "node:http";
import type { Fields } from "./work.ts";

export interface Measured {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds, ascending. */
  readonly times: readonly number[];
}

/** Sends a body and gives the text of the answer. @throws Error where it is not 200 */
export function post(agent: Agent, url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: "POST",
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("end", () => {
          const text = Buffer.concat(pieces).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode}: ${text.slice(0, 500)}`));
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Asks once and gives `data`. @throws Error where the answer has errors */
export async function askOnce(agent: Agent, url: string, body: string): Promise<Fields> {
  const text = await post(agent, url, body);
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
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const started = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - started < milliseconds) {
      const body = bodies[next++ % bodies.length] ?? "";
      const asked = performance.now();
      await post(agent, url, body);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
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
