// Which entity a row is about: one that is known, or a new one with an id that stays the same from file to file.
import { createHash } from "node:crypto";
import { type Kind, kindOf } from "../ontology/model.ts";
import { partsOf } from "../text/name-keys.ts";
import { nameKey } from "../text/normalise.ts";
import { syllables } from "../text/pinyin.ts";
import type { Known, KnownEntity } from "./known.ts";

export type Identity =
  | { readonly is: "same"; readonly entity: KnownEntity; readonly why: string }
  | { readonly is: "new"; readonly id: string }
  /** Known ones that it may be; until somebody decides, it is kept apart under the new id. */
  | { readonly is: "review"; readonly id: string; readonly candidates: readonly KnownEntity[] };

/** Syllables of an id at the most. */
const mostSyllables = 6;

/** An id made of the name: readable, and the same whenever the same name comes. */
export function idFor(kind: Kind, name: string, taken: (id: string) => boolean): string {
  const key = nameKey(name);
  const short = partsOf(kind, name).core || key;
  const words = syllables(short)
    .slice(0, mostSyllables)
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 6);
  const plain = `${kindOf(kind).prefix}:${words === "" ? hash : words}`;
  return taken(plain) ? `${plain}-${hash}` : plain;
}

/** Two codes that differ are two enterprises, whatever they are called. */
const contradicts = (entity: KnownEntity, creditCode: string | undefined): boolean =>
  creditCode !== undefined && entity.creditCode !== undefined && entity.creditCode !== creditCode;

/**
 * The entity of a row. A credit code outranks all: the same code is the same enterprise, another code never is.
 * @param named whether a known entity was decided to be the same, or not, by a person
 */
export function identify(kind: Kind, name: string, creditCode: string | undefined, known: Known): Identity {
  const byCode = creditCode === undefined ? undefined : known.withCode(creditCode);
  if (byCode !== undefined) return { is: "same", entity: byCode, why: "creditCode" };
  const [only, ...others] = known.named(kind, name).filter((entity) => !contradicts(entity, creditCode));
  if (only !== undefined && others.length === 0) return { is: "same", entity: only, why: "name" };
  const id = idFor(kind, name, known.has);
  if (only !== undefined) return { is: "review", id, candidates: [only, ...others] };
  const shortly = known.shortly(kind, name).filter((entity) => !contradicts(entity, creditCode));
  return shortly.length === 0 ? { is: "new", id } : { is: "review", id, candidates: shortly };
}
