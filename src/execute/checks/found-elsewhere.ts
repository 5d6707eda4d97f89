// What a search finds elsewhere than within the place that it was asked for.

import { IndustryGraphError } from "../../errors.ts";
import { searchEntities } from "../../names/search.ts";
import type { Kind } from "../../ontology/model.ts";
import type { GraphStore } from "../../store/port.ts";
import type { Elsewhere } from "./answered.ts";
import { called } from "./called.ts";

/** How many are told. */
const told = 3;

/** Creates what tells what a search that found nothing within a place would find without it. */
export function createFoundElsewhere(store: Pick<GraphStore, "read" | "search">): Elsewhere {
  return async ({ text, kinds, within, first }, read) => {
    if (typeof within !== "string" || Number(first) < 1) return undefined;
    const only = kinds === null || kinds === undefined ? {} : { kinds: kinds as readonly Kind[] };
    const found = await searchEntities(store, { text: String(text), ...only, first: told }, read);
    if (found.length === 0) return undefined;
    const [place, ...others] = await called(store, [within, ...found.map(({ id }) => id)], read);
    return new IndustryGraphError(
      "BAD_ARGUMENT",
      `within: nothing that belongs to ${place} is found by ${JSON.stringify(text)}; elsewhere there is ${others.join(", ")}. Name a place that it belongs to, or leave within out.`,
    );
  };
}
