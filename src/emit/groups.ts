// Emits a grouping: each entity of the list under each of its keys, counted and summed.
import { cy, propertyOf } from "../cypher/template.ts";
import {
  type Clause,
  call,
  type Expression,
  expression,
  give,
  item,
  type Match,
  match,
  parameter,
  pass,
  type Sort,
  unwind,
  type Variable,
  variable,
} from "../cypher/tree.ts";
import type { PlanField } from "../plan/nodes.ts";
import type { GroupPlan, GroupsSource } from "../plan/page-nodes.ts";
import type { Row } from "../store/port.ts";
import { type Columns, emitFunction, newColumns, overNodes } from "./aggregate-columns.ts";
import { type Emitted, entry, type Frame, fieldPlan, objectPlan, readKey, readTypename } from "./emitting.ts";
import { around as perhaps } from "./paging/paging.ts";
import { arrow, nodeOf } from "./pattern.ts";
import type { Rows } from "./rows/rows.ts";

/** A key in the statement: id and name of what is grouped by; of values the name is the value. */
interface Key {
  readonly id: Variable;
  readonly name: Variable;
  readonly idValue: Expression;
  readonly nameValue: Expression;
}

const maybe = (found: Match): Match => ({ ...found, optional: true });

/** A year or a month of a date; null where it is not known so precisely. */
const dated = (value: Expression, part: "year" | "month"): Expression =>
  part === "year"
    ? cy`substring(toString(${value}), 0, 4)`
    : cy`CASE WHEN size(${value}) >= 7 THEN substring(${value}, 0, 7) END`;

const none = cy`null`;

/** The clauses that lead from an entity to its keys, and the keys. Keys of one relation are keys of the same one. */
function keysOf(
  node: Variable,
  groups: readonly GroupPlan[],
): { readonly clauses: Clause[]; readonly keys: Key[] } {
  const clauses: Clause[] = [];
  const followed = new Map<string, { readonly edge: Variable; readonly far: Variable }>();
  const keys = groups.map(({ source, level, withParts }): Key => {
    const key = (idValue: Expression, nameValue: Expression): Key => ({
      id: variable("i"),
      name: variable("k"),
      idValue,
      nameValue,
    });
    if (source.is === "property") {
      const own = propertyOf(node, source.property);
      if (source.many) {
        const one = variable("x");
        clauses.push(unwind(cy`CASE WHEN size(coalesce(${own}, [])) = 0 THEN [null] ELSE ${own} END`, one));
        return key(none, cy`${one}`);
      }
      return key(none, source.part === "whole" ? cy`toString(${own})` : dated(own, source.part));
    }
    if (source.is === "reach") {
      const far = variable("m");
      const hops = withParts ? `*1..${source.hops}` : "";
      const found = match(
        cy`(${node})${arrow("out", undefined, source.relations, hops)}${nodeOf(far, source.of)}`,
        level === undefined || source.levelProperty === undefined
          ? undefined
          : cy`${propertyOf(far, source.levelProperty)} = ${parameter(level)}`,
      );
      clauses.push(maybe(found));
      return key(cy`${far}.id`, cy`${far}.name`);
    }
    const { field } = source;
    const known = followed.get(field.name) ?? { edge: variable("e"), far: variable("m") };
    if (!followed.has(field.name)) {
      followed.set(field.name, known);
      clauses.push(
        maybe(
          match(cy`(${node})${arrow(field.way, known.edge, [field.relation])}${nodeOf(known.far, field.of)}`),
        ),
      );
    }
    return source.is === "related"
      ? key(cy`${known.far}.id`, cy`${known.far}.name`)
      : key(none, dated(propertyOf(known.edge, source.property), source.part));
  });
  return { clauses, keys };
}

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

/** Emits `groups`. */
export function emitGroups(
  frame: Frame,
  around: Variable | undefined,
  rows: Rows,
  { type, keys: groups, atLeast, limit, order, fields }: GroupsSource,
): Emitted {
  const { clauses, keys } = keysOf(rows.node, groups);
  const columns = newColumns();
  const count = columns.add(cy`count(${rows.node})`);
  const [all, page, total] = [variable("all"), variable("f"), variable("f")];
  const names = new Map<Variable, string>();
  const keyOf = (one: Variable): string => {
    const known = names.get(one) ?? `g${names.size}`;
    names.set(one, known);
    return known;
  };
  const emitted = (source: GroupsSource["fields"][number]["source"]): Emitted => {
    if (source.is === "typename") return readTypename(type);
    if (source.is === "total") return { read: (row) => row[totalKey] };
    if (source.is !== "rows") return readTypename(type);
    return { object: readRow(columns, rows, source, keys, keyOf), read: (row) => row[pageKey] };
  };
  const pageKey = entry(frame, page);
  const totalKey = entry(frame, total);
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
      ...overNodes(rows, around, [rows.node, ...perhaps(rows.edge)]),
      ...clauses,
      pass(
        [
          rows.node,
          ...keys.flatMap(({ id, name, idValue, nameValue }) => [item(idValue, id), item(nameValue, name)]),
        ],
        { distinct: true },
      ),
      pass([...ids, ...own.map(({ variable: as, value }) => item(value, as))], {
        where: cy`${count} >= ${parameter(atLeast)}`,
      }),
      pass(told, { order: sortsOf(order, count, keys) }),
      pass([item(cy`collect(${map})`, all)]),
      give([item(cy`${all}[0..${parameter(limit)}]`, page), item(cy`size(${all})`, total)]),
    ),
  );
  frame.columns.push(page, total);
  return { object: objectPlan(type, written), read: (row) => row };
}
