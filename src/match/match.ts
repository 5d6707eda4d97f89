// Compares two records of enterprises: SAME, REVIEW or NEW, with every feature that led there. Pure.
import { partsOf, storedKeys } from "../text/name-keys.ts";
import { normaliseName } from "../text/normalise.ts";
import { type Place, placesAgree, placesNamed } from "../text/places.ts";
import { compareNameParts } from "./name-features.ts";
import { type NamePart, namePart } from "./name-part.ts";
import {
  creditCodeOf,
  type Feature,
  type MatchRecord,
  type MatchScore,
  sameFrom,
  stockCodeOf,
  verdictOf,
} from "./record.ts";
import type { NameScore } from "./weights.ts";
import { namesIn } from "./writings.ts";

/** A record taken apart once, for all that it is compared with. */
export interface Compared<R extends MatchRecord = MatchRecord> {
  readonly record: R;
  readonly names: readonly NamePart[];
  readonly former: readonly NamePart[];
  /** Names that it may have. */
  readonly loose: readonly NamePart[];
  readonly creditCode: string;
  readonly stockCode: string;
  /** Where it is: its region, or the place in its name. */
  readonly place: Place | undefined;
  /** What its park is called once all that may be left off is: 无锡锡山经济技术开发区 is 锡山经开区. */
  readonly park: string | undefined;
}

export function compared<R extends MatchRecord>(record: R): Compared<R> {
  const written = namesIn(record);
  const [names, former, loose] = [written.names, written.former, written.loose].map((some) =>
    some.map(namePart),
  );
  return {
    record,
    names: names ?? [],
    former: former ?? [],
    loose: loose ?? [],
    creditCode: creditCodeOf(record),
    stockCode: stockCodeOf(record),
    place: placeOf(record, names?.[0]),
    park: record.park === undefined ? undefined : parkKey(record.park),
  };
}

/** A city that is a province as well. */
const isMunicipality = ({ stem }: Place): boolean => ["北京", "天津", "上海", "重庆"].includes(stem);

function placeOf({ region }: MatchRecord, name: NamePart | undefined): Place | undefined {
  const stated = region === undefined ? undefined : placesNamed(normaliseName(region));
  return stated?.at(-1) ?? name?.parts.places.findLast((place) => place.level > 1 || isMunicipality(place));
}

const parkKey = (name: string): string => storedKeys(partsOf("Park", name)).core ?? normaliseName(name);

/** The best that any two of the names say. What is a former name of one may be the name of the other. */
function bestNames(one: Compared, other: Compared): NameScore & { readonly loose?: boolean } {
  let best: NameScore & { readonly loose?: boolean } = { score: -1, features: [] };
  const look = (own: readonly NamePart[], its: readonly NamePart[], former: boolean): void => {
    for (const a of own)
      for (const b of its) {
        const found = compareNameParts(a, b);
        if (found.score <= best.score) continue;
        best = former ? { ...found, features: found.features.map(asFormer) } : found;
      }
  };
  look(one.names, other.names, false);
  look(one.former, other.names, true);
  look(one.names, other.former, true);
  const firm = best;
  look(one.loose, other.names, false);
  look(one.names, other.loose, false);
  look(one.loose, other.loose, false);
  return best === firm ? best : { ...best, loose: true };
}

const asFormer = (feature: Feature): Feature =>
  feature.feature === "NAME" ? { ...feature, feature: "FORMER_NAME" } : feature;

/** Whether a record's region, or the place in its name, agrees with the other's. */
function regionFeature(one: Compared, other: Compared): Feature | undefined {
  if (one.record.region === undefined && other.record.region === undefined) return undefined;
  const [a, b] = [one.place, other.place];
  if (a === undefined || b === undefined) return undefined;
  const weight = placesAgree(a, b) ? 0.16 : -0.3;
  return { feature: "REGION", own: a.stem, other: b.stem, weight };
}

function parkFeature(one: Compared, other: Compared): Feature | undefined {
  const [own, its] = [one.record.park, other.record.park];
  if (own === undefined || its === undefined) return undefined;
  return { feature: "PARK", own, other: its, weight: one.park === other.park ? 0.1 : -0.05 };
}

/** The most that a name which is only like the other can reach, whatever else agrees. */
const mostByLikeness = sameFrom - 0.01;

/** A code of A shares, of which a company has one: another in Hong Kong, of B shares or of its time on another board may be beside. */
const isOfMainland = (code: string): boolean => /^(?:00[0-3]|30[0-2]|60[0135]|688)\d{3}$/.test(code);

/** Compares two records that have been taken apart. */
export function matchCompared(one: Compared, other: Compared): MatchScore {
  const [ownCode, itsCode] = [one.creditCode, other.creditCode];
  // A credit code outranks all: the same is one enterprise, two are two.
  if (ownCode !== "" && itsCode !== "") {
    const same = ownCode === itsCode;
    const feature: Feature = { feature: "CREDIT_CODE", own: ownCode, other: itsCode, weight: same ? 1 : -1 };
    return { score: same ? 1 : 0, verdict: same ? "SAME" : "NEW", features: [feature] };
  }
  const names = bestNames(one, other);
  const features = [...names.features];
  let score = Math.max(0, names.score);
  const stocks = [one.stockCode, other.stockCode] as const;
  if (stocks[0] !== "" && stocks[1] !== "") {
    const same = stocks[0] === stocks[1];
    const branch = features.some(({ feature }) => feature === "BRANCH");
    const weight = same && !branch ? 0.6 : same ? 0 : stocks.every(isOfMainland) ? -0.6 : -0.4;
    features.push({ feature: "STOCK_CODE", own: stocks[0], other: stocks[1], weight });
    score += weight;
  }
  if (score > 0) {
    for (const feature of [regionFeature(one, other), parkFeature(one, other)]) {
      if (feature === undefined) continue;
      features.push(feature);
      score += feature.weight;
    }
  }
  const doubtful = features.some(
    ({ feature, weight }) =>
      (feature === "PLACE_IN_BRACKETS" && weight < -0.1) ||
      ["SOUND", "SPELLING", "SHORT_NAME", "ABBREVIATION", "BRAND"].includes(feature) ||
      (feature === "GROUP" && weight < 0),
  );
  const firm = features.some(({ feature, weight }) => feature === "STOCK_CODE" && weight > 0);
  const most = (doubtful || names.loose === true) && !firm ? mostByLikeness : 1;
  const total = Math.round(Math.min(most, Math.max(0, score)) * 1_000) / 1_000;
  return { score: total, verdict: verdictOf(total), features };
}

/** Compares two records of enterprises. */
export function matchRecords(one: MatchRecord, other: MatchRecord): MatchScore {
  return matchCompared(compared(one), compared(other));
}
