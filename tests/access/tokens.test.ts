// Tokens at rest: what is kept of them, how a file of them is changed by several, and what a server sees of it.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isSecretOf, newToken, readToken, stateOf } from "../../src/access/token.ts";
import { changeTokens, readTokens, watchTokens } from "../../src/access/token-file.ts";

const file = (): string => join(mkdtempSync(join(tmpdir(), "industry-graph-tokens-")), "deep", "tokens.json");
const made = (name: string) => newToken({ name, scopes: ["read"], expires: null });

describe("a token", () => {
  test("is found by its id and known by its secret; every change of its text makes it none", () => {
    const { kept, text } = made("bureau");
    const given = readToken(text);
    expect(given?.id).toBe(kept.id);
    expect(isSecretOf(kept, given?.secret ?? "")).toBe(true);
    for (let at = 0; at < text.length; at++) {
      const other = text.slice(0, at) + (text[at] === "a" ? "b" : "a") + text.slice(at + 1);
      const wrong = readToken(other);
      expect([at, wrong !== undefined && wrong.id === kept.id && isSecretOf(kept, wrong.secret)]).toEqual([
        at,
        false,
      ]);
    }
    for (const none of ["", "ig_", `${text}x`, text.slice(0, -1), ` ${text}`, text.toUpperCase()])
      expect(readToken(none)).toBeUndefined();
  });

  test("is not in what is kept of it, and two are never alike", () => {
    const [one, other] = [made("a"), made("a")];
    expect(JSON.stringify(one.kept)).not.toContain(readToken(one.text)?.secret);
    expect(one.kept.hash).not.toBe(other.kept.hash);
  });

  test("ends when it says, or when it is revoked", () => {
    const { kept } = made("a");
    const ends = { ...kept, expires: "2024-01-02T00:00:00.000Z" };
    const at = Date.parse(ends.expires);
    expect([stateOf(ends, at - 1), stateOf(ends, at), stateOf(kept, at)]).toEqual([
      "valid",
      "expired",
      "valid",
    ]);
    expect(stateOf({ ...ends, revoked: kept.made }, at - 1)).toBe("revoked");
  });
});

describe("the file of tokens", () => {
  test("is for its owner only, and has all that several put into it at once", async () => {
    const path = file();
    const names = Array.from({ length: 12 }, (_, at) => `office ${at}`);
    await Promise.all(names.map((name) => changeTokens(path, (all) => [...all, made(name).kept])));
    expect(
      readTokens(path)
        ?.map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path}.writing`)).toBe(false);
  });

  test("stays as it was where a change fails, and can be changed again", async () => {
    const path = file();
    await changeTokens(path, () => [made("first").kept]);
    const before = readFileSync(path, "utf8");
    const failing = changeTokens(path, () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow(/no/);
    expect(readFileSync(path, "utf8")).toBe(before);
    await changeTokens(path, (all) => [...all, made("second").kept]);
    expect(readTokens(path)).toHaveLength(2);
  });

  test("that is broken is told, not taken for an empty one", async () => {
    const path = file();
    await changeTokens(path, () => [made("first").kept]);
    for (const broken of ["", "{", '{"tokens": [{"id": "x"}]}', "[]"]) {
      writeFileSync(path, broken);
      expect(() => readTokens(path)).toThrow(/tokens\.json cannot be used.*TOKENS_FILE/);
      await expect(changeTokens(path, (all) => all)).rejects.toMatchObject({ code: "BAD_SETTING" });
      expect(readFileSync(path, "utf8")).toBe(broken);
    }
  });

  test("is looked at again whenever it has changed; one that is gone guards still", async () => {
    const path = file();
    const watched = watchTokens(path);
    expect(watched.guards()).toBe(false);
    const { kept } = made("first");
    await changeTokens(path, () => [kept]);
    await expect.poll(() => watched.guards()).toBe(true);
    expect(watched.find(kept.id)?.name).toBe("first");
    await changeTokens(path, (all) => all.map((one) => ({ ...one, revoked: "2024-01-01" })));
    expect(watched.find(kept.id)?.revoked).toBe("2024-01-01");
    rmSync(path);
    expect([watched.guards(), watched.find(kept.id)]).toEqual([true, undefined]);
  });
});
