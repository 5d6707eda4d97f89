// Finds which of very many known enterprises a record may be: an index of few numbers each, and the comparison on what
// it gives. Memory is the index and the records; what is asked leaves none behind.

import { newPackedRows } from "../packed/packed-rows.ts";
import { lettered } from "../text/abbreviation.ts";
import { askedKeys, partsOf, placedCore, storedKeys } from "../text/name-keys.ts";
import { nameKey } from "../text/normalise.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { englishKeys, englishTradeKeys } from "./english-names.ts";
import { newFamilies, numberedKeys } from "./families.ts";
import { initialPairs } from "./initials.ts";
import { mostRecords, newKeyIndex } from "./key-index.ts";
import { type Compared, compared, matchCompared } from "./match.ts";
import { askedNearKeys, mostOf, storedNearKeys } from "./near-keys.ts";
import { numberedInstitute } from "./numbered.ts";
import { creditCodeOf, type MatchRecord, type MatchScore, stockCodeOf } from "./record.ts";
import { withoutForms } from "./related.ts";
import { latinBrands, latinWords, romanBrands, skeletonKeys, soundKeys } from "./romanised.ts";
import { namesIn } from "./writings.ts";

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
  /** Adds a known record. */
  add(record: KnownRecord): void;
  /** Known records that a record may be, the likeliest first; those that it is certainly not are left out. */
  find(record: MatchRecord): Found[];
  decide(record: MatchRecord): Decision;
}

/** Characters of a name that short names are picked from. */
const mostCharacters = 12;

/** Known records that are kept taken apart. */
const mostLately = 20_000;

const namesOf = (record: MatchRecord): string[] => {
  const { names, former, loose } = namesIn(record);
  return [...new Set([...names, ...former, ...loose])];
};

function codesOf(record: MatchRecord): string[] {
  const [credit, stock] = [creditCodeOf(record), stockCodeOf(record)];
  return [...(credit === "" ? [] : [`code ${credit}`]), ...(stock === "" ? [] : [`stock ${stock}`])];
}

/** Characters of a name that a short one may begin with a pair of: its first with any later one, and neighbours. */
function pairsOf(parts: ParsedName): Set<string> {
  const pairs = new Set(initialPairs(parts));
  for (const text of [parts.core, placedCore(parts), ...lettered(parts), parts.normal]) {
    const characters = [...text].slice(0, mostCharacters);
    const [first = ""] = characters;
    for (const later of characters.slice(1)) pairs.add(first + later);
    if (text === parts.core)
      characters.forEach((character, at) => {
        if (at > 0) pairs.add((characters[at - 1] ?? "") + character);
      });
  }
  return pairs;
}

/** The pair that a short name begins with; none for a whole name. */
const beginningOf = ({ form, core, normal }: ParsedName): string[] =>
  /有限|合伙|合作社/u.test(form)
    ? []
    : [...new Set([core, normal])].filter((text) => text.length > 1).map((text) => text.slice(0, 2));

/** What only names written in other letters, or institutes called by a number, are found by. */
function otherKeys(name: string, parts: ParsedName, own: "stored" | "asked"): string[] {
  const [han, latin] = own === "stored" ? ["han", "latin"] : ["latin", "han"];
  const institute = numberedInstitute(parts.normal);
  const words = latinWords(name);
  const spelt = words.length > 0 ? latin : han;
  // Names with a trade that nobody knows behind their brand begin alike.
  const heads =
    parts.brand.length > 1 && parts.branch === ""
      ? parts.places
          .filter(({ level }) => level > 0)
          .map(({ stem }) => `head ${stem} ${parts.brand.slice(0, 2)}`)
      : [];
  return [
    ...heads,
    ...[...romanBrands(parts), ...englishKeys(parts)].map((brand) => `${han} ${brand}`),
    ...[...latinBrands(words), ...englishTradeKeys(words)].map((brand) => `${latin} ${brand}`),
    ...skeletonKeys(words, parts).map((skeleton) => `${spelt} ~${skeleton}`),
    ...soundKeys(words, parts).map((key) => `${spelt} ^${key}`),
    ...(institute === undefined ? [] : [`institute ${institute.number}`]),
    ...(parts.branch === "" && parts.form !== "公司" ? [] : [`bare ${withoutForms(parts.normal)}`]),
  ];
}

/** The keys under which a known record is found. */
function keysOf(record: MatchRecord): Set<string> {
  const keys = new Set(codesOf(record));
  const names = namesOf(record);
  const parts = names.map((name) => partsOf("Enterprise", name));
  for (const [at, name] of names.entries()) {
    keys.add(`name ${nameKey(name)}`);
    const one = parts[at];
    if (one !== undefined) for (const key of otherKeys(name, one, "stored")) keys.add(key);
  }
  for (const one of parts) {
    const { core, brand } = storedKeys(one);
    if (core !== undefined) keys.add(`core ${core}`);
    if (brand !== undefined && brand !== core) keys.add(`brand ${brand}`);
    for (const pair of pairsOf(one)) keys.add(`long ${pair}`);
    for (const pair of beginningOf(one)) keys.add(`short ${pair}`);
  }
  for (const key of storedNearKeys(parts)) keys.add(key);
  return keys;
}

/** The keys under which what a record may be is looked for. */
function wantedOf(record: MatchRecord): Set<string> {
  const keys = new Set(codesOf(record));
  for (const name of namesOf(record)) {
    const one = partsOf("Enterprise", name);
    const parts = [one];
    for (const key of otherKeys(name, one, "asked")) keys.add(key);
    for (const pair of beginningOf(one)) keys.add(`long ${pair}`);
    for (const pair of pairsOf(one)) keys.add(`short ${pair}`);
    const asked = askedKeys(name, parts);
    for (const key of asked.names) keys.add(`name ${key}`);
    for (const key of asked.cores) keys.add(`core ${key}`);
    for (const key of asked.brands) keys.add(`brand ${key}`).add(`core ${key}`);
    for (const key of askedNearKeys(one)) keys.add(key);
  }
  return keys;
}

/**
 * Makes a matcher of the known records.
 * @throws RangeError for more than two million
 */
export function newMatcher(records: readonly KnownRecord[]): Matcher {
  const known = newPackedRows<KnownRecord>();
  const index = newKeyIndex();
  const families = newFamilies();
  const lately = new Map<number, Compared<KnownRecord>>();

  function add(record: KnownRecord): void {
    if (known.length >= mostRecords)
      throw new RangeError(`A matcher holds ${mostRecords} records at the most.`);
    index.add(families.stored(record, keysOf(record)), known.length);
    known.add(record);
  }
  for (const record of records) add(record);

  /** A known record taken apart; rows of a list often look at the same ones. */
  function knownAt(place: number): Compared<KnownRecord> {
    const before = lately.get(place);
    if (before !== undefined) return before;
    const own = compared(known.at(place));
    if (lately.size >= mostLately) {
      let surplus = mostLately / 2;
      // Those that came first: to begin anew with none would take the other half apart again at once.
      for (const oldest of lately.keys()) if (surplus-- > 0) lately.delete(oldest);
    }
    lately.set(place, own);
    return own;
  }

  /** The records that have a key; none where so many have it that it tells nothing. */
  function placesOf(key: string): readonly number[] {
    const [most, some] = [mostOf(key), index.placesOf(key)];
    return most !== undefined && some.length > most ? [] : some;
  }

  function find(record: MatchRecord): Found[] {
    const own = compared(record);
    const places = new Set<number>();
    const wanted = wantedOf(record);
    for (const key of [...wanted, ...numberedKeys(namesOf(record), wanted)])
      for (const place of placesOf(key)) places.add(place);
    const found: Found[] = [];
    for (const place of places) {
      const other = knownAt(place);
      const score = matchCompared(own, other);
      if (score.verdict !== "NEW") found.push({ id: other.record.id, ...score });
    }
    return found.sort(
      (one, other) =>
        other.score - one.score ||
        Number(isByCode(other)) - Number(isByCode(one)) ||
        (one.id < other.id ? -1 : 1),
    );
  }

  return { add, find, decide: (record) => decisionOf(find(record)) };
}

const isByCode = ({ features }: Found): boolean => features.some(({ feature }) => feature === "CREDIT_CODE");

/** What follows from those that were found, the likeliest first. */
export function decisionOf(found: readonly Found[]): Decision {
  const [best, ...others] = found;
  if (best === undefined) return { verdict: "NEW" };
  // A credit code outranks all: what else has the name is another.
  const alone =
    others.every(({ verdict, score }) => verdict !== "SAME" || score < best.score) ||
    (isByCode(best) && !others.some(isByCode));
  return best.verdict === "SAME" && alone
    ? { verdict: "SAME", match: best }
    : { verdict: "REVIEW", candidates: found };
}
