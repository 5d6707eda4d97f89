// `status`: which engine, which data, whether it is ready.
import type { Command } from "commander";
import { readDataset } from "../load/dataset.ts";
import { readiness } from "../load/readiness.ts";
import { watchesPath } from "../watch/folder.ts";
import { viewStates } from "./view-states.ts";
import { watchTroubles } from "./watch-troubles.ts";
import { withStore } from "./with-store.ts";

export function statusCommand(program: Command): void {
  program
    .command("status")
    .description("tell which engine and which data the settings lead to, and how views and watches are")
    .option("--json", "print JSON")
    .action(async (options: { json?: boolean }) => {
      await withStore(async (store, settings) => {
        const [state, dataset] = [await readiness(store), await readDataset(store)];
        const status = {
          ...state,
          address: store.address,
          folder: dataset?.folder ?? null,
          loadedAt: dataset?.loadedAt ?? null,
        };
        const watches = watchTroubles(watchesPath(settings));
        const lines = Object.entries(status).map(
          ([name, value]) => `${name.padEnd(10)} ${String(value ?? "")}`,
        );
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
        if (!state.ready) process.exitCode = 1;
      });
    });
}
