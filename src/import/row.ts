// One row of a mapped sheet as facts: its entity, what it relates to, its figures.
import { type Kind, kindOf, propertiesOf, type RelationType } from "../ontology/model.ts";
import { nameKey } from "../text/normalise.ts";
import { type CellProblem, type Facts, newFacts, put } from "./facts.ts";
import { headingOf } from "./header.ts";
import { type Identity, identify, idFor } from "./identity.ts";
import type { Known, KnownEntity } from "./known.ts";
import type { MappedColumn, Mapping } from "./mapping.ts";
import { cellText, type SheetCell } from "./sheet.ts";
import type { TableRow } from "./tables.ts";
import { amountFrom, dateFrom, propertyText, several, yesNoFrom } from "./values.ts";

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
}

export interface RowResult {
  readonly facts: Facts;
  readonly problems: readonly CellProblem[];
  readonly identity: Identity;
}

interface Reading extends RowContext {
  readonly cells: readonly SheetCell[];
  readonly cited: string;
  readonly entity: TableRow;
  readonly facts: Facts;
  readonly complain: (column: Column, problem: { readonly zh: string; readonly en: string }) => void;
}

/** Units of figures whose heading names none. */
const usualUnits: readonly (readonly [RegExp, string])[] = [
  [/人数|人员/, "人"],
  [/专利|知识产权/, "件"],
  [/占比|率$|强度|比重/, "%"],
];

const yearIn = (cell: SheetCell | undefined): string | undefined =>
  /(?:19|20)\d{2}/.exec(cellText(cell))?.[0];

/** The id of a far end; one that is not known is made, with the row as its source. */
function endOf({ known, earlier, facts, cited }: Reading, kind: Kind, name: string): string {
  const again = ({ id }: KnownEntity): string => {
    const row = earlier.get(id);
    if (row !== undefined && !(facts.entities.get(kind) ?? []).some((one) => one.id === id))
      put(facts.entities, kind, { ...row, sources: cited });
    return id;
  };
  const [found] = known.named(kind, name);
  if (found !== undefined) return again(found);
  const [shortly, other] = known.shortly(kind, name);
  if (shortly !== undefined && other === undefined) return again(shortly);
  // What this row makes is known to others only once the row is taken.
  const made = facts.entities.get(kind) ?? [];
  const before = made.find((row) => row.name !== undefined && nameKey(row.name) === nameKey(name));
  if (before?.id !== undefined) return before.id;
  const id = idFor(kind, name, (one) => known.has(one) || made.some((row) => row.id === one));
  put(facts.entities, kind, { id, name, sources: cited });
  return id;
}

function readProperties({ columns, cells, entity, mapping, complain }: Reading): void {
  const properties = propertiesOf(mapping.kind as Kind);
  for (const column of columns) {
    const { target, index, heading } = column;
    const cell = cells[index] ?? null;
    const property = target.to === "property" ? properties[target.property] : undefined;
    if (target.to !== "property" || property === undefined || cellText(cell) === "") continue;
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
  const amount = amountFrom(cells[index] ?? null, target.unit);
  if ("problem" in amount) {
    complain(column, amount.problem);
    return;
  }
  const { value, bound } = amount.value;
  const unit = amount.value.unit ?? usualUnits.find(([word]) => word.test(heading))?.[1];
  if (unit === undefined) {
    const better = `${heading}(万元)`;
    complain(column, {
      zh: `请在表头写明单位，如 ${better}`,
      en: `name the unit in the heading, as ${better}`,
    });
    return;
  }
  const metric = endOf(reading, "Metric", target.metric).slice(kindOf("Metric").prefix.length + 1);
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
    complain: ({ column, heading, index }, { zh, en }) => {
      problems.push({ row: number, column, heading, cell: cellText(cells[index]), zh, en });
    },
  };
  const { entity, facts, known, columns, mapping, cited } = reading;
  readProperties(reading);
  const identity = identify(mapping.kind as Kind, name, entity.creditCode, known);
  entity.id = identity.is === "same" ? identity.entity.id : identity.id;
  if (identity.is === "same" && identity.entity.name !== name) entity.aliases = name;
  readAliases(reading);
  const yearColumn = columns.find(({ target }) => target.to === "year");
  const year = yearColumn === undefined ? undefined : yearIn(cells[yearColumn.index]);
  for (const column of columns) {
    const cell = cells[column.index] ?? null;
    if (cellText(cell) === "") continue;
    readRelation(reading, column);
    readFigure(reading, column, year);
    if (column.target.to === "relationYear" && "problem" in dateFrom(cell))
      reading.complain(column, { zh: "不是年份", en: "is no year" });
  }
  entity.sources = cited;
  put(facts.entities, mapping.kind as Kind, entity);
  return { facts, problems, identity };
}
