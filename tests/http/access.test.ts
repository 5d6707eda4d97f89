// Who may: every address with no token, with each scope, with tokens that do not do; at once, without a restart.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scope } from "../../src/access/scopes.ts";
import { newToken } from "../../src/access/token.ts";
import { changeTokens } from "../../src/access/token-file.ts";
import { readSettings } from "../../src/config.ts";
import { scopeFor } from "../../src/http/access.ts";
import { startServer } from "../../src/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { fixture } from "../support/fixture.ts";
import { serve, type TestServer } from "../support/server.ts";

const place = mkdtempSync(join(tmpdir(), "industry-graph-access-"));
let files = 0;
const newFile = (): string => join(place, `${files++}.json`);

/** Makes a token in a file of tokens. @returns its text */
async function token(path: string, scopes: Scope[], expires: string | null = null): Promise<string> {
  const { kept, text } = newToken({ name: scopes.join(" "), scopes, expires });
  await changeTokens(path, (all) => [...all, kept]);
  return text;
}

const withToken = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` });

interface Asked {
  readonly status: number;
  readonly code?: string;
}

async function ask(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Asked> {
  const response = await fetch(url + path, {
    method,
    headers: { accept: "application/json", ...headers },
    redirect: "manual",
    ...(method === "POST" ? { body: JSON.stringify({ query: "{ parks { totalCount } }" }) } : {}),
  });
  const text = await response.text();
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return code === undefined ? { status: response.status } : { status: response.status, code };
}

/** Addresses and what they need. */
const addresses: readonly [string, Scope | undefined][] = [
  ["/health", undefined],
  ["/ready", undefined],
  ["/sign-in", undefined],
  ["/", "read"],
  ["/explore", "read"],
  ["/search?q=%E9%91%AB", "read"],
  ["/entity/enterprise:xinhongye", "read"],
  ["/graphql?query=%7Bparks%7BtotalCount%7D%7D", "read"],
  ["/q", "read"],
  ["/openapi.json", "read"],
  ["/nothing-here-yet", "read"],
  ["/export", "read"],
  ["/export/Park", "export"],
  ["/export/Park.csv", "export"],
  ["/metrics", "admin"],
];

let path: string;
let guarded: TestServer;
const tokens: Partial<Record<Scope, string>> = {};
beforeAll(async () => {
  path = newFile();
  for (const scope of ["read", "export", "import", "admin"] as const)
    tokens[scope] = await token(path, [scope]);
  guarded = await serve(fixture, { TOKENS_FILE: path });
});
afterAll(() => guarded.close());

const granted: Readonly<Record<Scope, readonly Scope[]>> = {
  read: ["read"],
  export: ["read", "export"],
  import: ["read", "import"],
  admin: ["read", "export", "import", "admin"],
};

describe("where there are tokens", () => {
  test.each(addresses)("%s needs %s", async (address, needed) => {
    const bare = await ask(guarded.url, address);
    if (needed === undefined) expect([200, 503]).toContain(bare.status);
    else expect(bare).toEqual({ status: 401, code: "UNAUTHENTICATED" });
    for (const [scope, text = ""] of Object.entries(tokens)) {
      const { status, code } = await ask(guarded.url, address, withToken(text));
      const may = needed === undefined || granted[scope as Scope].includes(needed);
      expect([scope, code === "FORBIDDEN"]).toEqual([scope, !may]);
      if (!may) expect(status).toBe(403);
    }
  });

  test("what is sent anywhere but as a question needs the scope import, be there an address or not", async () => {
    const json = { "content-type": "application/json" };
    const post = (address: string, scope: Scope) =>
      ask(guarded.url, address, { ...json, ...withToken(tokens[scope] ?? "") }, "POST");
    expect((await post("/graphql", "read")).status).toBe(200);
    expect((await ask(guarded.url, "/graphql", json, "POST")).code).toBe("UNAUTHENTICATED");
    for (const address of ["/review", "/graphql/", "/entity/x", "/graphql%2f"]) {
      expect([address, (await post(address, "read")).code]).toEqual([address, "FORBIDDEN"]);
      expect([address, (await post(address, "export")).code]).toEqual([address, "FORBIDDEN"]);
      expect([address, (await post(address, "import")).code]).not.toEqual([address, "FORBIDDEN"]);
    }
    expect((await ask(guarded.url, "/q", withToken(tokens.read ?? ""), "DELETE")).code).toBe("FORBIDDEN");
  });

  test("a token that does not do is refused, wherever nothing else would be needed too", async () => {
    const ended = await token(path, ["admin"], "2020-01-01T00:00:00.000Z");
    const good = tokens.admin ?? "";
    const wrong = [ended, `${good.slice(0, -1)}${good.endsWith("A") ? "E" : "A"}`, "ig_", "x.y.z", "null"];
    for (const text of wrong)
      expect([text, await ask(guarded.url, "/graphql?query=%7B__typename%7D", withToken(text))]).toEqual([
        text,
        { status: 401, code: "UNAUTHENTICATED" },
      ]);
    const response = await fetch(`${guarded.url}/q`, { headers: withToken("x") });
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(await response.text()).not.toContain("tokens.json");
  });

  test("one that is made works, and one that is revoked does not, from the next request on", async () => {
    const text = await token(path, ["read"]);
    expect((await ask(guarded.url, "/q", withToken(text))).status).toBe(200);
    await changeTokens(path, (all) =>
      all.map((one) => (text.includes(one.id) ? { ...one, revoked: new Date().toISOString() } : one)),
    );
    expect(await ask(guarded.url, "/q", withToken(text))).toEqual({ status: 401, code: "UNAUTHENTICATED" });
  });
});

test("an address in another spelling needs what it needs in its own", () => {
  const get = (url: string) => scopeFor({ method: "GET", url });
  for (const url of [
    "/export/Park",
    "/%65xport/Park",
    "/export%2FPark",
    "/assets/../export/Park",
    "/assets/%2e%2e/export/Park",
    "/health/../export/Park",
    "//export/Park",
    "/q/park-enterprises.csv",
    "/q/park-enterprises%2Ecsv",
    "/q/park-enterprises%252Ecsv",
    "http://elsewhere/export/Park",
  ])
    expect([url, get(url)]).not.toEqual([url, "read"]);
  for (const url of ["/export/Park", "/%65xport/Park", "/q/a%252Ecsv", "/assets/../export/Park"])
    expect([url, get(url)]).toEqual([url, "export"]);
  expect(get("/assets/..")).toBe("read");
  expect(get(`/q/${"%25".repeat(3)}2525252525252Ecsv`)).not.toBe("read");
  expect(get("/assets/index-C4.js")).toBeUndefined();
});

describe("anybody", () => {
  const public_ = async (environment: Record<string, string>) => {
    const server = await serve(fixture, environment);
    const codes = [];
    for (const address of ["/q", "/export/Park", "/metrics"])
      codes.push((await ask(server.url, address)).code ?? "may");
    codes.push((await ask(server.url, "/anything", { "content-type": "application/json" }, "POST")).code);
    await server.close();
    return codes;
  };
  test("may do everything on this machine alone, as long as there are no tokens", async () => {
    expect(await public_({})).not.toContain("UNAUTHENTICATED");
    expect(await public_({ ALLOWED_HOSTS: "localhost" })).not.toContain("UNAUTHENTICATED");
  });
  test("may do what PUBLIC says, tokens or not", async () => {
    const tokens = newFile();
    await token(tokens, ["read"]);
    const no = "UNAUTHENTICATED";
    expect(await public_({ PUBLIC: "read" })).toEqual(["may", no, no, no]);
    expect(await public_({ PUBLIC: "read", TOKENS_FILE: tokens })).toEqual(["may", no, no, no]);
    expect(await public_({ PUBLIC: "export", TOKENS_FILE: tokens })).toEqual(["may", "may", no, no]);
  });
});

test("a file of tokens that breaks opens nothing, and says nothing of itself", async () => {
  const broken = newFile();
  const text = await token(broken, ["read"]);
  const server = await serve(fixture, { TOKENS_FILE: broken });
  writeFileSync(broken, "{");
  expect(await ask(server.url, "/q", withToken(text))).toEqual({ status: 503, code: "SIGN_IN_UNAVAILABLE" });
  expect(await ask(server.url, "/q")).toEqual({ status: 401, code: "UNAUTHENTICATED" });
  rmSync(broken);
  expect(await ask(server.url, "/q")).toEqual({ status: 401, code: "UNAUTHENTICATED" });
  await server.close();
});

describe("listening beyond this machine", () => {
  const start = async (environment: Record<string, string>) => {
    const store = openEmbedded();
    const settings = readSettings({
      PORT: "0",
      HOST: "0.0.0.0",
      LOG_LEVEL: "silent",
      DATA_DIR: place,
      SEED_DIR: join(place, "none"),
      ...environment,
    });
    const started = startServer(settings, { store });
    const code = await started.then(
      async (server) => {
        await server.seeded.catch(() => undefined);
        await server.close();
        return "listens";
      },
      (error: { code: string; message: string }) => `${error.code} ${error.message}`,
    );
    await store.close();
    return code;
  };
  test("is refused without tokens, with what to do", async () => {
    const said = await start({ TOKENS_FILE: newFile() });
    expect(said).toMatch(/^BAD_SETTING HOST=0\.0\.0\.0/);
    for (const way of ["industry-graph token make", "OIDC_ISSUER", "PUBLIC=read"])
      expect(said).toContain(way);
  });
  test("is right with a token, or where reading is public", async () => {
    const tokens = newFile();
    await token(tokens, ["read"]);
    expect(await start({ TOKENS_FILE: tokens })).toBe("listens");
    expect(await start({ TOKENS_FILE: newFile(), PUBLIC: "read" })).toBe("listens");
  });
  test("is what a name for a proxy on this machine means too", async () => {
    const behind = { HOST: "127.0.0.1", ALLOWED_HOSTS: "graph.example.org", TOKENS_FILE: newFile() };
    expect(await start(behind)).toMatch(/^BAD_SETTING ALLOWED_HOSTS=graph\.example\.org .*PUBLIC=read/);
    expect(await start({ ...behind, PUBLIC: "read" })).toBe("listens");
    expect(await start({ ...behind, ALLOWED_HOSTS: "localhost" })).toBe("listens");
  });
});

describe("a browser", () => {
  const html = { accept: "text/html" };
  const signIn = (text: string, next: string, headers: Record<string, string> = {}) =>
    fetch(`${guarded.url}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", ...html, ...headers },
      body: new URLSearchParams({ token: text, next }),
    });

  test("is shown where to sign in, comes back to where it wanted to go, and is known from then on", async () => {
    const wanted = await fetch(`${guarded.url}/list?kind=park`, { headers: html, redirect: "manual" });
    expect([wanted.status, wanted.headers.get("location")]).toEqual([
      303,
      "/sign-in?next=%2Flist%3Fkind%3Dpark",
    ]);
    const form = await (
      await fetch(guarded.url + (wanted.headers.get("location") ?? ""), { headers: html })
    ).text();
    expect(form).toContain('value="/list?kind=park"');
    const signed = await signIn(tokens.read ?? "", "/list?kind=park");
    expect([signed.status, signed.headers.get("location")]).toEqual([303, "/list?kind=park"]);
    const cookie = signed.headers.get("set-cookie") ?? "";
    for (const part of ["HttpOnly", "SameSite=Strict", "Path=/"]) expect(cookie).toContain(part);
    const kept = { cookie: cookie.split(";", 1)[0] ?? "" };
    expect((await ask(guarded.url, "/q", kept)).status).toBe(200);
    expect((await ask(guarded.url, "/export/Park", kept)).code).toBe("FORBIDDEN");
    // Another site's page cannot use it.
    expect((await ask(guarded.url, "/q", { ...kept, origin: "https://evil.example" })).code).toBe(
      "FORBIDDEN_ORIGIN",
    );
    expect((await ask(guarded.url, "/q", { cookie: `${kept.cookie}x` })).code).toBe("UNAUTHENTICATED");
  });

  test("is told that a token does not do, and is sent to addresses of ours only", async () => {
    const refused = await signIn("ig_no", "/");
    expect([refused.status, refused.headers.get("set-cookie")]).toEqual([401, null]);
    expect(await refused.text()).toContain('role="alert"');
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
      expect((await signIn(tokens.read ?? "", next)).headers.get("location")).toBe("/");
    const shown = await (
      await fetch(`${guarded.url}/sign-in?next=/%22%3E%3Cscript%3E`, { headers: html })
    ).text();
    expect(shown).not.toContain("<script>");
    expect((await signIn(tokens.read ?? "", "/", { origin: "https://evil.example" })).status).toBe(403);
  });
});
