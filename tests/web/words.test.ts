// Words in a picture: which are shown where there is not room for all.
import { describe, expect, test } from "vitest";
import { type Disc, type Span, widthOf, wordsThatFit } from "../../web/src/explore/words.ts";

const sizes = { name: 13, relation: 11 };
const disc = (id: string, x: number, y: number, more: Partial<Disc> = {}): Disc => ({
  id,
  x,
  y,
  radius: 8,
  name: `企业${id}`,
  stands: false,
  ...more,
});
const span = (from: string, to: string, more: Partial<Span> = {}): Span => ({
  id: `${from}>${to}`,
  from,
  to,
  name: "归属集群",
  stands: false,
  bend: 0,
  ...more,
});

/** A hub with others around it, as close as they come. */
function star(count: number, away: number): { discs: Disc[]; spans: Span[] } {
  const around = Array.from({ length: count }, (_, number) => {
    const turn = (number * 2 * Math.PI) / count;
    return disc(`n${number}`, away * Math.cos(turn), away * Math.sin(turn));
  });
  return { discs: [disc("hub", 0, 0), ...around], spans: around.map(({ id }) => span(id, "hub")) };
}

describe("words in a picture", () => {
  test("are all shown where there is room", () => {
    const { discs, spans } = star(6, 300);
    const { names, relations } = wordsThatFit(discs, spans, sizes);
    expect([names.size, relations.size]).toEqual([7, 6]);
  });

  test("of relations that meet do not lie over each other", () => {
    const { discs, spans } = star(40, 160);
    const { relations } = wordsThatFit(discs, spans, sizes);
    expect(relations.size).toBeGreaterThan(3);
    expect(relations.size).toBeLessThan(40);
    const middles = discs
      .slice(1)
      .filter(({ id }) => relations.has(`${id}>hub`))
      .map(({ x, y }) => [x / 2, y / 2] as const);
    for (const [index, [x, y]] of middles.entries())
      for (const [otherX, otherY] of middles.slice(index + 1))
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(sizes.relation / 2);
  });

  test("names of entities do not lie over each other or over other entities; the larger come first", () => {
    // Nowhere beside itself has the smaller one room: the larger one and its name lie all about it.
    const near = [disc("a", 0, 0), disc("b", 0, 6, { radius: 60 })];
    expect([...wordsThatFit(near, [], sizes).names]).toEqual([["b", "right"]]);
  });

  test("a name stands at the first side of its entity that has room", () => {
    const row = [disc("a", 0, 0), disc("b", 30, 0), disc("c", 60, 0)];
    const { names } = wordsThatFit(row, [], sizes);
    // The last of the row has room at its right, the first at its left, the one between them above or below.
    expect(names.get("c")).toBe("right");
    expect(names.get("a")).toBe("left");
    expect(names.get("b")).toBe("below");
  });

  test("and where the window does not cut it off, if it can", () => {
    const window = { left: 0, top: 0, width: 400, height: 200 };
    const named = (x: number, y: number) => wordsThatFit([disc("a", x, y)], [], sizes, window).names.get("a");
    expect(named(200, 100)).toBe("right");
    expect(named(390, 100)).toBe("left");
    // Beyond the window, it is read once that is moved.
    expect(named(-500, 100)).toBe("right");
  });

  test("what stands out is named whatever is near it", () => {
    const near = [disc("a", 0, 0, { stands: true }), disc("b", 0, 6, { radius: 14 })];
    expect([...wordsThatFit(near, [], sizes).names.keys()][0]).toEqual("a");
  });

  test("in a crowd those much larger than most are named over smaller ones, yet not over each other", () => {
    // A square of eighteen by eighteen so close that none has room, and two large ones within it.
    const crowd = Array.from({ length: 324 }, (_, number) =>
      disc(`n${number}`, (number % 18) * 20 - 170, Math.floor(number / 18) * 20 - 170),
    );
    const large = [disc("p", -60, 0, { radius: 14 }), disc("q", 60, 0, { radius: 14 })];
    const { names } = wordsThatFit([...crowd, ...large], [], sizes);
    expect([names.has("p"), names.has("q")]).toEqual([true, true]);
    expect(names.has("n170")).toBe(false);
    const close = [disc("p", 0, 0, { radius: 14 }), disc("q", 10, 4, { radius: 14 })];
    const few = wordsThatFit([...crowd, ...close], [], sizes).names;
    expect(few.get("p")).not.toBe(few.get("q"));
    // Where there is no crowd, a name waits for room.
    const around = crowd.filter(({ x, y }) => Math.hypot(x, y) < 60).slice(0, 40);
    expect(wordsThatFit([...around, disc("p", 0, 0, { radius: 14 })], [], sizes).names.has("p")).toBe(false);
  });

  test("a relation that stands out comes before others; one too short for its words has none", () => {
    const ends = [
      disc("a", 0, 0, { name: "" }),
      disc("b", 200, 0, { name: "" }),
      disc("c", 200, 4, { name: "" }),
    ];
    const both = [span("a", "b"), span("a", "c", { stands: true })];
    expect([...wordsThatFit(ends, both, sizes).relations]).toEqual(["a>c"]);
    expect(wordsThatFit([disc("a", 0, 0), disc("b", 40, 0)], [span("a", "b")], sizes).relations.size).toBe(0);
  });

  test("relations between the same two are both named where they are bent apart", () => {
    const ends = [disc("a", 0, 0), disc("b", 400, 0)];
    const both = [span("a", "b", { bend: 0.06 }), span("a", "b", { id: "second", bend: -0.06 })];
    expect(wordsThatFit(ends, both, sizes).relations.size).toBe(2);
    const straight = [span("a", "b"), span("a", "b", { id: "second" })];
    expect(wordsThatFit(ends, straight, sizes).relations.size).toBe(1);
  });

  test("a Chinese character is as wide as high, a letter about half", () => {
    expect(widthOf("锡山", 10)).toBe(20);
    expect(widthOf("ab", 10)).toBeCloseTo(11.6);
  });
});
