// A Neo4j server in a container: the official image, its data in a folder of this machine.
import { spawn, spawnSync } from "node:child_process";
import { type Line, partsOf } from "./lines.ts";
import type { ServerPlan, ServerProcess } from "./server.ts";

/** The arguments of `docker run` for a plan. */
export function dockerArguments({ bolt, http, data, heap, line }: ServerPlan, name: string): string[] {
  const settings = {
    NEO4J_AUTH: "none",
    NEO4J_server_memory_heap_max__size: heap,
    NEO4J_server_memory_pagecache_size: "512m",
    NEO4J_dbms_usage__report_enabled: "false",
    NEO4J_client_allow__telemetry: "false",
    // Neo4j Browser connects to the advertised address, from outside the container.
    NEO4J_server_bolt_advertised__address: `127.0.0.1:${bolt}`,
    NEO4J_server_http_advertised__address: `127.0.0.1:${http}`,
  };
  const user = process.getuid === undefined ? [] : ["--user", `${process.getuid()}:${process.getgid?.()}`];
  return [
    ...["run", "--rm", "--name", name],
    ...user,
    ...["-p", `127.0.0.1:${bolt}:7687`, "-p", `127.0.0.1:${http}:7474`, "-v", `${data}:/data`],
    ...Object.entries(settings).flatMap(([key, value]) => ["-e", `${key}=${value}`]),
    partsOf[line].image,
  ];
}

/** Downloads the image where the engine has it not yet. */
export function pullImage(onProgress: (line: string) => void, line: Line = "5.26"): Promise<void> {
  const { image } = partsOf[line];
  const known = spawnSync("docker", ["image", "inspect", image], { stdio: "ignore" });
  if (known.status === 0) return Promise.resolve();
  onProgress(`Downloading the image ${image}`);
  const docker = spawn("docker", ["pull", image], { stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => {
    docker.once("error", reject);
    docker.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`docker pull ${image} failed (exit code ${code}).`)),
    );
  });
}

/** Starts the container; it is removed when it stops, its data folder stays. */
export async function startByDocker(plan: ServerPlan): Promise<ServerProcess> {
  await pullImage(plan.onProgress, plan.line);
  const name = `industry-graph-neo4j-${plan.bolt}`;
  plan.onProgress(`Starting Neo4j by Docker as ${name}`);
  const docker = spawn("docker", dockerArguments(plan, name), {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-6_000);
  };
  docker.stdout.on("data", keep);
  docker.stderr.on("data", keep);
  const ended = new Promise<string>((resolve) => {
    docker.once("error", (error) => resolve(error.message));
    docker.once("close", () => resolve(output));
  });
  const tell = async (command: "stop" | "kill"): Promise<void> => {
    if (docker.exitCode === null) spawn("docker", [command, name], { stdio: "ignore" });
    await ended;
  };
  return { ended, stop: () => tell("stop"), kill: () => tell("kill") };
}
