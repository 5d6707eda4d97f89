// kill -9 at drawn moments while digests are made and delivered, to a receiver that takes them, refuses them or says
// nothing: each that newly matches is told in one digest with one id and one body, none is lost, none told twice.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { campaignSeed, drawing, isLong } from "../support/drawing.ts";
import { engines } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { finish, killAfter, kills, timeOf } from "../support/killing.ts";
import { emptyPlace } from "../support/places.ts";
import { policyWorld } from "../support/policy-world.ts";
import { accept, openReceiver, type Receiver } from "../support/receiver.ts";
import { without } from "../support/watch-world.ts";

const newcomers = ["enterprise:lower", "enterprise:two-tracks"];

/** What a receiver may do. */
const manners: readonly Receiver["answer"][] = [
  accept,
  (_, response) => void response.writeHead(503).end(),
  (_, response) => void response.socket?.destroy(),
  (_, response) => void setTimeout(() => response.writeHead(200).end("taken"), 100),
];

const chosen = isLong ? engines : engines.slice(0, 1);

describe.each(chosen)("deliveries that are killed, on $name", (engine) => {
  test.skipIf(!engine.available)("tell each newcomer once", { timeout: 7_200_000 }, async ({ annotate }) => {
    const draw = drawing(campaignSeed);
    const receiver = await openReceiver();
    try {
      const [few, all] = [writeFolder(without("lower", "two-tracks")), writeFolder(policyWorld)];
      const { settings: way } = await emptyPlace(engine);
      const settings = {
        WATCH_DIR: mkdtempSync(join(tmpdir(), "industry-graph-watches-")),
        DATA_DIR: mkdtempSync(join(tmpdir(), "industry-graph-data-")),
        // Only `watch deliver` tries again.
        WATCH_RETRY_SECONDS: "3600",
        // A busy machine takes its time.
        TIMEOUT_MS: "250000",
        LOG_LEVEL: "silent",
        ...way,
      };
      const load = (folder: string) => ["load", folder, "--yes"];
      const deliver = ["watch", "deliver"];
      await finish(load(few), settings);
      const question = ["candidate-conditions", "measure=measure:up", "status=ELIGIBLE"];
      await finish(["watch", "add", "up", ...question, "--webhook", receiver.url], settings);
      let duration = await timeOf(load(few), settings);
      let taken = 0;
      for (let turn = 0; turn < kills; turn++) {
        // The load asks and delivers before it ends; killed there, it and `watch deliver` do what is left.
        receiver.answer = draw.one(manners);
        await killAfter(load(all), settings, duration * (0.4 + 0.6 * draw.next()));
        const began = performance.now();
        await finish(load(all), settings);
        receiver.answer = draw.one(manners);
        // Where the receiver would not have it, that is told and the code is 1.
        await killAfter(deliver, settings, (performance.now() - began) * draw.next(), [0, 1]);
        duration = Math.max(duration, performance.now() - began);
        receiver.answer = accept;
        await finish(deliver, settings);
        const ids = [...new Set(receiver.received.map(({ id }) => id))];
        expect(ids, `after kill ${turn}`).toHaveLength(turn + 1);
        const last = receiver.received.filter(({ id }) => id === ids.at(-1));
        expect(new Set(last.map(({ text }) => text)).size).toBe(1);
        expect(last[0]?.body.data.matches.map(({ id }) => id).sort()).toEqual(newcomers);
        taken += last.length;
        await finish(load(few), settings);
      }
      // What has been delivered is not sent again, however often somebody asks for it.
      const sent = receiver.received.length;
      await finish(deliver, settings);
      expect(receiver.received).toHaveLength(sent);
      const [listed] = JSON.parse(await finish(["watch", "list", "--json"], settings)) as unknown[];
      expect(listed).toMatchObject({ digests: kills, delivered: kills, waiting: 0, problem: null });
      await annotate(`${kills} times two kills; ${kills} digests, each told once, in ${taken} attempts`);
    } finally {
      await receiver.close();
    }
  });
});
