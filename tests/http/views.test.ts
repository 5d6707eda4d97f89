// Layers that only named roles see. Whoever has no role is answered as by a server that lacks the layer: word by word,
// at every address; whoever has it sees the layer.
import { mkdtempSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { newToken } from "../../src/access/token.ts";
import { changeTokens } from "../../src/access/token-file.ts";
import { buildSchema } from "../../src/api/schema.ts";
import { drawDocument, type Values } from "../support/documents.ts";
import { values } from "../support/drawn-values.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { secretIds, secretLayer, secretWord } from "../support/secret-layer.ts";
import { serveFolder, type TestServer } from "../support/server.ts";

const documents = 200;
const schema = buildSchema();

/** Milliseconds: a busy machine takes its time. */
const timeout = 3_600_000;

/** What is asked for is asked for by the hidden layer's ids, names and words as well. */
const asked: Values = {
  ...values,
  ID: [...(values.ID ?? []), ...secretIds],
  name: [...(values.name ?? []), "机密电池有限公司", "机密", "同名企业"],
  stem: [...(values.stem ?? []), "doc-s"],
  text: [...(values.text ?? []), secretWord, "机密电池", "jimi"],
  metric: [...(values.metric ?? []), "secret"],
};

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Told {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Headers that tell something of the data. */
const telling = ["content-type", "content-disposition", "etag", "link", "location", "x-cut"];
const counting = ["x-dataset-version", "x-total-count"];

/** Asks under one name and one id whichever server it is, so that answers can be the same in every letter. */
function send({ url }: TestServer, path: string, { headers, body }: Sent = {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const options = {
      method: body === undefined ? "GET" : "POST",
      headers: { host: "localhost", "x-request-id": "same", accept: "application/json", ...headers },
    };
    const sent = request(`${url}${path}`, options, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode,
          headers: Object.fromEntries([...telling, ...counting].map((name) => [name, answer.headers[name]])),
          // When data were loaded differs from server to server.
          text: Buffer.concat(parts)
            .toString("utf8")
            .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, "(instant)")
            .replace(/"milliseconds":\d+/g, '"milliseconds":0'),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const ask = (server: TestServer, query: string, variables: object = {}, headers = {}): Promise<Told> =>
  send(server, "/graphql", {
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });

/**
 * What one server answers, found to be what the other does. Where the machine is busy, an answer may come without the
 * version of the data: that is asked again, and what differs for another reason differs each time.
 */
async function sameAs(right: () => Promise<Told>, shown: () => Promise<Told>, what: string): Promise<Told> {
  for (let time = 0; ; time++) {
    const [one, other] = await Promise.all([right(), shown()]);
    if (JSON.stringify(one) === JSON.stringify(other)) return one;
    if (time === 5) expect(other, what).toEqual(one);
  }
}

const html = { accept: "text/html" };
const json = { "content-type": "application/json" };
const called = (name: string, given: object): string =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: given } });
const mcp = { ...json, accept: "application/json, text/event-stream" };
const word = encodeURIComponent(secretWord);
const drug = encodeURIComponent("enterprise:drug");
const secret = encodeURIComponent("enterprise:secret");

/** Addresses where something of the layer could be told, and how they are asked. */
const doors: readonly (readonly [string, Sent?])[] = [
  ["/entity/enterprise:secret"],
  ["/entity/enterprise:secret", { headers: html }],
  ["/entity/enterprise:secret", { headers: { accept: "application/ld+json" } }],
  ["/entity/enterprise:drug"],
  ["/entity/enterprise:drug", { headers: html }],
  ["/entity/enterprise:drug", { headers: { accept: "text/turtle" } }],
  ["/entity/document:s", { headers: html }],
  ["/entity/measure:secret", { headers: html }],
  ["/export"],
  ["/export/Enterprise.csv"],
  ["/export/Document.csv"],
  ["/export/Observation.csv"],
  ["/q"],
  [`/q/search.csv?text=${word}`],
  [`/q/entity?id=${secret}`],
  [`/q/enterprise-suppliers.csv?enterprise=${secret}`],
  [`/q/enterprise-suppliers?enterprise=${encodeURIComponent("机密电池")}`],
  [`/q/enterprise-relations.csv?enterprise=${drug}`],
  [`/q/path?from=${drug}&to=${encodeURIComponent("enterprise:weizhi")}`],
  [`/q/cluster-enterprises.csv?cluster=${encodeURIComponent("cluster:battery")}`],
  [`/q/figures.csv?subject=${drug}`],
  ["/q/documents.csv"],
  ["/q/no-such-question"],
  ["/openapi.json"],
  [`/subgraph.gexf?id=${drug}`],
  [`/subgraph.json?id=${secret}`],
  [`/subgraph.graphml?id=${drug}&id=${secret}`],
  [`/reconcile?queries=${encodeURIComponent(JSON.stringify({ q: { query: "机密电池有限公司" } }))}`],
  [`/reconcile?queries=${encodeURIComponent(JSON.stringify({ q: { query: "同名企业" } }))}`],
  [
    `/reconcile?extend=${encodeURIComponent(JSON.stringify({ ids: ["enterprise:drug", "enterprise:secret"], properties: [{ id: "founded" }] }))}`,
  ],
  [`/reconcile/suggest/entity?prefix=${word}`],
  [`/reconcile/preview?id=${secret}`],
  [`/search?q=${word}`, { headers: html }],
  ["/", { headers: html }],
  ["/list?kind=Enterprise", { headers: html }],
  [`/explore?id=${drug}`, { headers: html }],
  ["/policies", { headers: html }],
  ["/review", { headers: html }],
  ["/review?layer=secret"],
  ["/watch/any.atom"],
  [
    `/graphql?query=${encodeURIComponent('subscription{watch(name:"any"){id}}')}`,
    { headers: { accept: "text/event-stream" } },
  ],
  ["/ready"],
  ["/state"],
  [`/graphql?query=${encodeURIComponent("{enterprises{totalCount} dataset{version documents}}")}`],
  [`/cypher?query=${encodeURIComponent('{enterprise(id:"机密电池"){name}}')}`],
  ["/mcp", { headers: mcp, body: called("search", { text: secretWord }) }],
  ["/mcp", { headers: mcp, body: called("entity", { id: "enterprise:secret" }) }],
  [
    "/mcp",
    { headers: mcp, body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }) },
  ],
  ["/nothing-here"],
];

describeEachEngine("a layer that a role sees", (open, engine) => {
  async function start() {
    const place = mkdtempSync(join(tmpdir(), "industry-graph-views-"));
    const [seed, hidden] = [join(place, "seed"), join(place, "secret")];
    writeFolder(fixture, seed);
    writeFolder(secretLayer, hidden);
    const tokens = join(place, "tokens.json");
    const make = async (name: string, roles: readonly string[], scope: "export" | "admin" = "export") => {
      const { kept, text } = newToken({ name, scopes: [scope], roles: [...roles], expires: null });
      await changeTokens(tokens, (all) => [...all, kept]);
      return { authorization: `Bearer ${text}` };
    };
    const who = {
      office: await make("office", ["office", "cook"]),
      cook: await make("cook", ["cook"]),
      admin: await make("admin", [], "admin"),
    };
    const shared = { PUBLIC: "export", TOKENS_FILE: tokens, EXPLAIN: "on", TIMEOUT_MS: "250000" };
    const layered = { ...shared, LAYER_ROLES: "secret=office" };
    const hiding = await serveFolder(`${seed},${hidden}`, layered, await open());
    const lacking = await serveFolder(seed, shared);
    const close = () => Promise.all([hiding.close(), lacking.close()]);
    return { hiding, lacking, who, close };
  }

  test(`${documents} random documents reveal nothing of it, and it is there for the role`, {
    timeout,
  }, async () => {
    const { hiding, lacking, who, close } = await start();
    try {
      let [compared, seenBy, different] = [0, 0, 0];
      const tapes = fc.noBias(fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 300, size: "max" }));
      const property = fc.asyncProperty(tapes, async (tape) => {
        const { query, variables } = drawDocument(schema, asked, tape);
        const right = await sameAs(
          () => ask(lacking, query, variables),
          () => ask(hiding, query, variables),
          query,
        );
        if (validate(schema, parse(query)).length > 0) return;
        compared += 1;
        // Neo4j takes a second to plan each: some are enough to tell that the layer is there.
        if (engine.name === "neo4j" && compared % 5 > 0) return;
        seenBy += 1;
        const seen = await ask(hiding, query, variables, who.office);
        if (seen.text !== right.text) different += 1;
      });
      await fc.assert(property, { numRuns: documents, seed: 20_231_015 });
      expect(compared).toBeGreaterThan((documents * 4) / 5);
      // Else nothing would be shown by nothing being seen.
      expect(different).toBeGreaterThan(seenBy / 40);
    } finally {
      await close();
    }
  });

  test("no address reveals anything of it to those without the role, and files, pages and agents have it for the role", {
    timeout,
  }, async () => {
    const { hiding, lacking, who, close } = await start();
    try {
      const seen: string[] = [];
      for (const [path, sent = {}] of doors) {
        const lacks = () => send(lacking, path, sent);
        const as = (one: Readonly<Record<string, string>>) => () =>
          send(hiding, path, { ...sent, headers: { ...sent.headers, ...one } });
        const right = await sameAs(lacks, as({}), path);
        await sameAs(lacks, as(who.cook), path);
        // Nothing but what was asked with.
        if (!decodeURIComponent(path + (sent.body ?? "")).match(/机密|secret/))
          expect(right.text, path).not.toMatch(/机密|secret|doc-s/);
        const own = await as(who.office)();
        if (own.text !== right.text) seen.push(path);
        // The engine is told by some, and differs from that of the view.
        if (engine.name === "embedded") await sameAs(as(who.office), as(who.admin), path);
      }
      for (const path of [
        "/entity/enterprise:secret",
        "/export/Enterprise.csv",
        `/q/search.csv?text=${word}`,
        `/reconcile/suggest/entity?prefix=${word}`,
        `/search?q=${word}`,
        `/subgraph.gexf?id=${drug}`,
        "/mcp",
        "/",
        "/ready",
      ])
        expect(seen).toContain(path);
    } finally {
      await close();
    }
  });
});
