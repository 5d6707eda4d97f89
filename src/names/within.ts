// Search within a place: of what a text may mean, that which belongs to the place.
import { readFileSync } from "node:fs";
import { isKind, type Kind } from "../ontology/model.ts";
import { packaged } from "../packaged.ts";
import type { GraphStore, Hit, ReadOptions, Row } from "../store/port.ts";
import { byScore, type Ranked, rankHits } from "../text/rank.ts";

const belonging = readFileSync(packaged("cypher/names/within.cypher"), "utf8");
const containing = readFileSync(packaged("cypher/names/contained.cypher"), "utf8");

/** How many hits are looked at: more than that, and the place's own names are looked through. */
export const widely = 500;

function hitOf({ id, labels, name, aliases }: Row): Hit[] {
  const kind = (labels as readonly string[]).find((label): label is Kind => isKind(label));
  if (kind === undefined) return [];
  return [{ id: String(id), kind, name: String(name), aliases: (aliases ?? []) as string[] }];
}

/** What hits are to belong to: with its parts, unless it is meant `direct`. */
export interface Whole {
  readonly within: string;
  readonly direct: boolean;
}

/** The hits that belong to an entity, or to a part of it, in their order. */
export async function keptWithin(
  store: Pick<GraphStore, "read">,
  whole: Whole,
  {
    text,
    normal,
    kinds,
  }: { readonly text: string; readonly normal: string; readonly kinds?: readonly Kind[] },
  hits: readonly Ranked[],
  options: ReadOptions,
): Promise<Ranked[]> {
  const rows = await store.read(belonging, { ...whole, ids: hits.map(({ id }) => id) }, options);
  const kept = new Set(rows.map(({ id }) => String(id)));
  const found = hits.filter(({ id }) => kept.has(id));
  if (hits.length < widely || normal === "") return found;
  const asked = { ...whole, text: normal, kinds: kinds === undefined ? null : [...kinds], most: widely };
  const more = rankHits(text, (await store.read(containing, asked, options)).flatMap(hitOf));
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...more.filter(({ id }) => !known.has(id))].sort(byScore);
}
