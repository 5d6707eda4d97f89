// The page at /graphql: compressed, kept by who has it, nothing from elsewhere.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixture } from "../support/fixture.ts";
import { serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture);
});
afterAll(() => server.close());

describe("the page", () => {
  const page = (headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, { headers: { accept: "text/html", ...headers } });

  test("is served compressed, with an ETag, and not again to who has it", async () => {
    for (const encoding of ["br", "gzip"]) {
      const response = await page({ "accept-encoding": encoding });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-encoding")).toBe(encoding);
      expect(response.headers.get("content-type")).toContain("text/html");
      const etag = response.headers.get("etag") ?? "";
      expect(etag).not.toBe("");
      expect(Number(response.headers.get("content-length"))).toBeLessThan(5_000_000);
      expect((await response.text()).length).toBeGreaterThan(1_000_000);
      const again = await page({ "accept-encoding": encoding, "if-none-match": etag });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect((await page({ "accept-encoding": "identity" })).headers.get("content-encoding")).toBeNull();
  });

  test("takes nothing from elsewhere", async () => {
    const html = await (await page()).text();
    const tags = html.match(/<(?:script|link|img|iframe)\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) expect(tag).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i);
    expect(html).not.toMatch(/@import\s+(?:url\()?["']?(?:https?:)?\/\//);
  });

  test("a query by GET is answered as JSON", async () => {
    const query = encodeURIComponent("{ parks { totalCount } }");
    const response = await fetch(`${server.url}/graphql?query=${query}`, {
      headers: { accept: "application/json" },
    });
    expect(await response.json()).toEqual({ data: { parks: { totalCount: 3 } } });
  });
});
