// Python with the packages of examples/python and of this folder, where it is: .ci/run makes it, and PYTHON names
// another. Suites that need it say so in one line and are skipped, except under REQUIRE_PYTHON=1.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const own = fileURLToPath(new URL("../../.cache/python/bin/python", import.meta.url));

/** The program; undefined where there is none. */
export const python: string | undefined = process.env.PYTHON ?? (existsSync(own) ? own : undefined);

if (python === undefined) {
  const how =
    "python3 -m venv .cache/python && .cache/python/bin/pip install -r examples/python/requirements.txt -r tests/support/requirements.txt";
  if (process.env.REQUIRE_PYTHON === "1") throw new Error(`There is no Python for tests: ${how}`);
  console.warn(`Suites with Python are left out: ${how}`);
}

/** Runs Python in the project's folder and gives what it prints. @throws where it fails, with what it says */
export async function runPython(args: readonly string[]): Promise<string> {
  if (python === undefined) throw new Error("There is no Python for tests.");
  const { stdout } = await promisify(execFile)(python, args, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  return stdout;
}
