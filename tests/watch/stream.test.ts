// Digests of watches as a GraphQL subscription over server-sent events, after real loads by others.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { journalPath, keepWatch } from "../../src/watch/folder.ts";
import { readJournal } from "../../src/watch/journal.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { type Listener, type Listening, listen } from "../support/listening.ts";
import { policyWorld } from "../support/policy-world.ts";
import { codes, serve, type TestServer } from "../support/server.ts";
import { madeAt as at, watchNamed, without } from "../support/watch-world.ts";

const watch = watchNamed("关注");
const query = `subscription Up($name: String!, $after: String) {
  told: watch(name: $name, after: $after) { id question version before count others matches { id name row } }
}`;

interface Told {
  readonly id: string;
  readonly question: string;
  readonly version: string;
  readonly before: string | null;
  readonly count: number;
  readonly matches: readonly { readonly id: string; readonly row: object }[];
}

const toldIn = ({ events }: Listener): Told[] =>
  events
    .filter(({ event }) => event === "next")
    .map(({ data }) => (JSON.parse(data ?? "") as { data: { told: Told } }).data.told);

const idsIn = (told: Told | undefined) => told?.matches.map(({ id }) => id).sort();

/** Ids of the digests that are on the disk. */
const digestsOf = (folder: string): string[] =>
  readJournal(journalPath(folder, watch.name)).events.flatMap((one) => (one.is === "digest" ? [one.id] : []));

/** Waits until so many are there. */
async function untilDigests(folder: string, count: number): Promise<void> {
  while (digestsOf(folder).length < count) await new Promise((resolve) => setTimeout(resolve, 50));
}

describeEachEngine("a watch that is listened to", (open) => {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-watches-"));
  const [few, all] = [writeFolder(without("lower", "two-tracks")), writeFolder(policyWorld)];
  let store: GraphStore;
  let server: TestServer;
  beforeAll(async () => {
    store = await open();
    server = await serve(without("lower", "two-tracks"), { WATCH_DIR: folder }, store);
    keepWatch(folder, watch, { is: "begun", at, version: null, keys: [] });
    await untilDigests(folder, 1);
  });
  afterAll(() => server.close());
  const listening = (after?: string, more: Partial<Listening> = {}) =>
    listen(server.url, { query, variables: { name: watch.name, after }, ...more });

  test("tells after a load exactly those who newly match, to all who listen, and what was missed to who comes later", async () => {
    const now = await listening();
    expect([now.status, now.headers["content-type"]]).toEqual([200, "text/event-stream; charset=utf-8"]);
    const [first = ""] = digestsOf(folder);
    // Before anything is told it is said after what: who connects again misses nothing.
    expect(now.lastId).toBe(first);
    await loadFolder(store, all);
    await now.waitFor(1);
    const [told] = toldIn(now);
    expect(idsIn(told)).toEqual(["enterprise:lower", "enterprise:two-tracks"]);
    expect(told).toMatchObject({ question: "candidate-conditions", count: 2, others: [] });
    expect(told?.before).not.toBe(told?.version);
    expect(Object.keys(told?.matches[0]?.row ?? {})).not.toEqual([]);
    expect([now.events[0]?.id, now.lastId]).toEqual([told?.id, told?.id]);
    // Where the last that was received is named, in either way, by who asks in either way.
    const missed = [
      await listening(first),
      await listening(first, { byGet: true }),
      await listening(undefined, { headers: { "last-event-id": first } }),
      await listening(told?.id, { headers: { "last-event-id": first }, byGet: true }),
    ];
    for (const one of missed) {
      await one.waitFor(1);
      expect(toldIn(one)).toEqual([told]);
      one.leave();
    }
    const every = await listening("begun");
    await every.waitFor(2);
    expect(toldIn(every).map(({ id }) => id)).toEqual(digestsOf(folder));
    every.leave();
    // Who has had all is told the next alone, and so is who has listened all the time.
    const up = await listening(told?.id);
    await loadFolder(store, few);
    await expect
      .poll(() => readJournal(journalPath(folder, watch.name)).events.at(-1)?.is, { timeout: 120_000 })
      .toBe("asked");
    await loadFolder(store, all);
    await Promise.all([up.waitFor(1), now.waitFor(2)]);
    expect(toldIn(up)).toEqual([toldIn(now)[1]]);
    expect(toldIn(up)[0]?.id).not.toBe(told?.id);
    expect(toldIn(now).map(({ id }) => id)).toEqual(digestsOf(folder).slice(1));
    expect(idsIn(toldIn(up)[0])).toEqual(["enterprise:lower", "enterprise:two-tracks"]);
    for (const one of [now, up]) one.leave();
  });

  test("is told on the stream what is wrong with it, as the protocol has it, and a status says the rest", async () => {
    const refused = async (more: Partial<Listening>) => {
      const answer = await listening(undefined, more);
      await answer.ended;
      const events = answer.events.map(({ event }) => event);
      if (answer.status === 200) expect([events, answer.lastId]).toEqual([["next", "complete"], undefined]);
      const told = answer.status === 200 ? answer.events[0]?.data : answer.text();
      const { errors } = JSON.parse(told ?? "") as { errors: { extensions: { code: string } }[] };
      return [answer.status, errors[0]?.extensions.code];
    };
    expect(await refused({ variables: { name: "none" } })).toEqual([200, "NOT_FOUND"]);
    expect(await refused({ variables: { name: "../x" } })).toEqual([200, "NOT_FOUND"]);
    expect(await refused({ variables: { name: watch.name, after: "msg_0" } })).toEqual([200, "BAD_CURSOR"]);
    expect(await refused({ headers: { "last-event-id": "msg_0" } })).toEqual([200, "BAD_CURSOR"]);
    expect(await refused({ variables: { name: 1 } })).toEqual([200, "BAD_ARGUMENT"]);
    expect(await refused({ variables: {} })).toEqual([200, "BAD_ARGUMENT"]);
    const root = "subscription ($name: String!)";
    for (const query of [
      `${root} { watch(name: $name) @include(if: false) { id } }`,
      `${root} { ... @skip(if: true) { watch(name: $name) { id } } }`,
      `${root} { ...F } fragment F on Subscription { watch(name: $name) @skip(if: true) { id } }`,
    ])
      expect(await refused({ query })).toEqual([200, "BAD_ARGUMENT"]);
    // As is a document that is none.
    expect(await refused({ query: `${root} { watch(name: $name) { nothing } }` })).toEqual([
      200,
      "GRAPHQL_VALIDATION_FAILED",
    ]);
    expect(await refused({ query: "subscription {" })).toEqual([200, "GRAPHQL_PARSE_FAILED"]);
    expect(await refused({ headers: { "x-explain": "1" } })).toEqual([400, "BAD_ARGUMENT"]);
  });

  test("is no question: whoever asks it as one is told how to listen", async () => {
    const variables = { name: watch.name };
    const accepted: Record<string, string>[] = [{}, { accept: "application/graphql-response+json" }];
    for (const headers of accepted) {
      const answer = await server.ask(query, variables, headers);
      expect(answer.data ?? null).toBeNull();
      expect(codes(answer)).toEqual(["BAD_REQUEST"]);
      expect(answer.errors?.[0]?.message).toMatch(/text\/event-stream/);
    }
    expect(
      codes(await server.ask(`subscription { a: watch(name: "a") { id } b: watch(name: "b") { id } }`)),
    ).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    // And a question that is asked as a stream is answered as ever.
    const asked = await listen(server.url, { query: "{ enterprises { totalCount } }" });
    await asked.ended;
    expect(asked.events[0]).toMatchObject({ event: "next", data: expect.stringContaining("totalCount") });
  });
});
