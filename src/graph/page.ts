// A page of a connection: which rows it has, where they lie in the response's row, and what pageInfo says of them.
import type { Json, Row } from "../store/port.ts";
import type { Compiling } from "./frame.ts";
import { objectNamed, plansOf } from "./object.ts";
import { encodeCursor, type OrderKey } from "./order.ts";
import type { FieldPlan, ObjectPlan, Run } from "./plan.ts";

/** The rows that a connection pages through. */
export interface Rows {
  /** Clauses that bind the variables. */
  readonly clauses: readonly string[];
  readonly node: string;
  readonly edge?: string;
  /** Further columns that the edge type shows, by name. */
  readonly extras: ReadonlyMap<string, string>;
  readonly order: readonly OrderKey[];
  /** Whether the clauses may bind the same row twice. */
  readonly repeats: boolean;
  /** What `nodes` and `edges.node` are: the node, or the relation itself. */
  readonly element: "node" | "edge";
}

/** Where a page's rows are: its keys are known once something of it has been selected. */
export interface Page {
  key: string;
  cursorKey: string;
  readonly limit: string;
  readonly mark: string;
}

const size = (run: Run, page: Page): number => Number(run.parameters[page.limit]) - 1;

/** The rows of the page, without the one more that was asked for to know whether there are more. */
export function pageOf(row: Row, run: Run, page: Page): Row[] {
  const rows = row[page.key] as Row[];
  const most = size(run, page);
  return rows.length > most ? rows.slice(0, most) : rows;
}

/** The cursor of a row; null where there is none. */
export function cursorOf(row: Row | undefined, page: Page): string | null {
  return row === undefined ? null : encodeCursor(page.mark, row[page.cursorKey] as Json[]);
}

/** Composes `pageInfo`. */
export function composePageInfo(
  compiling: Compiling,
  base: Omit<FieldPlan, "read">,
  page: Page,
  hasPrevious: boolean,
): ObjectPlan {
  return plansOf(compiling, objectNamed(base.type), base.nodes, (name, field) => {
    if (name === "hasPreviousPage") return { ...field, read: () => hasPrevious };
    if (name === "hasNextPage") {
      return { ...field, read: (row, run) => (row[page.key] as Row[]).length > size(run, page) };
    }
    if (name === "startCursor")
      return { ...field, read: (row, run) => cursorOf(pageOf(row, run, page)[0], page) };
    return { ...field, read: (row, run) => cursorOf(pageOf(row, run, page).at(-1), page) };
  });
}
