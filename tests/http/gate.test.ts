// What every request passes: names and origins, ids, headers, forms of bodies.
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixture } from "../support/fixture.ts";
import { type Sent, send } from "../support/sending.ts";
import { serve, type TestServer } from "../support/server.ts";

const json = { "content-type": "application/json" };
const question = {
  method: "POST",
  path: "/graphql",
  body: JSON.stringify({ query: "{ parks { totalCount } }" }),
};

let server: TestServer;
let open: TestServer;
beforeAll(async () => {
  server = await serve(fixture, { MAX_BODY_BYTES: "20000" });
  open = await serve(fixture, {
    ALLOWED_HOSTS: "Graph.example.org, second.example.org",
    PUBLIC: "export",
    ALLOWED_ORIGINS: "https://map.example.org",
  });
});
afterAll(async () => {
  await server.close();
  await open.close();
});

/** Every address answers, or refuses, alike. */
const addresses = ["/", "/graphql?query=%7B__typename%7D", "/health", "/ready", "/q", "/nothing"];

describe("names under which the server may be asked", () => {
  test.each(addresses)(
    "a name that is not ours is refused at %s: it may have been pointed here",
    async (path) => {
      for (const host of [
        "evil.example",
        "evil.example:4000",
        "127.0.0.1.evil.example",
        "a b",
        "localhost@x",
        "localhost:65536",
        "127.0.0.1:99999999",
      ]) {
        const answer = await send(server.url, { path, headers: { host } });
        // Node itself refuses what is no header at all.
        expect([host, [400, 421].includes(answer.status ?? 0)]).toEqual([host, true]);
        expect(answer.text).not.toContain("data");
      }
      expect((await send(server.url, { path, headers: { host: "evil.example" } })).code).toBe(
        "FORBIDDEN_HOST",
      );
    },
  );

  test("more than one is refused, whatever they say: others may have read the other one", async () => {
    const { port } = new URL(server.url);
    for (const hosts of [
      ["localhost", "localhost"],
      ["localhost", "evil.example"],
    ]) {
      const socket = connect(Number(port), "127.0.0.1");
      const lines = ["GET /health HTTP/1.1", ...hosts.map((host) => `Host: ${host}`), "Connection: close"];
      socket.end(`${lines.join("\r\n")}\r\n\r\n`);
      const answer = await text(socket);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).not.toContain('"ok"');
    }
  });

  test("a token that is shown twice is refused, whichever of both would do", async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), "127.0.0.1");
    const shown = ["authorization: Basic eDp5", "Authorization: Bearer x"];
    socket.end(
      ["GET /health HTTP/1.1", "Host: localhost", ...shown, "Connection: close", "", ""].join("\r\n"),
    );
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("more than one Authorization header");
  });

  test("loopback names, the address itself and those allowed are ours, on any port", async () => {
    for (const host of ["localhost", "localhost:9", "127.0.0.1:80", "LOCALHOST", "[::1]:4000"])
      expect([host, (await send(server.url, { headers: { host } })).status]).toEqual([host, 200]);
    for (const host of ["graph.example.org", "GRAPH.example.org:443", "second.example.org"])
      expect([host, (await send(open.url, { headers: { host } })).status]).toEqual([host, 200]);
    expect((await send(open.url, { headers: { host: "third.example.org" } })).status).toBe(421);
  });
});

describe("origins whose pages may ask", () => {
  const foreign = [
    "http://evil.example",
    "null",
    "http://localhost:1",
    "https://map.example.org.evil.example",
  ];
  test.each(foreign)("%s is refused with every method, and cannot read why", async (origin) => {
    const all: Sent[] = [
      { ...question, headers: { ...json, origin } },
      { path: "/graphql?query=%7B__typename%7D", headers: { origin } },
      { path: "/q", headers: { origin } },
      {
        method: "OPTIONS",
        path: "/graphql",
        headers: { origin, "access-control-request-method": "POST" },
      },
    ];
    for (const sent of all) {
      const answer = await send(server.url, sent);
      expect(answer.status).toBe(403);
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
      expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    }
  });

  test("the server's own pages may ask", async () => {
    const answer = await send(server.url, { ...question, headers: { ...json, origin: server.url } });
    expect([answer.status, JSON.parse(answer.text).data]).toEqual([200, { parks: { totalCount: 3 } }]);
  });

  test("one that is allowed may ask and read, without credentials; it is told so before", async () => {
    const origin = "https://map.example.org";
    const asked = await send(open.url, { ...question, headers: { ...json, origin } });
    expect([asked.status, asked.headers["access-control-allow-origin"], asked.headers.vary]).toEqual([
      200,
      origin,
      "origin",
    ]);
    expect(asked.headers["access-control-allow-credentials"]).toBeUndefined();
    const before = await send(open.url, {
      method: "OPTIONS",
      path: "/graphql",
      headers: { origin, "access-control-request-method": "POST" },
    });
    expect([before.status, before.headers["access-control-allow-origin"]]).toEqual([204, origin]);
    expect(before.headers["access-control-allow-headers"]).not.toContain("x-explain");
  });

  test("what a browser says another site's page asks is refused, a link from there is followed", async () => {
    for (const site of ["cross-site", "same-site"]) {
      const path = "/graphql?query=%7B__typename%7D";
      const asked = await send(server.url, {
        path,
        headers: { "sec-fetch-site": site, "sec-fetch-mode": "no-cors" },
      });
      expect([site, asked.code]).toEqual([site, "FORBIDDEN_ORIGIN"]);
      const followed = await send(server.url, {
        headers: { "sec-fetch-site": site, "sec-fetch-mode": "navigate" },
      });
      expect(followed.status).toBe(200);
    }
  });
});

describe("every answer", () => {
  test.each(addresses)(
    "has the headers that keep pages apart, and the id it was asked with: %s",
    async (path) => {
      for (const accept of ["application/json", "text/html"]) {
        const { headers } = await send(server.url, {
          path,
          headers: { accept, "x-request-id": "from-a-test.1" },
        });
        expect(headers["x-content-type-options"]).toBe("nosniff");
        expect(headers["referrer-policy"]).toBe("no-referrer");
        expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
        expect(headers["content-security-policy"]).toContain("default-src 'none'");
        expect(headers["x-request-id"]).toBe("from-a-test.1");
      }
    },
  );

  test("has an id of its own where none is given, or one that is no id", async () => {
    for (const given of [undefined, "a\tb", "x".repeat(200)]) {
      const asked: Record<string, string> = given === undefined ? {} : { "x-request-id": given };
      const { headers } = await send(server.url, { headers: asked });
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("forms that are not ours", () => {
  const get = "/graphql?query=%7B__typename%7D";
  test.each<[string, Sent, number, string | undefined]>([
    [
      "a form",
      { ...question, headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["plain text", { ...question, headers: { "content-type": "text/plain" } }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["no type", question, 415, "UNSUPPORTED_MEDIA_TYPE"],
    [
      "a compressed body",
      { ...question, headers: { ...json, "content-encoding": "gzip" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["an answer as XML", { path: get, headers: { accept: "application/xml" } }, 406, "NOT_ACCEPTABLE"],
    ["broken JSON", { ...question, headers: json, body: '{"query":' }, 400, "BAD_REQUEST"],
    ["a list", { ...question, headers: json, body: "[]" }, 400, "BAD_REQUEST"],
    ["no body", { ...question, headers: json, body: "" }, 400, "BAD_REQUEST"],
    ["variables that are no JSON", { path: `${get}&variables=%7B` }, 400, "BAD_REQUEST"],
    ["variables that are a list", { path: `${get}&variables=%5B%5D` }, 400, "BAD_REQUEST"],
    [
      "a body that is too large",
      { ...question, headers: json, body: "x".repeat(20_001) },
      413,
      "BODY_TOO_LARGE",
    ],
    ["an address where there is nothing", { path: "/nothing" }, 404, "NOT_FOUND"],
  ])("%s: told in JSON, with a code and without what broke inside", async (_, sent, status, code) => {
    const answer = await send(server.url, sent);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.headers["content-type"]).toContain("application/json");
    expect(answer.text).not.toMatch(/SyntaxError|node_modules|position \d/);
  });

  test("is asked by GET and POST; another method is told which do", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      const answer = await fetch(`${server.url}/graphql?query=%7B__typename%7D`, { method });
      expect([method, answer.status, answer.headers.get("allow")]).toEqual([
        method,
        405,
        "GET, HEAD, POST, OPTIONS",
      ]);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "METHOD_NOT_ALLOWED" } }] });
    }
  });

  test("HEAD is answered as GET, without a body", async () => {
    const answer = await send(server.url, {
      method: "HEAD",
      path: get,
      headers: { accept: "application/json" },
    });
    expect([answer.status, answer.text]).toEqual([200, ""]);
  });

  test("a browser with ?query= gets the page, which opens the question", async () => {
    const answer = await send(server.url, { path: get, headers: { accept: "text/html" } });
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  });

  test("an alias that names a prototype is one like any other, the first time and later", async () => {
    const query =
      '{ __proto__: park(id: "park:big") { id } constructor: park(id: "park:big") { toString: id } }';
    const texts = [];
    for (let time = 0; time < 3; time++) texts.push((await server.ask(query)).text);
    expect(new Set(texts)).toEqual(
      new Set(['{"data":{"__proto__":{"id":"park:big"},"constructor":{"toString":"park:big"}}}']),
    );
  });
});
