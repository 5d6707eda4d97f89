// A page of a connection: which rows it has, where they lie in the response's row, and what pageInfo says of them.
import { type GraphQLCompositeType, getNamedType } from "graphql";
import type { Json, Row } from "../store/port.ts";
import { composeColumns } from "./columns.ts";
import type { Compiling, Frame } from "./frame.ts";
import { objectNamed, plansOf } from "./object.ts";
import { encodeCursor, type OrderKey } from "./order.ts";
import type { FieldPlan, ObjectPlan, Run } from "./plan.ts";
import { subselections } from "./select.ts";
import { rename } from "./tokens.ts";

/** What a step in code found for each parent: rows of a page, that begins behind the cursor given, and a total. */
export interface Found {
  /** The parameter that holds it. */
  readonly given: string;
  /** The parameter that tells the step the keys of the cursor. */
  readonly after: string;
}

/** The rows that a connection pages through. */
export interface Rows {
  /** Clauses that bind the variables. */
  readonly clauses: readonly string[];
  readonly node: string;
  readonly edge?: string;
  /** Further columns that the edge type shows, by name. */
  readonly extras: ReadonlyMap<string, string>;
  /** How a further column is told, where that is not as it is carried. */
  readonly told?: ReadonlyMap<string, string>;
  readonly order: readonly OrderKey[];
  /** A condition on the first clause that always holds and lets an engine read the rows of a page in order from an index. */
  readonly orderedBy?: string;
  /** Clauses that bind further extras for the rows of a page only, and those extras' variables. */
  readonly details?: { readonly clauses: string; readonly extras: ReadonlyMap<string, string> };
  /**
   * A shorter way to a page where edges only break ties: clauses that bind the node alone, and the pattern that
   * binds the edges of the nodes found. The key of an edge is long, and a hub has many.
   */
  readonly byNode?: { readonly clauses: readonly string[]; readonly edges: string };
  /** Clauses that bind the node alone, several times perhaps, where each node is one row: enough to count them. */
  readonly nodesOnly?: readonly string[];
  /** Whether total and page are cut from one list of all rows, which is sorted in full: the clauses are dear. */
  readonly once?: boolean;
  /** Whether nodes have to be gathered to be told apart: then their number and a page come from one list of them. */
  readonly gathered?: boolean;
  /** Where code has found the rows of the page and their number already: the clauses give no others. */
  readonly found?: Found;
  /** Whether the clauses may bind the same row twice. */
  readonly repeats: boolean;
  /** What `nodes` and `edges.node` are: the node, the relation itself, or an object made of the extra columns. */
  readonly element: "node" | "edge" | "columns";
}

/**
 * The clauses once more, around the same variable, for a CALL beside the one that pages: the question's own variables get other names, since
 * the embedded engine confuses equal ones of neighbouring subqueries where they hold an OPTIONAL MATCH.
 */
export function clausesAgain(
  { clauses, nodesOnly }: Rows,
  around: string | undefined,
  number: number,
): string[] {
  const variable = (name: string): string =>
    /_\d+$/.test(name) && name !== around ? `${name}_${number}` : name;
  return (nodesOnly ?? clauses).map((clause) => rename(clause, { variable, parameter: (name) => name }));
}

/** The variables that a row is made of. */
export function boundOf({ node, edge, extras, element }: Rows): string[] {
  const own = [node, ...(edge === undefined ? [] : [edge])];
  return [...(element === "columns" ? [] : own), ...extras.values()];
}

/** Composes what `nodes` and `edges.node` are. */
export function composeItem(
  compiling: Compiling,
  inner: Frame,
  rows: Rows,
  field: Omit<FieldPlan, "read">,
  path: readonly string[],
): ObjectPlan {
  const type = getNamedType(field.type) as GraphQLCompositeType;
  if (rows.element === "columns") {
    const columns = new Map([...rows.extras].map(([name, variable]) => [name, { variable }]));
    return composeColumns(compiling, inner, type, columns, field.nodes, path);
  }
  const variable = rows.element === "edge" ? (rows.edge ?? rows.node) : rows.node;
  return compiling.compose(inner, variable, type, subselections(field.nodes), path);
}

/** Where a page's rows are: its keys are known once something of it has been selected. */
export interface Page {
  key: string;
  /** Empty unless a cursor is selected: its keys are long. */
  cursorKey: string;
  readonly needCursor: () => void;
  /** Whether one row more is asked for, to know if there is a next page. */
  more: boolean;
  readonly limit: string;
  readonly mark: string;
}

const size = (run: Run, page: Page): number => Number(run.parameters[page.limit]) - (page.more ? 1 : 0);

/** The rows of the page, without the one more that may have been asked for. */
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
      page.more = true;
      return { ...field, read: (row, run) => (row[page.key] as Row[]).length > size(run, page) };
    }
    page.needCursor();
    if (name === "startCursor")
      return { ...field, read: (row, run) => cursorOf(pageOf(row, run, page)[0], page) };
    return { ...field, read: (row, run) => cursorOf(pageOf(row, run, page).at(-1), page) };
  });
}
