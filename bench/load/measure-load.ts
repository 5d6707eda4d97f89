// Measures loading beside a raw loop of the same statements, in turns, each into an empty store.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { openNeo4j } from "../../src/store/neo4j.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface LoadTurn {
  readonly seconds: number;
  /** Processor seconds of the process, where the system tells (Linux). */
  readonly cpu: number | undefined;
  /** Largest resident memory in megabytes, likewise. */
  readonly memory: number | undefined;
}

export interface LoadResult {
  readonly engine: "embedded" | "Neo4j";
  readonly rows: number;
  readonly load: LoadTurn[];
  readonly raw: LoadTurn[];
}

function facts(pid: number | undefined): { cpu?: number; memory?: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, memory: Number(peak) / 1_024 };
  } catch {
    return {};
  }
}

/** Runs a process to its end. */
export function timed(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<LoadTurn> {
  const started = performance.now();
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let [output, errors] = ["", ""];
  let last: { cpu?: number; memory?: number } = {};
  child.stdout.on("data", (piece: Buffer) => {
    output += piece.toString();
  });
  child.stderr.on("data", (piece: Buffer) => {
    errors = (errors + piece.toString()).slice(-2_000);
  });
  const watch = setInterval(() => {
    const now = facts(child.pid);
    if (now.memory) last = now;
  }, 100);
  return new Promise((resolve, reject) => {
    child.once("close", (code) => {
      clearInterval(watch);
      if (code !== 0) return reject(new Error(`${args.join(" ")} ended with ${code}:\n${output}${errors}`));
      const seconds = (performance.now() - started) / 1_000;
      resolve({ seconds, cpu: last.cpu, memory: last.memory });
    });
  });
}

interface Raw {
  /** Sends all writes of the load raw; only the seconds are known of it. */
  run(engine: LoadResult["engine"], place: string): Promise<LoadTurn>;
  stop(): void;
}

/** Starts the process that holds the writes of a load; they are made ready once for all turns. */
async function startRaw(folder: string): Promise<Raw> {
  const args = ["--max-old-space-size=12000", "--import", "tsx", "bench/load/raw.ts", folder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("the raw loop has ended: what it says stands above");
    return String(value);
  };
  await next();
  return {
    async run(engine, place) {
      child.stdin.write(`${engine} ${place}\n`);
      return { seconds: Number(await next()) / 1_000, cpu: undefined, memory: undefined };
    },
    stop: () => void child.kill(),
  };
}

/** Deletes all nodes and relations of a Neo4j that belongs to the benchmark. */
export async function empty(uri: string): Promise<void> {
  const store = openNeo4j({ uri });
  for (;;) {
    const gone = await store.write("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n");
    if (gone.nodesDeleted === 0) break;
  }
  await store.close();
}

/**
 * Loads a folder into the embedded engine and then into Neo4j, each in turns with its raw loop, so that neither engine
 * stands by while the other is measured. The last turn of each engine is that of a load, and what it has loaded stays:
 * in Neo4j, and in the folder `embedded`.
 * @param emptied gives the address of a Neo4j without data
 */
export async function measureLoads(
  folder: string,
  rows: number,
  emptied: () => Promise<string>,
  embedded: string,
  turns: number,
  onStep: (line: string) => void,
): Promise<LoadResult[]> {
  const results: LoadResult[] = [
    { engine: "embedded", rows, load: [], raw: [] },
    { engine: "Neo4j", rows, load: [], raw: [] },
  ];
  const cli = ["bin/industry-graph.js", "load", folder];
  const sender = await startRaw(folder);
  for (const result of results) {
    for (let turn = 0; turn < turns; turn++) {
      const last = turn === turns - 1;
      const order = last || turn % 2 === 1 ? (["raw", "load"] as const) : (["load", "raw"] as const);
      for (const which of order) {
        const stays = last && which === "load" && result.engine === "embedded";
        if (stays) rmSync(embedded, { recursive: true, force: true });
        const data = stays ? embedded : mkdtempSync(join(tmpdir(), "bench-load-"));
        const own = result.engine === "embedded";
        const uri = own ? "" : await emptied();
        const environment: Record<string, string> = own
          ? { NEO4J_URI: "", DATA_DIR: data }
          : { NEO4J_URI: uri };
        const taken =
          which === "load"
            ? await timed(cli, environment)
            : await sender.run(result.engine, own ? data : uri);
        if (!stays) rmSync(data, { recursive: true, force: true });
        result[which].push(taken);
        const memory = taken.memory === undefined ? "" : `, ${taken.memory.toFixed(0)} MB`;
        onStep(`${result.engine} ${which}: ${(rows / taken.seconds).toFixed(0)} rows/s${memory}`);
      }
    }
  }
  sender.stop();
  return results;
}
