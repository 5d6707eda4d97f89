// `token`, beside a server that runs: made, used, listed, revoked, without a restart.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Command, industryGraph } from "../support/command.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

vi.setConfig({ testTimeout: 300_000 });

const settings = {
  DATA_DIR: mkdtempSync(join(tmpdir(), "industry-graph-token-")),
  SEED_DIR: writeFolder(fixture),
  PORT: "0",
};

async function token(...args: string[]) {
  const command = industryGraph(["token", ...args], settings);
  const { code } = await command.ended;
  return { code, out: command.stdout().trim(), err: command.stderr() };
}

let server: Command;
let url = "";
beforeAll(async () => {
  server = industryGraph(["start"], settings);
  url = (await server.waitFor(/GraphiQL {2}(http:\S+)\/graphql/))[1] ?? "";
});
afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.ended;
});

const statusWith = async (text?: string): Promise<number> =>
  (await fetch(`${url}/q`, { headers: text === undefined ? {} : { authorization: `Bearer ${text}` } }))
    .status;

describe("industry-graph token", () => {
  test("makes one that a running server takes, from then on asks for, and no more takes once it is revoked", async () => {
    expect(await statusWith()).toBe(200);
    const made = await token("make", "规划局 1", "--scope", "read,export", "--days", "30");
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^ig_[0-9a-f]{10}_[\w-]{43}$/)]);
    expect(made.err).not.toContain(made.out);
    expect(readFileSync(join(settings.DATA_DIR, "tokens.json"), "utf8")).not.toContain(made.out.slice(14));
    expect([await statusWith(), await statusWith(made.out)]).toEqual([401, 200]);
    const again = await token("make", "规划局 1");
    expect([again.code, again.out]).toEqual([2, ""]);
    const listed = await token("list", "--json");
    expect(JSON.parse(listed.out)).toMatchObject([
      { name: "规划局 1", scopes: ["read", "export"], state: "valid", revoked: null },
    ]);
    expect(listed.out).not.toContain(made.out.slice(14));
    expect((await token("make", "审计", "--role", "office,audit")).code).toBe(0);
    expect(JSON.parse((await token("list", "--json")).out)).toContainEqual(
      expect.objectContaining({ name: "审计", scopes: ["read"], roles: ["office", "audit"] }),
    );
    expect((await token("revoke", "规划局 1")).code).toBe(0);
    expect([await statusWith(), await statusWith(made.out)]).toEqual([401, 401]);
    expect((await token("list")).out).toMatch(/规划局 1.*revoked/);
    // The log tells whose request it was, never the token.
    expect(server.stderr()).toMatch(/"token":"规划局 1"/);
    expect(server.stderr()).not.toContain(made.out);
  });

  test.each<[string[], RegExp]>([
    [["make", "x", "--scope", "write"], /read, export, import, admin/],
    [["make", "x", "--scope", ""], /read, export, import, admin/],
    [["make", "x", "--days", "0"], /number of days/],
    [["make", "x", "--role", "a=b"], /words as LAYER_ROLES names them/],
    [["make", "a\nb"], /name of a token/],
    [["revoke", "nobody"], /no token nobody.*token list/],
  ])("%j is refused, with what there is", async (args, expected) => {
    const { code, out, err } = await token(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(expected);
  });
});
