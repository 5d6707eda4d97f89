// Whether a store holds just what a folder holds, so that a benchmark need not load it again. A process of its own
// looks: an embedded store of a million enterprises takes eight gigabytes, which it would keep while others are measured.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readSettings } from "../../src/config.ts";
import { readDataset } from "../../src/load/dataset.ts";
import { folderHash } from "../../src/load/start.ts";
import { openStore } from "../../src/store/open.ts";

const self = fileURLToPath(import.meta.url);

/**
 * @param environment the settings that lead to the store, such as NEO4J_URI or DATA_DIR
 * @throws Error where the store cannot be asked; why stands on standard error
 */
export function holdsFolder(environment: Readonly<Record<string, string>>, folder: string): boolean {
  const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", self, folder], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`what ${JSON.stringify(environment)} holds could not be read`);
  return stdout.trim() === "true";
}

async function look(folder: string): Promise<boolean> {
  const store = await openStore(readSettings(process.env));
  try {
    const held = await readDataset(store);
    return held?.state === "READY" && held.hash === folderHash(folder);
  } finally {
    await store.close();
  }
}

if (process.argv[1] === self) {
  const held = await look(process.argv[2] ?? "");
  process.stdout.write(`${held}\n`, () => process.exit());
}
