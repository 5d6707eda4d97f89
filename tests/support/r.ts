// R for the suite of its example: Debian's package, or RSCRIPT.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const places = [process.env.RSCRIPT, "/usr/bin/Rscript", "/usr/local/bin/Rscript"].filter(
  (place): place is string => place !== undefined && place !== "",
);

/** The program, or undefined; REQUIRE_R=1 makes its absence an error. */
export const rscript = places.find((place) => existsSync(place));

if (rscript === undefined) {
  const message =
    "NO R: the suite of its example is SKIPPED. `apt-get install --no-install-recommends r-base-core`, or RSCRIPT=file.";
  if (process.env.REQUIRE_R === "1") throw new Error(message);
  console.warn(`\n!!! ${message}\n`);
}

/** Runs a file of R and gives what it prints. @throws where it fails, with what it says */
export async function runR(args: readonly string[]): Promise<string> {
  if (rscript === undefined) throw new Error("There is no R for tests.");
  const { stdout } = await promisify(execFile)(rscript, args, {
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  return stdout;
}
