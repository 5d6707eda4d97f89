// A download under way ends once who took it may not have it any more: cut off, so that nobody takes it for whole, and
// told in the log and the audit log. Others go on.
import { mkdtempSync, readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type KeptToken, newToken } from "../../src/access/token.ts";
import { changeTokens } from "../../src/access/token-file.ts";
import { manyWorld } from "../support/many-world.ts";
import { serve, type TestServer } from "../support/server.ts";

const place = mkdtempSync(join(tmpdir(), "industry-graph-still-"));
const [tokens, audit] = [join(place, "tokens.json"), join(place, "audit.jsonl")];
const names = ["revoked", "expired", "narrowed", "moved", "kept"] as const;
const made = names.map((name) => newToken({ name, scopes: ["read", "export"], expires: null }));

let server: TestServer;
beforeAll(async () => {
  await changeTokens(tokens, () => made.map(({ kept }) => kept));
  // More than connections keep of what is not read: some megabytes.
  server = await serve(manyWorld(6_000), { TOKENS_FILE: tokens, AUDIT_FILE: audit });
});
afterAll(() => server.close());

interface Download {
  /** Reads what is left. @returns whether it came to its end */
  rest(): Promise<boolean>;
}

/** Begins to take all enterprises away, and reads nothing more than the beginning. */
function begin(text: string): Promise<Download> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${text}` };
    const asked = request(`${server.url}/export/Enterprise.json`, { headers, agent: false });
    asked.once("error", reject);
    asked.once("response", (response: IncomingMessage) => {
      response.pause();
      const over = new Promise<boolean>((tell) => {
        response.once("error", () => tell(false));
        response.once("end", () => tell(true));
      });
      if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
      resolve({
        rest() {
          response.resume();
          return over;
        },
      });
    });
    asked.end();
  });
}

type Line = Readonly<Record<string, unknown>>;
const lines = (): Line[] =>
  readFileSync(audit, { encoding: "utf8", flag: "a+" })
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

test("of a token that is revoked, ends, loses a scope or changes its roles, and of no other", async () => {
  const downloads: Download[] = [];
  for (const { text } of made) downloads.push(await begin(text));
  const changes: Readonly<Record<string, (token: KeptToken) => KeptToken[]>> = {
    revoked: () => [],
    expired: (token) => [{ ...token, expires: "2020-01-01T00:00:00.000Z" }],
    narrowed: (token) => [{ ...token, scopes: ["read"] }],
    moved: (token) => [{ ...token, roles: ["other"] }],
  };
  await changeTokens(tokens, (all) => all.flatMap((token) => changes[token.name]?.(token) ?? [token]));
  while (lines().length < 4) await new Promise((resolve) => setTimeout(resolve, 50));
  const told = lines().map(({ by, status, whole, codes }) => ({ by, status, whole, codes }));
  expect(told.sort((one, other) => (String(one.by) < String(other.by) ? -1 : 1))).toEqual([
    { by: "expired", status: 200, whole: false, codes: ["UNAUTHENTICATED"] },
    { by: "moved", status: 200, whole: false, codes: ["FORBIDDEN"] },
    { by: "narrowed", status: 200, whole: false, codes: ["FORBIDDEN"] },
    { by: "revoked", status: 200, whole: false, codes: ["UNAUTHENTICATED"] },
  ]);
  // Whoever reads on comes to the cut, not to an end.
  expect(await Promise.all(downloads.map((one) => one.rest()))).toEqual([false, false, false, false, true]);
  while (lines().length < 5) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines().at(-1)).toMatchObject({ by: "kept", status: 200, whole: true });
});
