// Asks operations of a store directly: for commands, which have no server.
import { createService } from "../api/service.ts";
import type { Settings } from "../config.ts";
import { readDataset } from "../load/dataset.ts";
import type { GraphStore } from "../store/port.ts";
import type { Ask } from "./ask.ts";

/** What asks over a store, and what tells the version of its data. */
export function askOver(
  store: GraphStore,
  settings: Pick<Settings, "TIMEOUT_MS">,
): {
  readonly ask: Ask;
  readonly version: () => Promise<string | null>;
  readonly answering: () => Promise<{ readonly version: string | null; readonly whole: boolean }>;
} {
  const { schema, executor, versions } = createService(store);
  return {
    ask: ({ document }, variableValues) =>
      executor({ schema, document, variableValues, contextValue: { timeoutMs: settings.TIMEOUT_MS } }),
    version: async () => (await readDataset(store))?.version ?? null,
    // Of the same memo as the answers: what is kept for other data is not taken from then on.
    answering: versions.now,
  };
}
