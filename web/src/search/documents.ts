// What the search asks.
import type { Named } from "../api/types.ts";

/** An entity found, and the name by which it was. */
export interface Hit {
  readonly score: number;
  readonly matched: string;
  readonly entity: Named & { readonly summary?: string | null };
}

/** The name by which a hit was found, where it is none of those it is shown by. */
export function matchedName({ matched, entity: { name, english, given } }: Hit): string | undefined {
  return [name, english, given].includes(matched) ? undefined : matched;
}

export const searchDocument = `query Search($lang: Language!, $text: String!, $kinds: [EntityKind!], $first: Int!) {
  search(text: $text, kinds: $kinds, first: $first) { score matched entity { id kind name summary(lang: $lang) } }
}`;

export interface SearchAnswer {
  readonly search: readonly Hit[];
}
