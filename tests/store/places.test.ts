// Reads side by side: who comes next, what is given up, and that nobody is shut out by those who gave up.
import { describe, expect, test } from "vitest";
import { newPlaces } from "../../src/store/places.ts";
import { codeOf, held, limits, turn } from "../support/held-reads.ts";

describe("places", () => {
  test("as many run side by side as there are, and the next one is who asked first", async () => {
    const places = newPlaces(limits);
    const reads = [held(), held(), held(), held()];
    const answers = reads.map(({ work }) => places.take(work, {}));
    const begun = (): boolean[] => reads.map(({ state }) => state.begun);
    expect(begun()).toEqual([true, true, false, false]);
    reads[1]?.end();
    await answers[1];
    await turn();
    expect(begun()).toEqual([true, true, true, false]);
    for (const { end } of reads) end();
    expect(await Promise.all(answers)).toEqual(["done", "done", "done", "done"]);
  });

  test("a read that is given up takes no place from others, and the work is told", async () => {
    const places = newPlaces(limits);
    const [long, other, another] = [held(), held(), held()];
    const abort = new AbortController();
    const given = codeOf(places.take(long.work, { signal: abort.signal }));
    void places.take(other.work, {});
    const waiting = places.take(another.work, {});
    expect(another.state.begun).toBe(false);
    abort.abort();
    expect(await given).toBe("CANCELLED");
    expect(long.state.isGivenUp()).toBe(true);
    expect(another.state.begun).toBe(true);
    another.end();
    expect(await waiting).toBe("done");
  });

  test("a read that is given up while it waits is never begun", async () => {
    const places = newPlaces(limits);
    const [one, two, late] = [held(), held(), held()];
    const answers = [places.take(one.work, {}), places.take(two.work, {})];
    const abort = new AbortController();
    const given = codeOf(places.take(late.work, { signal: abort.signal }));
    abort.abort();
    expect(await given).toBe("CANCELLED");
    one.end();
    two.end();
    await Promise.all(answers);
    await turn();
    expect(late.state.begun).toBe(false);
  });

  test("one that was aborted before it asked is not begun a second time and leaves its place", async () => {
    const places = newPlaces({ ...limits, most: 1 });
    const [gone, next] = [held(), held()];
    expect(await codeOf(places.take(gone.work, { signal: AbortSignal.abort() }))).toBe("CANCELLED");
    const answer = places.take(next.work, {});
    expect(next.state.begun).toBe(true);
    next.end();
    expect(await answer).toBe("done");
  });

  test("no place in time is OVERLOADED, a place and no answer in time is TIMEOUT", async () => {
    const places = newPlaces({ ...limits, most: 1 });
    const [slow, late] = [held(), held()];
    const first = codeOf(places.take(slow.work, { timeoutMs: 40 }));
    const second = codeOf(places.take(late.work, { timeoutMs: 5 }));
    expect(await second).toBe("OVERLOADED");
    expect(await first).toBe("TIMEOUT");
  });

  test("no time at all is over at once, however soon the answer is there", async () => {
    const places = newPlaces(limits);
    const soon = codeOf(places.take(() => Promise.resolve("done"), { timeoutMs: 0 }));
    expect(await soon).toBe("TIMEOUT");
  });

  test("where very many wait, more are refused at once", async () => {
    const places = newPlaces(limits);
    const reads = Array.from({ length: 5 }, held);
    const answers = reads.map(({ work }) => places.take(work, {}));
    expect(await codeOf(places.take(held().work, {}))).toBe("OVERLOADED");
    for (const { end } of reads) end();
    expect(await Promise.all(answers)).toHaveLength(5);
  });

  test("many given up leave a few places, very many none until the engine is through with one", async () => {
    const places = newPlaces(limits);
    const given = Array.from({ length: 4 }, held);
    for (const { work } of given) {
      const abort = new AbortController();
      const code = codeOf(places.take(work, { signal: abort.signal }));
      abort.abort();
      expect(await code).toBe("CANCELLED");
    }
    const [next, after] = [held(), held()];
    const answers = [places.take(next.work, {}), places.take(after.work, {})];
    expect([next.state.begun, after.state.begun]).toEqual([false, false]);
    given[0]?.end();
    await turn();
    expect([next.state.begun, after.state.begun]).toEqual([true, false]);
    next.end();
    await turn();
    expect(after.state.begun).toBe(true);
    after.end();
    expect(await Promise.all(answers)).toEqual(["done", "done"]);
  });

  test("askers come in turns, however many reads one of them has in line", async () => {
    const places = newPlaces({ ...limits, most: 1, mostWaiting: 20, mostOfOne: 10 });
    const order: string[] = [];
    const read = (asker: string, heavy = false) =>
      places.take(
        () => {
          order.push(asker);
          return turn();
        },
        { turn: { asker, heavy } },
      );
    const all = [..."aaaaaabbc"].map((asker) => read(asker));
    await Promise.all(all);
    expect(order.join("")).toBe("aabcabaaa");
  });

  test("one who has very many in line is refused more, others are not", async () => {
    const places = newPlaces({ ...limits, most: 1, mostWaiting: 10, mostOfOne: 2 });
    const of = (asker: string) => ({ turn: { asker, heavy: false } });
    const reads = Array.from({ length: 4 }, held);
    const answers = reads.slice(0, 3).map(({ work }) => places.take(work, of("much")));
    expect(await codeOf(places.take(held().work, of("much")))).toBe("OVERLOADED");
    answers.push(places.take(reads[3]?.work ?? held().work, of("other")));
    for (const { end } of reads) end();
    expect(await Promise.all(answers)).toHaveLength(4);
  });
});
