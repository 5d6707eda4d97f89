// What this machine has to run a Neo4j server with: a Docker engine, or a JDK (17+, for the line 2025 21+) and Maven.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Line, partsOf } from "./lines.ts";

export type Way = "docker" | "java";

function answer(command: string, args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    timeout: 20_000,
    shell: process.platform === "win32",
  });
  return status === 0 ? `${stdout}${stderr}` : undefined;
}

function missingForDocker(): string | undefined {
  const version = answer("docker", ["info", "--format", "{{.ServerVersion}}"]);
  return version === undefined ? "no Docker engine answers (docker info)" : undefined;
}

interface Java {
  readonly command: string;
  readonly version: number;
  readonly isJdk: boolean;
}

function javaOf(command: string): Java | undefined {
  const version = /version "(\d+)/.exec(answer(command, ["-version"]) ?? "")?.[1];
  if (version === undefined) return undefined;
  const isJdk = /jdk\.compiler/.test(answer(command, ["--list-modules"]) ?? "");
  return { command, version: Number(version), isJdk };
}

/** Where Linux keeps each Java that is installed. */
const kept = "/usr/lib/jvm";

/** The java of JAVA_HOME, else the one on the path; where that will not do, another that is installed and does. */
function foundJava(least: number): Java | undefined {
  const home = process.env.JAVA_HOME;
  const does = (java: Java | undefined): boolean => java !== undefined && java.version >= least && java.isJdk;
  const first = javaOf(home ? join(home, "bin", "java") : "java");
  if (first === undefined || does(first) || !existsSync(kept)) return first;
  for (const folder of readdirSync(kept).sort()) {
    const command = join(kept, folder, "bin", "java");
    const java = existsSync(command) ? javaOf(command) : undefined;
    if (does(java)) return java;
  }
  return first;
}

/** The java to run a line of Neo4j with. */
export function javaCommand(line: Line = "5.26"): string {
  return foundJava(partsOf[line].java)?.command ?? "java";
}

function missingForJava(line: Line): string | undefined {
  const least = partsOf[line].java;
  const java = foundJava(least);
  if (java === undefined) return "there is no Java (java -version)";
  if (java.version < least) return `Java is ${java.version}, and ${least} or later is needed`;
  if (!java.isJdk) return "Java is a runtime only, and a JDK is needed";
  if (answer("mvn", ["-v"]) === undefined) return "there is no Maven (mvn -v)";
  return undefined;
}

const install = `Install one of the two:
  Docker                   https://docs.docker.com/get-docker/
  JDK 17 or 21 and Maven   Debian, Ubuntu: apt-get install openjdk-17-jdk-headless maven
                           Fedora: dnf install java-21-openjdk-devel maven
                           macOS: brew install openjdk@21 maven`;

/**
 * How a Neo4j server can be run here.
 * @throws Error that names what is missing and how to install it
 */
export function findWay(by: "auto" | Way, line: Line = "5.26"): Way {
  const docker = by === "java" ? "it was not asked for" : missingForDocker();
  if (docker === undefined) return "docker";
  const java = by === "docker" ? "it was not asked for" : missingForJava(line);
  if (java === undefined) return "java";
  throw new Error(`Neo4j cannot be run here. By Docker: ${docker}. By Java: ${java}.\n${install}`);
}
