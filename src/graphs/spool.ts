// Texts that are written later than others: they wait in memory, and in a file of the temporary folder once they are
// many, so that memory is flat however large the graph is.
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IndustryGraphError } from "../errors.ts";

/** Characters that wait in memory. */
const most = 8_000_000;

export interface Spool {
  /** Takes a text; a promise where it has to be waited for. */
  readonly add: (text: string) => Promise<void> | undefined;
  /** All texts in their order. */
  readonly read: () => AsyncGenerator<string>;
  /** Leaves nothing behind. */
  readonly close: () => Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly handle: FileHandle;
}

async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "industry-graph-"));
  return { folder, handle: await open(join(folder, "spool"), "w+") };
}

/** @throws IndustryGraphError BAD_SETTING where the temporary folder does not take it */
async function inTemporary<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new IndustryGraphError(
      "BAD_SETTING",
      `The temporary folder ${tmpdir()} cannot hold what is written last (${code}): let TMPDIR name one with room, or take graphml, ttl, jsonld, ftm, csv or parquet, which need none.`,
      {},
      { cause: error },
    );
  }
}

/**
 * Begins a spool.
 * @param held characters that wait in memory at the most
 */
export function newSpool(held = most): Spool {
  let [waiting, size] = [[] as string[], 0];
  let place: Place | undefined;
  async function putAway(): Promise<void> {
    const piece = waiting.join("");
    [waiting, size] = [[], 0];
    place ??= await inTemporary(openPlace());
    await inTemporary(place.handle.appendFile(piece));
  }
  return {
    add(text) {
      waiting.push(text);
      size += text.length;
      return size <= held ? undefined : putAway();
    },
    async *read() {
      if (place !== undefined)
        yield* place.handle.createReadStream({ start: 0, encoding: "utf8", autoClose: false });
      if (size > 0) yield waiting.join("");
    },
    async close() {
      if (place === undefined) return;
      await place.handle.close();
      await rm(place.folder, { recursive: true, force: true });
    },
  };
}
