// One row of a mapped sheet as facts: its entity, what it relates to, its figures.

import type { MatchRecord } from "../match/record.ts";
import { type Kind, kindOf, propertiesOf, type RelationType } from "../ontology/model.ts";
import { nameKey } from "../text/normalise.ts";
import { type CellProblem, type Facts, newFacts, put } from "./facts.ts";
import { figureFrom } from "./figure-cells.ts";
import { headingOf } from "./header.ts";
import { type Decided, type Identity, identify, idFor } from "./identity.ts";
import { type Known, recordOf } from "./known.ts";
import type { MappedColumn, Mapping } from "./mapping.ts";
import { namesOfMetric } from "./metric-words.ts";
import { cellText, type SheetCell } from "./sheet.ts";
import type { TableRow } from "./tables.ts";
import { dateFrom, propertyText, saysNothing, several, yesNoFrom } from "./values.ts";

export interface Column extends MappedColumn {
  readonly index: number;
}

/** What is the same for all rows of an import. */
export interface RowContext {
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
  readonly stem: string;
  readonly known: Known;
  /** Rows that an earlier file of the series made, by id: made anew where they are met again. */
  readonly earlier: ReadonlyMap<string, TableRow>;
  readonly decided: Decided;
}

/** An entity that a row made, with what it may be the same as. */
export interface Met {
  readonly name: string;
  readonly record: MatchRecord;
  readonly identity: Identity;
}

export interface RowResult {
  readonly facts: Facts;
  readonly problems: readonly CellProblem[];
  /** The row's own entity first, then those that it names. */
  readonly met: readonly Met[];
}

interface Reading extends RowContext {
  readonly cells: readonly SheetCell[];
  readonly cited: string;
  readonly entity: TableRow;
  readonly facts: Facts;
  /** Enterprises that the row names and nothing known surely is. */
  readonly named: Met[];
  readonly complain: (column: Column, problem: { readonly zh: string; readonly en: string }) => void;
}

const yearIn = (cell: SheetCell | undefined): string | undefined =>
  /(?:19|20)\d{2}/.exec(cellText(cell))?.[0];

/** The id of a far end; one that is not known is made, with the row as its source. */
function endOf(reading: Reading, kind: Kind, name: string): string {
  const { known, earlier, facts, cited, decided } = reading;
  const made = facts.entities.get(kind) ?? [];
  const again = (id: string): string => {
    const row = earlier.get(id);
    // Only that there is such a thing: what the earlier file said of it is not said again.
    if (row !== undefined && !made.some((one) => one.id === id))
      put(facts.entities, kind, { id, name: row.name ?? name, sources: cited });
    return id;
  };
  // What this row makes is known to others only once the row is taken.
  const before = made.find((row) => row.name !== undefined && nameKey(row.name) === nameKey(name));
  if (before?.id !== undefined) return before.id;
  const make = (id: string): string => {
    put(facts.entities, kind, { id, name, sources: cited });
    return id;
  };
  if (kind === "Enterprise") {
    const record = { name };
    const identity = identify(kind, record, known, decided);
    // What is surely known is only mentioned: it needs no entity of the layer's own.
    if (identity.same !== undefined && !known.has(identity.id)) return identity.same;
    reading.named.push({ name, record, identity });
    return known.isMet(identity.id)
      ? identity.id
      : earlier.has(identity.id)
        ? again(identity.id)
        : make(identity.id);
  }
  const [found] = known.named(kind, name);
  if (found !== undefined) return again(found.id);
  const [shortly, other] = known.shortly(kind, name);
  if (shortly !== undefined && other === undefined) return again(shortly.id);
  return make(idFor(kind, name, (one) => known.has(one) || made.some((row) => row.id === one)));
}

function readProperties({ columns, cells, entity, mapping, complain }: Reading): void {
  const properties = propertiesOf(mapping.kind as Kind);
  for (const column of columns) {
    const { target, index, heading } = column;
    const cell = cells[index] ?? null;
    const property = target.to === "property" ? properties[target.property] : undefined;
    if (target.to !== "property" || property === undefined || cellText(cell) === "") continue;
    // To a question of yes or no a dash is an answer.
    if (property.type !== "boolean" && saysNothing(cell)) continue;
    const value = propertyText(target.property, property, cell, headingOf(heading).unit);
    if ("problem" in value) complain(column, value.problem);
    else entity[target.property] = value.value;
  }
}

/** A certification with the year in its name, as 省级专精特新（2022年）. */
const dated = /^(.+?)[(（]?((?:19|20)\d{2})年?(?:度)?(?:认定|获评|入选)?[)）]?$/;

function readRelation(reading: Reading, column: Column): void {
  const { target, index } = column;
  if (target.to !== "relation") return;
  const { columns, cells, entity, facts, cited, complain } = reading;
  const cell = cells[index] ?? null;
  const { relation, way, end } = target;
  const add = (far: string, year: string | undefined): void => {
    const own = entity.id ?? "";
    const ends = way === "out" ? { from: own, to: far } : { from: far, to: own };
    put(facts.relations, relation as RelationType, {
      ...ends,
      ...(year === undefined ? {} : { year }),
      sources: cited,
    });
  };
  if (end !== undefined) {
    const only = /^((?:19|20)\d{2})年?$/.exec(cellText(cell))?.[1];
    const held = only !== undefined || yesNoFrom(cell);
    if (held === undefined) complain(column, { zh: "请写 是、否 或年份", en: "write 是, 否 or a year" });
    else if (held) add(end, only);
    return;
  }
  const certified = relation === "CERTIFIED_AS";
  const yearColumn = columns.find(
    (one) => one.target.to === "relationYear" && one.target.relation === relation,
  );
  const year = yearColumn === undefined ? undefined : yearIn(cells[yearColumn.index]);
  for (const value of several(cell)) {
    const inside = certified ? dated.exec(value) : null;
    add(endOf(reading, target.kind as Kind, inside?.[1] ?? value), inside?.[2] ?? year);
  }
}

function readFigure(reading: Reading, column: Column, year: string | undefined): void {
  const { target, index, heading } = column;
  if (target.to !== "figure") return;
  const { cells, entity, facts, cited, complain } = reading;
  if (saysNothing(cells[index] ?? null)) return;
  const amount = figureFrom(cells[index] ?? null, heading, target.unit);
  if ("problem" in amount) {
    complain(column, amount.problem);
    return;
  }
  const { value, unit, bound } = amount.value;
  // What is known under another usual name is that: figures of two metrics do not compare.
  const called = namesOfMetric(target.metric).find(
    (name) => reading.known.named("Metric", name).length === 1,
  );
  const metric = endOf(reading, "Metric", called ?? target.metric).slice(kindOf("Metric").prefix.length + 1);
  const period = target.year ?? year ?? "";
  const subject = entity.id ?? "";
  const id = [subject.slice(subject.indexOf(":") + 1), metric, period]
    .filter((part) => part !== "")
    .join("-");
  facts.observations.push({
    id: `${kindOf("Observation").prefix}:${id}`,
    subject,
    metric,
    value: String(value),
    unit,
    period,
    bound: bound === "EXACT" ? "" : bound,
    sources: cited,
  });
}

function readAliases({ columns, cells, entity }: Reading): void {
  const names = columns
    .filter(({ target }) => target.to === "aliases")
    .flatMap(({ index }) => several(cells[index] ?? null));
  const all = new Set([...(entity.aliases ?? "").split("|"), ...names]);
  const aliases = [...all].filter((name) => name !== "" && name !== entity.name);
  if (aliases.length > 0) entity.aliases = aliases.join("|");
}

/** The first region and park that a row names. */
function placesOf({ columns, cells }: Reading): { readonly region?: string; readonly park?: string } {
  const first = (kind: Kind): string | undefined => {
    const column = columns.find(
      ({ target }) => target.to === "relation" && target.relation === "LOCATED_IN" && target.kind === kind,
    );
    return column === undefined ? undefined : several(cells[column.index] ?? null)[0];
  };
  return { region: first("Region"), park: first("Park") };
}

/** Reads one row. @param number of the row in the sheet, from 1; the row is cited by it */
export function readRow(
  context: RowContext,
  cells: readonly SheetCell[],
  number: number,
  name: string,
): RowResult {
  const problems: CellProblem[] = [];
  const reading: Reading = {
    ...context,
    cells,
    cited: `${context.stem}:${number}`,
    entity: { id: "", name },
    facts: newFacts(),
    named: [],
    complain: ({ column, heading, index }, { zh, en }) => {
      problems.push({ row: number, column, heading, cell: cellText(cells[index]), zh, en });
    },
  };
  const { entity, facts, known, columns, mapping, cited } = reading;
  readProperties(reading);
  readAliases(reading);
  const record = recordOf(entity, placesOf(reading));
  const identity = identify(mapping.kind as Kind, record, known, context.decided);
  entity.id = identity.id;
  const yearColumn = columns.find(({ target }) => target.to === "year");
  const year = yearColumn === undefined ? undefined : yearIn(cells[yearColumn.index]);
  for (const column of columns) {
    const cell = cells[column.index] ?? null;
    if (cellText(cell) === "") continue;
    readRelation(reading, column);
    readFigure(reading, column, year);
    if (column.target.to === "relationYear" && !saysNothing(cell) && "problem" in dateFrom(cell))
      reading.complain(column, { zh: "不是年份", en: "is no year" });
  }
  entity.sources = cited;
  put(facts.entities, mapping.kind as Kind, entity);
  return { facts, problems, met: [{ name, record, identity }, ...reading.named] };
}
