// A server of a test in a process of its own, for what it writes: its address on stdout, then nothing but its log.
import { readSettings } from "../../src/config.ts";
import { loadFolder } from "../../src/load/load.ts";
import { startServer } from "../../src/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { fixture } from "./fixture.ts";
import { writeFolder } from "./folder.ts";

/** Serves until stdin ends. */
export async function serve(): Promise<void> {
  const store = openEmbedded();
  const folder = writeFolder(fixture);
  await loadFolder(store, folder);
  const server = await startServer(readSettings({ PORT: "0", SEED_DIR: folder }), { store });
  await server.seeded;
  process.stdout.write(`${server.url}\n`);
  await new Promise((resolve) => process.stdin.resume().once("end", resolve));
  await server.close();
  await store.close();
}
