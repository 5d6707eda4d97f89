// Heavy requests are asked piece by piece: what they answer is what the whole statement answers, others get their turn
// in between, and nothing more is begun once time is over, who asked has gone, or other data answer.
import { parse } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { createService, type Service } from "../../src/api/service.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore, ReadOptions } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const heavy = { turn: { asker: "much", heavy: true } };
const light = { turn: { asker: "much", heavy: false } };

/** Requests with several root fields, of each sort of root. */
const documents = [
  `{ a: enterprises(first: 3) { totalCount nodes { id name parks { nodes { name } } } }
     b: enterprises(first: 2, filter: { region: "region:east" }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
     parks { nodes { id enterprises(first: 2) { totalCount nodes { id name } } } } }`,
  `{ __typename east: region(id: "region:east") { id name } gone: region(id: "region:nowhere") { id }
     again: region(id: "region:east") { name within { name } } nodes(ids: ["park:big", "park:inner"]) { __typename id } }`,
  `{ one: search(text: "新能源", first: 3) { score entity { id name } } two: search(text: "东方", first: 3) { entity { id } }
     enterprises(first: 2) { nodes { id } facets { parks { key count } } } }`,
  `{ n1: neighbourhood(id: "park:big", hops: 2, limit: 20) { nodes { id name } relations { id } }
     n2: neighbourhood(id: "region:east", hops: 1, limit: 20) { nodes { id } relations { id } }
     w: paths(from: "park:big", to: "region:province", maxHops: 4, first: 3) { length nodes { id name } } }`,
];

describeEachEngine("a heavy request", (open) => {
  let store: GraphStore;
  /** Reads that were asked of the store in turn, and what is done before each. */
  let reads = 0;
  let before: (read: number) => void = () => undefined;
  let service: Service;

  beforeAll(async () => {
    const opened = await open();
    await loadFolder(opened, writeFolder(fixture));
    store = {
      ...opened,
      read(statement, parameters, options) {
        if (options?.turn !== undefined && !statement.includes("Dataset")) before(++reads);
        return opened.read(statement, parameters, options);
      },
    };
    service = createService(store);
  });

  async function asked(text: string, contextValue: ReadOptions) {
    reads = 0;
    const { schema, executor } = service;
    const result = await executor({ schema, document: parse(text), contextValue });
    before = () => undefined;
    return { result: JSON.parse(JSON.stringify(result)), reads };
  }

  test.each(documents)("is answered as the whole is, in more reads: %s", async (text) => {
    const [whole, pieces] = [await asked(text, light), await asked(text, heavy)];
    expect(Object.keys(whole.result.data)).toHaveLength(text.includes("__typename east") ? 5 : 3);
    expect(whole.result.errors ?? []).toHaveLength(text.includes("region:nowhere") ? 1 : 0);
    expect(pieces.result).toEqual(whole.result);
    expect(pieces.reads).toBeGreaterThan(whole.reads);
  });

  describe("of three neighbourhoods", () => {
    const text = `{ ${[1, 2, 3].map((at) => `n${at}: neighbourhood(id: "park:big", hops: ${at}, limit: 9) { nodes { id } }`).join(" ")} }`;

    test("is three reads", async () => {
      const { reads, result } = await asked(text, heavy);
      expect(result.errors).toBeUndefined();
      expect(reads).toBe(3);
    });

    test("is one for who asks little", async () => {
      expect((await asked(text, light)).reads).toBe(1);
    });

    test("begins nothing more once who asked has gone", async () => {
      const gone = new AbortController();
      before = (read) => {
        if (read === 2) gone.abort();
      };
      const { result, reads } = await asked(text, { ...heavy, signal: gone.signal });
      expect(reads).toBe(2);
      expect(result.errors[0].extensions?.code ?? result.errors[0].message).toMatch(/CANCELLED|cancelled/);
    });

    test("has no more time than one read has, and says which", async () => {
      before = (read) => {
        // Until the time of the whole is over, whatever the engine does.
        const until = performance.now() + 2_050;
        while (read === 1 && performance.now() < until);
      };
      const { result, reads } = await asked(text, { ...heavy, timeoutMs: 2_000 });
      expect(reads).toBeLessThan(3);
      expect(result.errors[0].message).toContain("longer than 2000 ms");
    });
  });

  test("is not answered from two versions of the data", async () => {
    const change = store.write;
    const text = `{ a: regions(first: 1) { nodes { id } } b: parks(first: 1) { nodes { id } } }`;
    let changed: Promise<unknown> = Promise.resolve();
    const slow = createService({
      ...store,
      async read(statement, parameters, options) {
        const rows = await store.read(statement, parameters, options);
        if (!statement.includes("Dataset")) {
          changed = change("MATCH (d:Dataset) SET d.version = 'another'");
          await changed;
        }
        return rows;
      },
    });
    const { schema, executor } = slow;
    const { errors = [] } = await executor({ schema, document: parse(text), contextValue: heavy });
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining("exchanged"),
      expect.stringContaining("exchanged"),
    ]);
  });
});
