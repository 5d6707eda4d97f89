// What the measures of a synthetic world are: which area gives which, for how much and under which conditions. Pure.
import {
  type Condition,
  capital,
  energy,
  foundedSince,
  holds,
  holdsLevel,
  holdsOrHigher,
  inCluster,
  inPark,
  inRegion,
  listed,
  recognised,
  renewed,
  revenue,
} from "./conditions.ts";
import { cities, districts, levels, provinces, tracks } from "./words.ts";
import { adminCode, countryId, regionId, type World } from "./world.ts";

/** A place whose government gives measures. */
export interface Area {
  /** The code of its region; `country` for all. */
  readonly code: string;
  readonly region: string;
  /** An index of `levels`: 0 is the country. */
  readonly level: number;
  /** Its number among all. */
  readonly index: number;
}

/** Sorts of measures by their conditions beside the place. */
export const sorts = ["first", "renewal", "growth", "cluster", "either", "unreported", "listed"] as const;
export type Sort = (typeof sorts)[number] | "park";

export interface Demand {
  readonly condition: Condition;
  readonly alternative?: number;
}

/** Districts give three sorts, cities four, provinces and the country all seven. */
const sortsOf = [sorts.length, sorts.length, 4, 3];

/** The areas from the country down to districts, of which only so many give measures. */
export function* areas({ reporting }: World): Generator<Area> {
  let [index, district] = [0, 0];
  yield { code: "country", region: countryId, level: 0, index: index++ };
  const area = (code: string, level: number): Area => ({
    code,
    region: regionId(code),
    level,
    index: index++,
  });
  for (const province of provinces.keys()) {
    yield area(adminCode(province), 1);
    for (const city of cities.keys()) {
      yield area(adminCode(province, city), 2);
      for (const part of districts.keys()) {
        const own = area(adminCode(province, city, part), 3);
        if (district++ < reporting) yield own;
      }
    }
  }
}

/** The sorts of measures that an area gives. */
export const sortsIn = (area: Area): readonly (typeof sorts)[number][] => sorts.slice(0, sortsOf[area.level]);

/** The id of a measure of an area by its code, or of a park by its index. */
export const measureId = (place: string | number, sort: Sort): string => `measure:synthetic-${place}-${sort}`;
export const policyId = (code: string): string => `policy:synthetic-${code}`;

/** Parks that give a measure of their own. */
export const givingParks = (world: World): number => Math.min(world.parks, 50);

/** The certification of a track, counted on from the last, and a level. */
export function certificationOf(turn: number, level: number): number {
  return (tracks.length - 1 - (turn % tracks.length)) * levels.length + level;
}

/** What a measure demands, the place included. */
export function demandsOf(area: Area, sort: (typeof sorts)[number]): Demand[] {
  const own = certificationOf(area.index, area.level);
  const above = certificationOf(area.index, Math.min(area.level, 2));
  const all = (...conditions: Condition[]): Demand[] =>
    [inRegion(area.region), ...conditions].map((condition) => ({ condition }));
  if (sort === "first") return all(recognised(own));
  if (sort === "renewal") return all(renewed(own));
  if (sort === "growth") return all(holdsOrHigher(above), revenue(20));
  if (sort === "cluster") return all(inCluster(area.index % 20), capital(5), foundedSince(2015));
  if (sort === "unreported") return all(energy);
  if (sort === "listed") return all(listed);
  return [
    ...all(),
    { condition: holdsLevel("NATIONAL"), alternative: 1 },
    { condition: holds(above), alternative: 2 },
    { condition: revenue(50), alternative: 2 },
    { condition: listed, alternative: 3 },
  ];
}

/** What the measure of a park demands. */
export function demandsOfPark(park: number): Demand[] {
  return [{ condition: inPark(park) }, { condition: holdsLevel("PROVINCIAL") }];
}
