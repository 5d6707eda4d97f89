// From CSV rows to the nodes and relations to store: validated by the ontology, with what is derived of them.
import { hash } from "node:crypto";
import { parseCitation, readCell } from "../ontology/cells.ts";
import { type FormerName, parseFormerName } from "../ontology/codes.ts";
import { isDate } from "../ontology/dates.ts";
import type { Properties, Property } from "../ontology/definitions.ts";
import { type Kind, kindOf, kindOfId, type RelationType, toldPropertiesOf } from "../ontology/model.ts";
import type { Json } from "../store/port.ts";
import { partsOf, storedKeys } from "../text/name-keys.ts";
import { nearTokens } from "../text/near.ts";
import { nameKey } from "../text/normalise.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { sortName } from "../text/pinyin.ts";
import { searchText } from "../text/search-text.ts";
import { toldText } from "../text/told-text.ts";
import { deriveEntity, deriveObservation, deriveRelation } from "./derive.ts";
import { normalise } from "./normalise.ts";
import type { Problems } from "./problems.ts";
import type { CsvRow } from "./read.ts";

export type Stored = Record<string, Json>;

/** A relation to store: the ids of its ends, and its properties. */
export interface StoredRelation {
  readonly from: string;
  readonly to: string;
  readonly properties: Stored;
}

const idPattern = /^[\p{L}\p{N}._-]+$/u;

const listed = new WeakMap<Properties, readonly (readonly [string, Property])[]>();

function entriesOf(columns: Properties): readonly (readonly [string, Property])[] {
  const known = listed.get(columns) ?? Object.entries(columns);
  listed.set(columns, known);
  return known;
}

/** Reads the cells of a row; problems are reported with file, line and column, and the value left out. */
export function readValues(row: CsvRow, columns: Properties, problems: Problems): Stored {
  const values: Stored = {};
  for (const [name, property] of entriesOf(columns)) {
    const text = row.cells[name];
    if (text === undefined) {
      if (property.required === true && row.columns.has(name))
        problems.add({ file: row.file, line: row.line, column: name, message: "is empty: it is required" });
      continue;
    }
    const cell = readCell(name, property, text);
    if ("problem" in cell)
      problems.add({ file: row.file, line: row.line, column: name, message: cell.problem });
    else values[name] = cell.value as Json;
  }
  return values;
}

/** Checks that an id is `prefix:name` with the kind's prefix. */
export function checkId(row: CsvRow, kind: Kind, id: string, problems: Problems): void {
  const { prefix } = kindOf(kind);
  if (id.startsWith(`${prefix}:`) && idPattern.test(id.slice(prefix.length + 1))) return;
  problems.add({
    file: row.file,
    line: row.line,
    column: "id",
    message: `${JSON.stringify(id)} is no id of this kind: write ${prefix}: and letters, digits, dots or hyphens`,
  });
}

/**
 * Checks that every citation names a document that is there, and a line that it has.
 * @param onCited is told each citation that can be read
 */
export function checkSources(
  row: CsvRow,
  values: Stored,
  kind: Kind | RelationType,
  documents: Pick<ReadonlyMap<string, number | undefined>, "has" | "get">,
  problems: Problems,
  onCited: (citation: { readonly stem: string; readonly line: number }) => void,
): void {
  const cited = (values.sources ?? []) as string[];
  const place = { file: row.file, line: row.line, column: "sources" };
  if (cited.length === 0 && kind !== "Document" && row.cells.sources === undefined) {
    problems.add({ ...place, message: "is empty: cite where it was said, as stem:line" });
  }
  for (const citation of cited) {
    const parsed = parseCitation(citation);
    if (parsed === undefined) continue;
    onCited(parsed);
    if (!documents.has(parsed.stem)) {
      const message = `${parsed.stem} is no stem of a document: add it to entities/Document.csv`;
      problems.add({ ...place, message });
    }
    const lines = documents.get(parsed.stem);
    if (lines !== undefined && parsed.line > lines)
      problems.add({ ...place, message: `${citation} lies beyond the last line, ${lines}` });
  }
}

/** A short hash of what is stored: two loads of the same row give the same. */
export function hashOf(stored: Stored | StoredRelation): string {
  return hash("sha1", JSON.stringify(stored), "base64url").slice(0, 16);
}

/** Completes what is to be stored, in place: it has been made for that, and there are millions. */
function sealed(values: Stored): Stored {
  values.sources ??= [];
  values.status ??= "STATED";
  values.hash = hashOf(values);
  return values;
}

/** What tells enterprises of one core apart: their places, the smallest first with all that it lies in, and 集团. */
function apartBy({ places, group }: ParsedName): Stored {
  const local = places.filter(({ level }) => level > 0);
  const stems = local.toReversed().flatMap(({ stem, within }) => [stem, ...within]);
  return {
    ...(stems.length === 0 ? {} : { placeStems: [...new Set(stems)] }),
    ...(group ? { grouped: true } : {}),
  };
}

/** What is told of an entity beside its names, as search looks for it. */
function toldBy(kind: Kind | undefined, values: Stored): Stored {
  if (kind === undefined) return {};
  const said = toldPropertiesOf(kind).flatMap((property) => values[property] ?? []);
  return said.length === 0 ? {} : { toldText: toldText(said.map(String)) };
}

/** The former names of a row, with their dates. */
export function formerNamesOf(values: Stored): FormerName[] {
  return ((values.formerNames ?? []) as string[]).flatMap((text) => parseFormerName(text, isDate) ?? []);
}

/** The node of a row of an entity file, with its search text, sort key and the keys of its name. */
export function entityNode(values: Stored): Stored {
  const name = String(values.name);
  const former = formerNamesOf(values);
  // A former name is a name like others to whoever asks by it; its dates stand apart.
  const aliases = [...new Set([...((values.aliases ?? []) as string[]), ...former.map((one) => one.name)])];
  const own = kindOfId(String(values.id));
  const kind = own ?? "";
  const names = [name, ...aliases];
  const parts = names.map((one) => partsOf(kind, one));
  const { core, brand } = parts[0] === undefined ? {} : storedKeys(parts[0]);
  return sealed({
    ...values,
    // What it is called once all that may be left off is: two of one core may be one thing twice.
    ...(core === undefined ? {} : { coreKey: core }),
    ...(brand === undefined ? {} : { brandKey: brand }),
    ...(kind === "Enterprise" && parts[0] !== undefined ? apartBy(parts[0]) : {}),
    ...deriveEntity(values),
    ...(former.length === 0
      ? {}
      : {
          formerNames: former.map((one) => one.name),
          formerSince: former.map((one) => one.since),
          formerUntil: former.map((one) => one.until),
        }),
    aliases,
    searchText: searchText(names, parts),
    nearText: nearTokens(parts, true),
    ...toldBy(own, values),
    sortName: sortName(name),
    nameKey: nameKey(name),
  });
}

/**
 * The node of an observation; its name says subject, metric and period.
 * @param metricUnit the normal unit of its metric, where that has one
 * @param verdict what came of it, where it is a target or forecast
 */
export function observationNode(
  values: Stored,
  subjectName: string,
  metricName: string,
  subjectKind?: string,
  metricUnit?: string,
  verdict?: string,
): Stored {
  const { subject: _subject, ...stated } = values;
  const normal = normalise(values, metricUnit);
  const own: Stored =
    "problem" in normal ? stated : { ...stated, normalisedValue: normal.value, normalisedUnit: normal.unit };
  const period = values.period === undefined ? [] : [String(values.period)];
  return sealed({
    ...own,
    name: [subjectName, metricName, ...period].join(" · "),
    aliases: [],
    ...toldBy("Observation", values),
    bound: values.bound ?? "EXACT",
    ...deriveObservation(own, subjectKind),
    ...(verdict === undefined ? {} : { verdict }),
    sortName: [String(values.metric), ...(period.length > 0 ? period : ["-"])].join(" "),
  });
}

/**
 * The relation of a row between two ids. Its identity: type, ends and, where given, key.
 * @param term years after which the certification at its end is re-examined
 */
export function relationOfRow(
  type: RelationType,
  from: string,
  to: string,
  values: Stored,
  term?: number,
): StoredRelation {
  const { from: _from, to: _to, ...own } = values;
  const id = [type, from, to, ...(own.key === undefined ? [] : [String(own.key)])].join("|");
  return { from, to, properties: sealed({ id, ...own, ...deriveRelation(own, term) }) };
}

/** The nodes by which an entity's aliases are looked up: one an alias, naming the entity. */
export function aliasNodes(values: Stored): Stored[] {
  const kind = kindOfId(String(values.id)) ?? "";
  const nodes = new Map<string, Stored>();
  for (const alias of (values.aliases ?? []) as string[]) {
    const key = nameKey(alias);
    if (key === "" || key === values.nameKey || nodes.has(key)) continue;
    const keys = storedKeys(partsOf(kind, alias));
    const node = { id: `alias:${key}|${String(values.id)}`, key, entity: String(values.id), ...keys };
    nodes.set(key, { ...node, hash: hashOf(node) });
  }
  return [...nodes.values()];
}

/** The node by which an entity is found under an id that was given up for its own: no name has such a key. */
export function movedAlias(was: string, entity: string): Stored {
  const node = { id: `alias:${was}`, key: was, entity };
  return { ...node, hash: hashOf(node) };
}
