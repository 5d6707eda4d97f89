// Whatever goes wrong is a page to whoever opened an address in a browser, in both languages, and JSON to programs.
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorCodes, IndustryGraphError } from "../../src/errors.ts";
import { errorPage } from "../../src/http/pages/errors.ts";
import { fixture } from "../support/fixture.ts";
import { serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture, { EXPLAIN: "off" });
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly policy: string;
  readonly body: string;
}

/** Asks with any headers, those too that fetch keeps for itself. */
function ask(path: string, headers: Record<string, string>, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          policy: String(response.headers["content-security-policy"]),
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(method === "POST" ? "answer=maybe" : undefined);
  });
}

const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "zh-CN" };
const form = { ...browser, "content-type": "application/x-www-form-urlencoded" };

/** What is answered with an error: the address, how it is opened, the status. */
const refused: readonly (readonly [
  path: string,
  headers: Record<string, string>,
  method: string,
  status: number,
])[] = [
  ["/q/none", browser, "GET", 404],
  ["/q/none.csv", browser, "GET", 404],
  ["/entity/park:none.json", browser, "GET", 404],
  ["/cypher", browser, "GET", 400],
  ["/subgraph.gexf?id=nobody", browser, "GET", 400],
  ["/review", browser, "GET", 404],
  ["/review", { ...browser, "x-forwarded-for": "10.0.0.7" }, "GET", 403],
  ["/review", form, "POST", 400],
  ["/", { ...browser, host: "elsewhere.example" }, "GET", 421],
  ["/", { ...browser, origin: "https://other.example" }, "GET", 403],
];

describe("an error in a browser", () => {
  test.each(refused)("%s is a page that can be read", async (path, headers, method, status) => {
    const chinese = await ask(path, headers, method);
    expect([path, chinese.status, chinese.type]).toEqual([path, status, "text/html; charset=utf-8"]);
    expect(chinese.policy).toContain("default-src 'none'");
    expect(chinese.policy).not.toContain("unsafe");
    expect(chinese.body).toMatch(/<html lang="zh-Hans">[\s\S]*<h1>[^<]*[\u4e00-\u9fff]/);
    expect(chinese.body).not.toMatch(/<script(?! src="\/theme\.js")|"errors"/);
    const english = await ask(path, { ...headers, cookie: "lang=en; theme=dark" }, method);
    expect(english.body).toMatch(/<html lang="en" data-theme="dark">[\s\S]*<h1>[^<\u4e00-\u9fff]+<\/h1>/);
  });

  test.each(refused)("%s is JSON to a program", async (path, headers, method, status) => {
    const { status: told, type, body } = await ask(path, { ...headers, accept: "*/*" }, method);
    expect([path, told, type]).toEqual([path, status, "application/json; charset=utf-8"]);
    const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] };
    expect(Object.keys(errorCodes)).toContain(errors[0]?.extensions.code);
  });

  test("under a name that is not the server's leads nowhere, since nothing else is answered under it", async () => {
    const { body } = await ask("/", { ...browser, host: "elsewhere.example" }, "GET");
    expect(body).toContain("ALLOWED_HOSTS");
    expect(body).not.toMatch(/href=|src=|<form/);
  });

  test("of any code is told in both languages, and what data or callers say is never markup", () => {
    for (const code of Object.keys(errorCodes) as (keyof typeof errorCodes)[])
      for (const language of ["zh", "en"] as const) {
        const error = new IndustryGraphError(code, `<img src=x onerror="alert(1)">`);
        const page = errorPage(error, "an-id", ["/assets/a.css"], {
          address: "/",
          language,
          theme: "system",
        });
        expect(page).not.toContain("<img");
        expect(page).toContain("&lt;img src=x");
        expect(page).toMatch(/<h1>.+<\/h1>/);
        expect(page).toMatch(language === "zh" ? /<h1>[^<]*[\u4e00-\u9fff]/ : /<h1>[^<\u4e00-\u9fff]+<\/h1>/);
        expect(page).toContain(`${errorCodes[code]} ${code} an-id`);
      }
  });
});

describe("an address with a slash at its end", () => {
  test.each([
    ["/graphql/", "/graphql"],
    ["/policies/?on=2024-01-01&lang=en", "/policies?on=2024-01-01&lang=en"],
    ["//elsewhere.example/", "/elsewhere.example"],
    ["/q//", "/q"],
  ])("%s leads to the one without, on this server", async (path, bare) => {
    const response = await fetch(`${server.url}${path}`, { redirect: "manual", headers: browser });
    expect([response.status, response.headers.get("location")]).toEqual([308, bare]);
  });

  test("that something is sent to is told of, not redirected", async () => {
    expect((await ask("/graphql/", { ...browser, accept: "*/*" }, "POST")).status).toBe(404);
  });
});

describe("what the address of a page says", () => {
  test.each([
    [
      "/policies?distrct=a&on=2024-01-01&utm=b",
      "地址中的 distrct、utm 未起作用",
      "measure、region、park、status、on、after、lang",
    ],
    ["/search?text=a", "地址中的 text 未起作用", "q、kind、lang"],
    ["/?x=%3Cimg%3E", "地址中的 x 未起作用", "lang"],
    ["/explore?open=a&lang=en", "The address says open, which had no effect", "this page knows lang."],
  ])("%s and the page does not know is named", async (path, said, known) => {
    const { status, body } = await ask(path, browser);
    expect(status).toBe(200);
    expect(body).toContain(said);
    expect(body).toContain(known);
    expect(body).not.toContain("<img>");
  });

  test("and the page knows is not mentioned", async () => {
    for (const path of ["/policies?on=2024-01-01&lang=zh", "/list?kind=PARK", "/search?q=a&kind=PARK"])
      expect((await ask(path, browser)).body).not.toContain("未起作用");
  });

  test.each([
    ["/policies?status=MAYBE", "status: MAYBE"],
    ["/list?kind=FIRM", "kind: FIRM"],
    ["/search?q=a&kind=FIRM", "FIRM"],
    ["/policies?measure=measure:x&on=yesterday", "yesterday"],
  ])("%s and cannot mean is refused", async (path, said) => {
    const { status, body } = await ask(path, browser);
    expect([path, status]).toEqual([path, 400]);
    expect(body).toContain(said);
    // Asked again it would be refused again: what is offered leads on.
    expect(body).toContain("<h1>出错了</h1>");
    expect(body).toContain('<a href="/">回到首页</a>');
    expect(body).not.toContain("重试");
  });
});

describe("/review where no layer has anything to review", () => {
  test("says what to do, first in the reader's language, then in the other", async () => {
    const { body } = await ask("/review", browser);
    for (const words of [
      "没有待核对的数据",
      "There is nothing to review",
      "industry-graph import FILE --into my-data",
    ])
      expect(body).toContain(words);
    const { body: other } = await ask("/review?lang=en", browser);
    expect(other.indexOf("There is nothing to review")).toBeLessThan(other.indexOf("没有待核对的数据"));
    expect((await ask("/review?layer=<b>none", browser)).body).not.toContain("<b>none");
  });
});
