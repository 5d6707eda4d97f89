// Reads for a command what is of one version: nothing is told from data that are being loaded.
import { IndustryGraphError } from "../errors.ts";
import { readDataset } from "../load/dataset.ts";
import type { GraphStore } from "../store/port.ts";

async function loadOf(store: GraphStore): Promise<string> {
  const dataset = await readDataset(store);
  if (dataset === undefined)
    throw new IndustryGraphError(
      "NOT_READY",
      "No data has been loaded into this store: load a folder with industry-graph load FOLDER.",
    );
  if (dataset.state !== "READY")
    throw new IndustryGraphError(
      "NOT_READY",
      `The data of ${dataset.folder} are being loaded, or a load of them was cut off, so that what is there is of two versions. Ask again when it is over (industry-graph status tells); finish one that was cut off with industry-graph load ${dataset.folder}.`,
    );
  return `${dataset.version} ${dataset.loadedAt}`;
}

/**
 * What `read` gives, of one dataset as a whole.
 * @throws IndustryGraphError NOT_READY where no data are there in full, or others came while it was read
 */
export async function fromWhole<T>(store: GraphStore, read: () => Promise<T>): Promise<T> {
  const before = await loadOf(store);
  const found = await read();
  if ((await loadOf(store)) === before) return found;
  throw new IndustryGraphError(
    "NOT_READY",
    "The data were exchanged for others while they were read: ask again.",
  );
}
