// Reads side by side: who comes next, what is given up, and that nobody is shut out by those who gave up.
import { describe, expect, test } from "vitest";
import { isIndustryGraphError } from "../../src/errors.ts";
import { newPlaces } from "../../src/store/places.ts";

const limits = {
  most: 2,
  heavy: 1,
  heavyOfOne: 1,
  heavyAlone: 1,
  rest: 0,
  busy: 2,
  few: 1,
  mostGivenUp: 4,
  mostWaiting: 3,
  mostOfOne: 3,
};

/** A read that ends when it is told to, and knows whether it was begun. */
function held() {
  let end: (value: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const state = { begun: false, isGivenUp: (): boolean => false };
  return {
    state,
    end: () => end("done"),
    work: (isGivenUp: () => boolean) => {
      state.begun = true;
      state.isGivenUp = isGivenUp;
      return ended;
    },
  };
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "answered",
    (error: unknown) => (isIndustryGraphError(error) ? error.code : String(error)),
  );

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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

  test("heavy reads have places of their own: light ones go before, of the same asker too", async () => {
    const places = newPlaces({ ...limits, most: 3 });
    const [first, second, light] = [held(), held(), held()];
    const heavy = { turn: { asker: "a", heavy: true } };
    const abort = new AbortController();
    const given = codeOf(places.take(first.work, { ...heavy, signal: abort.signal }));
    const later = places.take(second.work, heavy);
    const small = places.take(light.work, { turn: { asker: "a", heavy: false } });
    expect([first, second, light].map(({ state }) => state.begun)).toEqual([true, false, true]);
    // One that is given up keeps the engine busy, and its place.
    abort.abort();
    expect(await given).toBe("CANCELLED");
    await turn();
    expect(second.state.begun).toBe(false);
    first.end();
    await turn();
    expect(second.state.begun).toBe(true);
    for (const { end } of [second, light]) end();
    expect(await Promise.all([later, small])).toEqual(["done", "done"]);
  });

  test("one asker has some of the heavy places, those of reads given up among them: others find one", async () => {
    const places = newPlaces({
      ...limits,
      most: 8,
      heavy: 3,
      heavyOfOne: 2,
      heavyAlone: 2,
      mostWaiting: 10,
      mostOfOne: 10,
    });
    const of = (asker: string) => ({ turn: { asker, heavy: true } });
    const much = Array.from({ length: 4 }, held);
    const abort = new AbortController();
    const given = much
      .slice(0, 2)
      .map(({ work }) => codeOf(places.take(work, { ...of("much"), signal: abort.signal })));
    abort.abort();
    expect(await Promise.all(given)).toEqual(["CANCELLED", "CANCELLED"]);
    const rest = much.slice(2).map(({ work }) => places.take(work, of("much")));
    const others = [held(), held()];
    const answers = others.map(({ work }, at) => places.take(work, of(`other ${at}`)));
    const begun = (): boolean[] => [...much, ...others].map(({ state }) => state.begun);
    // There is one place left, and it is not theirs who have two.
    expect(begun()).toEqual([true, true, false, false, true, false]);
    others[0]?.end();
    await answers[0];
    await turn();
    expect(begun()).toEqual([true, true, false, false, true, true]);
    // With each place that the engine gives back one more of theirs begins.
    much[0]?.end();
    await turn();
    expect(begun()).toEqual([true, true, true, false, true, true]);
    much[1]?.end();
    await turn();
    expect(begun()).toEqual([true, true, true, true, true, true]);
    for (const { end } of [...much, ...others]) end();
    expect(await Promise.all([...rest, ...answers])).toEqual(["done", "done", "done", "done"]);
    expect(places.activity()).toEqual({ reading: 0, waiting: 0, givenUp: 0 });
  });

  test("one who is alone has more heavy places, until anything else is asked", async () => {
    let time = 10_000;
    const places = newPlaces(
      { ...limits, most: 8, heavy: 4, heavyAlone: 3, mostWaiting: 10, mostOfOne: 10 },
      () => time,
    );
    const heavy = (asker: string) => ({ turn: { asker, heavy: true } });
    const ask = (asker: string, count: number) => {
      const reads = Array.from({ length: count }, held);
      const answers = reads.map(({ work }) => places.take(work, heavy(asker)));
      return {
        begun: () => reads.filter(({ state }) => state.begun).length,
        end: async () => {
          for (const { end } of reads) end();
          await Promise.all(answers);
        },
      };
    };
    const alone = ask("much", 5);
    expect(alone.begun()).toBe(3);
    // Whoever comes finds a place.
    const other = ask("other", 2);
    expect(other.begun()).toBe(1);
    await Promise.all([alone.end(), other.end()]);
    const beside = ask("much", 3);
    expect(beside.begun()).toBe(1);
    await beside.end();
    time += 5_000;
    const again = ask("much", 3);
    expect(again.begun()).toBe(3);
    await again.end();
    // Behind one address there may be many.
    places.pass({ turn: { asker: "much", heavy: false } });
    const shared = ask("much", 3);
    expect(shared.begun()).toBe(1);
    await shared.end();
  });

  describe("who has had the engine for a heavy read", () => {
    /** One heavy read that takes 400 ms by its clock, while something else may be asked, and the next of its asker. */
    async function afterOne(asked: (places: ReturnType<typeof newPlaces>) => void) {
      let time = 0;
      const places = newPlaces({ ...limits, most: 4, heavy: 2, rest: 2 }, () => time);
      const [first, second] = [held(), held()];
      const heavy = { turn: { asker: "much", heavy: true } };
      const answers = [places.take(first.work, heavy), places.take(second.work, heavy)];
      asked(places);
      time += 400;
      first.end();
      await answers[0];
      await turn();
      const begunAtOnce = second.state.begun;
      second.end();
      expect(await Promise.all(answers)).toEqual(["done", "done"]);
      return { begunAtOnce, places };
    }
    const small = (asker: string) => ({ turn: { asker, heavy: false } });

    test("goes on at once where nothing else is asked", async () => {
      expect((await afterOne(() => undefined)).begunAtOnce).toBe(true);
    });

    test("rests where others asked meanwhile, with or without a place, and then goes on", async () => {
      const placed = await afterOne((places) => void places.take(() => turn(), small("other")));
      expect(placed.begunAtOnce).toBe(false);
      const passed = await afterOne((places) => places.pass(small("other")));
      expect(passed.begunAtOnce).toBe(false);
      expect(passed.places.activity()).toEqual({ reading: 0, waiting: 0, givenUp: 0 });
    });

    test("rests for what is small of its own too: behind one address there may be many", async () => {
      expect((await afterOne((places) => places.pass(small("much")))).begunAtOnce).toBe(false);
    });

    test("holds up nobody else meanwhile, neither small nor heavy questions", async () => {
      const { places } = await afterOne((all) => all.pass(small("other")));
      const [light, other] = [held(), held()];
      const answers = [
        places.take(light.work, small("much")),
        places.take(other.work, { turn: { asker: "other", heavy: true } }),
      ];
      expect([light.state.begun, other.state.begun]).toEqual([true, true]);
      for (const { end } of [light, other]) end();
      expect(await Promise.all(answers)).toEqual(["done", "done"]);
    });
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
