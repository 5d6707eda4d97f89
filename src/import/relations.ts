// The cells of a row that name other entities: each an end of a relation, known already or made with the row as its source.
import { type Kind, kindOf, type RelationType } from "../ontology/model.ts";
import { nameKey } from "../text/normalise.ts";
import { parseTitle } from "../text/parse-title.ts";
import { put } from "./facts.ts";
import { idFor } from "./identity.ts";
import type { KnownEntity } from "./known.ts";
import { placeKindOf, sizeOf } from "./place-headings.ts";
import { type Column, type Reading, yearIn } from "./reading.ts";
import { cellText } from "./sheet.ts";
import { saysNothing, several, yesNoFrom } from "./values.ts";

/** The one known entity of a kind that a name means, shortly said or whole. */
function knownOf({ known }: Reading, kind: Kind, name: string): KnownEntity | undefined {
  const [found] = known.named(kind, name);
  if (found !== undefined) return found;
  const [shortly, other] = known.shortly(kind, name);
  return other === undefined ? shortly : undefined;
}

/** A place that its row says a new one lies in: 无锡市 in 无锡市宜兴市, or the larger region of another column. */
function wholeOf(reading: Reading, name: string, id: string): string | undefined {
  const own = sizeOf(name);
  const larger = (size: number | undefined): boolean => size === undefined || own === undefined || size > own;
  const idOf = (text: string): string | undefined => {
    const made = (reading.facts.entities.get("Region") ?? []).find(
      (row) => nameKey(row.name ?? "") === nameKey(text),
    );
    const found = made?.id ?? knownOf(reading, "Region", text)?.id;
    return found === id ? undefined : found;
  };
  const within = parseTitle("Region", name).places.at(-1);
  const said = within === undefined ? undefined : idOf(within.stem);
  if (said !== undefined) return said;
  const beside = reading.columns
    .filter(({ target }) => target.to === "relation" && target.kind === "Region")
    .flatMap(({ index }) => several(reading.cells[index] ?? null))
    .filter((text) => sizeOf(text) !== undefined && larger(sizeOf(text)) && text !== name)
    .sort((one, other) => (sizeOf(one) ?? 0) - (sizeOf(other) ?? 0));
  return beside.map(idOf).find((found) => found !== undefined);
}

/** Makes an end that is not known. A region that its row places in another is part of that. */
function make(reading: Reading, kind: Kind, id: string, name: string): string {
  const { facts, cited } = reading;
  put(facts.entities, kind, { id, name, sources: cited });
  const whole = kind === "Region" ? wholeOf(reading, name, id) : undefined;
  if (whole !== undefined) put(facts.relations, "PART_OF", { from: id, to: whole, sources: cited });
  if (!reading.earlier.has(id)) facts.made.push({ kind, name, whole: whole !== undefined });
  return id;
}

/** The id of a far end; one that is not known is made, with the row as its source. */
export function endOf(reading: Reading, kind: Kind, name: string): string {
  const { known, earlier, facts, identify } = reading;
  const made = facts.entities.get(kind) ?? [];
  // Only that there is such a thing: what the earlier file said of it is not said again.
  const again = (id: string): string => {
    const row = earlier.get(id);
    if (row !== undefined && !made.some((one) => one.id === id)) make(reading, kind, id, row.name ?? name);
    return id;
  };
  // What this row makes is known to others only once the row is taken.
  const before = made.find((row) => row.name !== undefined && nameKey(row.name) === nameKey(name));
  if (before?.id !== undefined) return before.id;
  if (kind === "Enterprise") {
    const record = { name };
    const identity = identify(kind, record);
    // What is surely known is only mentioned: it needs no entity of the layer's own.
    if (identity.same !== undefined && !known.has(identity.id)) return identity.same;
    reading.named.push({ name, record, identity });
    return known.isMet(identity.id)
      ? identity.id
      : earlier.has(identity.id)
        ? again(identity.id)
        : make(reading, kind, identity.id, name);
  }
  const found = knownOf(reading, kind, name);
  if (found !== undefined) return again(found.id);
  return make(
    reading,
    kind,
    idFor(kind, name, (one) => known.has(one) || made.some((row) => row.id === one)),
    name,
  );
}

/** The kind of an end: a column of places has regions and parks mixed, 东港镇 beside 锡山经济技术开发区. */
function kindOfEnd(reading: Reading, relation: string, kind: Kind, name: string): Kind {
  if (relation !== "LOCATED_IN" || knownOf(reading, kind, name) !== undefined) return kind;
  const other = kind === "Region" ? "Park" : "Region";
  if (knownOf(reading, other, name) !== undefined) return other;
  return placeKindOf(name) ?? kind;
}

/** A certification with the year in its name, as 省级专精特新（2022年）. */
const dated = /^(.+?)[(（]?((?:19|20)\d{2})年?(?:度)?(?:认定|获评|入选)?[)）]?$/;

/** Whether a cell says that its row has what the column is about, and since which year: 是, 2022年, 是（2022年6月）. */
function heldFrom(cell: Parameters<typeof yesNoFrom>[0]): {
  readonly held?: boolean;
  readonly year?: string;
} {
  const plain = yesNoFrom(cell);
  if (plain !== undefined) return { held: plain };
  const text = cellText(cell);
  const year = /^(?:是|有|√|已认定|已获评|认定于|获评于)?[\s(,，:：]*((?:19|20)\d{2})(?:年|[-/.]|\)|$)/.exec(
    text,
  )?.[1];
  if (year !== undefined) return { held: true, year };
  return saysNothing(cell) ? { held: false } : {};
}

/** Reads what a column of a row says of relations. */
export function readRelation(reading: Reading, column: Column): void {
  const { target, index } = column;
  if (target.to !== "relation") return;
  const { columns, cells, entity, facts, cited, complain } = reading;
  const cell = cells[index] ?? null;
  const { relation, way, end } = target;
  const add = (far: string, year: string | undefined): void => {
    const own = entity.id ?? "";
    // 集团 of itself: an enterprise that is named as its own parent says that it has none.
    if (far === own) return;
    const ends = way === "out" ? { from: own, to: far } : { from: far, to: own };
    put(facts.relations, relation as RelationType, {
      ...ends,
      ...(year === undefined ? {} : { year }),
      sources: cited,
    });
  };
  if (end !== undefined) {
    const { held, year } = heldFrom(cell);
    if (held === undefined) complain(column, { zh: "请写 是、否 或年份", en: "write 是, 否 or a year" });
    else if (held) add(end, year);
    return;
  }
  const certified = relation === "CERTIFIED_AS";
  const yearColumn = columns.find(
    (one) => one.target.to === "relationYear" && one.target.relation === relation,
  );
  const year = yearColumn === undefined ? undefined : yearIn(cells[yearColumn.index]);
  for (const value of several(cell)) {
    const inside = certified ? dated.exec(value) : null;
    const name = inside?.[1] ?? value;
    // A mark names nothing: which title is meant must stand in the heading.
    if (yesNoFrom(name) !== undefined) {
      complain(column, {
        zh: `“${name}”不是名称：请在表头写明是哪一项，或在单元格中写名称`,
        en: `"${name}" names nothing: say in the heading which one is meant, or write its name`,
      });
      continue;
    }
    const kind = kindOfEnd(reading, relation, target.kind as Kind, name);
    add(endOf(reading, kind, name), inside?.[2] ?? year);
  }
}

/** The code of a metric, which figures name: its id without the prefix. */
export const metricOf = (reading: Reading, name: string): string =>
  endOf(reading, "Metric", name).slice(kindOf("Metric").prefix.length + 1);
