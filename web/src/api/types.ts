// Shapes of answers that several pages share.

/** An entity by name. */
export interface Named {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** On a page in English, of what has an English name: that alone, and the name as the data have it. */
  readonly english?: string;
  readonly given?: string;
}

/** Where something was said. */
export interface Cited {
  readonly line: number;
  readonly document: Omit<Named, "kind"> & { readonly stem: string };
}

/** A page of a list. */
export interface Page<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
}

/** What a citation is asked by. */
export const citation = "sources { line document { id name stem } }";
