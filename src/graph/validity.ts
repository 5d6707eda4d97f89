// The one rule of what held when: a relation, whose beginning and end are days as the loader derived them, against
// the last day of `asOf`. Gives Cypher expressions; knows no engine and no schema.
import { IndustryGraphError } from "../errors.ts";
import { spanOfDate } from "../ontology/spans.ts";
import { bind, type Compiling, type Place } from "./frame.ts";

/**
 * The day that a date argument means: the first of what is written for `from`, the last for all others, so that
 * `asOf: "2021"` is the end of 2021 (截至2021年).
 */
export function dayMeant(argument: string, date: string): string {
  const span = spanOfDate(date);
  return argument === "from" ? span.start : span.end;
}

/** The date that a field is asked for. */
export interface AsOf {
  /** Parameter that holds the day. */
  readonly day: string;
  /** Whether what may or may not hold is left out. */
  readonly certain: boolean;
}

/** The date that a field is asked for, if any. @throws IndustryGraphError where `certain` stands without `asOf` */
export function asOfAt(compiling: Compiling, place: Place): AsOf | undefined {
  const { asOf, certain } = place.args;
  if (asOf !== null && asOf !== undefined) {
    const day = bind(compiling, place, (args) => dayMeant("asOf", String(args.asOf)));
    return { day, certain: certain === true };
  }
  if (certain !== true) return undefined;
  throw new IndustryGraphError("BAD_ARGUMENT", "certain asks what holds for certain at a date: give asOf.");
}

/** Ranks of validity, the better the lower. */
const ranks = ["VALID", "UNKNOWN", "ENDED", "NOT_YET"] as const;

/**
 * The rank of the relation in a variable on a day: 0 valid, 1 unknown, 2 ended, 3 not yet begun. Most are valid, and
 * what has certainly begun and not ended is neither of the others: so they are asked for the fewest days first.
 */
export function validityRank(edge: string, day: string): string {
  return [
    `CASE WHEN ${edge}.startLatest <= $${day} AND coalesce(${edge}.endEarliest >= $${day}, true)`,
    `AND NOT ${edge}.status IN ['TARGET', 'FORECAST'] THEN 0`,
    `WHEN ${edge}.startEarliest > $${day} THEN 3 WHEN ${edge}.endLatest < $${day} THEN 2 ELSE 1 END`,
  ].join(" ");
}

/**
 * The rank of a chain of relations: that of its worst. An undated PART_OF counts as valid: it is the order of
 * regions, parks and clusters, which sources do not date.
 * @param edges a variable that holds a list of relations
 */
export function chainRank(edges: string, day: string, number: number): string {
  const edge = `step${number}`;
  return worstIn(`[${edge} IN ${edges} | ${linkRank(edge, day)}]`, number);
}

/** The rank of one relation of a chain. */
export function linkRank(edge: string, day: string): string {
  const undated = `type(${edge}) = 'PART_OF' AND ${edge}.startLatest IS NULL AND ${edge}.endLatest IS NULL`;
  return `CASE WHEN ${undated} THEN 0 ELSE ${validityRank(edge, day)} END`;
}

/** The rank of an entity by when it was founded. */
export function foundedRank(node: string, day: string): string {
  return `CASE WHEN ${node}.founded > $${day} THEN 3 WHEN ${node}.foundedBy <= $${day} THEN 0 ELSE 1 END`;
}

/** The worst of a list of ranks. */
function worstIn(list: string, number: number): string {
  const [worst, one] = [`worst${number}`, `rank${number}`];
  return `reduce(${worst} = 0, ${one} IN ${list} | CASE WHEN ${one} > ${worst} THEN ${one} ELSE ${worst} END)`;
}

/** The worst of several ranks. Of variables it is taken without a list: that is made for every row. */
export function worstOf(ranks: readonly string[], number: number): string {
  const plain = ranks.filter((rank) => /^\w+$/.test(rank));
  if (ranks.length > 1 && ranks.length <= 3 && plain.length >= ranks.length - 1) {
    const others = ranks.filter((rank) => !plain.includes(rank));
    return [...plain, ...others].reduce(
      (worst, rank) => `CASE WHEN ${worst} > ${rank} THEN ${worst} ELSE ${rank} END`,
    );
  }
  return ranks.length === 1 ? (ranks[0] ?? "0") : worstIn(`[${ranks.join(", ")}]`, number);
}

/** The condition under which a row of a rank is listed. */
export function keptAt(asOf: AsOf, rank: string): string {
  return `${rank} <= ${asOf.certain ? 0 : 1}`;
}

/** The name of a rank, for the API. */
export function validityName(rank: string): string {
  return `[${ranks.map((name) => `'${name}'`).join(", ")}][${rank}]`;
}

/** The column that tells the rank in a variable by its name, where a list is as of a date. */
export function validityColumn(
  asOf: AsOf | undefined,
  validity: string,
): { readonly extras: ReadonlyMap<string, string>; readonly told: ReadonlyMap<string, string> } {
  const columns = (value: string): ReadonlyMap<string, string> =>
    new Map(asOf === undefined ? [] : [["validity", value]]);
  return { extras: columns(validity), told: columns(validityName(validity)) };
}

/**
 * The clauses that keep the rows of a rank, bound to a variable: its name is for those only that are told.
 * @param repeated whether filters may bind a row several times: then the way that holds best counts
 */
export function keepClauses(
  asOf: AsOf,
  rank: string,
  carried: readonly string[],
  validity: string,
  repeated: boolean,
): string[] {
  return [
    `WITH ${carried.join(", ")}, ${repeated ? `min(${rank})` : rank} AS ${validity}`,
    `WHERE ${keptAt(asOf, validity)}`,
  ];
}
