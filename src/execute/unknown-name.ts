// What is told of a name that stands for nothing.
import { type AskedName, idOf, type Suggest } from "../names/resolve.ts";
import type { ReadOptions } from "../store/port.ts";

/** The error for a name that stands for nothing, with what is near it; that of looking for it, where that fails. */
export async function unknownName(asked: AskedName, suggest: Suggest, read: ReadOptions): Promise<unknown> {
  try {
    return idOf({ is: "none", near: await suggest(asked, read) }, asked);
  } catch (error) {
    return error;
  }
}
