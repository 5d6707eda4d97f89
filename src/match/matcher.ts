// Finds which of very many known enterprises a record may be: an index of few numbers each, and the comparison on what
// it gives. Memory is the index and the records; what is asked leaves none behind.

import { askedKeys, partsOf, storedKeys } from "../text/name-keys.ts";
import { askedTokens, nearTokens } from "../text/near.ts";
import { nameKey } from "../text/normalise.ts";
import { type Compared, compared, matchCompared } from "./match.ts";
import type { MatchRecord, MatchScore } from "./record.ts";

export interface KnownRecord extends MatchRecord {
  readonly id: string;
}

export interface Found extends MatchScore {
  readonly id: string;
}

/** What a record is: one that is known, perhaps one of several, or new. */
export type Decision =
  | { readonly verdict: "SAME"; readonly match: Found }
  | { readonly verdict: "REVIEW"; readonly candidates: readonly Found[] }
  | { readonly verdict: "NEW" };

export interface Matcher {
  /** Known records that a record may be, the likeliest first; those that it is certainly not are left out. */
  find(record: MatchRecord): Found[];
  decide(record: MatchRecord): Decision;
}

/** Known records that are kept taken apart. */
const mostLately = 20_000;

/** Of a key that more have, the first so many are looked at: it tells little. */
const mostOfKey = 200;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}

const namesOf = ({ name, aliases = [], formerNames = [] }: MatchRecord): string[] => [
  name,
  ...aliases,
  ...formerNames,
];
const codesOf = ({ creditCode, stockCode }: MatchRecord): string[] => [
  ...(creditCode === undefined || creditCode === ""
    ? []
    : [`code ${creditCode.normalize("NFKC").trim().toUpperCase()}`]),
  ...(stockCode === undefined || stockCode === ""
    ? []
    : [`stock ${stockCode.normalize("NFKC").trim().toUpperCase()}`]),
];

/** The keys under which a known record is found. */
function keysOf(record: MatchRecord): Set<string> {
  const keys = new Set(codesOf(record));
  const names = namesOf(record);
  const parts = names.map((name) => partsOf("Enterprise", name));
  for (const name of names) keys.add(`name ${nameKey(name)}`);
  for (const one of parts) {
    const { core, brand } = storedKeys(one);
    if (core !== undefined) keys.add(`core ${core}`);
    if (brand !== undefined && brand !== core) keys.add(`brand ${brand}`);
  }
  for (const token of nearTokens(parts).split(" ")) if (token !== "") keys.add(`near ${token}`);
  return keys;
}

/** The keys under which what a record may be is looked for. */
function wantedOf(record: MatchRecord): Set<string> {
  const keys = new Set(codesOf(record));
  for (const name of namesOf(record)) {
    const parts = [partsOf("Enterprise", name)];
    const asked = askedKeys(name, parts);
    for (const one of asked.names) keys.add(`name ${one}`);
    for (const one of asked.cores) keys.add(`core ${one}`);
    for (const one of asked.brands) keys.add(`brand ${one}`).add(`core ${one}`);
    for (const one of askedTokens(parts)) keys.add(`near ${one}`);
  }
  return keys;
}

/** Pairs of a key's hash and a place, sorted by hash: eight bytes a pair. */
interface PairIndex {
  placesOf(key: string): Iterable<number>;
}

function pairIndex(pairs: Float64Array): PairIndex {
  const sorted = pairs.sort();
  return {
    *placesOf(key) {
      const wanted = hash(key);
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? 0) < wanted * 2 ** 21) low = middle + 1;
        else high = middle;
      }
      for (let at = low, given = 0; given < mostOfKey && at < sorted.length; at++, given++) {
        const pair = sorted[at] ?? 0;
        if (Math.floor(pair / 2 ** 21) !== wanted) return;
        yield pair % 2 ** 21;
      }
    },
  };
}

/** The most records that an index holds: places are 21 bits. */
const mostRecords = 2 ** 21;

/**
 * Makes a matcher of the known records.
 * @throws RangeError for more than two million
 */
export function newMatcher(known: readonly KnownRecord[]): Matcher {
  if (known.length > mostRecords) throw new RangeError(`A matcher holds ${mostRecords} records at the most.`);
  let pairs = new Float64Array(known.length * 12 + 16);
  let count = 0;
  for (const [place, record] of known.entries()) {
    const keys = keysOf(record);
    if (count + keys.size > pairs.length) {
      const larger = new Float64Array(pairs.length * 2 + keys.size);
      larger.set(pairs);
      pairs = larger;
    }
    for (const key of keys) pairs[count++] = hash(key) * 2 ** 21 + place;
  }
  const index = pairIndex(pairs.slice(0, count));
  const lately = new Map<number, Compared>();

  /** A known record taken apart; rows of a list often look at the same ones. */
  function knownAt(place: number): Compared | undefined {
    const record = known[place];
    const before = lately.get(place);
    if (before !== undefined || record === undefined) return before;
    const own = compared(record);
    if (lately.size >= mostLately) lately.clear();
    lately.set(place, own);
    return own;
  }

  function find(record: MatchRecord): Found[] {
    const own = compared(record);
    const places = new Set<number>();
    for (const key of wantedOf(record)) for (const place of index.placesOf(key)) places.add(place);
    const found: Found[] = [];
    for (const place of places) {
      const [other, id] = [knownAt(place), known[place]?.id];
      if (other === undefined || id === undefined) continue;
      const score = matchCompared(own, other);
      if (score.verdict !== "NEW") found.push({ id, ...score });
    }
    return found.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  }

  return {
    find,
    decide(record) {
      const found = find(record);
      const [best, ...others] = found;
      if (best === undefined) return { verdict: "NEW" };
      const alone = others.every(({ verdict, score }) => verdict !== "SAME" || score < best.score);
      return best.verdict === "SAME" && alone
        ? { verdict: "SAME", match: best }
        : { verdict: "REVIEW", candidates: found };
    },
  };
}
