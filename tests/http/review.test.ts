// The page of reviews: two records, answers that reach decisions.csv, and nobody else's hand in it.
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeFolder } from "../support/folder.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const seed = writeFolder({
  entities: {
    Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
    Enterprise: [
      { id: "enterprise:a", name: "甲<b>公司", founded: "2015", sources: "list:2" },
      { id: "enterprise:c", name: "丙公司", sources: "list:4" },
      { id: "enterprise:x", name: "甲公司", founded: "2016", sources: "list:3" },
    ],
  },
  files: {
    "matches.csv": `source,id,name,other,otherName,verdict,score,features
list:2,enterprise:a,甲<b>公司,enterprise:x,甲公司,REVIEW,0.7,SPELLING +0.66 甲<b> / 甲; PARK +0.1 某园区
list:4,enterprise:c,丙公司,enterprise:x,甲公司,REVIEW,0.6,SPELLING +0.66 丙 / 甲
`,
  },
});
const decisions = (): string =>
  existsSync(join(seed, "decisions.csv")) ? readFileSync(join(seed, "decisions.csv"), "utf8") : "";

let server: TestServer;
const layer = seed.split("/").at(-1) ?? "";
const get = (headers: Record<string, string> = {}, query = "") =>
  fetch(`${server.url}/review${query}`, { headers: { accept: "text/html", ...headers } });
const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/review`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ layer, id: "enterprise:a", other: "enterprise:x", ...fields }).toString(),
  });

beforeAll(async () => {
  server = await serveFolder(seed, { ALLOWED_ORIGINS: "https://other.example" });
});
afterAll(() => server.close());

describe("the page of reviews", () => {
  test("shows the most doubtful pair, both sides with what differs marked, as text", async () => {
    const response = await get({ "accept-language": "zh-CN" });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(text).toContain("核对 1 / 2");
    expect(text).toContain("甲&lt;b&gt;公司");
    expect(text).not.toContain("甲<b>公司");
    expect(text).toMatch(/<tr class="differs">.*2015.*2016/s);
    expect(text).toContain("所在园区 +0.1 某园区");
    expect(await (await get({ "accept-language": "en" })).text()).toContain("Review 1 / 2");
  });

  test("has the header of the other pages, whose language stays and keeps the address", async () => {
    const text = await (await get({ "accept-language": "zh-CN" }, `?layer=${layer}`)).text();
    for (const href of ["/", "/explore", "/policies", "/graphql"]) expect(text).toContain(`href="${href}"`);
    const header = /<header[\s\S]*<\/header>/.exec(text)?.[0] ?? "";
    expect(header).toContain('<form class="search" role="search" action="/search">');
    const other = /class="language"[^>]* href="([^"]*)"/.exec(header)?.[1]?.replaceAll("&amp;", "&");
    expect(other).toBe(`/review?layer=${layer}&lang=en`);
    const english = await get({ "accept-language": "zh-CN" }, `?layer=${layer}&lang=en`);
    expect(await english.text()).toContain("Review 1 / 2");
    const cookie = english.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await (await get({ "accept-language": "zh-CN", cookie })).text()).toContain("Review 1 / 2");
  });

  test("takes an answer, goes on to the next pair, and takes it back", async () => {
    const answered = await post({ answer: "same", by: "李", why: "同一地址" });
    expect(answered.status).toBe(303);
    expect(decisions()).toMatch(/enterprise:a,.*,enterprise:x,.*,same,李,\d{4}-\d\d-\d\d,同一地址/);
    const next = await (await fetch(server.url + answered.headers.get("location"))).text();
    expect(next).toContain("丙公司");
    expect(next).toContain("1 / 1");
    await post({ answer: "later" });
    expect(decisions()).not.toContain("enterprise:a");
  });

  test("passes over a pair that is for later", async () => {
    const answered = await post({ answer: "later", at: "0" });
    expect(answered.headers.get("location")).toMatch(/at=1$/);
    expect(await (await get({}, `?layer=${layer}&at=1`)).text()).toContain("2 / 2");
  });

  test.each([
    ["a page of another origin, though it may ask the API", { origin: "https://other.example" }],
    ["another machine behind a proxy", { "x-forwarded-for": "10.0.0.7" }],
    ["another site's page", { "sec-fetch-site": "cross-site" }],
  ])("refuses %s", async (_, headers) => {
    const before = decisions();
    const refused = await post({ answer: "same" }, headers);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("FORBIDDEN_ORIGIN");
    expect(decisions()).toBe(before);
  });

  test("refuses what is no answer or no pair, by its name", async () => {
    expect(await (await post({ answer: "maybe" })).text()).toContain("answer: ");
    expect(await (await post({ answer: "same", id: "enterprise:b" })).text()).toContain(
      "enterprise:b and enterprise:x are no pair",
    );
    expect(await (await post({ answer: "same", layer: "none" })).text()).toContain(
      "nothing to review in a layer none",
    );
  });

  test("says whether the other record was known, or is another row of the same list", async () => {
    const own = await (await get({ "accept-language": "zh-CN" }, `?layer=${layer}`)).text();
    expect(own).toMatch(/新数据 <code>enterprise:[ac]<.*新数据中的另一条 <code>enterprise:x</s);
    const document = { id: "document:list", name: "list", stem: "list", sources: "list:1" };
    const known = writeFolder({
      entities: {
        Document: [document],
        Enterprise: [
          { id: "enterprise:x", name: "甲公司", sources: "list:1" },
          { id: "enterprise:y", name: "乙公司", sources: "list:1" },
        ],
      },
    });
    const list = writeFolder({
      entities: {
        Document: [{ id: "document:more", name: "more", stem: "more", sources: "more:1" }],
        Enterprise: [
          { id: "enterprise:m", name: "甲公司一厂", sources: "more:2" },
          { id: "enterprise:n", name: "乙公司一厂", sources: "more:3" },
          // What a list says of one that is known does not make it the list's own.
          { id: "enterprise:y", name: "乙公司", sources: "more:4" },
        ],
      },
      files: {
        "matches.csv": `source,id,name,other,otherName,verdict,score,features
more:2,enterprise:m,甲公司一厂,enterprise:x,甲公司,REVIEW,0.7,BRANCH -0.2 一厂
more:3,enterprise:n,乙公司一厂,enterprise:y,乙公司,REVIEW,0.7,BRANCH -0.2 一厂
`,
      },
    });
    const upon = await serveFolder(`${known},${list}`);
    for (const [at, other] of ["enterprise:x", "enterprise:y"].entries()) {
      const text = await (
        await fetch(`${upon.url}/review?at=${at}`, {
          headers: { accept: "text/html", "accept-language": "en" },
        })
      ).text();
      expect(text).toContain(`known <code>${other}<`);
      expect(text).not.toContain("another record");
    }
    await upon.close();
  });

  test("is not there where no layer has anything to review", async () => {
    const { url, close } = await serveFolder(
      writeFolder({
        entities: {
          Document: [{ id: "document:list", name: "list", stem: "list", sources: "list:1" }],
          Enterprise: [{ id: "enterprise:q", name: "某公司", sources: "list:1" }],
        },
      }),
    );
    const response = await fetch(`${url}/review`);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain("industry-graph import FILE --into my-data");
    // Where the layers lie is nobody's business.
    expect(text).not.toContain(tmpdir());
    await close();
  });
});
