// Tokens of an identity provider: a real one, small, whose keys change while the server runs.

import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSettings } from "../../src/config.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { secretLayer } from "../support/secret-layer.ts";
import { serve, serveFolder, type TestServer } from "../support/server.ts";

interface Key {
  readonly kid: string;
  readonly sign: CryptoKey;
  readonly jwk: JWK;
}

async function newKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  return { kid, sign: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" } };
}

let provider: Server;
let issuer = "";
let published: Key[] = [];
let answers = true;
let server: TestServer;

beforeAll(async () => {
  published = [await newKey("first")];
  provider = createServer((request, response) => {
    if (!answers) return void response.writeHead(500).end();
    const known: Record<string, unknown> = {
      "/realm/.well-known/openid-configuration": { issuer, jwks_uri: `${issuer}/keys` },
      "/realm/keys": { keys: published.map(({ jwk }) => jwk) },
    };
    const found = known[request.url ?? ""];
    response.writeHead(found === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/realm`;
  server = await serve(fixture, {
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: "industry-graph",
    OIDC_ROLES_CLAIM: "realm_access.roles",
    OIDC_ROLES: "planner=read, analyst=export",
  });
});
afterAll(async () => {
  await server.close();
  provider.close();
});

interface Claims {
  readonly roles?: readonly string[];
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string | number;
  readonly key?: Key;
}

async function token(claims: Claims = {}): Promise<string> {
  const key = claims.key ?? published[0];
  if (key === undefined) throw new Error("there is no key");
  return new SignJWT({ realm_access: { roles: claims.roles ?? ["planner"] } })
    .setProtectedHeader({ alg: "ES256", kid: key.kid })
    .setIssuer(claims.issuer ?? issuer)
    .setAudience(claims.audience ?? "industry-graph")
    .setSubject("wang")
    .setIssuedAt()
    .setExpirationTime(claims.expires ?? "5m")
    .sign(key.sign);
}

async function asked(text: string, path = "/q"): Promise<string> {
  const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${text}` } });
  return /"code":"(\w+)"/.exec(await response.text())?.[1] ?? String(response.status);
}

describe("a token of the provider", () => {
  test("does for what its roles stand for", async () => {
    expect(await asked(await token())).toBe("200");
    expect(await asked(await token(), "/export/Park")).toBe("FORBIDDEN");
    expect(await asked(await token({ roles: ["analyst"] }), "/export/Park")).toBe("200");
    // A role that is not in OIDC_ROLES stands for nothing, whatever its name.
    expect(await asked(await token({ roles: ["admin", "cook"] }))).toBe("FORBIDDEN");
    expect(await asked(await token({ roles: [] }))).toBe("FORBIDDEN");
    // What is no text is no role, whatever it would be as one.
    const odd = [["analyst"], { analyst: true }, 1, null, Object.create(null)] as unknown as string[];
    expect(await asked(await token({ roles: odd }))).toBe("FORBIDDEN");
  });

  test("shows the layers that its roles see, whether they stand for scopes or not", async () => {
    const place = mkdtempSync(join(tmpdir(), "industry-graph-oidc-"));
    const [seed, secret] = [join(place, "seed"), join(place, "secret")];
    writeFolder(fixture, seed);
    writeFolder(secretLayer, secret);
    const own = await serveFolder(`${seed},${secret}`, {
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: "industry-graph",
      OIDC_ROLES_CLAIM: "realm_access.roles",
      OIDC_ROLES: "planner=read",
      LAYER_ROLES: "secret=office",
    });
    try {
      const parks = async (roles: readonly string[]) => {
        const headers = { authorization: `Bearer ${await token({ roles })}` };
        return (await own.ask("{ parks { nodes { name } } }", {}, headers)).text;
      };
      expect(await parks(["planner", "office"])).toContain("机密产业园");
      const without = await parks(["planner"]);
      expect(without).toContain("西部科技城");
      expect(without).not.toContain("机密");
    } finally {
      await own.close();
    }
  });

  test("made by another, for another, at another time or with another key does not do", async () => {
    const stranger = { ...(await newKey("stranger")), kid: "first" };
    expect(await asked(await token({ issuer: "https://evil.example" }))).toBe("UNAUTHENTICATED");
    expect(await asked(await token({ audience: "another-service" }))).toBe("UNAUTHENTICATED");
    expect(await asked(await token({ expires: Math.floor(Date.now() / 1_000) - 60 }))).toBe(
      "UNAUTHENTICATED",
    );
    expect(await asked(await token({ key: stranger }))).toBe("UNAUTHENTICATED");
    const [, payload] = (await token()).split(".");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    expect(await asked(none)).toBe("UNAUTHENTICATED");
    const secret = new TextEncoder().encode(JSON.stringify(published[0]?.jwk));
    const symmetric = await new SignJWT({ realm_access: { roles: ["analyst"] } })
      .setProtectedHeader({ alg: "HS256", kid: "first" })
      .setIssuer(issuer)
      .setAudience("industry-graph")
      .setSubject("wang")
      .setExpirationTime("5m")
      .sign(secret);
    expect(await asked(symmetric)).toBe("UNAUTHENTICATED");
    expect(await asked("a.b.c")).toBe("UNAUTHENTICATED");
  });

  test("without an end does not do", async () => {
    const key = published[0];
    if (key === undefined) throw new Error("there is no key");
    const endless = await new SignJWT({ realm_access: { roles: ["planner"] } })
      .setProtectedHeader({ alg: "ES256", kid: key.kid })
      .setIssuer(issuer)
      .setAudience("industry-graph")
      .setSubject("wang")
      .sign(key.sign);
    expect(await asked(endless)).toBe("UNAUTHENTICATED");
  });

  test("nobody without one", async () => {
    expect((await fetch(`${server.url}/q`)).status).toBe(401);
  });
});

test("where the provider does not answer, that is what is said; once it does, its tokens do, with keys that are new too", async () => {
  const late = await serve(fixture, {
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: "industry-graph",
    OIDC_ROLES_CLAIM: "realm_access.roles",
  });
  const ask = async (text: string) => {
    const response = await fetch(`${late.url}/q`, { headers: { authorization: `Bearer ${text}` } });
    return /"code":"(\w+)"/.exec(await response.text())?.[1] ?? String(response.status);
  };
  answers = false;
  expect(await ask(await token({ roles: ["read"] }))).toBe("SIGN_IN_UNAVAILABLE");
  answers = true;
  expect(await ask(await token({ roles: ["read"] }))).toBe("200");
  const [old] = published;
  published = [await newKey("second")];
  const fresh = await token({ roles: ["read"] });
  // Keys are not looked for at every token that names another one.
  while ((await ask(fresh)) !== "200") await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await ask(await token({ roles: ["read"], key: old }))).toBe("UNAUTHENTICATED");
  await late.close();
});

test("settings that would let in tokens made for others are refused", () => {
  expect(() => readSettings({ OIDC_ISSUER: "https://id.example.org" })).toThrow(/OIDC_AUDIENCE/);
  expect(() => readSettings({ OIDC_ISSUER: "id.example.org" })).toThrow(/OIDC_ISSUER/);
  expect(() => readSettings({ OIDC_ROLES: "planner=everything" })).toThrow(/role=scope/);
});
