// Who may listen to a watch, how many may, and how a stream ends: by a token that does no more, by the server's stop, by
// a record that is broken, and by those who leave.
import { appendFileSync, mkdtempSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type KeptToken, newToken } from "../../src/access/token.ts";
import { changeTokens } from "../../src/access/token-file.ts";
import { loadFolder } from "../../src/load/load.ts";
import { journalPath, keepWatch } from "../../src/watch/folder.ts";
import { readJournal } from "../../src/watch/journal.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { type Listener, listen } from "../support/listening.ts";
import { policyWorld } from "../support/policy-world.ts";
import { secretLayer } from "../support/secret-layer.ts";
import { serve, serveFolder, type TestServer } from "../support/server.ts";
import { madeAt as at, watchNamed, without } from "../support/watch-world.ts";

const watch = watchNamed("up");
const query = `subscription Up($name: String! = "up", $after: String) { watch(name: $name, after: $after) { id count } }`;
const complete = { event: "complete", data: "" };

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const temporary = (): string => mkdtempSync(join(tmpdir(), "industry-graph-watches-"));

const digestsIn = (folder: string): number =>
  readJournal(journalPath(folder, watch.name)).events.filter(({ is }) => is === "digest").length;

async function untilDigests(folder: string, count: number): Promise<void> {
  while (digestsIn(folder) < count) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function start(more: Readonly<Record<string, string>> = {}) {
  const folder = temporary();
  const server = await serve(without("lower", "two-tracks"), { WATCH_DIR: folder, ...more });
  servers.push(server);
  keepWatch(folder, watch, { is: "begun", at, version: null, keys: [] });
  await untilDigests(folder, 1);
  const listening = (headers: Readonly<Record<string, string>> = {}, variables: object = {}) =>
    listen(server.url, { query, variables, headers });
  /** Loads data in which others match, and waits until that is known. */
  const change = async (): Promise<void> => {
    const before = digestsIn(folder);
    await loadFolder(server.server.store, writeFolder(policyWorld));
    await untilDigests(folder, before + 1);
  };
  return { server, folder, listening, change };
}

/** What is wrong with a subscription is told on its stream, all else by a status. */
async function refusalOf(stream: Listener): Promise<[number, unknown]> {
  await stream.ended;
  const told = stream.status === 200 ? stream.events[0]?.data : stream.text();
  const { errors } = JSON.parse(told ?? "") as { errors: { extensions: { code: string } }[] };
  return [stream.status, errors[0]?.extensions.code];
}

const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

describe("who listens", () => {
  test("needs a token where others do; once it does no more the stream ends by itself, and nothing more is told", async () => {
    const tokens = join(temporary(), "tokens.json");
    const made = ["revoked", "expired", "narrowed", "widened", "kept", "hurried"].map((name) =>
      newToken({ name, scopes: ["read"], expires: null }),
    );
    await changeTokens(tokens, () => made.map(({ kept }) => kept));
    const { listening, change } = await start({ TOKENS_FILE: tokens });
    expect(await refusalOf(await listening())).toEqual([401, "UNAUTHENTICATED"]);
    const streams: Listener[] = [];
    for (const { text } of made) streams.push(await listening(bearer(text)));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    const changes: Readonly<Record<string, (token: KeptToken) => KeptToken[]>> = {
      revoked: () => [],
      expired: (token) => [{ ...token, expires: "2020-01-01T00:00:00.000Z" }],
      narrowed: (token) => [{ ...token, scopes: ["export"], roles: [] }],
      widened: (token) => [{ ...token, roles: ["office"] }],
    };
    await changeTokens(tokens, (all) => all.flatMap((token) => changes[token.name]?.(token) ?? [token]));
    const [kept, hurried] = streams.splice(4);
    for (const one of streams) {
      await one.ended;
      expect(one.events).toEqual([complete]);
    }
    // One that is revoked a moment before is told nothing either.
    await changeTokens(tokens, (all) => all.filter(({ name }) => name !== "hurried"));
    await change();
    await Promise.all([kept?.waitFor(1), hurried?.ended]);
    expect(kept?.events[0]?.event).toBe("next");
    expect(hurried?.events).toEqual([complete]);
    kept?.leave();
    expect(await refusalOf(await listening(bearer(made[0]?.text ?? "")))).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("with a browser's token that has run out is anybody, as at every address", async () => {
    const { listening, change } = await start({ PUBLIC: "read" });
    const stream = await listening({ cookie: "industry-graph-token=igt_gone_gone" });
    expect(stream.status).toBe(200);
    await change();
    await stream.waitFor(1);
    expect(stream.events[0]?.event).toBe("next");
    stream.leave();
  });

  test("is of our host and of an origin that is allowed", async () => {
    const { listening } = await start({ ALLOWED_ORIGINS: "https://map.example.org" });
    expect(await refusalOf(await listening({ origin: "http://evil.example" }))).toEqual([
      403,
      "FORBIDDEN_ORIGIN",
    ]);
    expect((await refusalOf(await listening({ host: "evil.example" })))[0]).toBe(421);
    expect((await refusalOf(await listening({ "sec-fetch-site": "cross-site" })))[0]).toBe(403);
    const allowed = await listening({ origin: "https://map.example.org" });
    expect(allowed.status).toBe(200);
    expect(allowed.headers["access-control-allow-origin"]).toBe("https://map.example.org");
    allowed.leave();
  });

  test("to whom a layer is hidden is told of no watch of the whole, not even that it is there", async () => {
    const place = temporary();
    const [seed, hidden] = [join(place, "seed"), join(place, "secret")];
    writeFolder(fixture, seed);
    writeFolder(secretLayer, hidden);
    const tokens = join(place, "tokens.json");
    const { kept, text } = newToken({ name: "office", scopes: ["read"], roles: ["office"], expires: null });
    await changeTokens(tokens, () => [kept]);
    const folder = temporary();
    const server = await serveFolder(`${seed},${hidden}`, {
      PUBLIC: "read",
      TOKENS_FILE: tokens,
      LAYER_ROLES: "secret=office",
      WATCH_DIR: folder,
    });
    servers.push(server);
    const all: Watch = { name: "up", question: "Enterprise", variables: {}, again: [], made: at };
    keepWatch(folder, all, { is: "begun", at, version: null, keys: [] });
    await untilDigests(folder, 1);
    const asked = (headers: Readonly<Record<string, string>>, name: string) =>
      listen(server.url, {
        query:
          'subscription ($name: String!) { watch(name: $name, after: "begun") { others matches { id } } }',
        variables: { name },
        headers,
      });
    const seen = await asked(bearer(text), "up");
    await seen.waitFor(1);
    expect(seen.text()).toContain("enterprise:secret");
    seen.leave();
    const [there, not] = [await asked({}, "up"), await asked({}, "qq")];
    expect([await refusalOf(there), await refusalOf(not)]).toEqual([
      [200, "NOT_FOUND"],
      [200, "NOT_FOUND"],
    ]);
    const told = ({ text }: Listener): string =>
      text()
        .replace(/"requestId":"[^"]*"/, "")
        .replaceAll("qq", "up");
    expect(told(there)).toBe(told(not));
  });
});

describe("streams", () => {
  test("end with the event complete when the server stops", async () => {
    const { server, listening } = await start();
    const streams = await Promise.all([listening(), listening()]);
    await server.close();
    for (const one of streams) {
      await one.ended;
      expect(one.events).toEqual([complete]);
    }
  });

  test("are counted in /metrics while somebody listens, and one that was refused never is", async () => {
    const { server, listening } = await start();
    const open = async (): Promise<string | undefined> => {
      const text = await (await fetch(`${server.url}/metrics`)).text();
      return /^industry_graph_streams_open (\d+)$/m.exec(text)?.[1];
    };
    expect(await open()).toBe("0");
    const [one, other] = [await listening(), await listening()];
    expect(await refusalOf(await listening({}, { name: "nobody" }))).toEqual([200, "NOT_FOUND"]);
    expect(await open()).toBe("2");
    one.leave();
    while ((await open()) !== "1") await new Promise((resolve) => setTimeout(resolve, 20));
    other.leave();
    while ((await open()) !== "0") await new Promise((resolve) => setTimeout(resolve, 20));
  });

  test("are so many at the most for one who listens; whoever leaves gives the place back", async () => {
    const { server, listening } = await start();
    // Some leave before they are answered.
    for (let time = 0; time < 60; time++)
      await new Promise<void>((resolve) => {
        const sent = request(`${server.url}/graphql`, {
          method: "POST",
          headers: { accept: "text/event-stream", "content-type": "application/json" },
        });
        sent.on("error", () => undefined);
        sent.once("close", () => resolve());
        sent.end(JSON.stringify({ query }), () => sent.destroy());
      });
    const open: Listener[] = [];
    const ask = async (): Promise<number> => {
      const stream = await listening();
      if (stream.status === 200) open.push(stream);
      return stream.status;
    };
    while (open.length < 20) await ask();
    expect(await refusalOf(await listening())).toEqual([503, "OVERLOADED"]);
    open[0]?.leave();
    await expect.poll(ask, { timeout: 60_000 }).toBe(200);
    // Other questions are answered as ever.
    expect((await server.ask("{ enterprises { totalCount } }")).status).toBe(200);
    for (const one of open) one.leave();
  });

  test("are as many as the settings say, of one who listens and of all", async () => {
    const { listening } = await start({
      MAX_STREAMS: "3",
      MAX_STREAMS_EACH: "2",
      TRUSTED_PROXIES: "127.0.0.1",
    });
    const from = (address: string) => listening({ "x-forwarded-for": address });
    const open = [await from("10.0.0.1"), await from("10.0.0.1")];
    const own = await from("10.0.0.1");
    expect(await refusalOf(own)).toEqual([503, "OVERLOADED"]);
    expect(own.text()).toContain("You have 2 streams open");
    open.push(await from("10.0.0.2"));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
    const one = await from("10.0.0.3");
    expect(await refusalOf(one)).toEqual([503, "OVERLOADED"]);
    expect(one.text()).toContain("There are 3 streams open");
    for (const stream of open) stream.leave();
  });

  test("tell that something is wrong with the record, to the log alone what, and end", async () => {
    const { folder, listening } = await start();
    const stream = await listening();
    appendFileSync(journalPath(folder, watch.name), "not a record\nnor this\n");
    await stream.ended;
    expect(stream.events).toHaveLength(2);
    expect(stream.events[0]?.id).toBeUndefined();
    const { errors } = JSON.parse(stream.events[0]?.data ?? "") as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: "INTERNAL" });
    expect(stream.events[1]).toEqual(complete);
    const refused = await listening();
    expect(await refusalOf(refused)).toEqual([500, "INTERNAL"]);
    for (const { text } of [stream, refused]) expect(text()).not.toContain(folder);
  });

  test("are asked for in the right form", async () => {
    const { server } = await start();
    for (const more of [{ variables: "x" }, { variables: [1] }, { operationName: 7 }]) {
      const stream = await listen(server.url, { query, ...more });
      await stream.ended;
      expect([more, stream.text()]).toEqual([more, expect.stringContaining('"errors"')]);
      expect([more, stream.status < 500]).toEqual([more, true]);
      expect(stream.text()).not.toContain("INTERNAL");
    }
    const address = `${server.url}/graphql?query=${encodeURIComponent(query)}`;
    const head = await fetch(address, { method: "HEAD", headers: { accept: "text/event-stream" } });
    expect(head.status).toBe(400);
  });
});
