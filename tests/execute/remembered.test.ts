// What texts were found to stand for: good at once while it is fresh, then for as long as the same data answer.
import { describe, expect, test } from "vitest";
import { createMemory } from "../../src/execute/remembered.ts";

describe("what is remembered", () => {
  function begun() {
    const state = { time: 0, version: "one" as string | undefined, asked: 0 };
    const recent = async () => {
      state.asked += 1;
      return state.version;
    };
    return { state, memory: createMemory(recent, () => state.time) };
  }

  test("is there at once while it is fresh, and nothing is asked", () => {
    const { state, memory } = begun();
    memory.remember("a", "park:a", "one");
    state.time = 900;
    expect(memory.recall("a", {})).toBe("park:a");
    expect(memory.recall("b", {})).toBeUndefined();
    expect(state.asked).toBe(0);
  });

  test("is good for as long again wherever the same data answer", async () => {
    const { state, memory } = begun();
    memory.remember("a", "park:a", "one");
    state.time = 1_100;
    expect(await memory.recall("a", {})).toBe("park:a");
    expect(state.asked).toBe(1);
    state.time = 2_000;
    expect(memory.recall("a", {})).toBe("park:a");
    state.time = 2_200;
    expect(memory.recall("a", {})).toBeInstanceOf(Promise);
  });

  test.each(["two", undefined])("is forgotten where other data answer: %s", async (version) => {
    const { state, memory } = begun();
    memory.remember("a", "park:a", "one");
    Object.assign(state, { time: 1_100, version });
    expect(await memory.recall("a", {})).toBeUndefined();
    expect(memory.recall("a", {})).toBeUndefined();
    expect(state.asked).toBe(1);
  });

  test("of data that were being loaded is forgotten once it is no longer fresh", async () => {
    const { state, memory } = begun();
    memory.remember("a", "park:a", undefined);
    state.time = 1_100;
    expect(await memory.recall("a", {})).toBeUndefined();
  });
});
