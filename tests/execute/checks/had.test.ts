// What a check of arguments keeps of what the data have: once for each version, and in bounded memory.
import { describe, expect, test } from "vitest";
import { keptByVersion } from "../../../src/execute/checks/had.ts";

/** Something that keeps, and how often each key was asked for. */
function keeping() {
  const state = { version: "one", asked: new Map<string, number>() };
  const had = keptByVersion(() => Promise.resolve(state.version));
  const ask = (key: string, texts: readonly string[]) =>
    had(key, {}, () => {
      state.asked.set(key, (state.asked.get(key) ?? 0) + 1);
      return Promise.resolve(texts);
    });
  return { state, ask };
}

describe("what the data have", () => {
  test("is asked once for each version of them", async () => {
    const { state, ask } = keeping();
    expect(await ask("units", ["家"])).toEqual(["家"]);
    expect(await ask("units", ["never asked for"])).toEqual(["家"]);
    state.version = "two";
    expect(await ask("units", ["家", "个"])).toEqual(["家", "个"]);
    expect(state.asked.get("units")).toBe(2);
  });

  test("is kept by its size: many large lists, or keys as long as a request may be, push out the oldest", async () => {
    const { state, ask } = keeping();
    const large = Array.from({ length: 2_000 }, (_, place) => `park:${place}`);
    for (let list = 0; list < 200; list++) await ask(`within ${list}`, large);
    await ask("within 199", large);
    await ask("within 0", large);
    expect([state.asked.get("within 199"), state.asked.get("within 0")]).toEqual([1, 2]);

    const long = "x".repeat(500_000);
    for (let key = 0; key < 20; key++) await ask(`${long}${key}`, []);
    await ask(`${long}0`, []);
    expect(state.asked.get(`${long}0`)).toBe(2);
  });
});
