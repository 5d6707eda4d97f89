// Where the explorer's layouts put entities.
import { describe, expect, test } from "vitest";
import { forcePlaces } from "../../web/src/explore/layout/force.ts";
import { layeredPlaces, layersOf } from "../../web/src/explore/layout/layered.ts";

describe("layouts", () => {
  const node = (id: string, more: object = {}) => ({
    id,
    x: 0,
    y: 0,
    size: 10,
    fixed: false,
    kind: "ENTERPRISE",
    ...more,
  });

  test("layers put suppliers before customers, wholes before parts, stages in their order", () => {
    const places = layeredPlaces({
      nodes: [
        ...["s", "m", "c", "park"].map((id) => node(id)),
        ...[3, 1, 2].map((rank) => node(`stage${rank}`, { kind: "STAGE", rank })),
      ],
      ties: [
        { type: "SUPPLIES", from: "s", to: "m" },
        { type: "SUPPLIES", from: "m", to: "c" },
        { type: "LOCATED_IN", from: "m", to: "park" },
      ],
    });
    const x = (id: string): number => places[id]?.x ?? Number.NaN;
    expect(x("s")).toBeLessThan(x("m"));
    expect(x("m")).toBeLessThan(x("c"));
    expect(x("park")).toBeLessThan(x("m"));
    expect(x("stage1")).toBeLessThan(x("stage2"));
    expect(x("stage2")).toBeLessThan(x("stage3"));
  });

  test("circles have layers too", () => {
    const circle = new Map([
      ["a", new Set(["b"])],
      ["b", new Set(["c"])],
      ["c", new Set(["a"])],
    ]);
    const layers = layersOf(["a", "b", "c"], circle);
    expect([...layers.values()].sort()).toEqual([0, 1, 2]);
  });

  test("forces keep apart what would overlap, leave fixed ones, and are the same each time", () => {
    const nodes = Array.from({ length: 60 }, (_, number) =>
      node(`n${number}`, { x: Math.cos(number), y: Math.sin(number) }),
    );
    const problem = {
      nodes: [...nodes, node("pinned", { x: 5_000, y: 5_000, fixed: true })],
      ties: nodes.slice(1).map(({ id }) => ({ type: "SUPPLIES", from: "n0", to: id })),
    };
    const places = forcePlaces(problem);
    expect(places.pinned).toEqual({ x: 5_000, y: 5_000 });
    expect(forcePlaces(problem)).toEqual(places);
    const all = Object.values(places);
    let closest = Number.POSITIVE_INFINITY;
    for (const [index, one] of all.entries())
      for (const other of all.slice(index + 1))
        closest = Math.min(closest, Math.hypot((one.x - other.x) / 70, (one.y - other.y) / 26));
    expect(closest).toBeGreaterThan(0.5);
  });
});
