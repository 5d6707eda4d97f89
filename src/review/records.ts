// The two records of a pair as the layers describe them, field by field, so that differences can be seen.

import { readTables, type TableRow } from "../import/tables.ts";
import { kindNames, kindOf, kindOfId, propertiesOf, relationOf, relationTypes } from "../ontology/model.ts";
import { type NormalUnitName, normalUnits } from "../ontology/units.ts";

/** A field with what a record says of it. */
export interface Field {
  readonly zh: string;
  readonly en: string;
  readonly values: readonly string[];
  /** The unit of a quantity, as the ontology names it. */
  readonly unit?: string;
}

export type SideRecord = ReadonlyMap<string, Field>;

/** A field of a pair, with both sides. */
export interface ComparedField {
  readonly zh: string;
  readonly en: string;
  readonly own: readonly string[];
  readonly other: readonly string[];
  readonly unit?: string;
  readonly is: "alike" | "differs" | "one side";
}

const listed = (cell: string | undefined): string[] => (cell ?? "").split("|").filter((part) => part !== "");

/** What tells nothing about whom a record is of. */
const left = new Set(["id", "sources", "status", "layer"]);

function add(
  record: Map<string, Field>,
  key: string,
  zh: string,
  en: string,
  values: readonly string[],
  unit?: string,
): void {
  const before = record.get(key)?.values ?? [];
  const all = [...new Set([...before, ...values])];
  if (all.length > 0) record.set(key, { zh, en, values: all, ...(unit === undefined ? {} : { unit }) });
}

/** Reads the records of the entities named, out of all layers. */
export function readRecords(
  layers: readonly string[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, SideRecord> {
  const records = new Map<string, Map<string, Field>>([...wanted].map((id) => [id, new Map()]));
  const tables = layers.map((layer) => readTables(layer));
  const names = new Map<string, string>();
  const each = (file: string, visit: (row: TableRow) => void): void => {
    for (const one of tables) for (const row of one.get(file) ?? []) visit(row);
  };
  for (const kind of kindNames)
    each(`entities/${kind}.csv`, (row) => {
      const { id = "", name = "" } = row;
      if (!names.has(id)) names.set(id, name);
      const record = records.get(id);
      if (record !== undefined) describe(record, row);
    });
  for (const type of relationTypes) each(`relations/${type}.csv`, (row) => relate(records, row, type, names));
  each("observations.csv", (row) => measure(records, row, names));
  return records;
}

/** Of the entities named those that this layer alone describes: another row of a list, not what was known before it. */
export function onlyOf(
  layer: string,
  layers: readonly string[],
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const files = new Set([...wanted].map((id) => `entities/${kindOfId(id) ?? ""}.csv`));
  const described = (folder: string): string[] =>
    [...readTables(folder, (file) => files.has(file)).values()].flatMap((rows) =>
      rows.flatMap(({ id = "" }) => (wanted.has(id) ? [id] : [])),
    );
  const elsewhere = new Set(layers.filter((one) => one !== layer).flatMap(described));
  return new Set(described(layer).filter((id) => !elsewhere.has(id)));
}

/** A quantity as it is read: 41,910,000. */
const readable = (cell: string): string =>
  Number.isFinite(Number(cell)) ? Number(cell).toLocaleString("en") : cell;

/** What a side of a field says, in a language: quantities with their unit, 41,910,000 元. */
export function saidOf(
  { unit }: Pick<ComparedField, "unit">,
  values: readonly string[],
  language: "zh" | "en",
) {
  if (unit === undefined) return values.join("、");
  const name =
    language === "zh" && Object.hasOwn(normalUnits, unit) ? normalUnits[unit as NormalUnitName].zh : unit;
  return values.map((value) => `${value} ${name}`).join("、");
}

function describe(record: Map<string, Field>, row: TableRow): void {
  const kind = kindOfId(row.id ?? "");
  if (kind === undefined) return;
  for (const [name, { title, type, unit }] of Object.entries(propertiesOf(kind))) {
    const cell = row[name] ?? "";
    if (left.has(name) || cell === "") continue;
    const values = type === "texts" ? listed(cell) : [unit === undefined ? cell : readable(cell)];
    add(record, name, title.zh, title.en, values, unit);
  }
  add(record, "sources", "出处", "sources", listed(row.sources));
}

function relate(
  records: ReadonlyMap<string, Map<string, Field>>,
  row: TableRow,
  type: (typeof relationTypes)[number],
  names: ReadonlyMap<string, string>,
): void {
  const { from = "", to = "", year = "" } = row;
  const { title } = relationOf(type);
  const tell = (id: string, far: string, arrow: string): void => {
    const record = records.get(id);
    if (record === undefined) return;
    const value = `${names.get(far) ?? far}${year === "" ? "" : ` (${year})`}`;
    add(record, `${type}${arrow}`, `${arrow}${title.zh}`, `${arrow}${title.en}`, [value]);
  };
  tell(from, to, "");
  tell(to, from, "← ");
}

function measure(
  records: ReadonlyMap<string, Map<string, Field>>,
  row: TableRow,
  names: ReadonlyMap<string, string>,
): void {
  const { subject = "", metric = "", period = "", value = "", unit = "" } = row;
  const record = records.get(subject);
  if (record === undefined) return;
  const prefix = kindOf("Metric").prefix;
  const name = names.get(metric) ?? names.get(`${prefix}:${metric}`) ?? metric;
  add(record, `figure ${metric} ${period}`, `${name} ${period}`, `${name} ${period}`, [
    `${value} ${unit}`.trim(),
  ]);
}

/** Both records field by field: what differs first, then what is alike, then what only one side says. */
export function compareRecords(own: SideRecord | undefined, other: SideRecord | undefined): ComparedField[] {
  const keys = new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])]);
  const fields = [...keys].map((key): ComparedField => {
    const [a, b] = [own?.get(key), other?.get(key)];
    const [left, right] = [a?.values ?? [], b?.values ?? []];
    const shared = left.some((value) => right.includes(value));
    const is = left.length === 0 || right.length === 0 ? "one side" : shared ? "alike" : "differs";
    const unit = a?.unit ?? b?.unit;
    return {
      zh: a?.zh ?? b?.zh ?? key,
      en: a?.en ?? b?.en ?? key,
      own: left,
      other: right,
      ...(unit === undefined ? {} : { unit }),
      is,
    };
  });
  const order = ["differs", "alike", "one side"];
  const named = (field: ComparedField): number => (field.en === "name" ? -1 : order.indexOf(field.is));
  return fields.sort((one, another) => named(one) - named(another));
}
