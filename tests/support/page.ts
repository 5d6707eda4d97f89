// What tests read of a connection.

export interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The ids of a page without their prefixes. */
export const short = (page: Pick<Page, "nodes">): string[] =>
  page.nodes.map((node) => node.id.replace(/^.*:/, ""));
