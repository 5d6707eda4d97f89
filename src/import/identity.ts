// Which entity a row is about. Each row has an entity of the layer's own, with an id that stays the same from file to
// file; what else is known of the same enterprise is a claim beside it, which a person may take back.
import { createHash } from "node:crypto";
import { featuresText, type MatchLine, type PersonsDecision, pairKey } from "../match/decisions.ts";
import { matchRecords } from "../match/match.ts";
import { decisionOf, type Found } from "../match/matcher.ts";
import type { MatchRecord } from "../match/record.ts";
import { type Kind, kindOf } from "../ontology/model.ts";
import { partsOf } from "../text/name-keys.ts";
import { nameKey } from "../text/normalise.ts";
import { syllables } from "../text/pinyin.ts";
import type { Known, KnownEntity } from "./known.ts";

/** A known entity that a row may be about, and why. */
export interface Claim extends Pick<MatchLine, "verdict" | "score" | "features"> {
  readonly id: string;
  readonly name: string;
}

export interface Identity {
  /** The id under which the row's facts are written. */
  readonly id: string;
  /**
   * same: about something known, or about what a row before was about. review: a person is to say; until then it is an
   * entity of its own. new: nothing known is like it.
   */
  readonly is: "same" | "review" | "new";
  /** The known entity that it is the same as. */
  readonly same?: string;
  readonly claims: readonly Claim[];
}

/**
 * Finds the entity of a record.
 * @param asked the record with what the row says beside and the layer does not keep
 */
export type Identify = (kind: Kind, record: MatchRecord, asked?: MatchRecord) => Identity;

/** What people decided, by `pairKey`. */
export type Decided = ReadonlyMap<string, PersonsDecision["is"]>;

/** Syllables of an id at the most. */
const mostSyllables = 6;

/** An id made of the name: readable, and the same whenever the same name comes. */
export function idFor(kind: Kind, name: string, taken: (id: string) => boolean): string {
  const key = nameKey(name);
  const short = partsOf(kind, name).core || key;
  const words = syllables(short)
    .slice(0, mostSyllables)
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 6);
  const plain = `${kindOf(kind).prefix}:${words === "" ? hash : words}`;
  if (!taken(plain)) return plain;
  // Several of one name, told apart by their codes or places, are numbered in the order of the file.
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? `${plain}-${hash}` : `${plain}-${hash}-${count}`;
    if (!taken(numbered)) return numbered;
  }
}

/** The score of one name in two regions. */
const mostApart = 0.75;

/** Two codes that differ are two enterprises, whatever they are called. */
const contradicts = (entity: MatchRecord, creditCode: string | undefined): boolean =>
  creditCode !== undefined && entity.creditCode !== undefined && entity.creditCode !== creditCode;

/** The entity of the layer that a row of this name and code goes to. */
function ownOf(kind: Kind, record: MatchRecord, known: Known): KnownEntity | undefined {
  const { name, creditCode } = record;
  const coded = creditCode === undefined ? [] : known.withCode(creditCode);
  const byCode = coded.find(({ own, kind: its }) => own && its === kind);
  if (byCode !== undefined) return byCode;
  const named = known.named(kind, name).filter((one) => one.own && !contradicts(one, creditCode));
  // One name in two regions is two enterprises; one that moved to another park is not.
  if (kind === "Enterprise") return named.find((one) => matchRecords(record, one).score > mostApart);
  return named[0];
}

/** Known ones of a kind that has no matcher: by the whole name, or by what is left of it. */
function alike(kind: Kind, { name }: MatchRecord, known: Known): Found[] {
  const named = known.named(kind, name).filter(({ own }) => !own);
  const shortly = named.length > 0 ? [] : known.shortly(kind, name);
  const found = (one: KnownEntity, score: number, feature: "NAME" | "SHORT_NAME"): Found => ({
    id: one.id,
    score,
    verdict: score >= 0.9 ? "SAME" : "REVIEW",
    features: [{ feature, own: name, other: one.name, weight: score }],
  });
  return [
    ...named.map((one) => found(one, 1, "NAME")),
    ...shortly.map((one) => found(one, 0.7, "SHORT_NAME")),
  ];
}

/** Of several that are known to be one the likeliest, so that they do not stand in each other's way. */
function withoutTwins(found: readonly Found[], known: Known): Found[] {
  const best = new Map<string, Found>();
  for (const one of found) {
    const root = known.rootOf(one.id);
    const before = best.get(root);
    if (before === undefined || one.score > before.score || (one.score === before.score && one.id === root))
      best.set(root, one);
  }
  return [...best.values()];
}

/**
 * The entity of a row, and the known ones that it may be. A credit code outranks all: the same code is the same
 * enterprise, another code never is; what a person decided outranks the matcher.
 * @param asked the record with what the row says beside and the layer does not keep
 */
export function identify(
  kind: Kind,
  record: MatchRecord,
  known: Known,
  decided: Decided,
  asked: MatchRecord = record,
): Identity {
  const own = ownOf(kind, record, known);
  const id = own?.id ?? idFor(kind, record.name, known.has);
  const all = kind === "Enterprise" ? known.find(asked) : alike(kind, record, known);
  const found = all.filter(
    (one) => one.id !== id && !contradicts({ name: "", creditCode: known.codeOf(one.id) }, record.creditCode),
  );
  const claim = ({ id: other, score, features, ...one }: Found, verdict = one.verdict): Claim => ({
    id: other,
    name: known.get(other)?.name ?? "",
    verdict: verdict === "SAME" ? "SAME" : "REVIEW",
    score,
    features: featuresText(features),
  });
  const settled = found.filter((one) => decided.has(pairKey(id, one.id)));
  const told = settled.map((one) => claim(one));
  const same = settled.find((one) => decided.get(pairKey(id, one.id)) === "same");
  if (same !== undefined) return { id, is: "same", same: same.id, claims: told };
  const decision = decisionOf(
    withoutTwins(
      found.filter((one) => !settled.includes(one)),
      known,
    ),
  );
  if (decision.verdict === "SAME")
    return { id, is: "same", same: decision.match.id, claims: [claim(decision.match), ...told] };
  // Several that are as likely are all for a person to look at.
  if (decision.verdict === "REVIEW")
    return {
      id,
      is: "review",
      claims: [...decision.candidates.map((one) => claim(one, "REVIEW")), ...told],
    };
  return { id, is: known.isMet(id) ? "same" : "new", claims: told };
}
