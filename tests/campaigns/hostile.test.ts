// Hostile requests, some thousands of them: none ends the server, none is answered as a fault of ours, none learns
// anything of the inside, and the memory is back where it was. CAMPAIGN=long sends ten thousand.
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignSeed, drawing, isLong } from "../support/drawing.ts";
import { fixture } from "../support/fixture.ts";
import { type Hostile, hostile, kinds } from "../support/hostile.ts";
import { serve, type TestServer } from "../support/server.ts";

/** What must not be told: places in code, folders, engines' words, names of errors. */
const inside =
  /\bat .+:\d+:\d+|node_modules|\/src\/|\.ts:\d|SyntaxError|TypeError|RangeError|ReferenceError|Neo4jError|GRAFEO|"stack"|ENOENT|EISDIR/;

/** Codes with which a server that is asked too much at once may answer. */
const busy = /"(?:OVERLOADED|TIMEOUT)"/;

/** What no request may make of us, whatever the status of its answer. */
const broken = '"code":"INTERNAL"';

let server: TestServer;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
beforeAll(async () => {
  server = await serve(fixture, { CACHE_MB: "4", MAX_BODY_BYTES: "100000", BUDGET: "off" });
});
afterAll(async () => {
  agent.destroy();
  await server.close();
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** Sends as it is: `fetch` would mend it. A connection that is closed without an answer has the status 0. */
function send({ method, path, headers, body }: Hostile): Promise<Answer> {
  const began = performance.now();
  const over = (status: number, text: string): Answer => ({
    status,
    text,
    milliseconds: performance.now() - began,
  });
  return new Promise((resolve, reject) => {
    try {
      const { hostname, port } = new URL(server.url);
      const asked = request({ hostname, port, method, path, headers, agent }, (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("end", () =>
          resolve(over(response.statusCode ?? 0, Buffer.concat(pieces).toString("utf8"))),
        );
        response.on("error", () => resolve(over(0, "")));
      });
      asked.on("error", () => resolve(over(0, "")));
      asked.end(body);
    } catch (error) {
      // What Node's client refuses to send at all.
      if ((error as NodeJS.ErrnoException).code?.startsWith("ERR_") === true) resolve(over(400, ""));
      else reject(error);
    }
  });
}

const isAlive = async (): Promise<void> => {
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect((await server.ask("{ enterprises { totalCount } }")).data).toEqual({
    enterprises: { totalCount: 10 },
  });
};

async function collected(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  for (let times = 0; times < 4; times++) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}

/** The least that can be refused: by it the time of a machine that others use as well is told from a kind's own work. */
const empty: Hostile = {
  kind: "nothing asked",
  method: "POST",
  path: "/graphql",
  headers: { "content-type": "application/json" },
  body: Buffer.from("{}"),
};

/** Milliseconds of requests that were refused, by kind. */
type Times = Map<string, number[]>;

/** Processor time of eights of a kind, in milliseconds a request: other programs on the machine do not change it. */
const work = new Map<string, number[]>();

/** Sends so many, eight of a kind at a time, and after each eight as many in which nothing is asked. */
async function attack(seed: number, count: number): Promise<Times> {
  const draw = drawing(seed);
  const times: Times = new Map();
  const failures: string[] = [];
  const sendAll = async (batch: readonly Hostile[]): Promise<void> => {
    const began = process.cpuUsage();
    const answers = await Promise.all(batch.map(send));
    const { user, system } = process.cpuUsage(began);
    const of = batch[0]?.kind ?? "";
    work.set(of, [...(work.get(of) ?? []), (user + system) / 1_000 / batch.length]);
    for (const [index, { status, text, milliseconds }] of answers.entries()) {
      const asked = batch[index];
      // An answer of data may hold any words; one of an error, none of these.
      const tells = status >= 400 || text.startsWith('{"errors"') ? inside.exec(text)?.[0] : undefined;
      const fault = (status >= 500 && !busy.test(text)) || text.includes(broken);
      if (fault || tells !== undefined)
        failures.push(
          `${asked?.kind}: ${asked?.method} ${asked?.path.slice(0, 200)} ${JSON.stringify(asked?.headers)} ${asked?.body?.toString("utf8").slice(0, 300)} -> ${status} ${tells ?? ""} ${text.slice(0, 300)}`,
        );
      const kind = asked?.kind ?? "";
      if ((status >= 400 && status < 500) || text.startsWith('{"errors"'))
        times.set(kind, [...(times.get(kind) ?? []), milliseconds]);
    }
  };
  for (let sent = 0; sent < count; sent += 8) {
    await sendAll(
      Array.from({ length: Math.min(8, count - sent) }, () => hostile(draw, Math.floor(sent / 8))),
    );
    await sendAll(Array.from({ length: 8 }, () => empty));
  }
  expect(failures.slice(0, 20)).toEqual([]);
  return times;
}

/** How many, and how long half of them and all but one of a hundred took. */
function told(milliseconds: readonly number[]): string {
  const ordered = milliseconds.toSorted((one, other) => one - other);
  const at = (share: number): string => (ordered[Math.floor(ordered.length * share)] ?? 0).toFixed(1);
  return `${ordered.length} refused, half within ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

/** Processor time of a request of a kind beyond that of one in which nothing is asked. */
function worked(kind: string): string {
  const of = (some: string): number[] => (work.get(some) ?? []).toSorted((one, other) => one - other);
  const [own, least] = [of(kind), of(empty.kind)];
  const base = least[Math.floor(least.length / 2)] ?? 0;
  const at = (share: number): string =>
    ((own[Math.min(own.length - 1, Math.floor(own.length * share))] ?? 0) - base).toFixed(1);
  return `processor ${at(0.5)} ms, at most ${at(1)} ms more`;
}

test("hostile requests of every kind are answered or refused, and leave nothing behind", {
  timeout: 1_800_000,
}, async ({ annotate }) => {
  const count = Number(process.env.CAMPAIGN_REQUESTS ?? (isLong ? 10_000 : 1_000));
  // Once before, so that what is kept of any request is there.
  await attack(campaignSeed, kinds.length * 16);
  work.clear();
  const before = await collected();
  const times = await attack(campaignSeed + 1, count);
  await isAlive();
  const grown = ((await collected()) - before) / 1_000_000;
  const refused = kinds.flatMap((kind) => times.get(kind) ?? []);
  await annotate(
    [
      `${count} requests, ${told(refused)}, heap ${grown.toFixed(1)} MB more`,
      ...[empty.kind, ...kinds].map((kind) => `${kind}: ${told(times.get(kind) ?? [])}; ${worked(kind)}`),
    ].join("\n"),
  );
  expect(times.get(empty.kind)?.length).toBeGreaterThanOrEqual(count);
  expect(refused.length).toBeGreaterThan(count / 3);
  expect(grown).toBeLessThan(24);
});

const noHttp: readonly string[] = [
  "GET / HTTP/9.9\r\n\r\n",
  "\0\0\0\0\r\n\r\n",
  "GET /\r\n\r\n",
  `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${"a".repeat(100_000)}\r\n\r\n`,
  "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef",
  "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n",
  "POST /graphql HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\nzz\r\n",
  "GET http://evil.example/ HTTP/1.1\r\nhost: evil.example\r\n\r\n",
  "CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n",
  "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
];

test("what is no HTTP is refused or closed, and others are answered", { timeout: 240_000 }, async () => {
  const { hostname, port } = new URL(server.url);
  for (const text of noHttp) {
    const answer = await new Promise<string>((resolve) => {
      let told = "";
      const socket = connect(Number(port), hostname, () => {
        socket.end(Buffer.from(text, "latin1"));
      });
      socket.on("data", (piece: Buffer) => {
        told += piece.toString("latin1");
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(told));
    });
    expect(answer, text.slice(0, 80)).not.toMatch(inside);
    expect(answer, text.slice(0, 80)).not.toMatch(/^HTTP\/1\.1 (?:200|500)/);
  }
  await isAlive();
});
