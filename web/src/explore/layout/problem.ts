// What a layout is given and gives. Crosses to the worker and back, so it is plain JSON.

export interface LayoutProblem {
  readonly nodes: readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly fixed: boolean;
    readonly kind: string;
    readonly rank?: number | null;
    readonly track?: string | null;
  }[];
  readonly ties: readonly { readonly type: string; readonly from: string; readonly to: string }[];
}

export type Places = Record<string, { x: number; y: number }>;
