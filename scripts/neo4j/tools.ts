// What this machine has to run a Neo4j server with: a Docker engine, or JDK 17+ and Maven.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export type Way = "docker" | "java";

/** The java of JAVA_HOME, else the one on the path. */
export function javaCommand(): string {
  const home = process.env.JAVA_HOME;
  return home ? join(home, "bin", "java") : "java";
}

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

function missingForJava(): string | undefined {
  const version = /version "(\d+)/.exec(answer(javaCommand(), ["-version"]) ?? "")?.[1];
  if (version === undefined) return "there is no Java (java -version)";
  if (Number(version) < 17) return `Java is ${version}, and 17 or later is needed`;
  if (!/jdk\.compiler/.test(answer(javaCommand(), ["--list-modules"]) ?? ""))
    return "Java is a runtime only, and a JDK is needed";
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
export function findWay(by: "auto" | Way): Way {
  const docker = by === "java" ? "it was not asked for" : missingForDocker();
  if (docker === undefined) return "docker";
  const java = by === "docker" ? "it was not asked for" : missingForJava();
  if (java === undefined) return "java";
  throw new Error(`Neo4j cannot be run here. By Docker: ${docker}. By Java: ${java}.\n${install}`);
}
