// Looks up what texts stand for that are not remembered: names in one read, codes each by its own.
import { ambiguousName } from "../names/name-errors.ts";
import { type AskedName, type ResolvedName, resolveNames, type Suggest } from "../names/resolve.ts";
import { kindOf, kindOfId } from "../ontology/model.ts";
import type { Reference } from "../plan/references.ts";
import type { Version } from "../run/run.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { keptCode } from "./codes.ts";
import type { Memory } from "./remembered.ts";

/** What a text was found to stand for: an id; or why it stands for none. */
export type Found = string | { readonly error: unknown } | { readonly unknown: AskedName };

/** What is to be looked up, by the key under which it is remembered. */
export type Open = Map<
  string,
  { readonly names: AskedName[]; readonly reference: Reference; readonly text: string }
>;

/** What one text may be asked as: ids without a prefix are tried as ids before they are names. */
export function namesOf(text: string, { kinds, bare }: Reference): AskedName[] {
  const [kind] = kinds;
  const asName = { text, kinds };
  return bare && kind !== undefined && kindOfId(text) === undefined
    ? [{ text: `${kindOf(kind).prefix}:${text}`, kinds }, asName]
    : [asName];
}

/** The id that a text stands for; undefined where it stands for nothing. @throws where it stands for several */
function chosen(answers: readonly ResolvedName[]): string | undefined {
  const one = answers.find(({ is }) => is === "one") ?? answers.find(({ is }) => is === "several");
  if (one?.is === "one") return one.id;
  if (one?.is === "several") throw ambiguousName(one.candidates);
  return undefined;
}

/**
 * Creates what looks up what is not remembered, and puts into `resolved` what each stands for; gives how much was asked.
 * @param suggest tells what is near a code that nothing has
 * @param recent tells which data answer, or did a second ago
 */
export function createLookUp(
  store: Pick<GraphStore, "read">,
  suggest: Suggest,
  recent: Version,
  remember: Memory["remember"],
) {
  return async (open: Open, resolved: Map<string, Found>, read: ReadOptions): Promise<number> => {
    if (open.size === 0) return 0;
    const asked = [...open.values()].flatMap(({ names }) => names);
    // Before names are: had the data changed in between, what is found would be taken for that of a former version.
    const current = await recent(read);
    await Promise.all(
      [...open].map(async ([key, { reference, text }]) => {
        const { code } = reference;
        if (code === undefined) return;
        try {
          const kept = await keptCode(store, text, code, read, suggest);
          remember(key, kept, current);
          resolved.set(key, kept);
        } catch (error) {
          resolved.set(key, { error });
        }
      }),
    );
    const answers = asked.length === 0 ? [] : await resolveNames(store, asked, read);
    let at = 0;
    for (const [key, { names, reference }] of open) {
      if (reference.code !== undefined) continue;
      const own = answers.slice(at, at + names.length);
      at += names.length;
      try {
        const id = chosen(own);
        if (id !== undefined) remember(key, id, current);
        resolved.set(key, id ?? { unknown: names.at(-1) ?? { text: "", kinds: [] } });
      } catch (error) {
        resolved.set(key, { error });
      }
    }
    return asked.length;
  };
}
