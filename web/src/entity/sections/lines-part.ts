// Which part of a document a page shows: so many lines, with those facts alone that were read from them.
import type { Ask } from "../../api/port.ts";
import { linesOfAPage } from "../../model.ts";
import type { Coverage, FactRow, FactsPage } from "./line-facts.ts";

export interface LinesPart {
  /** The line that the address asks for. */
  readonly line: number | null;
  /** A line that was asked for and lies behind the end. */
  readonly beyond?: number;
  readonly from: number;
  readonly to: number;
  /** The text of these lines, where it is at hand, and how many lines the whole has. */
  readonly text?: readonly string[];
  readonly of?: number;
  /** Whether these lines have more facts than are shown. */
  readonly cut?: boolean;
}

/** The part that has a line: of the address, as it was written there; the last one for a line behind the end. */
export function partAt(
  written: string | null,
  text: readonly string[] | undefined,
  registered: number | null,
): LinesPart {
  const asked = written !== null && /^[1-9]\d{0,8}$/.test(written) ? Number(written) : null;
  const last = Math.max(text?.length ?? 0, registered ?? 0);
  const isBeyond = asked !== null && last > 0 && asked > last;
  const shown = isBeyond ? last : (asked ?? 1);
  const from = shown - ((shown - 1) % linesOfAPage);
  const to = from + linesOfAPage - 1;
  const part = { line: isBeyond ? null : asked, from, to, ...(isBeyond ? { beyond: asked } : {}) };
  return text === undefined ? part : { ...part, text: text.slice(from - 1, to), of: text.length };
}

/** The last line that anything is known of. */
export function lastLineOf(
  { of }: LinesPart,
  coverage: Coverage | undefined,
  facts: readonly FactRow[],
): number {
  const known = [
    ...facts.map(({ line }) => line),
    ...(coverage?.openLines ?? []),
    ...(coverage?.withoutFacts ?? []).map(({ line }) => line),
  ];
  return known.reduce((most, line) => Math.max(most, line), Math.max(of ?? 0, coverage?.lines ?? 0, 1));
}

/** Facts asked for at a time, and shown at the most. */
export const factsAtATime = 1_000;
const mostFacts = 5_000;

interface FactsAnswer {
  readonly node: { readonly facts: FactsPage } | null;
}

/** The facts of a part: they come by line, so those of lines before it are passed over and those behind it not asked for. */
export async function factsOfPart(
  { from, to }: LinesPart,
  first: FactsPage,
  id: string,
  ask: Ask,
  document: string,
): Promise<{ readonly facts: FactsPage; readonly more: boolean }> {
  const kept: FactRow[] = [];
  let page = first;
  for (;;) {
    kept.push(...page.nodes.filter(({ line }) => line >= from && line <= to));
    const reached = page.nodes.at(-1)?.line ?? to + 1;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (reached > to || !hasNextPage || endCursor === null || kept.length >= mostFacts) break;
    const answer = await ask<FactsAnswer>(document, { id, after: endCursor });
    if (answer.node === null) break;
    page = answer.node.facts;
  }
  return { facts: { ...first, nodes: kept.slice(0, mostFacts) }, more: kept.length > mostFacts };
}
