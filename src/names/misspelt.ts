// Short names with one wrong character: 无钖市 for 无锡市. What search looks names up by takes a character out of three
// and more, and two that are read otherwise share nothing; so the names of a kind are read through. Only on the way to
// an error that tells what is near, and only of kinds that are not too many.

import { isKind, type Kind } from "../ontology/model.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { edits } from "../text/edits.ts";
import { nameKey } from "../text/normalise.ts";
import type { NamedEntity } from "./named.ts";
import type { AskedName } from "./resolve.ts";

/** How long a name may be to be compared so, and how many entities' names are read through at the most. */
const [shortest, longest] = [2, 8];
const mostRead = 3_000;

/** Whether all but one of the characters stand in a text: a cheap look before names are compared. */
function holdsMost(asked: string, text: string): boolean {
  const held = text.toLowerCase();
  let absent = 0;
  for (const sign of asked) if (!held.includes(sign) && ++absent > 1) return false;
  return true;
}

/** How far a name is from the one asked for: one change in the whole of it, or one wrong character in a part as long. */
function farness(asked: string, name: string): number | undefined {
  if (edits(asked, name, 1) <= 1) return Math.abs(asked.length - name.length);
  if (asked.length < 3) return undefined;
  for (let from = 0; from + asked.length <= name.length; from++) {
    let wrong = 0;
    for (let at = 0; at < asked.length && wrong < 2; at++) if (asked[at] !== name[from + at]) wrong += 1;
    if (wrong < 2) return 2 + name.length - asked.length;
  }
  return undefined;
}

/** The entities that a short name may be a slip for, the nearest first. */
export async function misspeltFor(
  store: Pick<GraphStore, "read">,
  { text, kinds }: AskedName,
  options: ReadOptions,
): Promise<NamedEntity[]> {
  const asked = nameKey(text);
  if (asked.length < shortest || asked.length > longest) return [];
  const labels: readonly string[] = kinds.length === 0 ? ["Entity"] : kinds;
  const read = await Promise.all(
    labels.map(async (label) => {
      const [counted] = await store.read(
        `// How many there are whose names would be read through.\nMATCH (n:${label}) RETURN count(n) AS many`,
        {},
        options,
      );
      if (Number(counted?.many ?? 0) > mostRead) return [];
      return store.read(
        `// Names that are compared with a misspelt one.\nMATCH (n:${label}) RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.aliases AS aliases`,
        {},
        options,
      );
    }),
  );
  const near = read.flat().flatMap(({ id, labels: own, name, aliases }) => {
    const kind = (own as string[]).find((label): label is Kind => label !== "Entity" && isKind(label));
    const names = [name, ...((aliases ?? []) as string[])]
      .map(String)
      .filter((one) => holdsMost(asked, one))
      .map((one) => farness(asked, nameKey(one)));
    const least = Math.min(...names.map((far) => far ?? Number.POSITIVE_INFINITY));
    return kind === undefined || !Number.isFinite(least)
      ? []
      : [{ least, entity: { id: String(id), kind, name: String(name) } }];
  });
  near.sort((one, other) => one.least - other.least || (one.entity.id < other.entity.id ? -1 : 1));
  return near.map(({ entity }) => entity);
}
