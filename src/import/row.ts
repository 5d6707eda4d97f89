// One row of a mapped sheet as facts: its entity, what it relates to, its figures.

import { type Kind, kindOf, propertiesOf } from "../ontology/model.ts";
import { addressHeading, districtOf } from "./address.ts";
import { brokenAt, brokenProblem } from "./broken-cells.ts";
import { type CellProblem, type Facts, newFacts, put } from "./facts.ts";
import { figureFrom } from "./figure-cells.ts";
import { headingOf } from "./header.ts";
import { recordOf } from "./known.ts";
import { type Listing, listingFrom } from "./listing.ts";
import { namesOfMetric } from "./metric-words.ts";
import { periodOf } from "./part-of-year.ts";
import { type Column, type Met, type Reading, type RowContext, yearIn } from "./reading.ts";
import { metricOf, readRelation } from "./relations.ts";
import { cellText, type SheetCell } from "./sheet.ts";
import { dateFrom, propertyText, saysNothing, several } from "./values.ts";

export interface RowResult {
  readonly facts: Facts;
  readonly problems: readonly CellProblem[];
  /** The row's own entity first, then those that it names. */
  readonly met: readonly Met[];
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

/** What the cell about being listed says beside yes: the code of the shares, where no column has it. */
function listingOf({ columns, cells }: Reading): Listing | undefined {
  const column = columns.find(({ target }) => target.to === "property" && target.property === "listed");
  return column === undefined ? undefined : listingFrom(cellText(cells[column.index] ?? null));
}

/** The relation to the board, or else the exchange, where either is known. */
function readListing({ facts, known, entity, cited }: Reading, { on, year }: Listing): void {
  const [place] = on.flatMap((name) => known.named("Institution", name));
  if (place === undefined) return;
  put(facts.relations, "LISTED_ON", {
    from: entity.id ?? "",
    to: place.id,
    ...(year === undefined ? {} : { year }),
    sources: cited,
  });
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
  const { value, unit, bound, status } = amount.value;
  // What is known under another usual name is that: figures of two metrics do not compare.
  const called = namesOfMetric(target.metric).find(
    (name) => reading.known.named("Metric", name).length === 1,
  );
  const metric = metricOf(reading, called ?? target.metric);
  const whole = target.year ?? year;
  // A part of a year that nobody names is no period: the figure keeps none, as one without a year does.
  const period = whole === undefined ? "" : (periodOf(whole, target.part) ?? "");
  const subject = entity.id ?? "";
  const id = [subject.slice(subject.indexOf(":") + 1), metric, period.replace("/", "-")]
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
    status: status ?? "",
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

/** The district of a row's address, which is not kept and only tells it from others of its name. */
function districtIn({ columns, cells }: Reading): string | undefined {
  const addresses = columns.filter(({ heading }) => addressHeading.test(heading));
  return addresses
    .map(({ index }) => districtOf(cellText(cells[index] ?? null)))
    .find((one) => one !== undefined);
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
  const { entity, facts, columns, mapping, cited } = reading;
  for (const column of columns) {
    if (["nothing", "serial", "note"].includes(column.target.to)) continue;
    const broken = brokenAt(context.broken, number, column.index, cellText(cells[column.index]));
    if (broken !== undefined) reading.complain(column, brokenProblem(broken));
  }
  // A row is refused whole: nothing else need be read of one that is.
  if (problems.length > 0) return { facts, problems, met: [] };
  readProperties(reading);
  readAliases(reading);
  const listing = mapping.kind === "Enterprise" ? listingOf(reading) : undefined;
  if (listing?.code !== undefined) entity.stockCode ??= listing.code;
  const record = recordOf(entity, placesOf(reading));
  const region = record.region ?? districtIn(reading);
  const asked = region === undefined ? record : { ...record, region };
  const identity = context.identify(mapping.kind as Kind, record, asked);
  entity.id = identity.id;
  if (listing !== undefined) readListing(reading, listing);
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
