// Asks policy matches and candidates of a world on both engines, in one query each, for the suites on policies.
import { expect } from "vitest";
import type { Engines } from "./answers.ts";

/** Statements of this size are planned for long by a busy Neo4j. */
export const patient = 600_000;
/** Every status. */
export const all = ["ELIGIBLE", "NEARLY", "UNKNOWN", "INELIGIBLE"];

export interface Condition {
  readonly condition: { readonly id: string };
  readonly status: string;
  readonly clause: string;
  readonly implied: boolean;
  readonly change: string | null;
  readonly toFind: string | null;
  readonly fact: { readonly status: string; readonly to: { readonly id: string } } | null;
  readonly figure: { readonly value: number } | null;
}
export interface Match {
  readonly status: string;
  readonly amount: number;
  readonly amountKind: string;
  readonly lacks: string;
  readonly alternatives: readonly {
    readonly alternative: number;
    readonly status: string;
    readonly lacks: string;
  }[];
  readonly node: { readonly id: string };
  readonly conditions: readonly Condition[];
  readonly missing: readonly Condition[];
}

const condition =
  "condition { id } status clause implied change toFind fact { status to { id } } figure { value }";
const matchQuery = `query ($id: ID!, $asOf: Date, $status: [MatchStatus!]) { enterprise(id: $id) {
  policyMatches(asOf: $asOf, status: $status, first: 100) { totalCount edges {
    status amount amountKind lacks alternatives { alternative status lacks } node { id } conditions { ${condition} } missing { ${condition} } } } } }`;
const candidateQuery = `query ($id: ID!, $asOf: Date, $status: [MatchStatus!], $region: ID, $park: ID, $first: Int, $after: String) { measure(id: $id) {
  candidates(asOf: $asOf, status: $status, region: $region, park: $park, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges {
    status amount amountKind lacks alternatives { alternative status lacks } node { id } missing { ${condition} } } } } }`;

export interface Candidates {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly Match[];
}

/** Statuses by the name of the enterprise. */
export const named = ({ edges }: Candidates): Record<string, string> =>
  Object.fromEntries(edges.map((edge) => [edge.node.id.replace("enterprise:", ""), edge.status]));

/** Questions to the engines given, as of 2023 unless told otherwise. */
export function policyAsking({ data }: Engines) {
  async function matches(id: string, asOf: string | null = "2023"): Promise<Record<string, Match>> {
    const answer = await data<{ enterprise: { policyMatches: { totalCount: number; edges: Match[] } } }>(
      matchQuery,
      { id: `enterprise:${id}`, asOf, status: all },
    );
    const { edges, totalCount } = answer.enterprise.policyMatches;
    expect(totalCount).toBe(edges.length);
    return Object.fromEntries(edges.map((edge) => [edge.node.id.replace("measure:", ""), edge]));
  }

  const statusOf = async (id: string, measure: string, asOf: string | null = "2023") =>
    (await matches(id, asOf))[measure]?.status;

  async function candidates(id: string, variables: Record<string, unknown> = {}): Promise<Candidates> {
    const answer = await data<{ measure: { candidates: Candidates } }>(candidateQuery, {
      id: `measure:${id}`,
      first: 100,
      asOf: "2023",
      ...variables,
    });
    return answer.measure.candidates;
  }

  return { matches, statusOf, candidates };
}
