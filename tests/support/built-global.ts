// The compiled code that commands run: written anew before the suites where a source is newer than it.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const changedAt = (file: string): number => statSync(join(root, file)).mtimeMs;

/** Vitest's global set-up. */
export default function setup(): void {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const inputs = ["package.json", "tsdown.config.mjs", "src", ...sources.map((file) => join("src", file))];
  const compiled = "dist/index.d.ts";
  if (existsSync(join(root, compiled)) && Math.max(...inputs.map(changedAt)) < changedAt(compiled)) return;
  execFileSync("npm", ["run", "build:server"], { cwd: root, stdio: "pipe" });
}
