// One temporary folder for a whole run: whatever tests put into the system's goes there, and goes with it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Vitest's global set-up: the processes of the suites take the folder from the environment. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-tests-"));
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
