// `status`: which engine, which data, whether it is ready.
import type { Command } from "commander";
import { readSettings, type Settings } from "../config.ts";
import { readDataset } from "../load/dataset.ts";
import { readiness } from "../load/readiness.ts";
import { watchesPath } from "../watch/folder.ts";
import { orOfServer } from "./served.ts";
import { viewStates } from "./view-states.ts";
import { watchTroubles } from "./watch-troubles.ts";
import { withStore } from "./with-store.ts";

/** Prints what is so of the data, the views and the watches. */
async function tell(
  status: { readonly ready: boolean } & Readonly<Record<string, unknown>>,
  settings: Settings,
  options: { readonly json?: boolean },
): Promise<void> {
  const watches = watchTroubles(watchesPath(settings));
  const lines = Object.entries(status).map(([name, value]) => `${name.padEnd(10)} ${String(value ?? "")}`);
  const views = await viewStates(settings);
  for (const { name, address, problem, nodes, relations } of views)
    lines.push(
      `${"view".padEnd(10)} ${name} at ${address}: ${problem ?? `ready, ${nodes} entities, ${relations} relations`}`,
    );
  lines.push(`${"watches".padEnd(10)} ${watches.length}`);
  for (const { name, problem } of watches)
    if (problem !== null) lines.push(`${"watch".padEnd(10)} ${name}: ${problem}`);
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ ...status, views, watches }, null, 2)}\n`
      : `${lines.join("\n")}\n`,
  );
  if (!status.ready) process.exitCode = 1;
}

export function statusCommand(program: Command): void {
  program
    .command("status")
    .description("tell which engine and which data the settings lead to, and how views and watches are")
    .option("--json", "print JSON")
    .action((options: { json?: boolean }) =>
      orOfServer(
        (opened) =>
          withStore(async (store, settings) => {
            opened();
            const [state, dataset] = [await readiness(store), await readDataset(store)];
            const { folder = null, loadedAt = null } = dataset ?? {};
            await tell({ ...state, address: store.address, folder, loadedAt }, settings, options);
          }),
        async (url) => {
          const response = await fetch(new URL("/ready", url));
          const state = (await response.json()) as { readonly ready: boolean };
          await tell({ ...state, address: url }, readSettings(process.env), options);
        },
      ),
    );
}
