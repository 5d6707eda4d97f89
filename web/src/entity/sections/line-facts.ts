// The facts that were read from the lines of a document, and which lines tell none.
import type { Named } from "../../api/types.ts";

export interface FactRow {
  readonly id: string;
  readonly line: number;
  readonly kind: string;
  readonly entity: Named | null;
  readonly relation: { readonly type: string; readonly from: Named; readonly to: Named } | null;
}

export interface FactsPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly FactRow[];
}

export interface Coverage {
  readonly lines: number | null;
  readonly linesWithFacts: number;
  readonly linesOpen: number;
  readonly openLines: readonly number[];
  readonly withoutFacts: readonly { readonly line: number; readonly reason: string }[];
}
