// Heavy reads side by side: they have places of their own, of which one asker has some, and rest while others ask.
import { describe, expect, test } from "vitest";
import { newPlaces } from "../../src/store/places.ts";
import { codeOf, held, limits, turn } from "../support/held-reads.ts";

describe("heavy places", () => {
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
});
