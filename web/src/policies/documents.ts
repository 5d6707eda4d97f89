// What the page of policies asks: measures, who could get one and what each lacks, what a change would do.
import { type Cited, citation, type Named } from "../api/types.ts";

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
  readonly enterprises: {
    readonly facets: { readonly regions: readonly Place[]; readonly parks: readonly Place[] };
  };
}

export interface ConditionRow {
  readonly alternative: number | null;
  readonly clause: string | null;
  readonly sources: readonly Cited[];
  readonly node: {
    readonly id: string;
    readonly name: string;
    readonly predicate: string;
    readonly atLeast: number | null;
    readonly atMost: number | null;
    readonly unit: string | null;
  };
}

export interface MatchRow {
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
  } | null;
  readonly sources: readonly Cited[];
}

export interface CandidateRow {
  readonly status: string;
  readonly lacks: string;
  readonly node: Named;
  readonly conditions: readonly MatchRow[];
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
        readonly conditions: { readonly edges: readonly ConditionRow[] };
        readonly eligible: Total;
        readonly nearly: Total;
        readonly unknown: Total;
        readonly ineligible: Total;
        readonly candidates: Total & { readonly edges: readonly CandidateRow[] };
      })
    | null;
}

/** Candidates on the page at the most. */
export const mostCandidates = 50;

export const choicesDocument = `query Choices {
  measures(first: 500, orderBy: [{ field: AMOUNT, direction: DESC }]) {
    totalCount
    nodes { id kind name amount amountKind conditions(first: 0) { totalCount } regions(first: 5) { nodes { id kind name } } }
  }
  enterprises(first: 0) { facets { regions(first: 40) { key name count } parks(first: 40) { key name count } } }
}`;

export const matchFields = `status text clause change toFind implied
  fact { type to { id kind name } ${citation} } figure { id name value unit } ${citation}`;

export const measureDocument = `query Candidates($id: ID!, $region: ID, $park: ID, $status: [MatchStatus!]!) {
  measure(id: $id) {
    id kind name amount amountKind clause ${citation}
    conditions(first: 50) { edges { alternative clause ${citation} node { id name predicate atLeast atMost unit } } }
    eligible: candidates(region: $region, park: $park, status: [ELIGIBLE], first: 0) { totalCount }
    nearly: candidates(region: $region, park: $park, status: [NEARLY], first: 0) { totalCount }
    unknown: candidates(region: $region, park: $park, status: [UNKNOWN], first: 0) { totalCount }
    ineligible: candidates(region: $region, park: $park, status: [INELIGIBLE], first: 0) { totalCount }
    candidates(region: $region, park: $park, status: $status, first: ${mostCandidates}) {
      totalCount
      edges { status lacks node { id kind name } conditions { ${matchFields} } }
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
  $id: ID!, $condition: ID!, $atLeast: Float, $atMost: Float, $drop: Boolean!, $region: ID, $park: ID
) {
  measure(id: $id) {
    whatIf(condition: $condition, atLeast: $atLeast, atMost: $atMost, drop: $drop, region: $region, park: $park) {
      before { ${counts} } after { ${counts} } costKind
    }
  }
}`;
