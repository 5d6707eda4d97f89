// A Neo4j server in a Java process of its own, with the jars that Maven fetched.
import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { classPath } from "./class-path.ts";
import type { ServerPlan, ServerProcess } from "./server.ts";
import { javaCommand } from "./tools.ts";

const source = fileURLToPath(new URL("Neo4jServer.java", import.meta.url));

/** What Neo4j's own start script gives the virtual machine. */
const javaFlags = [
  "-XX:+UseG1GC",
  "-XX:+ExitOnOutOfMemoryError",
  "-Dio.netty.tryReflectionSetAccessible=true",
  ...["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  ),
];

/** A settings file in the data folder: made once, and then the user's to change. */
function settingsFile(data: string): string {
  const file = join(data, "neo4j.conf");
  if (!existsSync(file)) {
    const lines = [
      "server.memory.pagecache.size=512m",
      "dbms.usage_report.enabled=false",
      // Neo4j Browser tells its maker of what is done with it unless it is told not to.
      "client.allow_telemetry=false",
      // Else an empty database takes half a gigabyte.
      "db.tx_log.preallocate=false",
    ];
    writeFileSync(file, `# Settings of this Neo4j; yours to change.\n${lines.join("\n")}\n`);
  }
  return file;
}

function explained(output: string, data: string): string {
  if (/FileLockException|has been locked by another process|StoreLockException/.test(output))
    return `The data folder ${data} is in use by another Neo4j: stop that one, or give another by --data.`;
  // The reasons first: a trace is longer than what a reader, or a log, is shown of it.
  const causes = [...new Set(output.match(/^Caused by: .*$/gm) ?? [])];
  return [...causes, output].join("\n");
}

/** Starts the server; it stops with this process at the latest. */
export async function startByJava({
  bolt,
  http,
  data,
  heap,
  line,
  onProgress,
}: ServerPlan): Promise<ServerProcess> {
  const jars = await classPath(onProgress, line);
  onProgress("Starting Neo4j by Java");
  const args = [
    `-Xmx${heap}`,
    ...javaFlags,
    "-cp",
    jars,
    source,
    data,
    `${bolt}`,
    `${http}`,
    settingsFile(data),
  ];
  // A process group of its own: Ctrl-C reaches this process, which then stops the server in order.
  const java = spawn(javaCommand(line), args, { stdio: ["pipe", "pipe", "pipe"], detached: true });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-6_000);
  };
  java.stdout.on("data", keep);
  java.stderr.on("data", keep);
  java.stdin.on("error", () => undefined);
  const ended = new Promise<string>((resolve) => {
    java.once("error", (error) => resolve(error.message));
    java.once("close", () => resolve(explained(output, data)));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (java.exitCode === null && java.signalCode === null) java.kill(signal);
    await ended;
  };
  return { ended, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}
