// The jars of the Neo4j server: fetched by Maven once, kept in .cache/ of the project, and used again.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Line, partsOf } from "./lines.ts";

const pom = fileURLToPath(new URL("pom.xml", import.meta.url));
const cache = fileURLToPath(new URL("../../.cache/neo4j", import.meta.url));

/** About how many jars the server has, to show how far a download is. */
const about = 240;

function copyJars(folder: string, line: Line, onProgress: (line: string) => void): Promise<void> {
  const args = [
    "-B",
    "-f",
    pom,
    "dependency:copy-dependencies",
    `-DoutputDirectory=${folder}`,
    `-Dneo4j.version=${partsOf[line].version}`,
  ];
  // Whatever -D or settings Maven is used with here stay: mirrors and proxies are the user's.
  const maven = spawn("mvn", args, {
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  let [downloaded, copied] = [0, 0];
  const read = (chunk: Buffer): void => {
    const text = chunk.toString();
    output = (output + text).slice(-4_000);
    downloaded += text.match(/Downloaded from \S+ \S+\.jar/g)?.length ?? 0;
    copied += text.match(/Copying \S+\.jar/g)?.length ?? 0;
    const done = copied > 0 ? `${copied} jars copied` : `${downloaded} jars downloaded`;
    onProgress(`Neo4j's server by Maven: ${done} of about ${about}`);
  };
  maven.stdout.on("data", read);
  maven.stderr.on("data", read);
  return new Promise((resolve, reject) => {
    maven.once("error", reject);
    maven.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Maven could not fetch Neo4j's server (exit code ${code}):\n${output}`));
    });
  });
}

/**
 * The class path of the server. The first time it is downloaded, about 150 MB.
 * @param onProgress told how far the download is, often
 */
export async function classPath(onProgress: (line: string) => void, line: Line = "5.26"): Promise<string> {
  const made = createHash("sha256").update(readFileSync(pom)).update(partsOf[line].version);
  const version = made.digest("hex").slice(0, 12);
  const folder = join(cache, version);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    // Under another name until complete: a download cut off, or two at once, leave nothing half made.
    const making = mkdtempSync(join(cache, "making-"));
    try {
      await copyJars(making, line, onProgress);
      if (!existsSync(folder)) renameSync(making, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  return join(folder, "*");
}
