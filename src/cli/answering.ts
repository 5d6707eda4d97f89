// Where a command asks questions: of the server named, else of the store of the settings, else of the server that has
// the store's folder open.
import type { Ask } from "../catalogue/ask.ts";
import { orOfServer } from "./served.ts";
import { withStore } from "./with-store.ts";

/** What answers questions, and what tells the version of the data that answer. */
export interface Answering {
  readonly ask: Ask;
  readonly version: () => Promise<string | null>;
  /** The version of the data there now, and whether they are there as a whole. */
  readonly answering: () => Promise<{ readonly version: string | null; readonly whole: boolean }>;
}

export interface Where {
  /** The address of a running server. */
  readonly url?: string;
  readonly token?: string;
}

/** Gives what answers. @throws IndustryGraphError as opening the store does, and what is asked */
export async function answering<T>({ url, token }: Where, use: (found: Answering) => Promise<T>): Promise<T> {
  const ofServer = async (address: string): Promise<T> => {
    const { askServer } = await import("../catalogue/over-server.ts");
    return use(askServer(address, token));
  };
  if (url !== undefined) return ofServer(url);
  return orOfServer(
    (opened) =>
      withStore(async (store, settings) => {
        opened();
        const { askOver } = await import("../catalogue/over-store.ts");
        return use(askOver(store, settings));
      }),
    ofServer,
  );
}
