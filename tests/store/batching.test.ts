// Requests of one shape that come at once are answered in fewer statements, each with its own answer.
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createService, type Service } from "../../src/api/service.ts";
import { IndustryGraphError } from "../../src/errors.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore, Parameters } from "../../src/store/port.ts";
import { engines } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const rows = fixture.entities ?? {};
const ids = [...(rows.Enterprise ?? []).map((row) => String(row.id)), "enterprise:none"];
const card = `query Card($id: ID!, $first: Int) { enterprise(id: $id) {
  id name park { name } clusters { totalCount nodes { name } }
  customers(first: $first) { pageInfo { endCursor hasNextPage } nodes { id suppliers(first: 2) { nodes { name } } } } } }`;
const documents = {
  "a card with a page of customers": card,
  "fragments, filters, relations and figures": `query Named($id: ID!) { one: enterprise(id: $id) { ...Own certifications(filter: {level: NATIONAL}) { edges { year node { name } } } } }
   fragment Own on Enterprise { name relations(first: 3) { nodes { type to { id name } } } observations { nodes { metric value } } }`,
  "fields that code finds before a later statement": `query Matches($id: ID!) { enterprise(id: $id) { policyMatches(first: 3) { edges { status node { name } } } ladder { track rung } } }`,
};

/** The entities that a read is about, where it is written for a list of them. */
const askedIn = (parameters: Parameters = {}): unknown[] =>
  Array.isArray(parameters.asked) ? parameters.asked : [];

for (const engine of engines) {
  describe.skipIf(!engine.available)(`requests of one shape on ${engine.name}`, () => {
    let store: GraphStore;
    let alone: Service;
    const parsed = new Map<string, ReturnType<typeof parse>>();
    /** The lists of ids asked for. */
    const reads: unknown[][] = [];
    let fail: ((ids: readonly unknown[]) => Error | undefined) | undefined;

    /** The store as it is, but with so few statements at once that requests gather. */
    const crowded = (): Service =>
      createService({
        ...store,
        readers: 1,
        read(statement, parameters, options = {}) {
          const asked = askedIn(parameters);
          reads.push(asked);
          const error = fail?.(asked);
          return error === undefined ? store.read(statement, parameters, options) : Promise.reject(error);
        },
      });
    const text = async (
      { schema, executor }: Service,
      query: string,
      variableValues: Record<string, unknown>,
      contextValue?: unknown,
    ): Promise<string> => {
      const document = parsed.get(query) ?? parse(query);
      parsed.set(query, document);
      return JSON.stringify(await executor.text({ schema, document, variableValues, contextValue }));
    };

    beforeAll(async () => {
      store = await engine.open();
      await loadFolder(store, writeFolder(fixture));
      alone = createService(store);
    });
    afterAll(() => store.close());

    test.each(Object.entries(documents))("each has the answer that it has alone: %s", async (_, query) => {
      const service = crowded();
      const all = [...ids, ...ids.slice(0, 3)];
      const single: string[] = [];
      for (const id of all) single.push(await text(alone, query, { id }));
      reads.length = 0;
      const gathered = await Promise.all(all.map((id) => text(service, query, { id })));
      expect(gathered).toEqual(single);
      expect(new Set(single).size).toBeGreaterThan(2);
      expect(reads.filter((asked) => asked.length > 1).length).toBeGreaterThan(0);
    });

    test("those that differ in more than the entity are not mixed", async () => {
      const service = crowded();
      const asked = [1, 2, 1, 5, 2, 1, 3].map((first, at) => ({ id: ids[at % 3], first }));
      const single: string[] = [];
      for (const variables of asked) single.push(await text(alone, card, variables));
      expect(await Promise.all(asked.map((variables) => text(service, card, variables)))).toEqual(single);
    });

    test("one that cannot be answered together is answered alone, or has its own error", async () => {
      const service = crowded();
      fail = (asked) => (asked.length > 1 ? new IndustryGraphError("TIMEOUT", "too long") : undefined);
      const single = await Promise.all(ids.map((id) => text(alone, card, { id })));
      expect(await Promise.all(ids.map((id) => text(service, card, { id })))).toEqual(single);
      fail = () => new IndustryGraphError("STORE_UNAVAILABLE", "gone");
      const answers = await Promise.all(ids.map((id) => text(service, card, { id })));
      fail = undefined;
      for (const answer of answers) expect(answer).toContain("gone");
      expect(await text(service, card, { id: ids[0] })).toBe(single[0]);
    });

    test("one does not wait long for another of its shape", async () => {
      const service = crowded();
      // The first is held up for as long as the test likes; the second is asked for all the same.
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let first = true;
      const slow = createService({
        ...store,
        readers: 1,
        async read(statement, parameters, options) {
          if (first && statement.includes("MATCH (n0:Enterprise")) {
            first = false;
            await held;
          }
          return store.read(statement, parameters, options);
        },
      });
      const before = text(slow, card, { id: ids[0] });
      const after = text(slow, card, { id: ids[1] });
      expect(await after).toBe(await text(service, card, { id: ids[1] }));
      release();
      expect(await before).toBe(await text(service, card, { id: ids[0] }));
    });

    test("what nobody waits for any more is cancelled", async () => {
      const signals: { readonly aborted: boolean }[] = [];
      const service = createService({
        ...store,
        readers: 1,
        async read(statement, parameters, options = {}) {
          if (askedIn(parameters).length < 2) return store.read(statement, parameters, options);
          // Held until it is cancelled: the test would not end if it were not.
          return new Promise((_, reject) => {
            if (options.signal !== undefined) signals.push(options.signal);
            options.signal?.addEventListener("abort", () =>
              reject(new IndustryGraphError("CANCELLED", "gone")),
            );
          });
        },
      });
      const stops = ids.map(() => new AbortController());
      const answers = ids.map((id, at) => text(service, card, { id }, { signal: stops[at]?.signal }));
      while (signals.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      for (const stop of stops) stop.abort();
      for (const answer of (await Promise.all(answers)).slice(1)) expect(answer).toContain("cancelled");
      expect(signals.every(({ aborted }) => aborted)).toBe(true);
    });

    test("one that is given up leaves the others their answers", async () => {
      const service = crowded();
      const stop = new AbortController();
      const answers = ids.map((id, at) =>
        text(service, card, { id }, at === 2 ? { signal: stop.signal } : { timeoutMs: 20_000 }),
      );
      stop.abort();
      const single = await Promise.all(ids.map((id) => text(alone, card, { id })));
      for (const [at, answer] of (await Promise.all(answers)).entries()) {
        if (at === 2) expect(answer).toContain("cancelled");
        else expect(answer).toBe(single[at]);
      }
    });
  });
}
