// The pages by address. A page loads its data through the API, on the server or in the browser, and shows it.
import type { ComponentType } from "preact";
import type { Address, Elsewhere } from "./address.ts";
import type { Ask } from "./api/ask.ts";
import { entityPage } from "./entity/page.tsx";
import { explorePage } from "./explore/page.tsx";
import { homePage } from "./home/page.tsx";
import { listPage } from "./list/page.tsx";
import { policiesPage } from "./policies/page.tsx";
import { searchPage } from "./search/page.tsx";
import type { Speech } from "./text/language.ts";

/** What a page shows, with the status to answer by. */
export interface Loaded<Data> {
  readonly status: 200 | 404;
  readonly data: Data;
}

/** The lines of a document's text by its stem; undefined where it is not at hand. */
export type TextOf = (stem: string) => Promise<readonly string[] | undefined>;

export interface PageKind<Data> {
  readonly name: string;
  readonly matches: (path: string) => boolean;
  /** What its address may say behind the `?`, beside `lang`; a page tells of what it does not know. */
  readonly parameters: readonly string[];
  readonly load: (
    address: Address,
    ask: Ask,
    speech: Speech,
    textOf: TextOf,
  ) => Promise<Loaded<Data> | Elsewhere>;
  readonly title: (data: Data, speech: Speech) => string;
  readonly View: ComponentType<{ readonly data: Data }>;
}

export const pages = [homePage, entityPage, searchPage, listPage, policiesPage, explorePage] as const;

/** The page at a path, or undefined. */
export function pageAt(path: string): PageKind<unknown> | undefined {
  return pages.find((page) => page.matches(path)) as PageKind<unknown> | undefined;
}
