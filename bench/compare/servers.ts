// Starts the servers that are compared, each a process of its own, and tells what processor time and memory they use.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Server {
  readonly name: string;
  readonly url: string;
  /** Milliseconds from its start until it answered. */
  readonly startedIn: number;
  /** Processor time used so far in milliseconds; undefined where the system does not tell (only Linux does). */
  cpu(): number | undefined;
  /** Resident memory in megabytes, likewise. */
  memory(): number | undefined;
  stop(): Promise<void>;
}

function processFacts(pid: number | undefined): { cpu?: number; memory?: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    // After the name: utime and stime in hundredths of a second, resident pages of 4 KB.
    return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, memory: (Number(fields[21]) * 4) / 1_024 };
  } catch {
    return {};
  }
}

function addressOf(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const seen = (piece: Buffer): void => {
      output += String(piece);
      const url = /http:\/\/\S+\/graphql/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on("data", seen);
    child.stderr?.on("data", seen);
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}:\n${output}`)));
  });
}

/**
 * Starts a server and waits until it prints its address.
 * @param cwd where it is started: this project, unless another checkout of it is given
 */
export async function startServerProcess(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd: string = root,
): Promise<Server> {
  const started = performance.now();
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
  const url = await addressOf(child, name);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    name,
    url,
    startedIn: Math.round(performance.now() - started),
    cpu: () => processFacts(child.pid).cpu,
    memory: () => processFacts(child.pid).memory,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export interface Places {
  readonly neo4j: string;
  /** The folder that both engines have loaded. */
  readonly folder: string;
  readonly embedded: string;
}

/** The four that are compared: ours on both engines, the peer, and the limit. */
export async function startAll(places: Places): Promise<Server[]> {
  // Each answer is made: what is compared is the work, and others keep none.
  const own = {
    PORT: "0",
    SEED_DIR: places.folder,
    LOG_LEVEL: "error",
    HOST: "127.0.0.1",
    KEEP_ANSWERS: "off",
  };
  const ours = ["bin/industry-graph.js", "start"];
  const neo4j = { NEO4J_URI: places.neo4j };
  return [
    await startServerProcess("ours on Neo4j", ours, { ...own, ...neo4j }),
    await startServerProcess("@neo4j/graphql", ["bench/peer/server.mjs"], neo4j),
    await startServerProcess("limit", ["--import", "tsx", "bench/compare/limit-server.ts"], neo4j),
    await startServerProcess("ours embedded", ours, { ...own, NEO4J_URI: "", DATA_DIR: places.embedded }),
  ];
}
