// What the page of policies asks: measures, who could get one and what each lacks, what a change would do.
import { type Cited, citation, type Named, type Page } from "../api/types.ts";
import { type RelationRow, relationFields } from "../entity/documents.ts";

export interface MeasureRow extends Named {
  readonly amount: number | null;
  readonly amountKind: string | null;
  readonly conditions: { readonly totalCount: number };
  readonly regions: { readonly nodes: readonly Named[] };
}

export interface Place {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

export interface ChoicesAnswer {
  readonly measures: { readonly totalCount: number; readonly nodes: readonly MeasureRow[] };
  /** Those in force at the place that is chosen. */
  readonly there?: { readonly nodes: readonly { readonly id: string }[] };
  readonly enterprises: {
    readonly facets: { readonly regions: readonly Place[]; readonly parks: readonly Place[] };
  };
}

/** What a condition consists of. */
export interface Demand {
  readonly id: string;
  readonly name: string;
  readonly predicate: string;
  readonly negated: boolean | null;
  readonly orHigher: boolean | null;
  readonly level: string | null;
  readonly track: string | null;
  readonly metric: string | null;
  /** On a page in English, what the metric is called, where it has an English name. */
  readonly metricEn?: string;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly unit: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly target: Named | null;
}

export interface ConditionRow {
  readonly alternative: number | null;
  readonly clause: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly sources: readonly Cited[];
  readonly node: Demand;
}

/** When a measure can be applied for, on the day asked about. */
export interface Window {
  readonly status: string;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly sources: readonly Cited[];
}

/** What a measure is on a day: what it pays, and whether it can be applied for. */
export interface OnTheDay {
  readonly amount: number | null;
  readonly amountKind: string | null;
  readonly applicationWindow: Window | null;
}

/** A measure that cannot be had together with another. */
export interface Exclusion {
  readonly measure: Named;
  readonly status: string;
  readonly amount: number | null;
  readonly better: boolean;
  readonly sources: readonly Cited[];
}

/** The rules of a measure: who offers it, when and how much; what it excludes; its conditions; what it is on a day. */
export interface MeasureRules {
  readonly rules: Page<RelationRow>;
  readonly demands: { readonly edges: readonly ConditionRow[] };
  readonly day: { readonly edges: readonly OnTheDay[] };
}

export interface MatchRow {
  readonly condition: Demand;
  readonly status: string;
  readonly text: string;
  readonly clause: string | null;
  readonly change: string | null;
  readonly toFind: string | null;
  readonly implied: boolean;
  readonly fact: { readonly type: string; readonly to: Named; readonly sources: readonly Cited[] } | null;
  readonly figure: {
    readonly id: string;
    readonly name: string;
    readonly value: number;
    readonly unit: string;
    readonly normalisedValue: number | null;
    readonly normalisedUnit: string | null;
  } | null;
  readonly sources: readonly Cited[];
}

/** How an enterprise stands to a measure. */
export interface Stand {
  readonly status: string;
  readonly lacks: string;
  readonly conditions: readonly MatchRow[];
  readonly missing: readonly MatchRow[];
}

export interface CandidateRow extends Stand {
  /** The enterprise, with titles that are recorded of it. */
  readonly node: Named & { readonly certifications: Total & { readonly nodes: readonly Named[] } };
}

export interface Total {
  readonly totalCount: number;
}

export interface MeasureAnswer {
  readonly measure:
    | (Named & {
        readonly amount: number | null;
        readonly amountKind: string | null;
        readonly clause: string | null;
        readonly sources: readonly Cited[];
        readonly eligible: Total;
        readonly nearly: Total;
        readonly unknown: Total;
        readonly ineligible: Total;
        readonly candidates: Total & {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly edges: readonly CandidateRow[];
        };
      } & MeasureRules)
    | null;
}

/** Candidates on the page at the most. */
export const mostCandidates = 50;

export const choicesDocument = `query Choices($place: ID, $placed: Boolean!) {
  measures(first: 500, orderBy: [{ field: AMOUNT, direction: DESC }]) {
    totalCount
    nodes { id kind name amount amountKind conditions(first: 0) { totalCount } regions(first: 5) { nodes { id kind name } } }
  }
  there: measures(first: 500, filter: { region: $place }) @include(if: $placed) { nodes { id } }
  enterprises(first: 0) { facets { regions(first: 40) { key name count } parks(first: 40) { key name count } } }
}`;

const demandFields = `id name predicate negated orHigher level track metric atLeast atMost unit earliest latest
  target { id kind name }`;

export const matchFields = `status text clause change toFind implied condition { ${demandFields} }
  fact { type to { id kind name } ${citation} } figure { id name value unit normalisedValue normalisedUnit } ${citation}`;

/** What is asked of how an enterprise stands. */
export const standFields = `status lacks conditions { ${matchFields} } missing { ${matchFields} }`;

export const windowFields = `applicationWindow { status opens closes ${citation} }`;

/** The rules of a measure, as of `$asOf`. What it is on that day is told by how anybody stands to it. */
export const rulesFields = `rules: relations(types: [OFFERS, EXCLUDES], first: 100) { totalCount nodes { ${relationFields} } }
  demands: conditions(first: 50) { edges { alternative clause since until ${citation} node { ${demandFields} } } }
  day: candidates(asOf: $asOf, status: [ELIGIBLE, NEARLY, UNKNOWN, INELIGIBLE], first: 1) {
    edges { amount amountKind ${windowFields} } }`;

const asked = "region: $region, park: $park, asOf: $asOf";

export const measureDocument = `query Candidates($id: ID!, $region: ID, $park: ID, $status: [MatchStatus!]!, $asOf: Date, $after: String) {
  measure(id: $id) {
    id kind name amount amountKind clause ${citation}
    ${rulesFields}
    eligible: candidates(${asked}, status: [ELIGIBLE], first: 0) { totalCount }
    nearly: candidates(${asked}, status: [NEARLY], first: 0) { totalCount }
    unknown: candidates(${asked}, status: [UNKNOWN], first: 0) { totalCount }
    ineligible: candidates(${asked}, status: [INELIGIBLE], first: 0) { totalCount }
    candidates(${asked}, status: $status, first: ${mostCandidates}, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id kind name certifications(first: 3) { totalCount nodes { id kind name } } } ${standFields} }
    }
  }
}`;

export interface Counts {
  readonly eligible: number;
  readonly nearly: number;
  readonly unknown: number;
  readonly ineligible: number;
  readonly cost: number | null;
}

export interface WhatIfAnswer {
  readonly measure: {
    readonly whatIf: {
      readonly before: Counts;
      readonly after: Counts;
      readonly costKind: string | null;
    } | null;
  } | null;
}

const counts = "eligible nearly unknown ineligible cost";

export const whatIfDocument = `query WhatIf(
  $id: ID!, $condition: ID!, $atLeast: Float, $atMost: Float, $drop: Boolean!, $region: ID, $park: ID, $asOf: Date
) {
  measure(id: $id) {
    whatIf(condition: $condition, atLeast: $atLeast, atMost: $atMost, drop: $drop, ${asked}) {
      before { ${counts} } after { ${counts} } costKind
    }
  }
}`;
