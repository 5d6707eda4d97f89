// Searches of a heavy question wait for places as its other reads do, so that others find the engine free.
import { expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

describeEachEngine("searches of one who asks very much", (open) => {
  test("come one after another, some at a time, and find what others find", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    const alone = await store.search("东区", { limit: 10 });
    expect(alone.length).toBeGreaterThan(0);
    const turn = { asker: "much", heavy: true };
    const all = Array.from({ length: 200 }, () => store.search("东区", { limit: 10 }, { turn }));
    // None is begun beyond the heavy places that one asker may have.
    expect(store.activity().waiting).toBeGreaterThan(0);
    const ids = (hits: typeof alone) => hits.map(({ id }) => id).sort();
    expect(ids(await store.search("东区", { limit: 10 }))).toEqual(ids(alone));
    for (const hits of await Promise.all(all)) expect(ids(hits)).toEqual(ids(alone));
    expect(store.activity()).toMatchObject({ waiting: 0, givenUp: 0 });
  });
});
