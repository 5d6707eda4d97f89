// Ctrl-C, a second process on the same data, a lock left by a process that died: on real processes.
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { generate } from "../../scripts/synthetic/generate.ts";
import { readDataset } from "../../src/load/dataset.ts";
import { type Command, industryGraph } from "../support/command.ts";
import { engines } from "../support/engines.ts";
import { difference, everything, noDifference } from "../support/everything.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { emptyPlace, inPlace, type Place } from "../support/places.ts";

// Several processes start one after another in each: that takes long on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const [embedded] = engines;
const small = writeFolder(fixture);

function world(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "industry-graph-world-")), "world");
  generate(folder, 2_000, 1);
  return folder;
}

async function stopped(command: Command, signal: NodeJS.Signals): Promise<number | null> {
  command.child.kill(signal);
  return (await command.ended).code;
}

async function embeddedPlace() {
  if (embedded === undefined) throw new Error("there is no embedded engine");
  return emptyPlace(embedded);
}

describe("Ctrl-C", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "as %s stops a server that serves with exit code 0, and its data can be opened at once",
    async (signal) => {
      const place = await embeddedPlace();
      const server = industryGraph(["start"], { ...place.settings, SEED_DIR: small, PORT: "0" });
      await server.waitFor(/Stop with Ctrl-C/);
      expect(await stopped(server, signal)).toBe(0);
      expect(await inPlace(place, async (store) => (await readDataset(store))?.state)).toBe("READY");
    },
  );

  test("stops a server that loads with exit code 130, and the next start finishes the load", async () => {
    const place = await embeddedPlace();
    const settings = { ...place.settings, SEED_DIR: world(), PORT: "0" };
    const server = industryGraph(["start"], settings);
    await server.waitFor(/^load /m);
    expect(await stopped(server, "SIGINT")).toBe(130);
    expect(await inPlace(place, async (store) => (await readDataset(store))?.state)).toBe("LOADING");
    const next = industryGraph(["start"], settings);
    await next.waitFor(/to finish a load that was cut off/);
    expect(await stopped(next, "SIGINT")).toBe(0);
  });

  test.each(engines.filter((engine) => engine.available))(
    "stops a load on $name with exit code 130, and the next load finishes it",
    async (engine) => {
      const folder = world();
      const place = await emptyPlace(engine);
      const loading = industryGraph(["load", folder], place.settings);
      await loading.waitFor(/^load /m);
      expect(await stopped(loading, "SIGINT")).toBe(130);
      expect(loading.stderr()).toMatch(/Stopped\.\n$/);
      expect(await inPlace(place, async (store) => (await readDataset(store))?.state)).toBe("LOADING");
      const again = industryGraph(["load", folder], place.settings);
      expect((await again.ended).code).toBe(0);
      const actual = await inPlace(place, everything);
      const clean = await emptyPlace(engine);
      expect((await industryGraph(["load", folder], clean.settings).ended).code).toBe(0);
      expect(difference(actual, await inPlace(clean, everything))).toEqual(noDifference);
    },
  );
});

const lockOf = (place: Place): string => join(place.settings.DATA_DIR ?? "", "lock.json");

describe("a data folder", () => {
  test("that a process has open is refused to a second one, which says who has it and what to do", async () => {
    const place = await embeddedPlace();
    const server = industryGraph(["start"], { ...place.settings, SEED_DIR: small, PORT: "0" });
    await server.waitFor(/Stop with Ctrl-C/);
    for (const args of [["load", small], ["start"]]) {
      const second = industryGraph(args, { ...place.settings, PORT: "0" });
      expect((await second.ended).code).toBe(1);
      expect(second.stderr()).toContain(`is open in process ${server.child.pid}`);
      expect(second.stderr()).toContain("DATA_DIR");
      expect(second.stderr()).not.toContain("    at ");
    }
    expect(() => place.open()).toThrowError(expect.objectContaining({ code: "STORE_LOCKED" }));
    // What only asks is answered by the process that has it.
    const asking = industryGraph(["status"], place.settings);
    expect((await asking.ended).code).toBe(0);
    expect(asking.stdout()).toMatch(/ready +true/);
    await stopped(server, "SIGINT");
  });

  test("whose process was killed is opened by the next", async () => {
    const place = await embeddedPlace();
    const server = industryGraph(["start"], { ...place.settings, SEED_DIR: small, PORT: "0" });
    await server.waitFor(/Stop with Ctrl-C/);
    await stopped(server, "SIGKILL");
    const next = industryGraph(["status"], place.settings);
    expect((await next.ended).code).toBe(0);
    expect(next.stdout()).toMatch(/ready +true/);
  });

  test.each([
    ["of a process that is gone", JSON.stringify({ pid: 2 ** 22 + 1, since: "2023" })],
    ["that was never written to its end", '{"pid": 1'],
    ["that is empty", ""],
  ])("with a lock %s is opened", async (_, text) => {
    const place = await embeddedPlace();
    writeFileSync(lockOf(place), text);
    expect(await inPlace(place, (store) => store.read("RETURN 1 AS one"))).toEqual([{ one: 1 }]);
    expect(existsSync(lockOf(place))).toBe(false);
  });

  test.skipIf(!existsSync("/proc/self/stat"))(
    "with a lock of an earlier process of this very id, as after a restart in a container, is opened",
    async () => {
      const place = await embeddedPlace();
      writeFileSync(lockOf(place), JSON.stringify({ pid: process.pid, since: "2023", started: "1" }));
      expect(await inPlace(place, (store) => store.read("RETURN 1 AS one"))).toEqual([{ one: 1 }]);
    },
  );

  test("that this process has open is refused to it as well", async () => {
    const place = await embeddedPlace();
    await inPlace(place, async () => {
      expect(() => place.open()).toThrowError(/open in this process already/);
    });
  });
});
