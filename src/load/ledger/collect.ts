// What a first pass keeps for the ledger: rows of checks and conflicts, and of the figures they name; no others.
import type { CsvRow } from "../read.ts";
import type { Stored } from "../rows.ts";

export interface Kept {
  readonly values: Stored;
  /** Where the row stands, as `observations.csv:83`. */
  readonly row: string;
}

export interface Collected {
  readonly checks: Map<string, Kept>;
  readonly conflicts: Map<string, Kept>;
  readonly figures: Map<string, Kept>;
  /** Ids of the observations that checks and conflicts name, known before the figures are read. */
  readonly wanted: Set<string>;
  /** Ends of CHECKS and CONCERNS, with the row's values. */
  readonly uses: (Kept & { readonly from: string; readonly to: string })[];
  readonly concerns: { readonly from: string; readonly to: string }[];
  readonly documents: Map<string, Kept>;
  /** Normal unit by id of a metric, where it has one. */
  readonly metricUnits: Map<string, string>;
}

export const newCollected = (): Collected => ({
  checks: new Map(),
  conflicts: new Map(),
  figures: new Map(),
  wanted: new Set(),
  uses: [],
  concerns: [],
  documents: new Map(),
  metricUnits: new Map(),
});

export const placeOf = (row: CsvRow): string => `${row.file}:${row.line}`;
