// What every connection passes: sizes, slow senders, where is listened, the log line of each request.
import { spawn } from "node:child_process";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSettings } from "../../src/config.ts";
import { startServer } from "../../src/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { fixture } from "../support/fixture.ts";
import { send } from "../support/sending.ts";
import { serve, type TestServer } from "../support/server.ts";

const json = { "content-type": "application/json" };
const question = {
  method: "POST",
  path: "/graphql",
  body: JSON.stringify({ query: "{ parks { totalCount } }" }),
};

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture, { MAX_BODY_BYTES: "20000" });
});
afterAll(() => server.close());

/** What comes back for some bytes, until the connection is closed. */
function answerTo(bytes: string): Promise<string> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1");
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (piece: string) => {
      text += piece;
    });
    // The first of both counts: what comes after the answer's end is no part of it.
    for (const over of ["end", "close"]) socket.on(over, () => resolve(text));
    socket.on("error", reject);
    socket.write(bytes);
  });
}

test("after a body that is too large the connection is closed, as the answer says", async () => {
  const body = "x".repeat(30_000);
  const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  const received = await answerTo(head + body);
  expect(received).toMatch(/^HTTP\/1\.1 413 /);
  expect(received.toLowerCase()).toContain("connection: close");
});

test("an address with Chinese characters as they are is told how it is written", async () => {
  const received = await answerTo(
    "GET /q/park-enterprises.csv?park=东区 HTTP/1.1\r\nHost: localhost\r\n\r\n",
  );
  const [head = "", body = ""] = received.split("\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  const [error] = (JSON.parse(body) as { errors: { message: string; extensions: { requestId: string } }[] })
    .errors;
  expect(error?.message).toContain("--data-urlencode");
  expect(head).toContain(`x-request-id: ${error?.extensions.requestId}`);
});

test.each([
  ["no request", "HELLO\r\n\r\n", 400, "no HTTP request"],
  [
    "a header without a colon",
    "GET / HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n\r\n",
    400,
    "no HTTP request",
  ],
  ["very long headers", `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(40_000)}\r\n\r\n`, 431, "POST"],
] as const)("%s is answered with what is wrong", async (_, bytes, status, words) => {
  const received = await answerTo(bytes);
  expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(received).toContain(words);
});

test("headers that are sent slowly are not waited for", async () => {
  // Never ended: the test would not end either.
  const received = await answerTo("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
  expect(received).toMatch(/^HTTP\/1\.1 408 /);
  expect(received).toContain("too slowly");
}, 120_000);

test("listening beyond this machine has to be meant", async () => {
  const store = openEmbedded();
  const settings = readSettings({ PORT: "0", HOST: "0.0.0.0", LOG_LEVEL: "silent" });
  await expect(startServer(settings, { store })).rejects.toMatchObject({
    code: "BAD_SETTING",
    message: expect.stringContaining("PUBLIC=read"),
  });
  await store.close();
});

test("every request leaves one line of JSON on stderr, refused or answered, and nothing on stdout", async () => {
  const program = `
    import { serve } from "./tests/support/log-server.ts";
    await serve();
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr.on("data", (piece: Buffer) => {
    err += piece.toString();
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  while (!out.includes("\n")) {
    if (child.exitCode !== null) throw new Error(err);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const url = out.trim();
  await send(url, { ...question, headers: { ...json, "x-request-id": "answered" } });
  const wrong = JSON.stringify({
    query: "query Wrong { parks(first: -1) { totalCount } }",
    operationName: "Wrong",
  });
  await send(url, { ...question, body: wrong, headers: { ...json, "x-request-id": "limited" } });
  await send(url, { ...question, body: "{", headers: { ...json, "x-request-id": "broken" } });
  await send(url, { path: "/nothing?secret=1", headers: { "x-request-id": "nowhere" } });
  await send(url, { headers: { host: "evil.example", "x-request-id": "foreign" } });
  child.stdin.end();
  await ended;
  const lines = err
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const shown = lines.map(({ requestId, method, path, status, codes, operation }) => [
    requestId,
    method,
    path,
    status,
    codes,
    operation,
  ]);
  expect(shown).toEqual([
    ["answered", "POST", "/graphql", 200, undefined, undefined],
    ["limited", "POST", "/graphql", 200, ["BAD_ARGUMENT"], "Wrong"],
    ["broken", "POST", "/graphql", 400, ["BAD_REQUEST"], undefined],
    ["nowhere", "GET", "/nothing", 404, ["NOT_FOUND"], undefined],
    ["foreign", "GET", "/health", 421, ["FORBIDDEN_HOST"], undefined],
  ]);
  for (const line of lines) expect(typeof line.milliseconds).toBe("number");
  expect(lines[0]?.document).toMatch(/^[\w-]{12}$/);
  expect(out.trim()).toBe(url);
}, 60_000);
