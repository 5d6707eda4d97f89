// From what is known about each condition to where every enterprise stands, and from there to pages and numbers.
import { type Condition, columnOf, type Day, insideOf, weightsOf } from "./columns.ts";
import type { Snapshot } from "./snapshot.ts";
import { weights } from "./weights.ts";

/** The ranks by number. */
export const statuses = ["ELIGIBLE", "NEARLY", "UNKNOWN", "INELIGIBLE"] as const;

/** The rank of those who are not in the place asked for. */
export const outside = 255;

/** Where a sum of weights stands: all met, one or two changes short, not known, or ruled out. */
const rankOf = (sum: number): number =>
  sum === 0 ? 0 : sum >= weights.fixed ? 3 : sum % weights.unmet === 0 ? 1 : 2;

export interface Place {
  readonly region?: string | null;
  readonly park?: string | null;
}

/** Marks of those in the region and the park asked for; undefined where neither is asked for. */
export async function insideAll(
  snapshot: Snapshot,
  day: Day,
  { region, park }: Place,
): Promise<Uint8Array | undefined> {
  const wholes = [park, region].filter((whole) => typeof whole === "string");
  if (wholes.length === 0) return undefined;
  const [first, second] = await Promise.all(wholes.map((whole) => insideOf(snapshot, day, whole)));
  return second === undefined ? first : first?.map((one, place) => one & (second[place] ?? 0));
}

/** The rank of each enterprise: the best way among alternatives counts. Without conditions no one is eligible. */
export async function ranksOf(
  snapshot: Snapshot,
  day: Day,
  conditions: readonly Condition[],
  given: boolean,
  place: Place,
): Promise<Uint8Array> {
  const [inside, columns] = await Promise.all([
    insideAll(snapshot, day, place),
    Promise.all(conditions.map((condition) => columnOf(snapshot, day, condition))),
  ]);
  const tables = conditions.map(weightsOf);
  const chosen = [...new Set(conditions.map(({ group }) => group).filter((group) => group > 0))];
  const ways = (chosen.length === 0 ? [0] : chosen).map((group) =>
    conditions.flatMap((one, index) => (one.group === 0 || one.group === group ? [index] : [])),
  );
  return new Uint8Array(snapshot.rowIndex.ids.length).map((_, enterprise) => {
    if (inside !== undefined && inside[enterprise] === 0) return outside;
    let best = 3;
    for (const way of ways) {
      let sum = 0;
      for (const index of way) sum += tables[index]?.[columns[index]?.[enterprise] ?? 0] ?? 0;
      best = Math.min(best, rankOf(sum));
    }
    return given || best === 3 ? best : 2;
  });
}

/** Whether a place asked for has no part in common with another, whoever is there. */
async function isApart(snapshot: Snapshot, { region, park }: Place, target: string): Promise<boolean> {
  const within = async (id: string): Promise<string[]> =>
    (await snapshot.run("within", { id })).map((row) => String(row.id));
  const there = new Set(await within(target));
  for (const asked of [park, region])
    if (typeof asked === "string" && !(await within(asked)).some((id) => there.has(id))) return true;
  return false;
}

/**
 * The condition on a place, asked on every way, that rules out all of those who are in the place asked for; undefined where
 * there is none. Where nobody is known to be there, the places themselves tell.
 */
export async function rulingOut(
  snapshot: Snapshot,
  day: Day,
  conditions: readonly Condition[],
  place: Place,
): Promise<Condition | undefined> {
  const inside = await insideAll(snapshot, day, place);
  if (inside === undefined) return undefined;
  const isEmpty = !inside.includes(1);
  for (const condition of conditions) {
    const isOfPlace = condition.predicate === "IN_REGION" || condition.predicate === "IN_PARK";
    if (!isOfPlace || condition.negated === true || condition.group > 0) continue;
    if (isEmpty) {
      if (await isApart(snapshot, place, String(condition.target))) return condition;
      continue;
    }
    const [column, table] = [await columnOf(snapshot, day, condition), weightsOf(condition)];
    const isOut = (enterprise: number): boolean => (table[column[enterprise] ?? 0] ?? 0) >= weights.fixed;
    if (inside.every((one, enterprise) => one === 0 || isOut(enterprise))) return condition;
  }
  return undefined;
}

/** How many stand at each rank. */
export function countsOf(ranks: Uint8Array): number[] {
  const counts = statuses.map(() => 0);
  for (const rank of ranks) if (rank < counts.length) counts[rank] = (counts[rank] ?? 0) + 1;
  return counts;
}

/** A place within a class. */
export interface PlaceIn {
  readonly of: number;
  readonly place: number;
}

/** What a page is cut from, and from which end: it begins at `from` and ends before `until`. */
export interface Stretch {
  readonly from?: PlaceIn;
  readonly until?: PlaceIn;
  readonly backward?: boolean;
}

/**
 * The places in the row index of one page: classes in the order given, within each by the row index.
 * @param classes what each enterprise is of, by place
 * @param order the classes wanted, the first first
 * @param size how many places at the most
 */
export function pageOf(
  classes: Uint8Array,
  order: readonly number[],
  size: number,
  { from, until, backward = false }: Stretch = {},
): number[] {
  const start = from === undefined ? 0 : order.indexOf(from.of);
  const end = until === undefined ? order.length : order.indexOf(until.of) + 1;
  if (start < 0 || end === 0) return [];
  const wanted = order.slice(start, end);
  const page: number[] = [];
  for (const one of backward ? wanted.reverse() : wanted) {
    const least = from?.of === one ? from.place : 0;
    const beyond = until?.of === one ? until.place : classes.length;
    let place = backward ? beyond : least - 1;
    while (page.length < size) {
      // From a negative place on, `lastIndexOf` would count from the end.
      if (backward) place = place === 0 ? -1 : classes.lastIndexOf(one, place - 1);
      else place = classes.indexOf(one, place + 1);
      if (place < least || place >= beyond) break;
      page.push(place);
    }
  }
  return page;
}
