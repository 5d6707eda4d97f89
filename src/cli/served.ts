// Commands that look at the data go on while a server has the data folder open: they ask that one.
import { isIndustryGraphError } from "../errors.ts";

/** The address of the server that has the data folder open, where an error tells it. */
export function servedAt(error: unknown): string | undefined {
  if (!isIndustryGraphError(error, "STORE_LOCKED")) return undefined;
  return typeof error.details.url === "string" ? error.details.url : undefined;
}

/**
 * Runs what opens the store of the settings; where a server has it open, what asks that server in its place.
 * @throws the error of either
 */
export async function orOfServer<T>(
  ofStore: (opened: () => void) => Promise<T>,
  ofServer: (url: string) => Promise<T>,
): Promise<T> {
  let isOpen = false;
  const opened = (): void => {
    isOpen = true;
  };
  try {
    return await ofStore(opened);
  } catch (error) {
    const url = isOpen ? undefined : servedAt(error);
    if (url === undefined) throw error;
    return ofServer(url);
  }
}
