// Whether the suites have a Neo4j, and which. It is started when the first suite asks for it, and stopped at the end.
// TEST_NEO4J_URI names one; else Docker; else JDK and Maven. Never NEO4J_URI: that is somebody's data.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { pullImage } from "../../scripts/neo4j/by-docker.ts";
import { classPath } from "../../scripts/neo4j/class-path.ts";
import { type Line, lines, partsOf } from "../../scripts/neo4j/lines.ts";
import { startNeo4j } from "../../scripts/neo4j/start.ts";
import { findWay, type Way } from "../../scripts/neo4j/tools.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";

/** How to reach a Neo4j for tests. */
export interface TestNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Address of its Neo4j Browser, where this run has started it. */
  readonly browser?: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** Where a suite asks for the Neo4j (starting it if need be); null where none can be had. */
    readonly neo4jBroker: string | null;
  }
}

interface Started extends TestNeo4j {
  stop(): Promise<void>;
}

/** The line of Neo4j that suites run on: TEST_NEO4J_LINE, else the one with long support. */
function lineOf(): Line {
  const given = process.env.TEST_NEO4J_LINE || "5.26";
  const line = lines.find((one) => one === given);
  if (line === undefined) throw new Error(`TEST_NEO4J_LINE=${given}: write ${lines.join(" or ")}.`);
  return line;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function named(uri: string): Promise<Started> {
  const user = process.env.TEST_NEO4J_USER || "neo4j";
  const password = process.env.TEST_NEO4J_PASSWORD ?? "";
  const store = openNeo4j({ uri, user, password });
  try {
    await store.ready();
  } catch (error) {
    throw new Error(`TEST_NEO4J_URI=${uri}: ${(error as Error).message}`);
  } finally {
    await store.close();
  }
  return { uri, user, password, stop: () => Promise.resolve() };
}

async function byDocker(): Promise<Started> {
  const { Neo4jContainer } = await import("@testcontainers/neo4j");
  const container = await new Neo4jContainer(partsOf[lineOf()].image).start();
  return {
    uri: container.getBoltUri(),
    user: container.getUsername(),
    password: container.getPassword(),
    stop: async () => void (await container.stop()),
  };
}

/** Progress for a log: a line every five seconds at the most. */
function sparingly(): (line: string) => void {
  let shown = Date.now();
  return (line) => {
    if (Date.now() - shown < 5_000) return;
    shown = Date.now();
    say(`${line} ...`);
  };
}

async function byJava(): Promise<Started> {
  const data = mkdtempSync(join(tmpdir(), "industry-graph-neo4j-"));
  const neo4j = await startNeo4j(
    { bolt: 0, http: 0, data, heap: "1g", line: lineOf(), by: "java" },
    sparingly(),
  );
  return {
    uri: neo4j.uri,
    browser: neo4j.browser,
    user: "neo4j",
    password: "",
    async stop() {
      await neo4j.kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function start(way: Way | "named"): Promise<Started> {
  if (way === "named") return named(process.env.TEST_NEO4J_URI ?? "");
  return way === "docker" ? byDocker() : byJava();
}

/**
 * Answers suites over HTTP on the loopback address: they run in other processes. Each place among those that run at
 * the same time (the path, `/1`) has a Neo4j of its own, since each suite wipes what it is given.
 */
async function broker(way: Way | "named"): Promise<{ url: string; close(): Promise<void> }> {
  const places = new Map<string, Promise<Started>>();
  const server: Server = createServer(({ url = "/" }, response) => {
    const place = way === "named" ? "/" : url;
    const started = places.get(place) ?? start(way);
    places.set(place, started);
    started.then(
      ({ uri, user, password, browser }) => response.end(JSON.stringify({ uri, user, password, browser })),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      for (const started of places.values())
        await started.then(
          (neo4j) => neo4j.stop(),
          () => undefined,
        );
    },
  };
}

/** Fetches what the way needs, so that no suite waits for a download; only the first time takes long. */
async function fetchFor(way: Way): Promise<void> {
  if (way === "docker") await pullImage(say, lineOf());
  else await classPath(sparingly(), lineOf());
}

async function findWayOrNone(): Promise<Way | "named" | undefined> {
  const asked = process.env.TEST_ENGINES || "all";
  if (asked !== "all" && asked !== "embedded")
    throw new Error(`TEST_ENGINES is all or embedded, not ${asked}.`);
  if (asked === "embedded") {
    if (process.env.REQUIRE_NEO4J === "1")
      throw new Error("REQUIRE_NEO4J=1 and TEST_ENGINES=embedded contradict each other.");
    say("The suites on Neo4j are left out: TEST_ENGINES=embedded.");
    return undefined;
  }
  if (process.env.TEST_NEO4J_URI) return "named";
  try {
    const way = findWay("auto", lineOf());
    await fetchFor(way);
    return way;
  } catch (error) {
    const why = (error as Error).message;
    if (process.env.REQUIRE_NEO4J === "1") throw new Error(`REQUIRE_NEO4J=1: ${why}`);
    say(
      `\n!!! THE SUITES ON NEO4J ARE SKIPPED. ${why}\nOr set TEST_NEO4J_URI to a Neo4j that may be wiped.\n`,
    );
    return undefined;
  }
}

/** Vitest's global set-up. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const way = await findWayOrNone();
  if (way === undefined) {
    provide("neo4jBroker", null);
    return () => Promise.resolve();
  }
  const { url, close } = await broker(way);
  provide("neo4jBroker", url);
  return close;
}
