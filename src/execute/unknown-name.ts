// What is told of a name that stands for nothing of the kinds that it may be of.

import { idOf } from "../names/name-errors.ts";
import type { NamedEntity } from "../names/named.ts";
import { type AskedName, resolveNames, type Suggest } from "../names/resolve.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { toldOfCode } from "./code-held.ts";

/** What else a name stands for, where it is that of another kind than is taken: a park where a region is asked for. */
async function called(
  store: Pick<GraphStore, "read">,
  { text, kinds }: AskedName,
  read: ReadOptions,
): Promise<readonly NamedEntity[]> {
  if (kinds.length === 0) return [];
  const [resolved] = await resolveNames(store, [{ text, kinds: [] }], read);
  if (resolved?.is === "one") return [resolved];
  return resolved?.is === "several" ? resolved.candidates : [];
}

/**
 * The error for a name that stands for nothing, with what is near it, and what it stands for among other kinds; that of
 * looking for it, where that fails.
 * @param written the name as it was given, where what is near is looked for by other words
 */
export async function unknownName(
  store: Pick<GraphStore, "read">,
  asked: AskedName,
  suggest: Suggest,
  read: ReadOptions,
  written: AskedName = asked,
): Promise<unknown> {
  try {
    const [near, others, held] = await Promise.all([
      suggest(asked, read),
      called(store, written, read),
      toldOfCode(store, written.text, read),
    ]);
    return idOf({ is: "none", near, others, held }, written);
  } catch (error) {
    return error;
  }
}
