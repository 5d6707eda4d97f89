// One delivery, over real HTTP: what the receiver can check, and what is made of each of its answers.
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pauseAfter, send } from "../../src/watch/deliver.ts";
import { newSecret } from "../../src/watch/watch.ts";
import { openReceiver, type Receiver } from "../support/receiver.ts";

let receiver: Receiver;
const secret = newSecret();
const digest = { id: "msg_0123", at: "", body: '{"type":"watch.matched","data":{"watch":"锡山"}}' };
const { signal } = new AbortController();

const sent = (status: number, headers: Record<string, string> = {}, now = new Date()) => {
  receiver.answer = (_, response) => void response.writeHead(status, headers).end("x".repeat(100_000));
  return send({ url: receiver.url, secret }, digest, signal, now);
};

beforeAll(async () => {
  receiver = await openReceiver();
});
afterAll(() => receiver.close());

describe("a delivery", () => {
  test("is signed so that the receiver's own library takes it, and refuses another's or a changed one", async () => {
    expect(await sent(204)).toEqual({ is: "delivered", status: 204 });
    const { text, headers } = receiver.received.at(-1) ?? { text: "", headers: {} };
    const given = headers as Record<string, string>;
    expect(new Webhook(secret).verify(text, given)).toEqual(JSON.parse(digest.body));
    expect(() => new Webhook(newSecret()).verify(text, given)).toThrow();
    expect(() => new Webhook(secret).verify(text.replace("锡山", "吴中"), given)).toThrow();
    expect(() => new Webhook(secret).verify(text, { ...given, "webhook-id": "msg_other" })).toThrow();
  });

  test("that is refused says how, when to try again, and whether ever", async () => {
    expect(await sent(500)).toEqual({ is: "failed", reason: expect.stringContaining("500") });
    expect(await sent(503, { "retry-after": "120" })).toMatchObject({ is: "failed", wait: 120_000 });
    const now = new Date("2026-03-01T00:00:00Z");
    const later = { "retry-after": "Sun, 01 Mar 2026 00:01:00 GMT" };
    // The library checks the time of a delivery; the receiver here does not.
    expect(await sent(429, later, now)).toMatchObject({ is: "failed", wait: 60_000 });
    expect(await sent(503, { "retry-after": "soon" })).not.toHaveProperty("wait");
    expect(await sent(410)).toMatchObject({ is: "failed", over: true });
  });

  test("is not sent on to where the receiver points", async () => {
    const other = await openReceiver();
    expect(await sent(307, { location: other.url })).toMatchObject({ is: "failed" });
    expect(other.received).toEqual([]);
    await other.close();
  });

  test("to nobody says that nobody is there", async () => {
    const gone = await openReceiver();
    await gone.close();
    const outcome = await send({ url: gone.url, secret }, digest, signal);
    expect(outcome).toEqual({ is: "failed", reason: expect.stringContaining("ECONNREFUSED") });
  });

  test("that fails again and again is tried after twice as long each time, within six hours", () => {
    const pauses = [0, 1, 2, 3].map((failures) => pauseAfter(failures, 5, 0.5));
    expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(pauseAfter(60, 5, 0.5)).toBe(6 * 3_600_000);
    expect(pauseAfter(0, 5, 0)).toBeLessThan(pauseAfter(0, 5, 1));
  });
});
