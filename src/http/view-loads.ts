// Loads of several views: one after another, each into a store that holds nothing else.
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import type { Dataset } from "../load/dataset.ts";
import { foldersOf, layersOf } from "../load/layers.ts";

export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** Creates what lets works go on one after another, in the order in which they are asked for. */
export function createTurn(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** @throws IndustryGraphError BAD_SEED where the store of a view holds anything but its layers */
export function requireOnly(held: Dataset | undefined, setting: string, view: string, address: string): void {
  if (held === undefined || held.folder === foldersOf(layersOf(setting))) return;
  throw new IndustryGraphError(
    "BAD_SEED",
    `The store of the view ${view} (${address}) holds ${held.folder}, and may hold nothing but ${setting}: it is not answered from. Empty it, or name another in VIEW_STORES.`,
  );
}

/** What went wrong with a view's load, with its name: the layers below may be sound only together with those it lacks. */
export function ofView(view: string, setting: string, error: unknown): unknown {
  if (!isIndustryGraphError(error, "BAD_SEED")) return error;
  return new IndustryGraphError(
    "BAD_SEED",
    `The view ${view} (${setting}) cannot be loaded on its own: ${error.message}`,
    error.details,
    { cause: error },
  );
}
