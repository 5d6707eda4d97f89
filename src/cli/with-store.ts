// Opens the store of the settings for one command and closes it whatever happens.
import { readSettings, type Settings } from "../config.ts";
import { openStore } from "../store/open.ts";
import type { GraphStore } from "../store/port.ts";

export async function withStore<T>(use: (store: GraphStore, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const store = await openStore(settings);
  try {
    await store.ready();
    return await use(store, settings);
  } finally {
    await store.close();
  }
}
