// Takes changed folders up into the store of a running server. A folder that has a problem, or that would take away
// much of what is there, changes nothing: the data before go on answering, and the log says why.
import { IndustryGraphError } from "../errors.ts";
import type { GraphStore } from "../store/port.ts";
import type { LoadOptions } from "./load.ts";
import { ensureSeed, type SeedOutcome } from "./start.ts";
import { takesMuch } from "./takes-much.ts";

export type ReloadOptions = Required<Pick<LoadOptions, "exclusively" | "signal" | "onProgress">>;

/**
 * Loads the folders of a setting where they have changed.
 * @param work where several layers are composed
 * @throws IndustryGraphError BAD_SEED with the problems of the folder; nothing was written then
 */
export function reload(
  store: GraphStore,
  setting: string,
  work: string,
  { exclusively, signal, onProgress }: ReloadOptions,
): Promise<SeedOutcome> {
  return ensureSeed(store, setting, work, {
    exclusively,
    beside: true,
    signal,
    onProgress,
    confirm: (plan) => {
      if (!takesMuch(plan)) return;
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        "More than a tenth of what is there would go: nothing was written. If that is meant, start again with --yes, or load the folders while no server has them open.",
      );
    },
  });
}
