// kill -9 of a server at drawn moments while somebody listens to a watch: who connects again with the id that was
// received last is told each digest once, in order, and misses none, though some were found out while nobody listened.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { journalPath } from "../../src/watch/folder.ts";
import { readJournal } from "../../src/watch/journal.ts";
import { industryGraph } from "../support/command.ts";
import { campaignSeed, drawing, isLong } from "../support/drawing.ts";
import { engines } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { finish, kills } from "../support/killing.ts";
import { type Event, type Listener, listen } from "../support/listening.ts";
import { emptyPlace } from "../support/places.ts";
import { policyWorld } from "../support/policy-world.ts";
import { without } from "../support/watch-world.ts";

const newcomers = ["enterprise:lower", "enterprise:two-tracks"];
const query = `subscription { watch(name: "up") { id matches { id } } }`;

const chosen = isLong ? engines : engines.slice(0, 1);

describe.each(chosen)("a server that is killed while somebody listens, on $name", (engine) => {
  test.skipIf(!engine.available)("tells each digest once", { timeout: 7_200_000 }, async ({ annotate }) => {
    const draw = drawing(campaignSeed);
    const few = without("lower", "two-tracks");
    const settings = {
      WATCH_DIR: mkdtempSync(join(tmpdir(), "industry-graph-watches-")),
      DATA_DIR: mkdtempSync(join(tmpdir(), "industry-graph-data-")),
      SEED_DIR: writeFolder(few),
      PORT: "0",
      // A busy machine takes its time.
      TIMEOUT_MS: "250000",
      LOG_LEVEL: "silent",
      ...(await emptyPlace(engine)).settings,
    };
    await finish(["load", settings.SEED_DIR], settings);
    await finish(
      ["watch", "add", "up", "candidate-conditions", "measure=measure:up", "status=ELIGIBLE"],
      settings,
    );
    const recorded = () => readJournal(journalPath(settings.WATCH_DIR, "up")).events;
    const versionOf = () => recorded().findLast((one) => "version" in one)?.version;
    const digests = () => recorded().flatMap((one) => (one.is === "digest" ? [one.id] : []));
    const received: Event[] = [];
    let last: string | undefined;

    /** Starts a server, listens from where it was left, and kills it once that is over. */
    async function listenUntil(over: (stream: Listener) => Promise<unknown>): Promise<void> {
      const server = industryGraph(["start", "--yes"], settings);
      const [, url = ""] = await server.waitFor(/Pages +(http:\S+)/);
      const stream = await listen(url, {
        query,
        headers: last === undefined ? {} : { "last-event-id": last },
      });
      expect([stream.status, server.stderr()]).toEqual([200, server.stderr()]);
      await over(stream);
      server.child.kill("SIGKILL");
      await Promise.all([server.ended, stream.ended]);
      received.push(...stream.events);
      last = stream.lastId ?? last;
    }
    const pause = (milliseconds: number) => () =>
      new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

    // What a load and its digest take, so that kills fall within.
    let duration = 2_000;
    await listenUntil(async (stream) => {
      while (stream.lastId === undefined) await pause(20)();
    });
    for (let turn = 0; turn < kills; turn++) {
      const before = versionOf();
      writeFolder(turn % 2 === 0 ? policyWorld : few, settings.SEED_DIR);
      await listenUntil(pause(duration * draw.next()));
      const began = performance.now();
      // What is left is found out and told, or told again where the last id had not been received.
      await listenUntil(async () => {
        while (versionOf() === before) await pause(20)();
      });
      duration = Math.max(duration, performance.now() - began);
    }
    await listenUntil(async (stream) => {
      // Told now, unless it was received before: then the stream begins after it.
      while (stream.lastId !== digests().at(-1)) await pause(20)();
    });
    const told = received.map(({ id }) => id);
    expect(told).toEqual(digests());
    expect(told).toHaveLength(Math.ceil(kills / 2));
    for (const { event, data } of received) {
      expect(event).toBe("next");
      const { matches } = JSON.parse(data ?? "").data.watch as { matches: { id: string }[] };
      expect(matches.map(({ id }) => id).sort()).toEqual(newcomers);
    }
    await annotate(`${2 * kills + 2} kills; ${told.length} digests, each told once`);
  });
});
