// The other lines of Node that we promise to run on, and what needs one: .ci/run fetches them from npm's registry.
// Suites that need them say so in one line and are skipped, except under REQUIRE_NODES=1.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Lines of Node beside the one that runs the suites, which is the oldest that we take. */
export const nodeLines = [22, 24] as const;

const cache = fileURLToPath(new URL("../../.cache/", import.meta.url));
const programOf = (line: number): string => `${cache}nodes/${line}/node_modules/node/bin/node`;
const checks = `${cache}nodes/mcp/node_modules/@modelcontextprotocol/conformance/dist/index.js`;

/** Whether all of it is there. */
export const hasNodes = [...nodeLines.map(programOf), checks].every((file) => existsSync(file));

if (!hasNodes) {
  const message = "NO OTHER NODE: suites of Node 22 and 24 are SKIPPED. `bash .ci/nodes` fetches them.";
  if (process.env.REQUIRE_NODES === "1") throw new Error(message);
  console.warn(`\n!!! ${message}\n`);
}

/** The program of a line of Node. */
export function nodeOf(line: (typeof nodeLines)[number]): string {
  return programOf(line);
}

/** Runs the protocol's own checks of a server of tools for agents; gives what they print. */
export function runProtocolChecks(args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    // It ends with 1 where a check fails, and which may is for the test to say.
    execFile(nodeOf(22), [checks, "server", ...args], { maxBuffer: 2 ** 26 }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}
