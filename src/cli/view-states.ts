// How the views that a server answers from beside the whole are: each is a copy of its layers in a store of its own, and
// answers nobody until that is there in full.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../config.ts";
import { type View, viewsOf } from "../http/views.ts";
import { layersOf } from "../load/layers.ts";
import { readiness } from "../load/readiness.ts";
import { lockHolder } from "../store/lock.ts";
import { openStore } from "../store/open.ts";

export interface ViewState {
  readonly name: string;
  readonly layers: readonly string[];
  /** Where its store is. */
  readonly address: string;
  /** What keeps it from answering; null where nothing does. */
  readonly problem: string | null;
  /** What is in it, where it is known. */
  readonly nodes: number | null;
  readonly relations: number | null;
}

async function stateOf({ name, settings }: View): Promise<ViewState> {
  const isEmbedded = settings.NEO4J_URI === "";
  const about = { name, layers: layersOf(settings.SEED_DIR), nodes: null, relations: null };
  const ill = (address: string, problem: string): ViewState => ({ ...about, address, problem });
  const folder = settings.DATA_DIR;
  // To look must make none.
  if (isEmbedded && !existsSync(folder))
    return ill(folder, "It is not there yet: `industry-graph start` makes it.");
  const holder = isEmbedded ? lockHolder(join(folder, "lock.json")) : undefined;
  if (holder !== undefined) return ill(folder, `Process ${holder} has it open: ask that one at /ready.`);
  const where = isEmbedded ? folder : `${settings.NEO4J_URI} ${settings.NEO4J_DATABASE}`.trim();
  try {
    const store = await openStore(settings);
    try {
      const { ready, reason = "", nodes = null, relations = null } = await readiness(store);
      const { address } = store;
      return { ...about, address, problem: ready ? null : reason, nodes, relations };
    } finally {
      await store.close();
    }
  } catch (error) {
    return ill(where, (error as Error).message);
  }
}

/** How the views of the settings are, without that of all layers; none where LAYER_ROLES hides nothing. */
export async function viewStates(settings: Settings): Promise<ViewState[]> {
  const [, ...parts] = viewsOf(settings).all;
  const found: ViewState[] = [];
  // One after another: each that is embedded takes memory while it is open.
  for (const view of parts) found.push(await stateOf(view));
  return found;
}
