// Sends a digest to its receiver, signed as Standard Webhooks has it: the receiver knows by `webhook-id` whether it has
// had it before, and by `webhook-signature` that it is from here and unchanged.
import { createHmac } from "node:crypto";
import type { Digest } from "./records.ts";
import type { Watch } from "./watch.ts";

export type Outcome =
  | { readonly is: "delivered"; readonly status: number }
  | {
      readonly is: "failed";
      readonly reason: string;
      /** Milliseconds that the receiver wants to be left alone. */
      readonly wait?: number;
      /** The receiver is gone for good. */
      readonly over?: boolean;
    };

/** Milliseconds that a receiver may take to answer. */
const patience = 15_000;

/** The longest that a receiver may ask us to wait, in seconds. */
const longestWait = 86_400;

/** The signature of a delivery. @param secret as it is kept, `whsec_` and base64 */
export function signature(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
}

/** What `Retry-After` asks for, in milliseconds. */
function waitOf(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1_000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), longestWait) * 1_000;
}

/** Sends once. It never throws: whatever goes wrong is told. */
export async function send(
  { url, secret }: NonNullable<Watch["webhook"]>,
  { id, body }: Digest,
  signal: AbortSignal,
  now = new Date(),
): Promise<Outcome> {
  const seconds = Math.floor(now.getTime() / 1_000);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "industry-graph",
        "webhook-id": id,
        "webhook-timestamp": String(seconds),
        "webhook-signature": signature(secret, id, seconds, body),
      },
      body,
      // It would be sent to somebody who was not named.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    await response.body?.cancel();
    if (response.ok) return { is: "delivered", status: response.status };
    const wait = waitOf(response.headers.get("retry-after"), now);
    return {
      is: "failed",
      reason: `the receiver answered ${response.status}${response.statusText === "" ? "" : ` ${response.statusText}`}`,
      ...(wait === undefined ? {} : { wait }),
      ...(response.status === 410 ? { over: true } : {}),
    };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
    if (name === "TimeoutError")
      return { is: "failed", reason: `the receiver did not answer within ${patience / 1_000} s` };
    return { is: "failed", reason: `the receiver cannot be reached (${cause?.code ?? message})` };
  }
}

/** The longest pause between two attempts, in milliseconds. */
const longestPause = 6 * 3_600_000;

/**
 * Milliseconds until the next attempt: twice as long each time, and spread, so that what failed together is not tried
 * again together.
 * @param first seconds after the first failure
 * @param failures those before this one
 */
export function pauseAfter(failures: number, first: number, spread = Math.random()): number {
  return Math.min(first * 1_000 * 2 ** Math.min(failures, 40), longestPause) * (0.75 + spread / 2);
}
