// Ranks candidates by how a text matches their names, so that both engines give one order and one score.

import { shortNames } from "./names.ts";
import { normaliseName } from "./normalise.ts";
import { hasHan, initials, syllables } from "./pinyin.ts";

/** Classes of match, best first, and the score of each. */
const classes = { exact: 1, prefix: 0.8, contains: 0.6, pinyin: 0.5, initials: 0.4, words: 0.2 } as const;

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Ranked {
  readonly id: string;
  /** From 0 to 1. */
  readonly score: number;
  /** The name or alias that matched best. */
  readonly matched: string;
}

function scoreOf(text: string, name: string): number {
  const forms = [normaliseName(name), ...shortNames(name)];
  const scores = forms.map((form) => {
    if (form === text) return classes.exact;
    if (form.startsWith(text)) return classes.prefix;
    if (form.includes(text)) return classes.contains;
    if (!hasHan(form) || hasHan(text)) return 0;
    if (syllables(form).join("").startsWith(text)) return classes.pinyin;
    return initials(form).startsWith(text) ? classes.initials : 0;
  });
  const best = Math.max(...scores);
  // Of two matches of one class the one that leaves less of the name over is closer.
  const closeness = Math.min(1, text.length / Math.max(1, forms[0]?.length ?? 1));
  return best === 0 ? 0 : best === classes.exact ? 1 : Math.round((best + closeness * 0.09) * 1000) / 1000;
}

/** Candidates by score, then id. Those whose names hold the words only apart come last. */
export function rankHits(text: string, candidates: readonly Candidate[]): Ranked[] {
  const normal = normaliseName(text);
  return candidates
    .map((candidate) => {
      const names = [candidate.name, ...candidate.aliases].map((name) => ({
        name,
        score: scoreOf(normal, name),
      }));
      const best = names.reduce((one, other) => (other.score > one.score ? other : one));
      return { id: candidate.id, score: best.score === 0 ? classes.words : best.score, matched: best.name };
    })
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}
