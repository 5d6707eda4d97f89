// A running server and its watches: it notices other data by itself, whoever loaded them, and shows the feed.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { keepWatch } from "../../src/watch/folder.ts";
import { newSecret, type Watch } from "../../src/watch/watch.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { policyWorld } from "../support/policy-world.ts";
import { openReceiver, type Receiver } from "../support/receiver.ts";
import { serve, type TestServer } from "../support/server.ts";
import { without } from "../support/watch-world.ts";

const at = "2026-03-01T00:00:00.000Z";
const watchOf = (name: string, url?: string): Watch => ({
  name,
  question: "candidate-conditions",
  variables: { measure: "measure:up", status: ["ELIGIBLE"] },
  again: [],
  made: at,
  ...(url === undefined ? {} : { webhook: { url, secret: newSecret() } }),
});

describeEachEngine("a server with watches", (open) => {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-watches-"));
  let store: GraphStore;
  let server: TestServer;
  let receiver: Receiver;
  beforeAll(async () => {
    store = await open();
    receiver = await openReceiver();
    server = await serve(without("lower", "two-tracks"), { WATCH_DIR: folder }, store);
  });
  afterAll(async () => {
    await server.close();
    await receiver.close();
  });
  const feed = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/watch/${path}`, { headers });

  test("tells of all with a watch that has not been asked, and of newcomers after a load by others", async () => {
    keepWatch(folder, watchOf("关注", receiver.url), { is: "begun", at, version: null, keys: [] });
    await receiver.waitFor(1);
    const idsOf = (place: number) => receiver.received[place]?.body.data.matches.map(({ id }) => id).sort();
    expect(idsOf(0)).toEqual(["enterprise:giant", "enterprise:implied-lower"]);
    await loadFolder(store, writeFolder(policyWorld));
    await receiver.waitFor(2);
    expect(idsOf(1)).toEqual(["enterprise:lower", "enterprise:two-tracks"]);
    expect(receiver.received[1]?.body.data.dataset.before).toBe(
      receiver.received[0]?.body.data.dataset.version,
    );
    // The receiver has it a moment before the server knows that it has.
    await expect
      .poll(async () => (await fetch(`${server.url}/metrics`)).text(), { timeout: 20_000 })
      .toContain('industry_graph_deliveries_total{outcome="delivered"} 2');
  });

  test("shows its digests as a feed, the newest first, until they change, and nothing of the receiver", async () => {
    const answer = await feed(`${encodeURIComponent("关注")}.atom`);
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const text = await answer.text();
    const titles = [...text.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);
    expect(titles).toEqual(["关注", "关注: 2 新符合 / newly match", "关注: 2 新符合 / newly match"]);
    expect(text.indexOf("enterprise%3Alower")).toBeLessThan(text.indexOf("enterprise%3Agiant"));
    expect(text).toContain("law:7");
    expect(text).not.toContain("whsec_");
    expect(text).not.toContain(receiver.url);
    const etag = answer.headers.get("etag") ?? "";
    expect((await feed(`${encodeURIComponent("关注")}.atom`, { "if-none-match": etag })).status).toBe(304);
  });

  test("writes names of any signs so that the feed stays XML", async () => {
    const name = '</content>&"<script>\u0000\u001b\u{1f9e8}';
    const data = {
      watch: "signs",
      question: { name: "x", title: { zh: "<", en: "&" }, variables: {} },
      dataset: { version: "v", before: null },
      count: 1,
      matches: [{ id: "enterprise:a&b", name, row: { lacks: "]]><b>" }, answer: {} }],
      others: ["enterprise:<"],
    };
    const body = JSON.stringify({ type: "watch.matched", timestamp: at, data });
    keepWatch(
      folder,
      { ...watchOf("told"), question: "no-such-question" },
      {
        is: "digest",
        at,
        version: "v",
        id: "msg_0123456789abcdef0123456789abcdef",
        added: [],
        gone: [],
        body,
      },
    );
    const text = await (await feed("told.atom")).text();
    expect(text).toContain("<id>urn:uuid:01234567-89ab-cdef-0123-456789abcdef</id>");
    // No sign of the data is left as one of XML: taken out of the content it would be one of HTML at the most twice escaped.
    const content = /<content type="html">([\s\S]*?)<\/content>/.exec(text)?.[1] ?? "";
    expect(content).not.toMatch(/[<>]/);
    expect(content).toContain("&amp;lt;script&amp;gt;");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });

  test("has no feed where there is no watch, and none outside the folder", async () => {
    for (const path of [
      "none.atom",
      "told",
      "told.xml",
      "..%2ftold.atom",
      "%2e%2e%2f%2e%2e%2ftold.atom",
      ".locks.atom",
      "told%00.atom",
    ])
      expect([path, (await feed(path)).status]).toEqual([path, 404]);
  });
});
