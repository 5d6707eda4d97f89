// Before all suites: the pages are built where their sources are newer than what was built.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Math.max(...files.map((file) => statSync(join(folder, file)).mtimeMs));
}

/** Builds both bundles unless they are fresh. */
export async function setup(): Promise<void> {
  const built = join(root, "dist-web/server/server.js");
  const sources = ["web/src", "web/public", "src/ontology"].map((folder) => newest(join(root, folder)));
  const settings = ["index.html", "vite.config.ts", "budget.ts"].map(
    (file) => statSync(join(root, "web", file)).mtimeMs,
  );
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources, ...settings)) return;
  const common = { configFile: join(root, "web/vite.config.ts"), logLevel: "warn" } as const;
  await build(common);
  await build({ ...common, build: { ssr: true } });
}
