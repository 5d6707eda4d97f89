// What a page is: where it is, what it loads through the API, and how it is shown.
import type { ComponentType } from "preact";
import type { Address, Elsewhere } from "./address.ts";
import type { Ask } from "./api/port.ts";
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
