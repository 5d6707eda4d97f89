// What is known of all enterprises about one condition: a column of bytes, by their places in the row index.
import type { Predicate } from "../ontology/condition.ts";
import type { Json } from "../store/port.ts";
import type { Snapshot } from "./snapshot.ts";
import { weights } from "./weights.ts";

/** A condition as cypher/generated/eligibility/conditions gives it. */
export interface Condition {
  readonly predicate: Predicate;
  readonly negated: boolean | null;
  /** Its way among alternatives; 0 where all ways ask for it. */
  readonly group: number;
  /** What it weighs for those of whom nothing is known. */
  readonly d: number;
  readonly [property: string]: Json;
}

/** The day that is asked about. */
export interface Day {
  readonly day: string;
  /** The day given; null where it is today, and what has no date counts. */
  readonly asOf: string | null;
}

const familyOf: Readonly<Record<Predicate, string>> = {
  HOLDS: "certs",
  HOLDS_LEVEL: "certs",
  FIRST_RECOGNITION: "certs",
  RE_EXAMINATION: "certs",
  IN_REGION: "places",
  IN_PARK: "places",
  IN_CLUSTER: "memberships",
  LISTED: "listings",
  FIGURE: "figures",
  CAPITAL: "capital",
  FOUNDED: "founded",
};

/** A byte of a column: 0 where nothing is known, else one more than the place of the weight in this list. */
const known = [weights.met, weights.unknown, weights.unmet, weights.fixed] as const;
const byteOf = (weight: number): number => known.indexOf(weight as (typeof known)[number]) + 1;

/** What is so is not changed by wanting it otherwise; unknown stays unknown. */
function signed(weight: number, negated: boolean): number {
  if (!negated) return weight;
  return weight === weights.met ? weights.fixed : weight === weights.unknown ? weights.unknown : weights.met;
}

/** The weight that each byte of a condition's column stands for. */
export const weightsOf = (condition: Condition): readonly number[] => [
  condition.d,
  ...known.map((weight) => signed(weight, condition.negated === true)),
];

/** Who has a site where, by the site's id. */
export const sitesAt = (snapshot: Snapshot, day: Day): Promise<ReadonlyMap<string, Uint32Array>> =>
  snapshot.materialised(`sites ${day.day}`, snapshot.rowIndex.ids.length * 8, async () => {
    const rows = await snapshot.run("tenants", { day: day.day });
    return new Map(rows.map((row) => [String(row.site), snapshot.placesOf(row.ids as string[])]));
  });

/** Who has a site in a region or park: 1 at their places. */
export function insideOf(snapshot: Snapshot, day: Day, whole: string): Promise<Uint8Array> {
  const size = snapshot.rowIndex.ids.length;
  return snapshot.materialised(`inside ${whole} ${day.day}`, size, async () => {
    const [sites, rows] = await Promise.all([sitesAt(snapshot, day), snapshot.run("within", { id: whole })]);
    const inside = new Uint8Array(size);
    for (const { id } of rows) for (const place of sites.get(String(id)) ?? []) inside[place] = 1;
    return inside;
  });
}

async function placeColumn(snapshot: Snapshot, day: Day, k: Json): Promise<Uint8Array> {
  const sites = await sitesAt(snapshot, day);
  const rows = await snapshot.run("places", { k, sites: [...sites.keys()] });
  const column = new Uint8Array(snapshot.rowIndex.ids.length);
  // Of several sites the least code decides: written last.
  for (const { id, code } of rows.sort((one, other) => Number(other.code) - Number(one.code))) {
    const byte = byteOf(Number(code) % 1_000);
    for (const place of sites.get(String(id)) ?? []) column[place] = byte;
  }
  return column;
}

/** The column of a condition. Conditions that differ in no more than their names share one. */
export function columnOf(snapshot: Snapshot, day: Day, condition: Condition): Promise<Uint8Array> {
  const family = familyOf[condition.predicate];
  const { id: _id, group: _group, negated: _negated, d: _d, ...k } = condition;
  const key = JSON.stringify([family, k, day.day, day.asOf === null]);
  return snapshot.materialised(key, snapshot.rowIndex.ids.length, async () => {
    if (family === "places") return placeColumn(snapshot, day, k);
    const rows = await snapshot.run(family, { k, day: day.day, asOf: day.asOf });
    const column = new Uint8Array(snapshot.rowIndex.ids.length);
    for (const { w, ids } of rows) {
      const byte = byteOf(Number(w));
      for (const place of snapshot.placesOf(ids as string[])) column[place] = byte;
    }
    return column;
  });
}
