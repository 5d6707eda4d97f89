// Loads that are stopped on their way, and thousands that go: the next load finishes, and equals a clean one.
import { expect, test } from "vitest";
import { readDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { asking } from "../support/asking.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { asked, contents, withRows } from "../support/loading-again.ts";

describeEachEngine("loading again", (open) => {
  test("a load that is stopped is unfinished, and the next one finishes it", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    const before = await contents(store);
    const many = withRows("Enterprise", (rows) => [
      ...rows,
      ...Array.from({ length: 3_000 }, (_, index) => ({
        id: `enterprise:n${index}`,
        name: `企业${index}`,
        sources: "doc-a:1",
      })),
    ]);
    const stop = new AbortController();
    const loading = loadFolder(store, writeFolder(many), {
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step === "load") stop.abort();
      },
    });
    await expect(loading).rejects.toMatchObject({ name: "AbortError" });
    expect(await readDataset(store)).toMatchObject({ state: "LOADING" });
    await loadFolder(store, writeFolder(fixture));
    expect(await contents(store)).toBe(before);
    expect(await readDataset(store)).toMatchObject({ state: "READY" });
  });

  test("a load that is stopped among relations has nothing running once it says so; the next one finishes it", async () => {
    const store = await open();
    const size = 6_000;
    const folder = writeFolder({
      entities: {
        ...fixture.entities,
        Enterprise: Array.from({ length: size }, (_, index) => ({
          id: `enterprise:n${index}`,
          name: `企业${index}`,
          sources: "doc-a:1",
        })),
      },
      relations: {
        LOCATED_IN: Array.from({ length: size }, (_, index) => ({
          from: `enterprise:n${index}`,
          to: "park:west",
          sources: "doc-a:1",
        })),
      },
    });
    let [running, begun] = [0, 0];
    const counted = async <T>(work: Promise<T>): Promise<T> => {
      running += 1;
      begun += 1;
      return work.finally(() => {
        running -= 1;
      });
    };
    const watched: GraphStore = {
      ...store,
      write: (...given) => counted(store.write(...given)),
      prepareSearch: () => counted(store.prepareSearch()),
    };
    const stop = new AbortController();
    const loading = loadFolder(watched, folder, {
      signal: stop.signal,
      onProgress: ({ step, file }) => {
        if (step === "load" && file.startsWith("relations/")) stop.abort();
      },
    });
    await expect(loading).rejects.toMatchObject({ name: "AbortError" });
    expect(begun).toBeGreaterThan(4);
    expect(running).toBe(0);
    await loadFolder(store, folder);
    const ask = asking(store);
    const { data } = await ask(
      '{ search(text: "企业5999") { entity { id } } park(id: "park:west") { enterprises { totalCount } } }',
    );
    expect(data).toEqual({
      search: [{ entity: { id: "enterprise:n5999" } }],
      park: { enterprises: { totalCount: size } },
    });
  });

  /** Enterprises in a park, each supplying the one before. */
  const chain = (size: number, from = 0): string => {
    const numbers = Array.from({ length: size }, (_, index) => from + index);
    return writeFolder({
      entities: {
        ...fixture.entities,
        Enterprise: numbers.map((n) => ({ id: `enterprise:n${n}`, name: `企业${n}`, sources: "doc-a:1" })),
      },
      relations: {
        LOCATED_IN: numbers.map((n) => ({ from: `enterprise:n${n}`, to: "park:west", sources: "doc-a:1" })),
        SUPPLIES: numbers
          .slice(1)
          .map((n) => ({ from: `enterprise:n${n}`, to: `enterprise:n${n - 1}`, sources: "doc-a:1" })),
      },
    });
  };

  test("thousands that have gone leave what a clean load leaves, and those that stay are found", async () => {
    const store = await open();
    const [large, small] = [chain(5_000), chain(1_200, 800)];
    await loadFolder(store, small);
    const clean = await contents(store);
    await loadFolder(store, large);
    const { nodes, relations } = await loadFolder(store, small);
    expect(nodes).toMatchObject({ created: 0, deleted: 3_800 });
    expect(relations).toMatchObject({ created: 0, updated: 0, deleted: 7_600 });
    expect(await contents(store)).toBe(clean);
    expect(
      await asked(
        store,
        '{ here: search(text: "企业1999") { entity { id } } gone: search(text: "企业2000") { entity { id } } }',
      ),
    ).toEqual({ here: [{ entity: { id: "enterprise:n1999" } }], gone: [] });
  });

  test("a load that is stopped while it deletes deletes no more, and the next one finishes it", async () => {
    const store = await open();
    const [large, small] = [chain(4_000), chain(10)];
    await loadFolder(store, small);
    const clean = await contents(store);
    await loadFolder(store, large);
    const stop = new AbortController();
    let deletes = 0;
    const watched: GraphStore = {
      ...store,
      write(statement, ...given) {
        if (/DELETE/.test(statement)) {
          deletes += 1;
          stop.abort();
        }
        return store.write(statement, ...given);
      },
    };
    await expect(loadFolder(watched, small, { signal: stop.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(deletes).toBe(1);
    expect((await readDataset(store))?.state).toBe("LOADING");
    await loadFolder(store, small);
    expect(await contents(store)).toBe(clean);
  });
});
