// Findings of dataQuality as tests ask and read them.

export interface Findings {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly detail: string;
    readonly node: { readonly id: string };
    readonly related: readonly { readonly id: string }[];
  }[];
}

/** The selection of a finding. */
export const fields = "{ totalCount edges { detail node { id sources { line } } related { id } } }";
/** The rows of a finding: id, detail, ids of what it concerns. */
export const rows = (found: Findings | undefined) =>
  found?.edges.map((edge) => [edge.node.id, edge.detail, ...edge.related.map((one) => one.id)]);
