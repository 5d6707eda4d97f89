// A soak: an office that looks at cards, by turns without and with one more who asks the heaviest that is allowed. Every
// card is answered throughout, and the heavy questions are answered or refused for what they are. How long cards took
// and what memory the server had is told, not judged: that depends on the machine.
import { mkdtempSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { generate } from "../../scripts/synthetic/generate.ts";
import { industryGraph } from "../support/command.ts";
import { campaignSeed, drawing, isLong } from "../support/drawing.ts";
import { engines } from "../support/engines.ts";
import { emptyPlace } from "../support/places.ts";
import { quantile, type Soaked, soak } from "../support/soaking.ts";

const enterprises = Number(process.env.SOAK_ENTERPRISES ?? (isLong ? 20_000 : 300));
const clients = Number(process.env.SOAK_CLIENTS ?? (isLong ? 200 : 20));
/** Seconds of one turn, and turns: half of them without the heavy asker. */
const seconds = Number(process.env.SOAK_SECONDS ?? (isLong ? 30 : 2));
const turns = Number(process.env.SOAK_TURNS ?? (isLong ? 20 : 2));

const chosen = isLong ? engines : engines.slice(0, 1);
/** What may come of a question that is too much. */
const expected = ["answered", "LIMIT_EXCEEDED", "TIMEOUT", "OVERLOADED"];

describe.each(chosen)("an office with one who asks very much, on $name", (engine) => {
  test.skipIf(!engine.available)("has every card answered", { timeout: 7_200_000 }, async ({ annotate }) => {
    const folder = join(mkdtempSync(join(tmpdir(), "industry-graph-soak-")), "world");
    generate(folder, enterprises, 1);
    const server = industryGraph(["start", "--yes"], {
      ...(await emptyPlace(engine)).settings,
      SEED_DIR: folder,
      PORT: "0",
      LOG_LEVEL: "error",
      FOLLOW_SECONDS: "0",
      // Each card is made, and each who asks is told from the others.
      KEEP_ANSWERS: "off",
      TRUSTED_PROXIES: "127.0.0.1",
    });
    onTestFinished(async () => {
      server.child.kill("SIGTERM");
      await server.ended;
    });
    const [, url = ""] = await server.waitFor(/Pages +(http:\/\/[^/\s]+)/);
    while ((await fetch(`${url}/ready`)).status !== 200)
      await new Promise((resolve) => setTimeout(resolve, 100));
    /** Resident memory and what of it is JavaScript's, in megabytes, and reads that the engine works on in vain. */
    const memory = async (): Promise<string> => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const of = (sample: string): number =>
        Number(
          text
            .split("\n")
            .find((line) => line.startsWith(`${sample} `))
            ?.split(" ")[1],
        );
      const megabytes = (sample: string): string => (of(sample) / 1e6).toFixed(0);
      return `${megabytes("process_resident_memory_bytes")} MB, heap ${megabytes("nodejs_heap_size_used_bytes")}, given up ${of('industry_graph_store_reads{state="given_up"}')}`;
    };
    const draw = drawing(campaignSeed);
    const soaking = { url, clients, pause: isLong ? 1_000 : 100, enterprises, draw };
    // What is made once (plans, indexes in memory) is made before anything is counted.
    await soak(soaking, seconds * 500, true);
    const all = { without: [] as Soaked[], with: [] as Soaked[] };
    for (let turn = 0; turn < turns; turn++) {
      const which = turn % 2 === 0 ? "without" : "with";
      const soaked = await soak(soaking, seconds * 1_000, which === "with");
      all[which].push(soaked);
      const [half, most] = [0.5, 0.99].map((part) => quantile(soaked.cards, part).toFixed(1));
      const load = loadavg()[0]?.toFixed(1);
      await annotate(
        `${which}: ${soaked.cards.length} cards, half within ${half} ms, p99 ${most} ms; heavy ${JSON.stringify(soaked.heavy)}; ${await memory()}; load ${load}`,
      );
      expect(soaked.failed).toEqual([]);
      expect(soaked.cards.length).toBeGreaterThan(0);
      for (const came of Object.keys(soaked.heavy)) expect(expected).toContain(came);
    }
    const heavy = all.with.flatMap((one) => Object.values(one.heavy)).reduce((sum, count) => sum + count, 0);
    expect(heavy).toBeGreaterThan(0);
    const whole = (some: readonly Soaked[]) =>
      some.flatMap(({ cards }) => cards).sort((one, other) => one - other);
    const [without, withHeavy] = [whole(all.without), whole(all.with)];
    const ratio = (part: number) => (quantile(withHeavy, part) / quantile(without, part)).toFixed(2);
    await annotate(
      `${clients} clients: without ${quantile(without, 0.5).toFixed(1)} and ${quantile(without, 0.99).toFixed(1)} ms (half, p99), with ${quantile(withHeavy, 0.5).toFixed(1)} and ${quantile(withHeavy, 0.99).toFixed(1)} ms; ratios ${ratio(0.5)} and ${ratio(0.99)}`,
    );
  });
});
