// What is sent compressed: tables, graphs and descriptions where the asker reads gzip, with their length where it is known.
import { request } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takesGzip } from "../../src/http/coding.ts";
import { fixture } from "../support/fixture.ts";
import { serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture);
});
afterAll(() => server.close());

/** As it comes by the wire: fetch would take the coding off. */
function raw(path: string, headers: Record<string, string>, method = "GET") {
  return new Promise<{ headers: Record<string, string | string[] | undefined>; body: Buffer }>(
    (resolve, reject) => {
      request(new URL(path, server.url), { method, headers }, (response) => {
        buffer(response).then((body) => resolve({ headers: response.headers, body }), reject);
      })
        .on("error", reject)
        .end();
    },
  );
}

const texts = [
  "/export/Enterprise.csv",
  "/export/Enterprise.ndjson",
  "/export/Enterprise.json",
  "/q",
  "/openapi.json",
  "/vocabulary",
  "/vocabulary.jsonld",
  "/subgraph.gexf?id=enterprise:xinhongye&hops=2",
  "/subgraph.json?id=enterprise:xinhongye&hops=2",
  "/subgraph.ttl?id=enterprise:xinhongye&hops=2",
  "/entity/enterprise:xinhongye.json",
];

describe.each(texts)("%s", (path) => {
  test("is the same with gzip and without, and tells its length and that it differs", async () => {
    const plain = await raw(path, {});
    const zipped = await raw(path, { "accept-encoding": "gzip, br" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    for (const { headers, body } of [plain, zipped]) {
      expect(headers["content-length"]).toBe(String(body.byteLength));
      expect(headers.vary).toMatch(/\baccept-encoding\b/);
    }
    expect(zipped.headers.etag).toBe(plain.headers.etag);
  });

  test("HEAD tells of what GET gives", async () => {
    for (const coding of ["gzip", "identity"]) {
      const asked = { "accept-encoding": coding };
      const [whole, head] = [await raw(path, asked), await raw(path, asked, "HEAD")];
      expect(head.body.byteLength).toBe(0);
      for (const name of ["content-length", "content-type", "content-encoding", "etag", "vary"])
        expect(head.headers[name], name).toBe(whole.headers[name]);
    }
  });
});

test.each(["/export/Enterprise.xlsx", "/export/Enterprise.parquet"])(
  "%s is compressed already",
  async (path) => {
    expect((await raw(path, { "accept-encoding": "gzip" })).headers["content-encoding"]).toBeUndefined();
  },
);

test("what is short, and what has not changed, is sent as it is", async () => {
  const path = "/export/Enterprise.csv?first=1";
  const asked = { "accept-encoding": "gzip" };
  const { headers } = await raw(path, asked);
  expect(headers["content-encoding"]).toBeUndefined();
  const same = await raw(path, { ...asked, "if-none-match": String(headers.etag) });
  expect(same.body.byteLength).toBe(0);
  expect(same.headers["content-encoding"]).toBeUndefined();
});

test.each([
  ["gzip", true],
  ["br;q=1.0, gzip;q=0.8, *;q=0.1", true],
  ["*", true],
  ["X-GZIP", true],
  ["gzip;q=0", false],
  ["gzip;q=0, *", false],
  ["br, zstd", false],
  ["identity", false],
  ["gzip;q=abc", false],
  ["", false],
  [null, false],
])("%j takes gzip: %s", (accepted, expected) => {
  expect(takesGzip(accepted)).toBe(expected);
});
