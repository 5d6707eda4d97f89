// The record of a watch: whatever a crash leaves of the last line, all before it holds, and the next goes in its place.
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { appendEvent, readJournal } from "../../src/watch/journal.ts";
import { stateOf, type WatchEvent } from "../../src/watch/records.ts";

const at = "2026-03-01T00:00:00.000Z";
const events: readonly WatchEvent[] = [
  { is: "begun", at, version: "one", keys: ["enterprise:甲"] },
  { is: "digest", at, version: "two", id: "msg_1", added: ["enterprise:乙"], gone: [], body: '{"n":1}' },
  { is: "failed", at, id: "msg_1", reason: "the receiver answered 500", next: at },
  {
    is: "digest",
    at,
    version: "three",
    id: "msg_2",
    added: ["enterprise:丙"],
    gone: ["enterprise:甲"],
    body: "{}",
  },
  { is: "delivered", at, id: "msg_1", status: 204 },
  { is: "asked", at, version: "four", gone: ["enterprise:乙"] },
];

const newPath = (): string => join(mkdtempSync(join(tmpdir(), "industry-graph-")), "record.jsonl");

function written(path: string): number {
  return events.reduce((bytes, event) => appendEvent(path, bytes, event), 0);
}

describe("a record", () => {
  test("gives back what was added, and nothing where there is none", () => {
    const path = newPath();
    expect(readJournal(path)).toEqual({ events: [], bytes: 0 });
    const bytes = written(path);
    expect(readJournal(path)).toEqual({ events, bytes });
  });

  test("cut off at any byte holds the whole lines before, and is continued after them", () => {
    const whole = newPath();
    written(whole);
    const bytes = readFileSync(whole);
    const path = newPath();
    for (let length = 0; length < bytes.length; length++) {
      writeFileSync(path, bytes.subarray(0, length));
      const found = readJournal(path);
      expect(found.events).toEqual(events.slice(0, found.events.length));
      expect(found.bytes).toBe(bytes.subarray(0, length).lastIndexOf("\n") + 1);
      const next = events[found.events.length] as WatchEvent;
      appendEvent(path, found.bytes, next);
      expect(readJournal(path).events).toEqual(events.slice(0, found.events.length + 1));
    }
  });

  test("whose last line is filled with zeros is one that was cut off", () => {
    const path = newPath();
    const bytes = written(path);
    appendFileSync(path, `${"\0".repeat(300)}\n`);
    expect(readJournal(path)).toEqual({ events, bytes });
  });

  test("that was changed before its end is refused, with its line", () => {
    const path = newPath();
    written(path);
    writeFileSync(path, readFileSync(path, "utf8").replace('"is":"failed"', '"is":"faild"'));
    expect(() => readJournal(path)).toThrow(/line 3 is no record/);
  });
});

describe("what follows from a record", () => {
  test("is what matches, and what waits to be delivered, in order", () => {
    const state = stateOf(events, true);
    expect([...state.keys]).toEqual(["enterprise:丙"]);
    expect(state.version).toBe("four");
    expect(state.pending.map(({ id, attempts }) => [id, attempts])).toEqual([["msg_2", 0]]);
    const before = stateOf(events.slice(0, 4), true);
    expect(before.pending.map(({ id, attempts, next }) => [id, attempts, next])).toEqual([
      ["msg_1", 1, at],
      ["msg_2", 0, undefined],
    ]);
    expect(stateOf(events, false).pending).toEqual([]);
  });

  test("is no version before the first question, and the problem of the last", () => {
    expect(stateOf([{ is: "begun", at, version: null, keys: [] }], true).version).toBeUndefined();
    const problem = { is: "problem", at, version: "five", message: "gone" } as const;
    expect(stateOf([...events, problem], true)).toMatchObject({
      version: "four",
      problem: { version: "five", message: "gone" },
    });
    expect(stateOf([...events, problem, { is: "asked", at, version: "six", gone: [] }], true).problem).toBe(
      undefined,
    );
  });
});
