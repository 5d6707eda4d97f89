// Subscriptions as others ask for them: the client of graphql-sse, and a browser's EventSource.
import { mkdtempSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient } from "graphql-sse";
import type { Browser } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { newToken } from "../../src/access/token.ts";
import { changeTokens } from "../../src/access/token-file.ts";
import { loadFolder } from "../../src/load/load.ts";
import { journalPath, keepWatch } from "../../src/watch/folder.ts";
import { readJournal } from "../../src/watch/journal.ts";
import { chromiumPath, startChromium, visit } from "../support/chromium.ts";
import { writeFolder } from "../support/folder.ts";
import { policyWorld } from "../support/policy-world.ts";
import { serve } from "../support/server.ts";
import { madeAt as at, watchNamed, without } from "../support/watch-world.ts";

const watch = watchNamed("关注");
const query =
  "subscription Up($name: String!, $after: String) { watch(name: $name, after: $after) { id count } }";
const variables = { name: watch.name };
const few = without("lower", "two-tracks");

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** A server with a watch that has told once already. */
async function start(more: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-watches-"));
  const server = await serve(few, { WATCH_DIR: folder, ...more });
  closing.push(() => server.close());
  const recorded = () => readJournal(journalPath(folder, watch.name)).events;
  const digests = (): string[] => recorded().flatMap((one) => (one.is === "digest" ? [one.id] : []));
  keepWatch(folder, watch, { is: "begun", at, version: null, keys: [] });
  await until(() => digests().length === 1);
  const load = (content: typeof policyWorld) => loadFolder(server.server.store, writeFolder(content));
  /** Two come, and are told; then they go again. */
  const change = async (): Promise<void> => {
    const before = digests().length;
    await load(policyWorld);
    await until(() => digests().length > before);
  };
  const back = async (): Promise<void> => {
    await load(few);
    await until(() => recorded().at(-1)?.is === "asked");
  };
  return { server, digests, change, back };
}

/** What a listener of graphql-sse is told, and how it ended. */
function subscribe(client: Client, asked: Parameters<Client["subscribe"]>[0]) {
  const told: unknown[] = [];
  let end: (how: unknown) => void = () => undefined;
  const ended = new Promise<unknown>((resolve) => {
    end = resolve;
  });
  const leave = client.subscribe(asked, {
    next: (value) => void told.push(value),
    error: end,
    complete: () => end("complete"),
  });
  return { told, ended, leave };
}

describe("the client of graphql-sse", () => {
  test("is told each digest, and goes when it wants to", async () => {
    const { server, digests, change, back } = await start();
    let connected = 0;
    const client = createClient({
      url: `${server.url}/graphql`,
      retryAttempts: 0,
      on: { connected: () => void connected++ },
    });
    closing.push(() => client.dispose());
    const listener = subscribe(client, { query, variables });
    const missed = subscribe(client, { query, variables: { ...variables, after: "begun" } });
    await until(() => connected === 2);
    await change();
    await back();
    await change();
    const [first, ...later] = digests().map((id) => ({ data: { watch: { id, count: expect.any(Number) } } }));
    await until(() => listener.told.length === 2 && missed.told.length === 3);
    expect(listener.told).toEqual(later);
    expect(missed.told).toEqual([first, ...later]);
    listener.leave();
    expect(await listener.ended).toBe("complete");
    // A server that stops completes what is listened to.
    closing.pop();
    const [how] = await Promise.all([missed.ended, server.close()]);
    expect(how).toBe("complete");
    await client.dispose();
  });

  test("is told what is wrong with what it asks, and its stream is complete", async () => {
    const { server } = await start();
    const client = createClient({ url: `${server.url}/graphql`, retryAttempts: 0 });
    closing.push(() => client.dispose());
    const wrong: readonly (readonly [string, object, string])[] = [
      [query, { name: "none" }, "NOT_FOUND"],
      [query, { ...variables, after: "msg_0" }, "BAD_CURSOR"],
      [query, { name: 1 }, "BAD_ARGUMENT"],
      ['subscription { watch(name: "a") { nothing } }', {}, "GRAPHQL_VALIDATION_FAILED"],
      ['subscription { watch(name: "a") @skip(if: true) { id } }', {}, "BAD_ARGUMENT"],
      ["{ enterprise(id: 1, nothing: 2) { id } }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ];
    for (const [text, given, code] of wrong) {
      const listener = subscribe(client, { query: text, variables: given as Record<string, unknown> });
      expect([text, await listener.ended]).toEqual([text, "complete"]);
      expect([text, listener.told]).toMatchObject([text, [{ errors: [{ extensions: { code } }] }]]);
    }
    const asked = subscribe(client, { query: "{ enterprises { totalCount } }" });
    expect(await asked.ended).toBe("complete");
    expect(asked.told).toEqual([{ data: { enterprises: { totalCount: expect.any(Number) } } }]);
  });

  test("shows its token, and sees the status where that does not do", async () => {
    const folder = mkdtempSync(join(tmpdir(), "industry-graph-tokens-"));
    const path = join(folder, "tokens.json");
    const { kept, text } = newToken({ name: "reader", scopes: ["read"], expires: null });
    await changeTokens(path, () => [kept]);
    const { server, change } = await start({ TOKENS_FILE: path });
    const url = `${server.url}/graphql`;
    const unknown = createClient({ url, retryAttempts: 0 });
    closing.push(() => unknown.dispose());
    const refused = subscribe(unknown, { query, variables });
    expect(await refused.ended).toMatchObject({ response: { status: 401 } });
    let connected = 0;
    const known = createClient({
      url,
      retryAttempts: 0,
      headers: () => ({ authorization: `Bearer ${text}` }),
      on: { connected: () => void connected++ },
    });
    closing.push(() => known.dispose());
    const listener = subscribe(known, { query, variables });
    await until(() => connected === 1);
    // One that is revoked while it listens is told nothing more, and that it is over.
    await changeTokens(path, () => []);
    await change();
    expect(await listener.ended).toBe("complete");
    expect(listener.told).toEqual([]);
  });
});

/** What stands between a browser and a server, and can be cut: the address stays the same. */
async function line(to: string) {
  const sockets = new Set<Socket>();
  let cut = false;
  const server = createServer((near) => {
    if (cut) {
      near.destroy();
      return;
    }
    const far = connect(Number(new URL(to).port), "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => undefined);
      one.once("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      cut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      cut = false;
    },
  };
}

interface Heard {
  readonly ids: string[];
  readonly events: { readonly id: string; readonly data: string }[];
  opened: number;
  failed: number;
  completed: number;
}

describe.skipIf(chromiumPath === undefined)("a browser's EventSource", () => {
  test("hears each digest once, those too that came while it was cut off, and what is wrong with what it asks", async () => {
    const { server, digests, change, back } = await start();
    const between = await line(server.url);
    const browser: Browser = await startChromium();
    closing.push(() => browser.close());
    const { page, close } = await visit(browser);
    closing.push(close);
    await page.goto(`${between.url}/`);
    const listen = (asked: string, given: object): Promise<void> =>
      page.evaluate(
        ([text, values]) => {
          const heard: Heard = { ids: [], events: [], opened: 0, failed: 0, completed: 0 };
          (globalThis as unknown as { heard: Heard }).heard = heard;
          const address = `/graphql?query=${encodeURIComponent(text)}&variables=${encodeURIComponent(values)}`;
          const source = new EventSource(address);
          source.onopen = () => void heard.opened++;
          source.onerror = () => void heard.failed++;
          source.addEventListener(
            "next",
            ({ data, lastEventId }) => void heard.events.push({ id: lastEventId, data }),
          );
          source.addEventListener("complete", () => {
            heard.completed++;
            source.close();
          });
        },
        [asked, JSON.stringify(given)] as const,
      );
    const heard = (): Promise<Heard> =>
      page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard);
    const untilHeard = async (done: (now: Heard) => boolean): Promise<Heard> => {
      for (;;) {
        const now = await heard();
        if (done(now)) return now;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await listen(query, variables);
    await untilHeard(({ opened }) => opened === 1);
    await change();
    await untilHeard(({ events }) => events.length === 1);
    between.cut();
    await untilHeard(({ failed }) => failed > 0);
    await back();
    await change();
    between.mend();
    const all = await untilHeard(({ events }) => events.length === 2);
    expect(all.opened).toBe(2);
    expect(all.events.map(({ id }) => id)).toEqual(digests().slice(1));
    for (const { id, data } of all.events)
      expect(JSON.parse(data)).toEqual({ data: { watch: { id, count: 2 } } });
    await listen(query, { name: "none" });
    const refused = await untilHeard(({ completed }) => completed === 1);
    expect(refused.events.map(({ data }) => JSON.parse(data))).toMatchObject([
      { errors: [{ extensions: { code: "NOT_FOUND" } }] },
    ]);
  });
});
