// A load beside servers that answer from the same store.
import type { GraphStore } from "../store/port.ts";
import type { Dataset } from "./dataset.ts";
import { freshFor } from "./versions.ts";

/** Milliseconds after which every server that answers from a store knows that it is being written. */
const noticedWithin = 2 * freshFor;

/** Gives servers that answer from the store the time to see that its data are about to be others. */
export async function letOthersNotice(
  store: GraphStore,
  before: Dataset | undefined,
  record: Dataset,
): Promise<void> {
  if (!store.shared || before?.state !== "READY" || before.hash === record.hash) return;
  await new Promise((resolve) => setTimeout(resolve, noticedWithin));
}
