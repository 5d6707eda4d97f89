// Neo4j is killed under traffic and started again on its data: the service says so in between, lives, and recovers.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type RunningNeo4j, startNeo4j } from "../../scripts/neo4j/start.ts";
import { findWay } from "../../scripts/neo4j/tools.ts";
import { asOurs } from "../../src/store/neo4j-errors.ts";
import { type Command, industryGraph } from "../support/command.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const question = `{ enterprises(first: 3) { totalCount nodes { id name park { name } } } }`;

interface Answered {
  readonly status: number;
  /** Codes of the errors, or what the connection said where there was no answer. */
  readonly codes: readonly string[];
  readonly data: unknown;
}

async function ask(url: string): Promise<Answered> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: question }),
  });
  const { data, errors = [] } = (await response.json()) as {
    data: unknown;
    errors?: { extensions?: { code?: string } }[];
  };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions?.code ?? "none"), data };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(100)) if (await holds()) return;
  throw new Error(`it did not happen within two minutes: ${what}`);
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/ready`);
  const state = (await response.json()) as { ready: boolean; code?: string };
  expect(response.status).toBe(state.ready ? 200 : 503);
  if (!state.ready) expect(state.code).toMatch(/^(STORE_UNAVAILABLE|NOT_READY)$/);
  return state.ready;
}

/** Asks all the time, four at once, until told to stop; keeps every answer. */
function traffic(url: string): { readonly answers: Answered[]; stop(): Promise<void> } {
  const answers: Answered[] = [];
  let going = true;
  const clients = [1, 2, 3, 4].map(async () => {
    while (going) {
      answers.push(await ask(url));
      await pause(40);
    }
  });
  return {
    answers,
    async stop() {
      going = false;
      await Promise.all(clients);
    },
  };
}

function canStart(): boolean {
  try {
    return findWay("auto") !== undefined;
  } catch {
    return false;
  }
}

// A Neo4j named by TEST_NEO4J_URI is not ours to stop: this suite always starts its own.
const available = inject("neo4jBroker") !== null && canStart();

describe("a lost connection", () => {
  // The driver calls it by what it was doing: ProtocolError where it was resetting the connection between two questions.
  // The last is what the next read gets where the one before was given up while its last rows came.
  test.each(["ServiceUnavailable", "SessionExpired", "ProtocolError", "Neo.ClientError.Request.Invalid"])(
    "that comes as %s is an outage",
    (code) => {
      const lost = new Error("Connection was closed by server");
      expect(asOurs(lost, code, "RETURN 1", {}).code).toBe("STORE_UNAVAILABLE");
    },
  );
});

describe.skipIf(!available)("an outage of Neo4j", () => {
  let neo4j: RunningNeo4j;
  let service: Command;
  let url: string;

  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), "industry-graph-outage-"));
    neo4j = await startNeo4j({ bolt: 0, http: 0, data, heap: "512m", by: "auto" });
    const settings = { NEO4J_URI: neo4j.uri, SEED_DIR: writeFolder(fixture), PORT: "0" };
    service = industryGraph(["start"], settings);
    url = (await service.waitFor(/GraphiQL +(http:\S+)\/graphql/))[1] ?? "";
  }, 300_000);

  afterAll(async () => {
    service?.child.kill("SIGKILL");
    await neo4j?.kill();
  });

  test("turns /ready false and true again, requests fail with a clear code meanwhile, the process lives", {
    timeout: 600_000,
  }, async () => {
    const before = await ask(url);
    expect(before).toMatchObject({ status: 200, codes: [], data: { enterprises: { totalCount: 10 } } });
    expect(await isReady(url)).toBe(true);

    const { answers, stop } = traffic(url);
    await until("traffic flows", async () => answers.length > 20);
    expect(answers).toEqual(answers.map(() => before));

    const { uri, data } = neo4j;
    await neo4j.kill();
    await until("/ready turns false", async () => !(await isReady(url)));
    // What is kept is given for a second more: that long the store's last word holds.
    await until("requests fail", async () => answers.at(-1)?.codes.length === 1);
    const failing = answers.length;
    await until("requests are answered all the same", async () => answers.length > failing + 20);
    expect(answers.at(-1)?.codes).toEqual(["STORE_UNAVAILABLE"]);

    const port = (address: string) => Number(new URL(address).port);
    const options = { bolt: port(uri), http: port(neo4j.browser), data, heap: "512m" };
    neo4j = await startNeo4j({ ...options, by: neo4j.way });
    await until("/ready turns true", () => isReady(url));
    await until("requests succeed again", async () => (answers.at(-1)?.codes.length ?? 1) === 0);
    const recovered = answers.length;
    await until("traffic flows again", async () => answers.length > recovered + 40);
    await stop();

    expect(answers.slice(recovered)).toEqual(answers.slice(recovered).map(() => before));
    // A Neo4j that has just started may be too slow for a request: that is said too.
    const kinds = new Set(answers.flatMap(({ codes }) => codes));
    kinds.delete("TIMEOUT");
    expect([...kinds]).toEqual(["STORE_UNAVAILABLE"]);
    expect(service.child.exitCode).toBeNull();
    service.child.kill("SIGINT");
    expect((await service.ended).code).toBe(0);
  });
});
