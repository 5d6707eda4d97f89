// Ranks candidates by how a text matches their names, and tells why, so that both engines give one order and one score.
import { type AskedText, newAsked } from "./asked-text.ts";
import { compareNames, type NameDifference, nearness } from "./compare-names.ts";
import { partsOf } from "./name-keys.ts";
import type { ParsedName } from "./parse-name.ts";
import { hasHan, initials, otherReadings, syllables } from "./pinyin.ts";
import { resembles } from "./resembles.ts";
import { formsOf } from "./search-text.ts";

/** Why something was found. */
export const matchReasons = [
  "IDENTICAL",
  "SAME_NAME",
  "SHORT_NAME",
  "BEGINNING",
  "WITHIN",
  "SOUND",
  "SPELLING",
  "ABBREVIATION",
  "PINYIN",
  "INITIALS",
  "FIGURE",
  "CONTENT",
  "WORDS",
] as const;

export type MatchReason = (typeof matchReasons)[number];

export interface Candidate {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** How a text matches a name. */
export interface NameMatch {
  /** From 0 to 1. */
  readonly score: number;
  readonly reason: MatchReason;
  /** In what the name differs from the text, though it is the same one. */
  readonly differences: readonly NameDifference[];
}

export interface Ranked extends NameMatch {
  readonly id: string;
  /** The name or alias that matched best. */
  readonly matched: string;
  /** The property that has the text, where it is none of its names. */
  readonly property?: string;
  /** Words of the text that neither its names nor what is told of it have. */
  readonly missing?: readonly string[];
}

const match = (
  score: number,
  reason: MatchReason,
  differences: readonly NameDifference[] = [],
): NameMatch => ({
  score: Math.round(score * 1_000) / 1_000,
  reason,
  differences,
});

/** The scores of names that are the same but for what may be left off, by how near they are. */
const sameScores: Readonly<Record<number, number>> = {
  [nearness.form]: 0.98,
  [nearness.place]: 0.96,
  [nearness.group]: 0.94,
};

/** The same name but for what may be left off. */
function sameName(asked: ParsedName, stored: ParsedName, closeness: number): NameMatch | undefined {
  const likeness = compareNames(asked, stored);
  if (likeness === undefined) return undefined;
  const { near, differences } = likeness;
  if (near === nearness.exact) return match(1, "IDENTICAL");
  const same = sameScores[near];
  if (same !== undefined) return match(same, "SAME_NAME", differences);
  return match(0.9 + closeness * 0.03, "SHORT_NAME", differences);
}

/** Pinyin and initials, for what is typed in Latin letters. */
function spelled(texts: readonly string[], forms: readonly string[], core: string): NameMatch | undefined {
  let best: NameMatch | undefined;
  const better = (one: NameMatch): void => {
    if (best === undefined || one.score > best.score) best = one;
  };
  for (const form of forms) {
    if (!hasHan(form)) continue;
    const readings = [syllables(form), ...(form === core ? otherReadings(form) : [])];
    for (const [index, reading] of readings.entries()) {
      const full = reading.join("");
      const short = index === 0 ? initials(form) : reading.map((one) => one.slice(0, 1)).join("");
      for (const text of texts) {
        if (full.startsWith(text)) better(match(0.5 + (0.09 * text.length) / full.length, "PINYIN"));
        else if (short.startsWith(text)) better(match(0.4 + (0.09 * text.length) / short.length, "INITIALS"));
      }
    }
  }
  return best;
}

/** A text that stands within a name. Of nothing but a legal form or trade that tells little. */
function literal(asked: AskedText, forms: readonly string[], closeness: number): NameMatch | undefined {
  const { normal } = asked;
  if (forms.some((form) => form.startsWith(normal))) return match(0.8 + closeness * 0.09, "BEGINNING");
  if (!forms.some((form) => form.includes(normal))) return undefined;
  return asked.isForm ? match(0.2, "WORDS") : match(0.7 + closeness * 0.09, "WITHIN");
}

/** How a text matches one name of an entity of a kind; undefined where it does not. */
export function matchName(asked: AskedText, kind: string, name: string): NameMatch | undefined {
  const stored = partsOf(kind, name);
  const closeness = Math.min(1, asked.normal.length / Math.max(1, stored.normal.length));
  const same = sameName(asked.parts(kind), stored, closeness);
  if (same !== undefined) return same;
  const forms = formsOf(stored);
  const found = literal(asked, forms, closeness);
  if (found !== undefined) return found;
  if (!asked.han) {
    const read = spelled(asked.latin, forms, stored.core);
    if (read !== undefined) return read;
  }
  const like = resembles(asked, kind, stored);
  return like === undefined ? undefined : match(like.score, like.reason, like.differences);
}

/** How a text matches the names of a candidate, by the best of them. */
export function matchCandidate(asked: AskedText, { id, kind, name, aliases }: Candidate): Ranked | undefined {
  let best: Ranked | undefined;
  for (const one of [name, ...aliases]) {
    const found = matchName(asked, kind, one);
    if (found !== undefined && (best === undefined || found.score > best.score))
      best = { id, ...found, matched: one };
  }
  return best;
}

/** By score, then id. */
export const byScore = (one: Ranked, other: Ranked): number =>
  other.score - one.score || (one.id < other.id ? -1 : 1);

/** Candidates by score, then id. Those whose names hold the words only apart come last. */
export function rankHits(text: string, candidates: readonly Candidate[]): Ranked[] {
  const asked = newAsked(text);
  return candidates
    .map((candidate) => matchCandidate(asked, candidate) ?? words(asked, candidate))
    .filter((one) => one !== undefined)
    .sort(byScore);
}

/** All words of the text are there, in names of their own or apart; of a phrase at least half of its pairs. */
function words(asked: AskedText, { id, name, aliases }: Candidate): Ranked | undefined {
  const names = [name, ...aliases].map((one) => ({ one, share: asked.shareOf(one) }));
  const best = names.reduce((one, other) => (other.share > one.share ? other : one));
  const all = asked.allIn([name, ...aliases]);
  if (!all && best.share < 0.5) return undefined;
  return {
    id,
    matched: best.one,
    ...match(all ? Math.max(0.2, 0.25 * best.share) : 0.2 + 0.2 * best.share, "WORDS"),
  };
}
