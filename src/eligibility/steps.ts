// What code finds out between the statement that finds a measure or a rung and the one that tells of its enterprises.

import type { Cache } from "../cache/cache.ts";
import { IndustryGraphError } from "../errors.ts";
import { argumentValue } from "../plan/values.ts";
import type { Arguments, Code, CodeRequest } from "../run/step.ts";
import { withDeadline } from "../store/deadline.ts";
import type { GraphStore, Json } from "../store/port.ts";
import type { Condition, Day } from "./columns.ts";
import {
  countsOf,
  insideAll,
  type Place,
  type PlaceIn,
  pageOf,
  ranksOf,
  rulingOut,
  type Stretch,
  statuses,
} from "./rank.ts";
import { createSnapshots, type Snapshot } from "./snapshot.ts";

/** The day given, null where none is. */
const asOfIn = (args: Arguments): string | null =>
  (argumentValue("asOf", "Date", args.asOf) as string | null) ?? null;

const dayOf = (args: Arguments, today: Json | undefined): Day => {
  const asOf = asOfIn(args);
  return { day: asOf ?? String(today), asOf };
};

/** Rows of a page: one more than asked for, so that it is known whether there are others. */
const rowsOf = (args: Arguments): number => Number(args.last ?? args.first ?? 20) + 1;

/** The keys of the cursors given. */
type Cursors = Pick<CodeRequest, "after" | "before">;

/**
 * What lies between the cursors given.
 * @param classOf the class of rows whose first key is this
 */
async function stretchOf(
  snapshot: Snapshot,
  args: Arguments,
  { after, before }: Cursors,
  classOf: (key: Json) => number,
): Promise<Stretch> {
  const at = async (keys: readonly Json[] | undefined, behind: number): Promise<PlaceIn | undefined> => {
    if (keys === undefined) return undefined;
    const [key = null, name = null, id = null] = keys;
    const place = snapshot.rowIndex.places.get(String(id));
    if (place !== undefined) return { of: classOf(key), place: place + behind };
    // Of one that is no longer there it is where it would be.
    const [row] = await snapshot.run("up-to", { name, id });
    return { of: classOf(key), place: Number(row?.n ?? 0) };
  };
  const [from, until] = await Promise.all([at(after, 1), at(before, 0)]);
  return { from, until, backward: typeof args.last === "number" };
}

/** What is found about one measure or rung. */
interface Found {
  readonly rows: Json[];
  /** Why there can never be anything, where it is so. */
  readonly never?: Error;
}

const unchanged = { condition: null, atLeast: null, atMost: null, target: null, drop: null };

/** The conditions of a measure on a day, those of one changed where a change is given; undefined where it is no measure. */
async function conditionsOf(
  snapshot: Snapshot,
  id: string,
  asOf: string | null,
  change: Readonly<Record<string, Json>> = unchanged,
): Promise<{ conditions: Condition[]; given: boolean; today: Json } | undefined> {
  const [row] = await snapshot.run("conditions", { ...unchanged, ...change, id, asOf });
  if (row === undefined) return undefined;
  return { conditions: row.conditions as Condition[], given: row.given === true, today: row.today ?? null };
}

async function candidatesOf(
  snapshot: Snapshot,
  parent: string,
  args: Arguments,
  cursors: Cursors,
): Promise<Found> {
  const asked = await conditionsOf(snapshot, parent, asOfIn(args));
  if (asked === undefined) return { rows: [] };
  const day = dayOf(args, asked.today);
  const ranks = await ranksOf(snapshot, day, asked.conditions, asked.given, args as Place);
  const wanted = (args.status ?? statuses.slice(0, 3)) as readonly string[];
  const order = statuses.flatMap((status, rank) => (wanted.includes(status) ? [rank] : []));
  const counts = countsOf(ranks);
  const stretch = await stretchOf(snapshot, args, cursors, Number);
  const rows = pageOf(ranks, order, rowsOf(args), stretch).map((place) => ({
    id: snapshot.rowIndex.ids[place] ?? null,
    rank: ranks[place] ?? null,
  }));
  const total = order.reduce((sum, rank) => sum + (counts[rank] ?? 0), 0);
  // Whoever asks for one status alone asks how many there are of it, and has the others beside.
  const isWhoCould = statuses.every((status) => wanted.includes(status) === (status !== "INELIGIBLE"));
  const out =
    total === 0 && isWhoCould ? await rulingOut(snapshot, day, asked.conditions, args as Place) : undefined;
  return { rows: [{ parent, rows, total }], ...(out && { never: isElsewhere(parent, args as Place, out) }) };
}

/** What is told where nobody of a place can have a measure, since it is for another. */
const isElsewhere = (measure: string, { region, park }: Place, { target }: Condition): Error =>
  new IndustryGraphError(
    "BAD_ARGUMENT",
    `${park == null ? "region" : "park"}: ${JSON.stringify(measure)} is for ${JSON.stringify(target)}, and nobody in ${[
      park,
      region,
    ]
      .filter((one) => one != null)
      .map((one) => JSON.stringify(one))
      .join(" and ")} is there: name a place in it, or ask for status: [INELIGIBLE] to see them.`,
  );

async function whatIfOf(snapshot: Snapshot, parent: string, args: Arguments): Promise<Found> {
  const { condition, atLeast, atMost, target, drop } = args as Record<string, Json>;
  const change = { condition, atLeast, atMost, target, drop };
  const given = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? null]));
  const sides = await Promise.all(
    [undefined, given].map(async (one) => {
      const asked = await conditionsOf(snapshot, parent, asOfIn(args), one);
      if (asked === undefined) return undefined;
      const day = dayOf(args, asked.today);
      const counts = countsOf(await ranksOf(snapshot, day, asked.conditions, asked.given, args as Place));
      return Object.fromEntries(statuses.map((status, rank) => [status.toLowerCase(), counts[rank] ?? 0]));
    }),
  );
  const [before, afterwards] = sides;
  return {
    rows: before === undefined || afterwards === undefined ? [] : [{ parent, before, after: afterwards }],
  };
}

/** Of a track's heights: none of its titles, one that no longer stands, else two more than the rung. */
const untitled = 0;
const lapsed = 1;

async function rungsOf(
  snapshot: Snapshot,
  parent: string,
  args: Arguments,
  cursors: Cursors,
): Promise<Found> {
  const [row] = await snapshot.run("rung", { id: parent });
  if (row === undefined) return { rows: [] };
  const day = dayOf(args, row.today);
  const { track = null, rung = null } = row;
  const size = snapshot.rowIndex.ids.length;
  const [inside, heights] = await Promise.all([
    insideAll(snapshot, day, args as Place),
    snapshot.materialised(JSON.stringify(["heights", track, day]), size, async () => {
      const found = new Uint8Array(size);
      for (const { height, ids } of await snapshot.run("heights", { track, day: day.day, asOf: day.asOf })) {
        const one = height === null || height === undefined ? lapsed : Number(height) + 2;
        for (const place of snapshot.placesOf(ids as string[])) found[place] = one;
      }
      return found;
    }),
  ]);
  const classes =
    inside === undefined ? heights : heights.map((one, place) => (inside[place] === 1 ? one : lapsed));
  const below =
    rung === null ? [] : Array.from({ length: Number(rung) }, (_, index) => Number(rung) + 1 - index);
  // Of unknown rung are only those of a place: else everyone would be.
  const order = [
    ...below.filter((one) => one > lapsed),
    ...(inside !== undefined && rung !== null ? [untitled] : []),
  ];
  const classOf = (key: Json): number => (key === null ? untitled : Number(key) + 2);
  const stretch = await stretchOf(snapshot, args, cursors, classOf);
  const rows = pageOf(classes, order, rowsOf(args), stretch).map((place) => {
    const one = classes[place] ?? untitled;
    return { id: snapshot.rowIndex.ids[place] ?? null, rung: one === untitled ? null : one - 2 };
  });
  const total = classes.reduce((sum, one) => sum + (order.includes(one) ? 1 : 0), 0);
  return { rows: [{ parent, rows, total }] };
}

/** The arguments of a field that its step honours; all others are its question's, or those of pages. */
export const stepArguments = {
  candidates: ["region", "park", "status", "asOf"],
  whatIf: ["condition", "atLeast", "atMost", "target", "drop", "region", "park", "asOf"],
  rungs: ["region", "park", "asOf"],
} as const;

/** The steps over a store, by name. What they find is kept for as long as one dataset version answers. */
export function createSteps(
  store: GraphStore,
  cache: Cache,
): Readonly<Record<keyof typeof stepArguments, Code>> {
  const snapshotNow = createSnapshots(store, cache);
  const each =
    (one: (snapshot: Snapshot, parent: string, args: Arguments, cursors: Cursors) => Promise<Found>): Code =>
    ({ parents, args, after, before, read, version }) => {
      const found = async (): Promise<Json[]> => {
        const snapshot = await snapshotNow(await version(), read);
        const all = await Promise.all(
          parents.map((parent) => one(snapshot, parent, args, { after, before })),
        );
        // Beside others that can be answered, nobody is an answer.
        const [first, ...others] = all.map(({ never }) => never);
        if (first !== undefined && others.every((never) => never !== undefined)) throw first;
        return all.flatMap(({ rows }) => rows);
      };
      return withDeadline(found(), read, () => undefined);
    };
  return { candidates: each(candidatesOf), whatIf: each(whatIfOf), rungs: each(rungsOf) };
}
