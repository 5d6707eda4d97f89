// The pages by address. A page loads its data through the API, on the server or in the browser, and shows it.
import { entityPage } from "./entity/page.tsx";
import { explorePage } from "./explore/page.tsx";
import { homePage } from "./home/page.tsx";
import { listPage } from "./list/page.tsx";
import type { PageKind } from "./page-kind.ts";
import { policiesPage } from "./policies/page.tsx";
import { searchPage } from "./search/page.tsx";

export const pages = [homePage, entityPage, searchPage, listPage, policiesPage, explorePage] as const;

/** The page at a path, or undefined. */
export function pageAt(path: string): PageKind<unknown> | undefined {
  return pages.find((page) => page.matches(path)) as PageKind<unknown> | undefined;
}
