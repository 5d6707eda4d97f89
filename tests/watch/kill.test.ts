// kill -9 around a delivery, on real processes and a real receiver: the same digest comes again under the same id,
// nothing else does, and nothing is lost.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Command, industryGraph } from "../support/command.ts";
import { engines } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";
import { emptyPlace } from "../support/places.ts";
import { policyWorld } from "../support/policy-world.ts";
import { accept, openReceiver, type Receiver } from "../support/receiver.ts";
import { without } from "../support/watch-world.ts";

const newcomers = ["enterprise:lower", "enterprise:two-tracks"];

let receiver: Receiver;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

/** Waits until so many have been received; a sender that has ended by itself sends nothing more. */
async function until(count: number, { ended, stderr }: Command): Promise<void> {
  const over = ended.then(({ code }) => {
    if (receiver.received.length < count) throw new Error(`it ended with ${code}: ${stderr()}`);
  });
  await Promise.race([receiver.waitFor(count), over]);
}

async function run(args: readonly string[], settings: Readonly<Record<string, string>>) {
  const command = industryGraph(args, settings);
  const { code } = await command.ended;
  return { code, out: command.stdout(), err: command.stderr() };
}

describe.each(engines)("a digest whose sender is killed, on $name", (engine) => {
  async function watched() {
    const before = writeFolder(without("lower", "two-tracks"));
    const place = await emptyPlace(engine);
    const settings = {
      WATCH_DIR: mkdtempSync(join(tmpdir(), "industry-graph-watches-")),
      DATA_DIR: mkdtempSync(join(tmpdir(), "industry-graph-data-")),
      WATCH_RETRY_SECONDS: "1",
      PORT: "0",
      LOG_LEVEL: "silent",
      SEED_DIR: before,
      ...place.settings,
    };
    expect((await run(["load", before], settings)).code).toBe(0);
    const question = [
      "candidate-conditions",
      "measure=measure:up",
      "status=ELIGIBLE",
      "--webhook",
      receiver.url,
    ];
    const added = await run(["watch", "add", "up", ...question], settings);
    expect([added.code, added.out]).toEqual([0, expect.stringMatching(/^whsec_/)]);
    return settings;
  }

  /** What the record says at last, and what came: one digest, of the newcomers, however often it was sent. */
  async function expectOne(settings: Readonly<Record<string, string>>): Promise<void> {
    const [id, ...others] = new Set(receiver.received.map((one) => one.id));
    expect(others).toEqual([]);
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
    const told = receiver.received[0]?.body.data.matches.map((match) => match.id).sort();
    expect(told).toEqual(newcomers);
    const [listed] = JSON.parse((await run(["watch", "list", "--json"], settings)).out) as unknown[];
    expect(listed).toMatchObject({ name: "up", digests: 1, delivered: 1, waiting: 0, problem: null });
    const record = await run(["watch", "record", "up"], settings);
    expect(record.out.match(new RegExp(`delivered +${id}`, "g"))).toHaveLength(1);
  }

  test.skipIf(!engine.available)(
    "by a load, is sent again by `watch deliver`, and not once more",
    async () => {
      const settings = await watched();
      receiver.answer = () => undefined;
      const load = industryGraph(["load", writeFolder(policyWorld), "--yes"], settings);
      await until(1, load);
      load.child.kill("SIGKILL");
      await load.ended;
      receiver.answer = accept;
      const first = await run(["watch", "deliver"], settings);
      expect([first.code, first.out]).toEqual([0, expect.stringContaining("1 delivered")]);
      expect(receiver.received).toHaveLength(2);
      expect((await run(["watch", "deliver"], settings)).code).toBe(0);
      expect(receiver.received).toHaveLength(2);
      await expectOne(settings);
    },
  );

  test.skipIf(!engine.available)(
    "by a server, is sent again by the next, whatever the receiver said",
    async () => {
      const settings = await watched();
      writeFolder(policyWorld, settings.SEED_DIR);
      receiver.answer = (_, response) => void response.writeHead(503).end();
      const start = () => industryGraph(["start", "--yes"], settings);
      const first = start();
      await until(1, first);
      first.child.kill("SIGKILL");
      await first.ended;
      receiver.answer = () => undefined;
      const second = start();
      await until(2, second);
      second.child.kill("SIGKILL");
      await second.ended;
      receiver.answer = accept;
      const third = start();
      await until(3, third);
      const record = join(settings.WATCH_DIR, "up", "record.jsonl");
      while (!readFileSync(record, "utf8").includes('"is":"delivered"'))
        await new Promise((resolve) => setTimeout(resolve, 50));
      third.child.kill("SIGTERM");
      expect((await third.ended).signal).toBeNull();
      await expectOne(settings);
    },
  );
});
