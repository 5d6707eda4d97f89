// Emits a grouping: each entity of the list under each of its keys, counted and summed.

import { cy, joined } from "../cypher/template.ts";
import {
  call,
  type Expression,
  expression,
  give,
  item,
  parameter,
  pass,
  type Sort,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import type { Bounds, FunctionSource, GroupsSource } from "../plan/page-nodes.ts";
import type { PlanField } from "../plan/plan-field.ts";
import type { Run } from "../run/step.ts";
import type { Row } from "../store/port.ts";
import { type Columns, emitFunction, newColumns, overNodes } from "./aggregate-columns.ts";
import { type Emitted, entry, type Frame, fieldPlan, objectPlan, readKey, readTypename } from "./emitting.ts";
import { type Judged, type Judging, judged } from "./group-judged.ts";
import { type Key, keysOf } from "./group-keys.ts";
import { around as perhaps } from "./paging/paging.ts";
import type { Rows } from "./rows/rows.ts";

function sortsOf(order: GroupsSource["order"], count: Variable, keys: readonly Key[]): Sort[] {
  const byKeys = keys.flatMap(({ id, name }) => [
    { value: cy`${name} IS NULL`, descending: false },
    { value: cy`${name}`, descending: false },
    { value: cy`${id}`, descending: false },
  ]);
  return order === "KEY" ? byKeys : [{ value: cy`${count}`, descending: order === "COUNT_DESC" }, ...byKeys];
}

function readRow(
  columns: Columns,
  rows: Rows,
  source: Extract<GroupsSource["fields"][number]["source"], { is: "rows" }>,
  keys: readonly Key[],
  keyOf: (one: Variable) => string,
) {
  const fields = source.fields.map(({ asked, source: own }) => {
    if (own.is === "typename") return fieldPlan(asked, readTypename(source.type));
    if (own.is !== "keys") return fieldPlan(asked, emitFunction(columns, rows.node, own, keyOf));
    const parts = own.fields.map((one) =>
      fieldPlan(one.asked, one.source.is === "typename" ? readTypename(own.type) : readKey(one.source.is)),
    );
    const read = (row: Row) =>
      keys.map(({ id, name }) => ({ id: row[keyOf(id)] ?? null, name: row[keyOf(name)] ?? null }));
    return fieldPlan(asked, { object: objectPlan(own.type, parts), read });
  });
  return objectPlan(source.type, fields);
}

/** How many entities a group is to have. */
function countWanted(count: Variable, counts: readonly Bounds[]): Expression {
  const signs = { atLeast: ">=", atMost: "<=", moreThan: ">", lessThan: "<" } as const;
  const parts = counts.flatMap((bounds) =>
    (Object.keys(signs) as (keyof Bounds)[]).flatMap((name) => {
      const bound = bounds[name];
      return bound === undefined ? [] : [cy`${count} ${expression([signs[name]])} ${parameter(bound)}`];
    }),
  );
  return joined(parts, " AND ");
}

/** Reads the number of a function over a group, null where it is not known or must not be worked out. */
function numberOf(
  columns: Columns,
  node: Variable,
  source: FunctionSource,
  keyOf: (one: Variable) => string,
): (row: Row) => number | null {
  const { read } = emitFunction(columns, node, source, keyOf);
  return (row) => {
    const value = read(row);
    const told = source.is === "number" ? (value as { readonly value: unknown }).value : value;
    return typeof told === "number" ? told : null;
  };
}

/** How the groups of a list are read: as they come, or judged in code. */
function readingOf(judging: Judging | undefined, limit: string, page: string, total: string) {
  if (judging === undefined)
    return {
      rows: (row: Row) => row[page],
      total: (row: Row) => row[total],
      undecided: () => 0,
    };
  const known = new WeakMap<object, Judged>();
  const of = (row: Row, run: Run): Judged => {
    const all = row[page] as Row[];
    const found = known.get(all) ?? judged(all, judging, run);
    known.set(all, found);
    return found;
  };
  return {
    rows: (row: Row, run: Run) => of(row, run).rows.slice(0, Number(run.parameters[limit])),
    total: (row: Row, run: Run) => of(row, run).rows.length,
    undecided: (row: Row, run: Run) => of(row, run).undecided,
  };
}

/** Emits `groups`. */
export function emitGroups(
  frame: Frame,
  around: Variable | undefined,
  rows: Rows,
  { type, kind, keys: groups, counts, having, numberOrder, limit, order, fields }: GroupsSource,
): Emitted {
  const { clauses, keys } = keysOf(rows.node, kind, groups, around !== undefined);
  const columns = newColumns();
  const count = columns.add(cy`count(${rows.node})`);
  const [all, page, total] = [variable("all"), variable("f"), variable("f")];
  const names = new Map<Variable, string>();
  const keyOf = (one: Variable): string => {
    const known = names.get(one) ?? `g${names.size}`;
    names.set(one, known);
    return known;
  };
  const number = (source: FunctionSource) => numberOf(columns, rows.node, source, keyOf);
  const isJudged = having.length > 0 || numberOrder !== undefined;
  const judging: Judging = {
    having: having.map(({ source, bounds }) => ({ number: number(source), bounds })),
    ...(numberOrder === undefined
      ? {}
      : { order: { number: number(numberOrder.source), descending: numberOrder.descending } }),
  };
  const [pageKey, totalKey] = [entry(frame, page), entry(frame, total)];
  const reading = readingOf(isJudged ? judging : undefined, limit, pageKey, totalKey);
  const emitted = (source: GroupsSource["fields"][number]["source"]): Emitted => {
    if (source.is === "typename") return readTypename(type);
    if (source.is === "rows")
      return { object: readRow(columns, rows, source, keys, keyOf), read: reading.rows };
    return { read: source.is === "total" ? reading.total : reading.undecided };
  };
  const written = fields.map(({ asked, source }: PlanField<GroupsSource["fields"][number]["source"]>) =>
    fieldPlan(asked, emitted(source)),
  );
  const ids = keys.flatMap(({ id, name }) => [id, name]);
  const own = [...columns.all.values()];
  const told = [...ids, ...own.map(({ variable: one }) => one)];
  const pairs = told.map((one) => expression([`${keyOf(one)}: `, one]));
  const map = expression([
    "{",
    ...pairs.flatMap(({ pieces }, index) => [...(index === 0 ? [] : [", "]), ...pieces]),
    "}",
  ]);
  frame.calls.push(
    call(
      perhaps(around),
      ...overNodes(rows, around),
      ...clauses,
      pass([rows.node, ...keys.map(({ by, byValue }) => item(byValue, by))], {
        distinct: clauses.length > 0,
      }),
      ...columns.before,
      pass([...keys.map(({ by }) => by), ...own.map(({ variable: as, value }) => item(value, as))], {
        where: countWanted(count, counts),
      }),
      pass(
        [
          ...keys.flatMap(({ id, name, idValue, nameValue }) => [item(idValue, id), item(nameValue, name)]),
          ...own.map(({ variable: as }) => as),
        ],
        { order: sortsOf(order, count, keys) },
      ),
      pass([item(cy`collect(${map})`, all)]),
      give([
        // What is judged in code is cut there.
        item(isJudged ? cy`${all}` : cy`${all}[0..${parameter(limit)}]`, page),
        item(cy`size(${all})`, total),
      ]),
    ),
  );
  frame.columns.push(page, total);
  return { object: objectPlan(type, written), read: (row) => row };
}
