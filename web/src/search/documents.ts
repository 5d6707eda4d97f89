// What the search asks.
import type { Named } from "../api/types.ts";

/** An entity found, and the name by which it was. */
export interface Hit {
  readonly score: number;
  readonly matched: string;
  readonly entity: Named & { readonly summary?: string | null };
}

export const searchDocument = `query Search($lang: Language!, $text: String!, $kinds: [EntityKind!], $first: Int!) {
  search(text: $text, kinds: $kinds, first: $first) { score matched entity { id kind name summary(lang: $lang) } }
}`;

export interface SearchAnswer {
  readonly search: readonly Hit[];
}
