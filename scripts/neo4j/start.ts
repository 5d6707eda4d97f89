// Starts a Neo4j server on this machine and waits until it answers: for `npm run neo4j`, tests and measurements.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { openNeo4j } from "../../src/store/neo4j.ts";
import { startByDocker } from "./by-docker.ts";
import { startByJava } from "./by-java.ts";
import type { Line } from "./lines.ts";
import type { LauncherOptions } from "./options.ts";
import { claimPort } from "./ports.ts";
import type { ServerPlan, ServerProcess } from "./server.ts";
import { findWay } from "./tools.ts";

export interface RunningNeo4j extends ServerProcess {
  readonly way: "docker" | "java";
  /** Address for NEO4J_URI; no authentication. */
  readonly uri: string;
  /** Address of Neo4j Browser, with that of the server. */
  readonly browser: string;
  readonly data: string;
}

/** What is asked of the server itself. */
export type ServerOptions = Omit<LauncherOptions, "files" | "line"> & { readonly line?: Line };

async function answers(uri: string, server: ServerProcess): Promise<void> {
  let ended: string | undefined;
  void server.ended.then((output) => {
    ended = output;
  });
  const store = openNeo4j({ uri });
  try {
    for (const until = Date.now() + 180_000; ; await new Promise((next) => setTimeout(next, 300))) {
      if (ended !== undefined) throw new Error(`Neo4j did not start:\n${ended}`);
      const ready = await store.ready().then(
        () => true,
        () => false,
      );
      if (ready) return;
      if (Date.now() > until) throw new Error("Neo4j did not answer within three minutes.");
    }
  } finally {
    await store.close();
  }
}

/** How often a server is started anew where something else took its port before it did. */
const tries = 3;

/**
 * Starts a Neo4j server that this machine alone can reach, without authentication.
 * @param options ports (0 for any free one), data folder, heap, way
 * @param onProgress told what is being waited for
 * @throws Error where tools are missing, a port or the data folder is in use, or the server does not start
 */
export async function startNeo4j(
  options: ServerOptions,
  onProgress: (line: string) => void = () => undefined,
): Promise<RunningNeo4j> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(options, onProgress);
    } catch (error) {
      // A free port is only found, not kept: another process may open it while Java starts.
      const isTaken = /address already in use|BindException/i.test((error as Error).message);
      if (!isTaken || attempt >= tries || options.bolt !== 0 || options.http !== 0) throw error;
    }
  }
}

async function startOnce(options: ServerOptions, onProgress: (line: string) => void): Promise<RunningNeo4j> {
  const { line = "5.26" } = options;
  const way = findWay(options.by, line);
  const bolt = await claimPort(options.bolt, "--bolt");
  const http = await claimPort(options.http, "--http");
  const data = resolve(options.data);
  mkdirSync(data, { recursive: true });
  const plan: ServerPlan = { bolt, http, data, heap: options.heap, line, onProgress };
  const server = await (way === "docker" ? startByDocker(plan) : startByJava(plan));
  const uri = `bolt://127.0.0.1:${bolt}`;
  onProgress("Waiting until Neo4j answers");
  try {
    await answers(uri, server);
  } catch (error) {
    await server.kill();
    throw error;
  }
  // So that nobody has to type the address, which Neo4j Browser would guess wrong with other ports.
  const browser = `http://127.0.0.1:${http}/browser/?${new URLSearchParams({ connectURL: uri })}`;
  return { ...server, way, uri, browser, data };
}
