// What is read of a cell.

/** What a cell gives, or what is wrong with it and what would be right, in both languages. */
export type CellValue<T> =
  | { readonly value: T }
  | { readonly problem: { readonly zh: string; readonly en: string } };
